import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconBriefcase2, IconDots, IconPencil, IconRestore } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { insecables } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS, PREPARATIONS } from '../../shared/nomenclatures/salaries.ts';
import type { Parcours } from '../../shared/salaries/parcours.ts';
import { contratCourant, etatContrat } from '../../shared/salaries/regles.ts';
import type { SalarieFiche } from '../../shared/salaries/schema.ts';
import { useAdresse } from '../app/adresse.ts';
import { useDemande } from '../app/demande.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Pilule, TetePage } from '../components/page.tsx';
import { BesoinsSalarie } from '../formation/besoins/besoins-salarie.tsx';
import { FormationsSalarie } from '../formation/stagiaires/formations-salarie.tsx';
import { FseSalarie } from '../fse/fse-salarie.tsx';
import { HistoriqueSalarie } from '../immersions/historique-salarie.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { EchangesSalarie } from '../sollicitations/echanges-salarie.tsx';
import { SortiesSalarie } from '../sorties/sorties-salarie.tsx';
import { PiluleContrat } from './apparence.tsx';
import { Absences } from './fiche/absences.tsx';
import { Entretiens } from './fiche/entretiens.tsx';
import { FenetreAbsence } from './fiche/fenetre-absence.tsx';
import { FenetreEntretien } from './fiche/fenetre-entretien.tsx';
import { FenetreObjectif } from './fiche/fenetre-objectif.tsx';
import { FenetreSuite } from './fiche/fenetre-suite.tsx';
import styles from './fiche/fiche.module.css';
import { FichePapier } from './fiche/fiche-papier.tsx';
import { Frise } from './fiche/frise.tsx';
import { Maintenant } from './fiche/maintenant.tsx';
import { Objectifs } from './fiche/objectifs.tsx';
import { Contrats, Identite, Projet, Situation } from './fiche/savoir.tsx';

async function archiver(id: string) {
  try {
    await appeler('salaries.archive', { id });
    annoncerAnnulable('La fiche est archivée.', () => appeler('salaries.restore', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function Actions({ salarie }: { salarie: SalarieFiche }) {
  if (salarie.archivedAt !== null) {
    return (
      <Button
        leftSection={<IconRestore size={17} stroke={1.6} />}
        onClick={() => void appeler('salaries.restore', { id: salarie.id }).catch(annoncerRefus)}
      >
        Remettre dans la liste
      </Button>
    );
  }
  return (
    <>
      <FichePapier salarie={salarie} />
      <Button
        component={Link}
        to={`/salaries/${salarie.id}/modifier`}
        variant="default"
        leftSection={<IconPencil size={17} stroke={1.6} />}
      >
        Modifier
      </Button>
      <Button
        component={Link}
        to={`/immersions/nouvelle?salarie=${salarie.id}`}
        leftSection={<IconBriefcase2 size={17} stroke={1.6} />}
      >
        Préparer une immersion
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions">
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => void archiver(salarie.id)}
          >
            Archiver la fiche
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** Windows of the sheet, as the address may ask for them (`?entretien=nouveau`, or an id to correct it). */
function Fenetres({ salarie, parcours }: { salarie: SalarieFiche; parcours: Parcours }) {
  const [entretien, ouvrirEntretien] = useDemande('entretien');
  const [objectif, ouvrirObjectif] = useDemande('objectif');
  const [absence, ouvrirAbsence] = useDemande('absence');
  const [suite, ouvrirSuite] = useDemande('suite');
  const trouver = <L extends { id: string }>(lignes: readonly L[], demande: string | null) =>
    lignes.find(({ id }) => id === demande) ?? null;
  const demande = <L extends { id: string }>(lignes: readonly L[], cle: string | null) =>
    cle === 'nouveau' || trouver(lignes, cle) !== null;
  const contrat = contratCourant(salarie.contrats, useJour());
  const commun = { salarieId: salarie.id };
  return (
    <>
      {demande(parcours.entretiens, entretien) ? (
        <FenetreEntretien
          {...commun}
          prenom={salarie.prenom}
          entretien={trouver(parcours.entretiens, entretien)}
          premier={parcours.entretiens.length === 0}
          fermer={() => ouvrirEntretien(null)}
        />
      ) : null}
      {demande(parcours.objectifs, objectif) ? (
        <FenetreObjectif
          {...commun}
          objectif={trouver(parcours.objectifs, objectif)}
          fermer={() => ouvrirObjectif(null)}
        />
      ) : null}
      {demande(parcours.absences, absence) ? (
        <FenetreAbsence
          {...commun}
          absence={trouver(parcours.absences, absence)}
          fermer={() => ouvrirAbsence(null)}
        />
      ) : null}
      {suite !== null && contrat !== null && contrat.fin !== null ? (
        <FenetreSuite
          nom={nomComplet(salarie)}
          contrat={{ ...contrat, fin: contrat.fin, libelle: label(CONTRATS, contrat.nature) }}
          fermer={() => ouvrirSuite(null)}
        />
      ) : null}
    </>
  );
}

function Fiche({ salarie, parcours }: { salarie: SalarieFiche; parcours: Parcours }) {
  const [, changer] = useAdresse();
  const fige = salarie.archivedAt !== null;
  const today = useJour();
  // Once the contract is over, how the parcours ended is what one comes to see.
  const fini = etatContrat(contratCourant(salarie.contrats, today), today) === 'termine';
  const sorties = <SortiesSalarie salarieId={salarie.id} contrats={salarie.contrats} fige={fige} />;
  const demander = (cle: 'entretien' | 'objectif' | 'absence' | 'suite', valeur = 'nouveau') =>
    changer((actuelle) => {
      actuelle.set(cle, valeur);
      return actuelle;
    });
  return (
    <>
      <Maintenant
        salarie={salarie}
        parcours={parcours}
        decider={() => demander('suite')}
        noterEntretien={() => demander('entretien')}
      />
      <Frise parcours={parcours} salarieId={salarie.id} />
      <div className={styles.page}>
        <div className={styles.colonne}>
          {fini ? sorties : null}
          <Entretiens
            entretiens={parcours.entretiens}
            noter={() => demander('entretien')}
            modifier={(id) => demander('entretien', id)}
            fige={fige}
          />
          <HistoriqueSalarie salarieId={salarie.id} />
          <FormationsSalarie salarieId={salarie.id} sexe={salarie.sexe} />
          <BesoinsSalarie salarieId={salarie.id} archive={fige} />
          <EchangesSalarie salarieId={salarie.id} />
        </div>
        <div className={styles.colonne}>
          <Objectifs
            objectifs={parcours.objectifs}
            fixer={() => demander('objectif')}
            modifier={(id) => demander('objectif', id)}
            fige={fige}
          />
          <Identite salarie={salarie} />
          <Contrats salarie={salarie} />
          {fini || salarie.contrats.length === 0 ? null : sorties}
          <Projet salarie={salarie} />
          <Situation salarie={salarie} />
          <FseSalarie salarie={salarie} archive={fige} />
          <Absences
            absences={parcours.absences}
            noter={() => demander('absence')}
            modifier={(id) => demander('absence', id)}
            fige={fige}
          />
        </div>
      </div>
      <Fenetres salarie={salarie} parcours={parcours} />
    </>
  );
}

/** What matters now, the way so far on one line of time, then what was said, agreed on and done. */
export function EcranSalarie() {
  const { id = '' } = useParams();
  const { data: salarie, error } = useLecture('salaries.get', { id });
  const { data: parcours } = useLecture('salaries.parcours', { id });
  const today = useJour();
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir les salariés', vers: '/salaries' }} />;
  if (!salarie || !parcours) return null;
  return (
    <>
      <TetePage
        titre={nomComplet(salarie)}
        fil={[{ label: 'Salariés', vers: '/salaries' }]}
        pilules={
          <>
            <PiluleContrat contrat={contratCourant(salarie.contrats, today)} />
            {salarie.preparation ? (
              <Pilule ton={salarie.preparation === 'pret' ? 'vert' : undefined}>
                {salarie.preparation === 'pret'
                  ? label(PREPARATIONS, 'pret')
                  : insecables(
                      `Prêt à l’emploi : ${label(PREPARATIONS, salarie.preparation).toLocaleLowerCase('fr')}`,
                    )}
              </Pilule>
            ) : null}
            {salarie.metiersVises[0] ? <Pilule>{salarie.metiersVises[0].libelle}</Pilule> : null}
            {salarie.archivedAt !== null && <Pilule ton="brique">Fiche archivée</Pilule>}
          </>
        }
        actions={<Actions salarie={salarie} />}
      />
      <Fiche key={id} salarie={salarie} parcours={parcours} />
    </>
  );
}

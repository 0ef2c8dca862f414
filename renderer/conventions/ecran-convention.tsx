import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconDots, IconFileAnalytics, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { etatConvention, LIBELLES_ETAT_CONVENTION } from '../../shared/conventions/etat.ts';
import { anneesDe, anneeUtile, prochaineEcheance } from '../../shared/conventions/regles.ts';
import type {
  AnnexeLue,
  ConventionFiche,
  EcheanceLue,
  ObjectifLu,
  VersementLu,
} from '../../shared/conventions/schema.ts';
import { formaterDate } from '../../shared/format.ts';
import { GENRES_CONVENTION } from '../../shared/nomenclatures/bilans.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage, type Ton } from '../components/page.tsx';
import type { Porteur } from '../sollicitations/pieces.ts';
import { Pieces } from '../sollicitations/pieces.tsx';
import { ARegarder } from './a-regarder.tsx';
import { adresseBilan, adresseConvention, CONVENTIONS, FIL } from './adresses.ts';
import { Annexes } from './annexes.tsx';
import { Argent } from './argent.tsx';
import styles from './conventions.module.css';
import { Echeances, ProchaineEcheance } from './echeances.tsx';
import { FenetreAnnexe, FenetreEcheance, FenetreObjectif, FenetreVersement } from './fenetres.tsx';
import { archiver, restaurer } from './gestes.ts';
import { Objectifs, periodeAnnee } from './objectifs.tsx';

type Fenetre =
  | { genre: 'annexe'; annexe: AnnexeLue | null }
  | { genre: 'versement'; versement: VersementLu | null }
  | { genre: 'echeance'; echeance: EcheanceLue | null }
  | { genre: 'objectif'; objectif: ObjectifLu | null };

const TONS: Record<ReturnType<typeof etatConvention>, Ton> = {
  a_venir: 'neutre',
  en_cours: 'vert',
  finie: 'neutre',
  archivee: 'ambre',
};

const porteurConvention = (conventionId: string): Porteur => ({
  joindre: (fichier) => appeler('conventions.attach', { conventionId, ...fichier }),
  ouvrir: (id) => appeler('conventions.openAttachment', { id }),
  retirer: (id) => appeler('conventions.archivePartie', { partie: 'piece', ids: [id] }),
  rendre: (id) => appeler('conventions.restorePartie', { partie: 'piece', ids: [id] }),
});

function Pilules({ convention }: { convention: ConventionFiche }) {
  const { genre, numero, organisation } = convention;
  const etat = etatConvention(convention, useJour());
  return (
    <>
      <Pilule ton={TONS[etat]}>{LIBELLES_ETAT_CONVENTION[etat]}</Pilule>
      <Pilule ton="accent">{label(GENRES_CONVENTION, genre)}</Pilule>
      {organisation ? (
        <Pilule>
          <Link className={styles.lienPilule} to={`/reseau/${organisation.id}`}>
            {organisation.nom}
          </Link>
        </Pilule>
      ) : null}
      {numero ? <Pilule>n° {numero}</Pilule> : null}
    </>
  );
}

function Actions({ convention, annee }: { convention: ConventionFiche; annee: number }) {
  const { id, intitule, archivedAt } = convention;
  if (archivedAt !== null)
    return (
      <Button
        leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
        onClick={() => void restaurer(id, intitule)}
      >
        Restaurer
      </Button>
    );
  // The bilan that is due has its own button, which stands first.
  const due = prochaineEcheance(convention.echeances);
  return (
    <>
      <Button
        component={Link}
        to={adresseBilan(convention, periodeAnnee(convention, annee))}
        variant={due?.debut ? 'default' : 'filled'}
        leftSection={<IconFileAnalytics size={17} stroke={1.6} />}
      >
        Bilan {annee}
      </Button>
      <Button
        component={Link}
        to={`${adresseConvention(id)}/modifier`}
        variant="default"
        leftSection={<IconPencil size={16} stroke={1.6} />}
      >
        Modifier
      </Button>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions">
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => void archiver(id, intitule)}
          >
            Archiver
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** One convention: what is due first, what it aims at beside what is done, the money, the papers. */
export function EcranConvention() {
  const { id = '' } = useParams();
  const today = useJour();
  const { data: convention, error } = useLecture('conventions.get', { id });
  const [choisie, setChoisie] = useState<number | null>(null);
  const [fenetre, ouvrir] = useState<Fenetre | null>(null);
  if (error) return <FicheAbsente erreur={error} liste={{ ...CONVENTIONS, label: 'Voir les conventions' }} />;
  if (!convention) return null;
  const annee =
    choisie !== null && anneesDe(convention).includes(choisie) ? choisie : anneeUtile(convention, today);
  const fermer = () => ouvrir(null);
  const commun = { convention, fermer };
  const { debut, fin, note, pieces, avertissements } = convention;
  return (
    <>
      <TetePage
        titre={convention.intitule}
        fil={FIL}
        sous={`du ${formaterDate(debut)} au ${formaterDate(fin)}`}
        pilules={<Pilules convention={convention} />}
        actions={<Actions convention={convention} annee={annee} />}
      />
      <ProchaineEcheance convention={convention} />
      <div className={styles.fiche}>
        <div className={styles.colonne}>
          <Objectifs
            convention={convention}
            annee={annee}
            changerAnnee={setChoisie}
            ajouter={() => ouvrir({ genre: 'objectif', objectif: null })}
            modifier={(objectif) => ouvrir({ genre: 'objectif', objectif })}
          />
          <Argent
            convention={convention}
            noter={() => ouvrir({ genre: 'versement', versement: null })}
            corriger={(versement) => ouvrir({ genre: 'versement', versement })}
          />
          <Annexes
            convention={convention}
            ajouter={() => ouvrir({ genre: 'annexe', annexe: null })}
            modifier={(annexe) => ouvrir({ genre: 'annexe', annexe })}
          />
        </div>
        <div className={styles.colonne}>
          <Echeances
            convention={convention}
            ajouter={() => ouvrir({ genre: 'echeance', echeance: null })}
            modifier={(echeance) => ouvrir({ genre: 'echeance', echeance })}
          />
          <ARegarder avertissements={avertissements} />
          <Carte titre="Fichiers">
            <Pieces porteur={porteurConvention(id)} pieces={pieces} ajout />
          </Carte>
          {note ? (
            <Carte titre="Note">
              <p className={styles.note}>{note}</p>
            </Carte>
          ) : null}
        </div>
      </div>
      {fenetre?.genre === 'annexe' ? <FenetreAnnexe {...commun} annexe={fenetre.annexe} /> : null}
      {fenetre?.genre === 'versement' ? <FenetreVersement {...commun} versement={fenetre.versement} /> : null}
      {fenetre?.genre === 'echeance' ? <FenetreEcheance {...commun} echeance={fenetre.echeance} /> : null}
      {fenetre?.genre === 'objectif' ? (
        <FenetreObjectif {...commun} annee={annee} objectif={fenetre.objectif} />
      ) : null}
    </>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterNombre } from '../../../shared/format.ts';
import { type BesoinLigne, VUES_BESOINS, type VueBesoins } from '../../../shared/formation/besoins.ts';
import { useGarderPlace } from '../../app/defilement.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampRecherche } from '../../components/champ-recherche.tsx';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import reseau from '../../reseau/reseau.module.css';
import vues from '../../reseau/vues.module.css';
import { OngletsFormation } from '../onglets.tsx';
import { adresseOuvrir } from './apparence.tsx';
import styles from './besoins.module.css';
import { CarteCampagne } from './carte-campagne.tsx';
import { FenetreBesoin, FenetreNouveauBesoin } from './fenetre-besoin.tsx';
import { FenetreEcarter } from './fenetre-ecarter.tsx';
import { adresseBesoins, type FiltresEcran, SANS_FILTRE, sansFiltre, useFiltresBesoins } from './filtres.ts';
import { BoutonFiltresBesoins, PucesBesoins } from './filtres-besoins.tsx';
import { archiver, decider, estACouvrir } from './gestes.ts';
import { ParPersonne } from './par-personne.tsx';
import { ParTheme } from './par-theme.tsx';
import { TableBesoins } from './table-besoins.tsx';

const NOMS_VUES: Record<VueBesoins, string> = {
  a_couvrir: 'À couvrir',
  planifies: 'Planifiés',
  satisfaits: 'Satisfaits',
  ecartes: 'Écartés',
  tous: 'Tous',
  archives: 'Archivés',
};

/** When a view is empty: that it is, and what would fill it. */
const VIDES: Record<VueBesoins, readonly [string, string]> = {
  a_couvrir: [
    'Aucun besoin à couvrir',
    'Chaque besoin noté a sa session ou sa réponse. Un nouveau besoin vient ici.',
  ],
  planifies: [
    'Aucun besoin planifié',
    'Un besoin est planifié quand la personne est inscrite à une session.',
  ],
  satisfaits: [
    'Aucun besoin satisfait',
    'Un besoin est satisfait quand la personne va au bout d’une session.',
  ],
  ecartes: ['Aucun besoin écarté', 'Un besoin auquel vous ne répondrez pas reste ici avec sa raison.'],
  tous: ['Aucun besoin', 'Les besoins archivés sont dans leur vue.'],
  archives: ['Aucun besoin archivé', 'Un besoin retiré des listes se retrouve ici, et peut y revenir.'],
};

function Vues({
  filtres,
  nombres,
}: {
  filtres: FiltresEcran;
  nombres: Record<VueBesoins, number> | undefined;
}) {
  return (
    <nav className={vues.vues} aria-label="Vues des besoins">
      {VUES_BESOINS.map((vue) => (
        <Link
          key={vue}
          to={adresseBesoins({ ...filtres, vue })}
          replace
          className={vues.vue}
          aria-current={filtres.vue === vue ? 'page' : undefined}
        >
          {NOMS_VUES[vue]}
          {nombres ? <span>{formaterNombre(nombres[vue])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

/** What can be done with several needs at once. */
function Lot(props: {
  besoins: readonly BesoinLigne[];
  ecarter: (ids: string[]) => void;
  vider: () => void;
}) {
  const { besoins, vider } = props;
  if (besoins.length === 0) return null;
  const ids = besoins.map(({ id }) => id);
  const ouverts = besoins.filter(estACouvrir);
  const themes = new Set(ouverts.map(({ theme }) => theme));
  const aRetenir = besoins.filter(({ statut }) => statut === 'recueilli').map(({ id }) => id);
  return (
    <section className={styles.lot} aria-label="Besoins choisis">
      <strong>{accorder(besoins.length, 'besoin choisi', 'besoins choisis')}</strong>
      {ouverts.length > 0 ? (
        <Button
          component={Link}
          size="xs"
          to={adresseOuvrir(
            ouverts.map(({ id }) => id),
            themes.size === 1 ? ouverts[0]!.theme : '',
          )}
          leftSection={<IconSchool size={16} stroke={1.6} />}
        >
          Ouvrir une session
        </Button>
      ) : null}
      {aRetenir.length > 0 ? (
        <Button size="xs" variant="default" onClick={() => void decider(aRetenir, 'retenu').then(vider)}>
          Retenir
        </Button>
      ) : null}
      {ouverts.length > 0 ? (
        <Button size="xs" variant="default" onClick={() => props.ecarter(ouverts.map(({ id }) => id))}>
          Écarter…
        </Button>
      ) : null}
      {besoins.every(({ archivedAt }) => archivedAt === null) ? (
        <Button size="xs" variant="default" onClick={() => void archiver(ids).then(vider)}>
          Archiver
        </Button>
      ) : null}
      <Button size="xs" variant="subtle" onClick={vider}>
        Ne plus choisir
      </Button>
    </section>
  );
}

function Rien(props: { filtres: FiltresEcran; effacer: () => void; noter: () => void; jamais: boolean }) {
  const { filtres } = props;
  if (!sansFiltre(filtres))
    return (
      <EtatVide
        titre={
          filtres.recherche
            ? `Aucun besoin ne correspond à « ${filtres.recherche} »`
            : 'Aucun besoin ne répond à ces filtres'
        }
        actions={
          <Button variant="default" onClick={props.effacer}>
            Retirer les filtres
          </Button>
        }
      />
    );
  if (props.jamais)
    return (
      <EtatVide
        titre="Aucun besoin pour l’instant"
        actions={
          <Button leftSection={<IconPlus size={17} stroke={1.8} />} onClick={props.noter}>
            Noter un besoin
          </Button>
        }
      >
        Notez ce qu’une personne veut apprendre, ce qu’un poste demande, ou ouvrez une campagne pour
        interroger toute l’équipe. Les besoins se groupent par thème : on voit où une session peut se remplir.
      </EtatVide>
    );
  const [titre, phrase] = VIDES[filtres.vue];
  return <EtatVide titre={titre}>{phrase}</EtatVide>;
}

/** Training needs: what is left to cover, where a session can be filled, and who needs what. */
export function EcranBesoins() {
  useGarderPlace();
  const { filtres, changer } = useFiltresBesoins();
  const { par, ...entree } = filtres;
  const { data } = useLecture('formation.besoins', entree, { garderPrecedent: true });
  const [choisis, setChoisis] = useState<ReadonlySet<string>>(new Set());
  const [nouveau, setNouveau] = useState(false);
  const [modifie, setModifie] = useState<BesoinLigne | null>(null);
  const [aEcarter, setAEcarter] = useState<string[] | null>(null);
  const lignes = data?.lignes ?? [];
  const vider = () => setChoisis(new Set());
  const jamais = data !== undefined && data.vues.tous + data.vues.archives === 0 && sansFiltre(filtres);
  return (
    <>
      <TetePage
        titre="Formation"
        sous="Du besoin à l’attestation"
        actions={
          <>
            {lignes.length > 0 && par !== 'themes' ? (
              <BoutonExporter operation="formation.exportBesoins" entree={entree} />
            ) : null}
            {jamais ? null : (
              <Button leftSection={<IconPlus size={17} stroke={1.8} />} onClick={() => setNouveau(true)}>
                Noter un besoin
              </Button>
            )}
          </>
        }
      />
      <OngletsFormation />
      <CarteCampagne />
      {jamais ? null : (
        <>
          {par === 'themes' ? null : <Vues filtres={filtres} nombres={data?.vues} />}
          <PucesBesoins filtres={filtres} changer={changer} />
          <search className={reseau.outils}>
            {par === 'themes' ? null : (
              <ChampRecherche
                className={reseau.recherche}
                label="Chercher un besoin"
                placeholder="Personne, thème, support…"
                recherche={filtres.recherche}
                chercher={(recherche) => changer({ recherche })}
              />
            )}
            <BoutonFiltresBesoins filtres={filtres} changer={changer} />
            <SegmentedControl
              aria-label="Regarder"
              data={[
                { value: 'liste', label: 'Un par un' },
                { value: 'themes', label: 'Par thème' },
                { value: 'personnes', label: 'Par personne' },
              ]}
              value={par}
              onChange={(choix) => {
                vider();
                changer({ par: choix as FiltresEcran['par'] });
              }}
            />
            <output className={reseau.compte}>
              {data && lignes.length > 0 && par !== 'themes'
                ? `${accorder(lignes.length, 'besoin')} · ${accorder(data.personnes, 'personne')}`
                : ''}
            </output>
          </search>
        </>
      )}
      {par === 'themes' && !jamais ? (
        <ParTheme filtres={filtres} effacer={() => changer(SANS_FILTRE)} />
      ) : null}
      {par === 'liste' && lignes.length > 0 ? (
        <>
          <Lot besoins={lignes.filter(({ id }) => choisis.has(id))} ecarter={setAEcarter} vider={vider} />
          <TableBesoins
            lignes={lignes}
            filtres={filtres}
            changer={changer}
            choisis={choisis}
            choisir={setChoisis}
            modifier={setModifie}
            ecarter={setAEcarter}
          />
        </>
      ) : null}
      {par === 'personnes' && lignes.length > 0 ? (
        <ParPersonne lignes={lignes} modifier={setModifie} />
      ) : null}
      {data && lignes.length === 0 && (par !== 'themes' || jamais) ? (
        <Carte sansMarge>
          <Rien
            filtres={filtres}
            effacer={() => changer(SANS_FILTRE)}
            noter={() => setNouveau(true)}
            jamais={jamais}
          />
        </Carte>
      ) : null}
      {nouveau ? <FenetreNouveauBesoin fermer={() => setNouveau(false)} /> : null}
      {modifie ? <FenetreBesoin besoin={modifie} fermer={() => setModifie(null)} /> : null}
      {aEcarter ? <FenetreEcarter ids={aEcarter} fermer={() => setAEcarter(null)} fait={vider} /> : null}
    </>
  );
}

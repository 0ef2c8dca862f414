import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import { CATEGORIES_SORTIE, MOIS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import {
  type SansSortie,
  type SituationLue,
  type SortieLue,
  type Sorties,
  sortiesFiltres,
  type VueSorties,
} from '../../shared/sorties/contrat.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { filtresAdresse, useFiltresAdresse } from '../app/filtres-adresse.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { OngletsBilans } from '../bilans/onglets.tsx';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { BoutonSituation, direEmploi, ETATS_SORTIE, PiluleCategorie } from './apparence.tsx';
import { FenetreSituation } from './fenetre-situation.tsx';
import { FenetreQui, FenetreSortie } from './fenetre-sortie.tsx';
import { ParCategorie, ParMois } from './mesures.tsx';
import styles from './sorties.module.css';
import { demandeDe } from './sorties-salarie.tsx';

const TOUTES = 'toutes';

/** As the list takes them; without a year in the address, the year under way. */
const ADRESSE = filtresAdresse(
  sortiesFiltres.extend({
    annee: z
      .union([z.literal(TOUTES), z.int().min(2000).max(2100)])
      .nullable()
      .default(null),
  }),
);
type Filtres = ReturnType<typeof ADRESSE.lire>;
type Changer = (changements: Partial<Filtres>) => void;

const VUES: readonly (readonly [VueSorties, string])[] = [
  ['toutes', 'Toutes'],
  ['comptees', 'Comptées'],
  ['non_comptees', 'Non comptées'],
  ['a_verifier', 'À vérifier'],
  ['ecarts', 'Écarts avec l’ASP'],
  ['a_demander', 'À rappeler'],
];

function Barre(props: { filtres: Filtres; changer: Changer; annee: number | null; data: Sorties }) {
  const { filtres, changer, annee, data } = props;
  return (
    <search className={styles.filtres}>
      <Select
        aria-label="Année de la sortie"
        w={210}
        allowDeselect={false}
        data={[
          ...data.annees.map((une) => ({
            value: String(une.annee),
            label: `${une.annee} (${accorder(une.nombre, 'sortie')})`,
          })),
          { value: TOUTES, label: 'Toutes les années' },
        ]}
        value={annee === null ? TOUTES : String(annee)}
        onChange={(choix) => changer({ annee: choix === TOUTES ? TOUTES : Number(choix) })}
      />
      <Select
        aria-label="Catégorie"
        w={250}
        placeholder="Toutes les catégories"
        clearable
        clearButtonProps={{ 'aria-label': 'Toutes les catégories' }}
        data={CATEGORIES_SORTIE.valeurs.map(({ code, label }) => ({ value: code, label }))}
        value={filtres.categorie || null}
        onChange={(categorie) => changer({ categorie: (categorie ?? '') as Filtres['categorie'] })}
      />
      <ChampRecherche
        className={styles.recherche}
        label="Chercher une personne"
        placeholder="Nom, prénom…"
        recherche={filtres.recherche}
        chercher={(recherche) => changer({ recherche })}
      />
    </search>
  );
}

/** The sentence without its first word, which the column already says; a length of time stays on one line. */
const raison = (pourquoi: string) =>
  pourquoi
    .replace(/^[^:]*:\s*/, '')
    .replace(/^./, (une) => une.toUpperCase())
    .replace(/(\d) (?=h\b)/g, '$1\u00a0')
    .replace(/\bh (?=\d)/g, 'h\u00a0');

function Lignes(props: {
  lignes: readonly SortieLue[];
  vue: VueSorties;
  ouvrir: (sortie: SortieLue) => void;
  demander: (sortie: SortieLue, dite: SituationLue) => void;
}) {
  return (
    <Tableau
      label="Sorties"
      entetes={
        <>
          <Colonne largeur="12.5%">Personne</Colonne>
          <Colonne largeur={106}>Sortie</Colonne>
          <Colonne largeur="21%">Motif</Colonne>
          <Colonne>Comptée ou non, et pourquoi</Colonne>
          {MOIS_SORTIE.map((mois) => (
            <Colonne key={mois} largeur={128}>
              À {mois} mois
            </Colonne>
          ))}
        </>
      }
    >
      {props.lignes.map((sortie) => {
        const { verdict, motif, organisation, salarie } = sortie;
        const emploi = [direEmploi(sortie), organisation?.nom].filter(Boolean).join(' · ');
        return (
          <tr key={sortie.id}>
            <td>
              <Link to={`/salaries/${salarie.id}`}>
                {salarie.nom} {salarie.prenom}
              </Link>
            </td>
            <td>
              <button
                type="button"
                className={styles.situation}
                aria-label={`Corriger la sortie de ${salarie.prenom} ${salarie.nom}, le ${formaterDate(sortie.date)}`}
                onClick={() => props.ouvrir(sortie)}
              >
                {formaterDate(sortie.date)}
              </button>
            </td>
            <td>
              {motif.label}
              {emploi ? <small className={styles.sous}>{emploi}</small> : null}
              <div className={styles.pilules}>
                <PiluleCategorie categorie={motif.categorie} />
              </div>
            </td>
            <td>
              <strong>{ETATS_SORTIE[verdict.etat]}</strong>
              <small className={styles.sous}>{raison(verdict.pourquoi)}</small>
              {props.vue === 'ecarts' || verdict.etat !== verdict.parAsp.etat ? (
                <small className={styles.sous}>{insecables(`ASP : ${verdict.parAsp.pourquoi}`)}</small>
              ) : null}
              {props.vue === 'a_verifier'
                ? verdict.doutes.map((doute) => (
                    <small key={doute} className={styles.sous}>
                      {doute}
                    </small>
                  ))
                : null}
            </td>
            {sortie.situations.length === 0 ? (
              <td colSpan={MOIS_SORTIE.length}>
                <span className={styles.second}>Non suivie</span>
              </td>
            ) : (
              sortie.situations.map((situation) => (
                <td key={situation.mois}>
                  <BoutonSituation
                    sortie={sortie}
                    situation={situation}
                    ouvrir={() => props.demander(sortie, situation)}
                  />
                </td>
              ))
            )}
          </tr>
        );
      })}
    </Tableau>
  );
}

/** Shown before one asks for the others. */
const PREMIERS = 6;

/** People whose contract is over and whose exit nobody noted: they are missing from every rate. */
function ANoter({ lignes, noter }: { lignes: readonly SansSortie[]; noter: (salarieId: string) => void }) {
  const [tous, setTous] = useState(false);
  if (lignes.length === 0) return null;
  return (
    <Carte
      titre={`${accorder(lignes.length, 'sortie')} à noter`}
      suite={lignes.length < 2 ? 'contrat fini, sans sortie' : 'contrats finis, sans sortie'}
      sansMarge
    >
      <ul className={styles.manquants}>
        {(tous ? lignes : lignes.slice(0, PREMIERS)).map(({ salarie, contrat, fin }) => (
          <li key={salarie.id}>
            <span>
              <Link to={`/salaries/${salarie.id}`}>
                {salarie.nom} {salarie.prenom}
              </Link>
              <small className={styles.sous}>
                {contrat} fini le {formaterDate(fin)}
              </small>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Noter la sortie de ${salarie.prenom} ${salarie.nom}`}
              onClick={() => noter(salarie.id)}
            >
              Noter
            </Button>
          </li>
        ))}
      </ul>
      {lignes.length > PREMIERS && !tous ? (
        <p className={styles.pied}>
          <Button variant="subtle" size="compact-sm" onClick={() => setTous(true)}>
            Voir les {lignes.length}
          </Button>
        </p>
      ) : null}
    </Carte>
  );
}

/** Which window is open over the list. */
type Ouverte =
  | { quoi: 'qui' }
  | { quoi: 'sortie'; salarieId: string; sortie: SortieLue | null }
  | { quoi: 'situation'; sortie: SortieLue; dite: SituationLue };

function Fenetre({ ouverte, fermer }: { ouverte: Ouverte; fermer: () => void }) {
  if (ouverte.quoi === 'qui') return <FenetreQui fermer={fermer} />;
  if (ouverte.quoi === 'sortie')
    return <FenetreSortie salarieId={ouverte.salarieId} sortie={ouverte.sortie} fermer={fermer} />;
  return (
    <FenetreSituation demande={demandeDe(ouverte.sortie, ouverte.dite)} dite={ouverte.dite} fermer={fermer} />
  );
}

function Contenu(props: {
  data: Sorties;
  annee: number | null;
  enCours: boolean;
  filtres: Filtres;
  changer: Changer;
  effacer: () => void;
  ouvrir: (ouverte: Ouverte) => void;
}) {
  const { data, annee, filtres, changer, ouvrir } = props;
  const noter = (salarieId: string) => ouvrir({ quoi: 'sortie', salarieId, sortie: null });
  return (
    <div className={styles.page}>
      <Barre filtres={filtres} changer={changer} annee={annee} data={data} />
      {data.mesure.constatees > 0 ? (
        <div className={styles.haut}>
          <ParCategorie mesure={data.mesure} objectifs={data.objectifs} enCours={props.enCours} />
          <ParMois situations={data.situations} />
        </div>
      ) : null}
      <ANoter lignes={data.sansSortie} noter={noter} />
      {data.mesure.constatees > 0 ? (
        <>
          <div className={styles.filtres}>
            <h2 className={styles.nomTableau}>Une à une</h2>
            <SegmentedControl
              className={styles.vues}
              aria-label="Sorties montrées"
              data={VUES.map(([vue, nom]) => ({ value: vue, label: `${nom} (${data.vues[vue]})` }))}
              value={filtres.vue}
              onChange={(vue) => changer({ vue: vue as VueSorties })}
            />
          </div>
          {data.lignes.length > 0 ? (
            <div className={styles.liste}>
              <Lignes
                lignes={data.lignes}
                vue={filtres.vue}
                ouvrir={(sortie) => ouvrir({ quoi: 'sortie', salarieId: sortie.salarie.id, sortie })}
                demander={(sortie, dite) => ouvrir({ quoi: 'situation', sortie, dite })}
              />
            </div>
          ) : (
            <Carte sansMarge>
              <EtatVide
                titre="Aucune sortie ne répond à ces filtres"
                actions={
                  <Button variant="default" onClick={props.effacer}>
                    Retirer les filtres
                  </Button>
                }
              />
            </Carte>
          )}
          <p className={styles.definitions}>
            {insecables(
              'Une sortie compte selon le genre de la structure, la durée du parcours (du premier contrat à la sortie, interruptions comprises) et les heures de l’année ; les retraits n’entrent dans aucun taux. Les taux se calculent sur les sorties comptées ; à 3, 6 et 12 mois, sur les réponses. ',
            )}
            <Link to="/parametres/seuils">Les seuils</Link> et{' '}
            <Link to="/parametres/motifs-sortie">les motifs</Link> se règlent dans les paramètres.
          </p>
        </>
      ) : (
        <Carte sansMarge>
          <EtatVide
            titre={annee === null ? 'Aucune sortie notée' : `Aucune sortie notée en ${annee}`}
            actions={<Button onClick={() => ouvrir({ quoi: 'qui' })}>Noter une sortie</Button>}
          >
            À la fin d’un parcours, un motif et un jour suffisent : Passerelle dit si la sortie compte,
            pourquoi, et rappelle de prendre des nouvelles à 3, 6 et 12 mois.
          </EtatVide>
        </Carte>
      )}
    </div>
  );
}

/** The exits of a year: what they are counted as, what is missing, and what people became. */
export function EcranSorties() {
  useGarderPlace();
  const courante = Number(useJour().slice(0, 4));
  const { filtres, changer, effacer } = useFiltresAdresse(ADRESSE);
  const annee = filtres.annee === TOUTES ? null : (filtres.annee ?? courante);
  const entree = { ...filtres, annee };
  const { data } = useLecture('sorties.list', entree, { garderPrecedent: true });
  const [ouverte, ouvrir] = useState<Ouverte | null>(null);
  return (
    <>
      <TetePage
        titre="Sorties"
        sous="Ce que deviennent les personnes à la fin de leur parcours"
        actions={
          <>
            {data && data.lignes.length > 0 ? (
              <BoutonExporter operation="sorties.export" entree={entree} />
            ) : null}
            <Button
              leftSection={<IconDoorExit size={17} stroke={1.6} />}
              onClick={() => ouvrir({ quoi: 'qui' })}
            >
              Noter une sortie
            </Button>
          </>
        }
      />
      <OngletsBilans />
      {data ? (
        <Contenu {...{ data, annee, filtres, changer, effacer, ouvrir }} enCours={annee === courante} />
      ) : null}
      {ouverte ? <Fenetre ouverte={ouverte} fermer={() => ouvrir(null)} /> : null}
    </>
  );
}

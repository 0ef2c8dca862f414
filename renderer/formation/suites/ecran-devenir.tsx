import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDate, formaterNombre, insecables } from '../../../shared/format.ts';
import {
  type GroupeSuite,
  type SuiteLigne,
  type Suites,
  type SuitesFiltres,
  suitesFiltres,
} from '../../../shared/formation/suites.ts';
import { MOIS_SITUATION, SITUATIONS } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useGarderPlace } from '../../app/defilement.ts';
import { filtresAdresse, useFiltresAdresse } from '../../app/filtres-adresse.ts';
import { useLecture } from '../../app/operations.ts';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { OngletsFormation } from '../onglets.tsx';
import { BarreCohorte, CarteCohorte, direTaux } from './cohorte.tsx';
import { FenetreSituation } from './fenetre-situation.tsx';
import styles from './suites.module.css';

const ADRESSE = filtresAdresse(suitesFiltres);

type Changer = (changements: Partial<SuitesFiltres>) => void;
type Situation = SuiteLigne['situations'][number];

function Filtres({ filtres, changer, data }: { filtres: SuitesFiltres; changer: Changer; data: Suites }) {
  return (
    <search className={styles.filtres}>
      <Select
        aria-label="Année de fin de la formation"
        placeholder="Toutes les années"
        clearable
        clearButtonProps={{ 'aria-label': 'Toutes les années' }}
        data={data.annees.map(({ annee, nombre }) => ({
          value: String(annee),
          label: `${annee} (${accorder(nombre, 'stagiaire')})`,
        }))}
        value={filtres.annee === null ? null : String(filtres.annee)}
        onChange={(annee) => changer({ annee: annee === null ? null : Number(annee) })}
      />
      <Select
        aria-label="Formation"
        placeholder="Toutes les formations"
        clearable
        searchable
        clearButtonProps={{ 'aria-label': 'Toutes les formations' }}
        nothingFoundMessage="Rien de ce nom."
        className={styles.large}
        data={data.actions.map(({ id, titre }) => ({ value: id, label: titre }))}
        value={filtres.actionId}
        onChange={(actionId) => changer({ actionId, sessionId: null })}
      />
    </search>
  );
}

/** Situations said at the month looked at, women and men apart: the last line is the base. */
function ParSituation({ cohorte }: { cohorte: Suites['cohortes'][number] }) {
  const { tous, femmes, hommes } = cohorte;
  const nombre = (mesure: typeof tous, code: string) =>
    mesure.situations.find((une) => une.code === code)?.nombre ?? 0;
  const cellules = (lire: (mesure: typeof tous) => number) =>
    [femmes, hommes, tous].map((mesure, rang) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns.
      <td key={rang} className={styles.droite}>
        {formaterNombre(lire(mesure))}
      </td>
    ));
  return (
    <Tableau
      nu
      label="Situations"
      entetes={
        <>
          <Colonne>Situation</Colonne>
          <Colonne largeur={90} droite>
            Femmes
          </Colonne>
          <Colonne largeur={90} droite>
            Hommes
          </Colonne>
          <Colonne largeur={90} droite>
            Total
          </Colonne>
        </>
      }
    >
      {tous.situations.map(({ code }) => (
        <tr key={code}>
          <td>{label(SITUATIONS, code)}</td>
          {cellules((mesure) => nombre(mesure, code))}
        </tr>
      ))}
      <tr className={styles.somme}>
        <td>Réponses</td>
        {cellules(({ repondants }) => repondants)}
      </tr>
    </Tableau>
  );
}

function Groupes({ titre, groupes }: { titre: string; groupes: readonly GroupeSuite[] }) {
  return (
    <Tableau
      nu
      label={`Par ${titre.toLocaleLowerCase('fr')}`}
      entetes={
        <>
          <Colonne>{titre}</Colonne>
          <Colonne largeur={80} droite>
            Cohorte
          </Colonne>
          <Colonne largeur={150} droite>
            Dynamiques
          </Colonne>
          <Colonne largeur={140}>
            <span className={styles.cache}>En image</span>
          </Colonne>
          <Colonne largeur={106} droite>
            Sans réponse
          </Colonne>
          <Colonne largeur={106} droite>
            Pas demandé
          </Colonne>
        </>
      }
    >
      {groupes.map(({ id, nom, mesure }) => (
        <tr key={id}>
          <td>{nom}</td>
          <td className={styles.droite}>{mesure.cohorte}</td>
          <td className={styles.droite}>{direTaux(mesure)}</td>
          <td>
            <BarreCohorte mesure={mesure} />
          </td>
          <td className={styles.droite}>{mesure.sansReponse}</td>
          <td className={styles.droite}>{mesure.nonDemandes + mesure.pasEncore}</td>
        </tr>
      ))}
    </Tableau>
  );
}

function direSituation({ etat, mois, situation, echeance }: Situation, aDemander: number | null): string {
  if (etat === 'pas_encore') return `dès le ${formaterDate(echeance)}`;
  if (etat === 'non_demande') return mois === aDemander ? 'À demander' : 'Non demandé';
  return label(SITUATIONS, situation).replace(/ \(.*$/, '');
}

function Personnes(props: {
  lignes: readonly SuiteLigne[];
  ouvrir: (ligne: SuiteLigne, mois: Situation['mois']) => void;
}) {
  return (
    <Tableau
      label="Stagiaires suivis"
      entetes={
        <>
          <Colonne largeur="22%">Personne</Colonne>
          <Colonne>Formation</Colonne>
          {MOIS_SITUATION.map((mois) => (
            <Colonne key={mois} largeur={190}>
              À {mois} mois
            </Colonne>
          ))}
        </>
      }
    >
      {props.lignes.map((ligne) => (
        <tr key={ligne.inscriptionId}>
          <td>
            <Link to={`/salaries/${ligne.salarie.id}`}>
              {ligne.salarie.nom} {ligne.salarie.prenom}
            </Link>
          </td>
          <td>
            <Link to={`/formation/sessions/${ligne.session.id}`}>{ligne.session.titre}</Link>
            <small className={styles.sous}>
              {ligne.session.numero} · finie le {formaterDate(ligne.session.fin)}
            </small>
          </td>
          {ligne.situations.map((situation) => (
            <td key={situation.mois}>
              <button
                type="button"
                className={styles.situation}
                data-etat={situation.mois === ligne.aDemander ? 'due' : situation.etat}
                aria-label={`${nomComplet(ligne.salarie)} à ${situation.mois} mois : ${direSituation(situation, ligne.aDemander)}`}
                onClick={() => props.ouvrir(ligne, situation.mois)}
              >
                {direSituation(situation, ligne.aDemander)}
              </button>
            </td>
          ))}
        </tr>
      ))}
    </Tableau>
  );
}

const VIDES: Record<SuitesFiltres['vue'], readonly [string, string]> = {
  a_demander: [
    'Personne n’est à interroger aujourd’hui',
    'Une personne revient ici 3, 6 et 12 mois après la fin de sa formation ; Aujourd’hui le rappelle aussi.',
  ],
  tous: ['Aucun stagiaire', 'Élargissez les filtres pour retrouver les personnes entrées en formation.'],
  sans_reponse: [
    'Personne n’est resté sans réponse',
    'Ceux que vous n’avez pas pu joindre se retrouvent ici, pour essayer encore.',
  ],
};

/** What became of trainees at 3, 6 and 12 months: rates with their bases, and whom to ask now. */
export function EcranDevenir() {
  useGarderPlace();
  const { filtres, changer } = useFiltresAdresse(ADRESSE);
  const { data } = useLecture('formation.suites', filtres, { garderPrecedent: true });
  const [ouverte, setOuverte] = useState<{ ligne: SuiteLigne; mois: Situation['mois'] } | null>(null);
  const jamais = data?.annees.length === 0;
  return (
    <>
      <TetePage
        titre="Formation"
        sous="Ce que deviennent les stagiaires"
        actions={
          data && data.lignes.length > 0 ? (
            <BoutonExporter operation="formation.exportSuites" entree={filtres} />
          ) : null
        }
      />
      <OngletsFormation />
      {jamais ? (
        <Carte sansMarge>
          <EtatVide
            titre="Aucune formation n’est encore finie"
            actions={
              <Button component={Link} to="/formation" variant="default">
                Voir les sessions
              </Button>
            }
          >
            Quand une session se termine, les personnes entrées viennent ici : Passerelle dit qui interroger à
            3, 6 et 12 mois, et compte ce que chacun est devenu.
          </EtatVide>
        </Carte>
      ) : null}
      {data && !jamais ? (
        <div className={styles.page}>
          <Filtres filtres={filtres} changer={changer} data={data} />
          <div className={styles.cohortes}>
            {data.cohortes.map((cohorte) => (
              <CarteCohorte key={cohorte.mois} cohorte={cohorte} />
            ))}
          </div>
          <section aria-label="Stagiaires" className={styles.bloc}>
            <div className={styles.teteBloc}>
              <h2>Qui interroger</h2>
              <SegmentedControl
                aria-label="Stagiaires montrés"
                data={[
                  { value: 'a_demander', label: `À demander (${data.vues.a_demander})` },
                  { value: 'sans_reponse', label: `Sans réponse (${data.vues.sans_reponse})` },
                  { value: 'tous', label: `Tous (${data.vues.tous})` },
                ]}
                value={filtres.vue}
                onChange={(vue) => changer({ vue: vue as SuitesFiltres['vue'] })}
              />
            </div>
            {data.lignes.length > 0 ? (
              <Personnes lignes={data.lignes} ouvrir={(ligne, mois) => setOuverte({ ligne, mois })} />
            ) : (
              <Carte sansMarge>
                <EtatVide titre={VIDES[filtres.vue][0]}>{VIDES[filtres.vue][1]}</EtatVide>
              </Carte>
            )}
          </section>
          <section aria-label="Détail" className={styles.bloc}>
            <div className={styles.teteBloc}>
              <h2>Dans le détail</h2>
              <SegmentedControl
                aria-label="Mois regardé"
                data={MOIS_SITUATION.map((mois) => ({ value: String(mois), label: `À ${mois} mois` }))}
                value={String(filtres.mois)}
                onChange={(mois) => changer({ mois: Number(mois) as SuitesFiltres['mois'] })}
              />
            </div>
            <div className={styles.detail}>
              <Carte titre="Situations" sansMarge>
                <ParSituation cohorte={data.cohortes.find(({ mois }) => mois === filtres.mois)!} />
              </Carte>
              <Carte titre="Par formation" sansMarge>
                <Groupes titre="Formation" groupes={data.parAction} />
              </Carte>
              {data.parAnnee.length > 1 ? (
                <Carte titre="Par année" sansMarge>
                  <Groupes titre="Année" groupes={data.parAnnee} />
                </Carte>
              ) : null}
              {data.parSession.length > data.parAction.length ? (
                <Carte titre="Par session" sansMarge>
                  <Groupes titre="Session" groupes={data.parSession} />
                </Carte>
              ) : null}
            </div>
          </section>
          <p className={styles.definitions}>
            {insecables(
              'La cohorte : les personnes entrées dans une session finie, celles qui ont interrompu aussi. Une sortie dynamique : emploi durable ou de transition, formation qualifiante, autre SIAE. Le taux se calcule sur les réponses ; « toujours en parcours » en fait partie, « sans réponse » et « non demandé » n’en font pas partie.',
            )}
          </p>
        </div>
      ) : null}
      {ouverte ? (
        <FenetreSituation
          key={`${ouverte.ligne.inscriptionId} ${ouverte.mois}`}
          ligne={ouverte.ligne}
          mois={ouverte.mois}
          fermer={() => setOuverte(null)}
        />
      ) : null}
    </>
  );
}

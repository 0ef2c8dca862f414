import { Button, Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { nommerFinanceur } from '../../../shared/formation/avertissements-financement.ts';
import {
  type FinancementLigne,
  type FinancementsAnnee,
  type FinancementsFiltres,
  financementsFiltres,
} from '../../../shared/formation/financement.ts';
import { direPart } from '../../../shared/formation/part.ts';
import { LIBELLES_ETAT_LIGNE } from '../../../shared/formation/regles-financement.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { PHASES_COUT } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { direEcheance } from '../../../shared/sollicitations/regles.ts';
import { filtresAdresse, useFiltresAdresse } from '../../app/filtres-adresse.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { BoutonExporter } from '../../components/exporter.tsx';
import panneau from '../../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../../components/filtres-choisis.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { PasAnnee } from '../../components/pas-annee.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { avecCourant, Choix } from '../../reseau/filtres-liste.tsx';
import styles from './financements.module.css';
import { PiluleEtatLigne } from './lignes.tsx';

/** The year is this one unless the address says another. */
const ADRESSE = filtresAdresse(
  financementsFiltres.extend({ annee: financementsFiltres.shape.annee.default(0) }),
);

const ATTENTES = {
  recevoir: 'Reste à recevoir',
  rembourser: 'Avance non remboursée',
  echeance: 'Échéance proche ou passée',
};

const choixDe = (libelles: Record<string, string>) =>
  Object.entries(libelles).map(([value, nom]) => ({ value, label: nom }));

const POSTES = PHASES_COUT.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }));
const ETATS = choixDe(LIBELLES_ETAT_LIGNE);

const SANS: Partial<FinancementsFiltres> = { financeur: '', phase: '', etat: '', attente: '' };

function useFiltres() {
  const courante = Number(useJour().slice(0, 4));
  const { filtres, changer } = useFiltresAdresse(ADRESSE);
  const annee = filtres.annee || courante;
  return {
    filtres: { ...filtres, annee } as FinancementsFiltres,
    changer,
    changerAnnee: (voulue: number) => changer({ annee: voulue === courante ? 0 : voulue }),
  };
}

type Changer = (changements: Partial<FinancementsFiltres>) => void;

function usePuces(
  filtres: FinancementsFiltres,
  data: FinancementsAnnee | undefined,
): Puce<FinancementsFiltres>[] {
  const { financeur, phase, etat, attente } = filtres;
  const nom =
    financeur === 'propres' ? 'Fonds propres' : data?.financeurs.find(({ id }) => id === financeur)?.nom;
  return [
    financeur !== '' && { mots: nom ?? 'Un financeur', sans: { financeur: '' as const } },
    phase !== '' && { mots: label(PHASES_COUT, phase), sans: { phase: '' as const } },
    etat !== '' && { mots: LIBELLES_ETAT_LIGNE[etat], sans: { etat: '' as const } },
    attente !== '' && { mots: ATTENTES[attente], sans: { attente: '' as const } },
  ].filter((puce) => puce !== false);
}

function Panneau(props: {
  filtres: FinancementsFiltres;
  data: FinancementsAnnee | undefined;
  changer: Changer;
}) {
  const { filtres, data, changer } = props;
  const financeurs = [
    ...(data?.financeurs ?? []).map(({ id, nom }) => ({ value: id, label: nom })),
    { value: 'propres', label: 'Fonds propres' },
  ];
  return (
    <div className={panneau.panneau}>
      <Choix
        label="Financeur"
        tous="Tous les financeurs"
        recherche
        data={avecCourant(financeurs, filtres.financeur)}
        value={filtres.financeur}
        onChange={(financeur) => changer({ financeur })}
      />
      <Choix
        label="Poste"
        tous="Tous les postes"
        data={POSTES}
        value={filtres.phase}
        onChange={(phase) => changer({ phase: phase as FinancementsFiltres['phase'] })}
      />
      <Choix
        label="État"
        tous="Tous les états"
        data={ETATS}
        value={filtres.etat}
        onChange={(etat) => changer({ etat: etat as FinancementsFiltres['etat'] })}
      />
      <Choix
        label="En attente"
        tous="Toutes les lignes"
        data={choixDe(ATTENTES)}
        value={filtres.attente}
        onChange={(attente) => changer({ attente: attente as FinancementsFiltres['attente'] })}
      />
    </div>
  );
}

/** Money of the lines shown, by funder: each opens its own lines. */
function ParFinanceur({ data, changer }: { data: FinancementsAnnee; changer: Changer }) {
  const { parFinanceur, totaux } = data;
  const cellules = ({ retenu, accorde, verse, aRecevoir, aRembourser }: FinancementsAnnee['totaux']) =>
    [retenu, accorde, verse, aRecevoir, aRembourser].map((centimes, rang) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns have their places.
      <td key={rang} className={styles.euros} data-nul={centimes === 0 || undefined}>
        {formaterEuros(centimes)}
      </td>
    ));
  return (
    <Carte titre="Par financeur" sansMarge>
      <div className={styles.resume}>
        <Tableau
          nu
          label="Par financeur"
          entetes={
            <>
              <Colonne>Financeur</Colonne>
              <Colonne droite>Compté</Colonne>
              <Colonne droite>Accordé</Colonne>
              <Colonne droite>Versé</Colonne>
              <Colonne droite>À recevoir</Colonne>
              <Colonne droite>Avances en attente</Colonne>
            </>
          }
        >
          {parFinanceur.map((ligne) => (
            <tr key={ligne.organisation?.id ?? 'propres'}>
              <td>
                <button
                  type="button"
                  className={styles.lien}
                  onClick={() => changer({ financeur: ligne.organisation?.id ?? 'propres' })}
                >
                  {nommerFinanceur(ligne.organisation)}
                </button>
                <small>{accorder(ligne.nombre, 'ligne')}</small>
              </td>
              {cellules(ligne)}
            </tr>
          ))}
          {parFinanceur.length > 1 ? (
            <tr className={styles.total}>
              <td>
                <strong>Total</strong>
              </td>
              {cellules(totaux)}
            </tr>
          ) : null}
        </Tableau>
      </div>
    </Carte>
  );
}

function UneLigne({ ligne, today }: { ligne: FinancementLigne; today: string }) {
  const { session, organisation, phase, part, etat, retenu, accorde, verse, echeance, echeanceObjet } = ligne;
  return (
    <tr>
      <td>
        <Link to={`/formation/sessions/${session.id}/financement`}>{session.titre}</Link>
        <small>
          {session.numero} · {formaterDate(session.debut)}
        </small>
      </td>
      <td>
        {nommerFinanceur(organisation)}
        <small>
          {[label(PHASES_COUT, phase), part === null ? '' : direPart(part), ligne.reference]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td>
        <PiluleEtatLigne etat={etat} />
      </td>
      <td className={styles.euros}>{formaterEuros(retenu)}</td>
      <td className={styles.euros} data-nul={accorde === 0 || undefined}>
        {formaterEuros(accorde)}
      </td>
      <td className={styles.euros} data-nul={verse === 0 || undefined}>
        {formaterEuros(verse)}
      </td>
      <td>
        {echeance === null ? null : (
          <span className={styles.echeance} data-retard={echeance < today || undefined}>
            {formaterDate(echeance)}
            <small>{insecables(echeanceObjet || direEcheance(echeance, today))}</small>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Every funding line of a financial year: what is granted, paid, still to come, and by when. */
export function EcranFinancements() {
  const { filtres, changer, changerAnnee } = useFiltres();
  const today = useJour();
  const { annee } = filtres;
  const { data } = useLecture('formation.financements', filtres, { garderPrecedent: true });
  const puces = usePuces(filtres, data);
  return (
    <>
      <TetePage
        titre={`Financements ${annee}`}
        fil={[
          { label: 'Formation', vers: '/formation' },
          { label: 'Plan', vers: `/formation/plan?annee=${annee}` },
        ]}
        sous={data ? sousTitre(data) : '\u00a0'}
        actions={
          data && data.lignes.length > 0 ? (
            <BoutonExporter operation="formation.financementsExport" entree={filtres} />
          ) : null
        }
      />
      <div className={styles.barre}>
        <PasAnnee annee={annee} changer={changerAnnee} exercice />
        {data && data.total > 0 ? (
          <PanneauFiltres nombre={puces.length}>
            <Panneau filtres={filtres} data={data} changer={changer} />
          </PanneauFiltres>
        ) : null}
      </div>
      <FiltresChoisis puces={puces} changer={changer} tout={SANS} />
      {data ? (
        data.lignes.length === 0 ? (
          <Carte sansMarge>
            {data.total === 0 ? (
              <EtatVide
                titre={`Aucun financement pour ${annee}`}
                actions={
                  <Button component={Link} to="/formation" variant="default">
                    Voir les sessions
                  </Button>
                }
              >
                Chaque session a un onglet Financement : qui paie, combien, ce qui est demandé, accordé,
                versé. Les lignes de l’exercice se retrouvent ici.
              </EtatVide>
            ) : (
              <EtatVide
                titre="Aucune ligne ne répond à ces filtres"
                actions={
                  <Button variant="default" onClick={() => changer(SANS)}>
                    Retirer les filtres
                  </Button>
                }
              />
            )}
          </Carte>
        ) : (
          <div className={styles.page}>
            <ParFinanceur data={data} changer={changer} />
            <Tableau
              label="Lignes de financement"
              entetes={
                <>
                  <Colonne largeur="26%">Session</Colonne>
                  <Colonne largeur="24%">Financeur</Colonne>
                  <Colonne>État</Colonne>
                  <Colonne droite>Compté</Colonne>
                  <Colonne droite>Accordé</Colonne>
                  <Colonne droite>Versé</Colonne>
                  <Colonne>Échéance</Colonne>
                </>
              }
            >
              {data.lignes.map((ligne) => (
                <UneLigne key={ligne.id} ligne={ligne} today={today} />
              ))}
            </Tableau>
          </div>
        )
      ) : (
        <Skeleton height={320} radius={10} />
      )}
    </>
  );
}

function sousTitre({ lignes, totaux }: FinancementsAnnee): string {
  if (lignes.length === 0) return 'Ce que chaque financeur a accordé, versé, et ce qui reste à recevoir';
  return [
    accorder(lignes.length, 'ligne'),
    `${formaterEuros(totaux.aRecevoir)} à recevoir`,
    totaux.aRembourser > 0 ? `${formaterEuros(totaux.aRembourser)} avancés et non remboursés` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

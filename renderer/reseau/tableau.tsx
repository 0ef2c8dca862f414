import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import type { Ref } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { formaterDate, formaterNombre, formaterTelephone } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import type { ListeFiltres, OrganisationLigne } from '../../shared/reseau/liste.ts';
import { useListe } from '../app/listes.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { EnteteTri, LienLigne, type TableRef, TableVirtuelle } from '../components/table-virtuelle.tsx';
import { libelleGenre } from './libelles.ts';
import type { Selection } from './selection.tsx';
import { MarqueSilence } from './silence.tsx';
import styles from './tableau.module.css';

const HAUTEUR_LIGNE = 49;
/** The filters, which stay at the top while the lines scroll under them. */
const HAUTEUR_FILTRES = 58;

type Tri = ListeFiltres['tri'];

/** `premier`: the direction that is wanted first. The widest screens alone show `secteur` and `type`. */
const COLONNES: { titre: string; classe: string; tri?: Tri; premier?: ListeFiltres['sens'] }[] = [
  { titre: 'Organisation', classe: styles.nom, tri: 'nom', premier: 'asc' },
  { titre: 'Ville', classe: styles.ville, tri: 'ville', premier: 'asc' },
  { titre: 'Type', classe: styles.type },
  { titre: 'Secteur', classe: styles.secteur },
  { titre: 'Stade', classe: styles.stade },
  { titre: 'Référent', classe: styles.referent },
  { titre: 'Téléphone', classe: styles.telephone },
  { titre: 'Dernier échange', classe: styles.date, tri: 'echange', premier: 'desc' },
  { titre: 'Prochaine action', classe: styles.date, tri: 'relance', premier: 'asc' },
];

function ProchaineAction({ date, today }: { date: string | null; today: string }) {
  if (date === null) return null;
  if (date >= today) return formaterDate(date);
  return (
    <span className={styles.retard} title="En retard">
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      {formaterDate(date)}
      <span className="visuellement-cache"> en retard</span>
    </span>
  );
}

/** Better known before calling, in a sign and in words. */
function MarqueSaturation() {
  return (
    <span className={styles.marque} title="Très sollicitée">
      <IconHandStop size={16} stroke={1.8} aria-hidden />
      <span className="visuellement-cache"> Très sollicitée</span>
    </span>
  );
}

/** Under the name: why not to call, else why to call, else what they do. */
function SousNom({ ligne }: { ligne: OrganisationLigne }) {
  if (ligne.silence)
    return (
      <span className={styles.activite}>
        <MarqueSilence />
      </span>
    );
  if (ligne.raison === '') return <span className={styles.activite}>{ligne.activite}</span>;
  return (
    <span className={styles.raison} title={ligne.raison}>
      {ligne.raison}
    </span>
  );
}

function Cellules({
  ligne,
  today,
  atteignable,
  secteur,
}: {
  ligne: OrganisationLigne;
  today: string;
  atteignable: boolean;
  secteur: (code: string) => string;
}) {
  return (
    <>
      <td className={styles.nom}>
        <span className={styles.nomEtMarques}>
          <LienLigne vers={`/reseau/${ligne.id}`} nom={ligne.nom} atteignable={atteignable} />
          {ligne.saturation === 'saturee' && !ligne.silence ? <MarqueSaturation /> : null}
        </span>
        <SousNom ligne={ligne} />
      </td>
      <td className={styles.ville}>
        {ligne.ville}
        <span className={styles.activite}>{ligne.codePostal}</span>
      </td>
      <td className={styles.type}>{libelleGenre(ligne)}</td>
      <td className={styles.secteur}>{ligne.secteur ? secteur(ligne.secteur) : ''}</td>
      <td className={styles.stade}>
        <span className={styles.pilule} data-stade={ligne.stade}>
          {label(STADES, ligne.stade)}
        </span>
      </td>
      <td className={styles.referent}>{ligne.referent}</td>
      <td className={styles.telephone}>{formaterTelephone(ligne.telephone)}</td>
      <td className={styles.date}>
        {ligne.dernierEchange ? (
          formaterDate(ligne.dernierEchange)
        ) : (
          <span className={styles.jamais}>jamais</span>
        )}
      </td>
      <td className={styles.date}>
        <ProchaineAction date={ligne.prochaineRelance} today={today} />
      </td>
    </>
  );
}

/** The network, however long. Space chooses a line (with Shift, all the lines since the last one chosen). */
export function Tableau({
  filtres,
  trier,
  surTotal,
  selection,
  ref,
}: {
  filtres: ListeFiltres;
  selection: Selection;
  trier: (tri: Tri, sens: ListeFiltres['sens']) => void;
  surTotal: (total: number) => void;
  ref?: Ref<TableRef>;
}) {
  const today = dateLocale(new Date());
  const secteurs = useListe('secteurs');
  return (
    <TableVirtuelle
      ref={ref}
      nom="Organisations"
      operation="reseau.list"
      filtres={filtres}
      className={styles.tableau}
      hauteurLigne={HAUTEUR_LIGNE}
      haut={HAUTEUR_FILTRES}
      surTotal={surTotal}
      adresse={({ id }) => `/reseau/${id}`}
      choisie={({ id }) => selection.ids.has(id)}
      surEspace={({ id }, rang, etendre) => selection.basculer(id, rang, etendre)}
      colonnes={COLONNES.length + 1}
      entetes={(nombre) => (
        <>
          <th scope="col" className={styles.choix}>
            <input
              type="checkbox"
              aria-label={`Tout sélectionner (${formaterNombre(nombre)})`}
              title={`Tout sélectionner (${formaterNombre(nombre)})`}
              checked={nombre > 0 && selection.ids.size >= nombre}
              ref={(case_) => {
                if (case_) case_.indeterminate = selection.ids.size > 0 && selection.ids.size < nombre;
              }}
              onChange={() =>
                selection.ids.size > 0 ? selection.vider() : void selection.toutPrendre().catch(annoncerRefus)
              }
            />
          </th>
          {COLONNES.map((colonne) => (
            <EnteteTri key={colonne.titre} {...colonne} ordre={filtres} trier={trier} />
          ))}
        </>
      )}
      cellules={(organisation, { rang, atteignable }) => (
        <>
          <td className={styles.choix}>
            <input
              type="checkbox"
              aria-label={`Choisir ${organisation.nom}`}
              tabIndex={atteignable ? 0 : -1}
              checked={selection.ids.has(organisation.id)}
              onChange={({ nativeEvent }) =>
                selection.basculer(organisation.id, rang, (nativeEvent as unknown as MouseEvent).shiftKey)
              }
            />
          </td>
          <Cellules ligne={organisation} today={today} atteignable={atteignable} secteur={secteurs.libelle} />
        </>
      )}
    />
  );
}

import { type DateCivile, lundiDe } from '../../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterJourCourt } from '../../format.ts';
import { direPlage, nomAdministratif, Remplace, referencesPapier } from '../immersion/commun.tsx';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';
import { type DemiJournee, datesSession, minutesDe, nomOrganisme, type ReperesSession } from './commun.tsx';

/** What the sheet signed each half-day is laid out from. */
export interface DonneesEmargement extends ReperesSession {
  creneaux: DemiJournee[];
  stagiaires: {
    prenom: string;
    nom: string;
    /** First and last day to sign; null for those of the session. */
    du: DateCivile | null;
    au: DateCivile | null;
  }[];
  /** Seats of other structures, whose trainees write their own names. */
  partenaires: { nom: string; places: number }[];
}

export const CSS_EMARGEMENT = `
@page { size: A4 landscape; margin: 10mm 11mm 14mm; }
@media screen { .feuille { width: 297mm; min-height: 210mm; padding: 10mm 11mm 14mm; } }
h1 { margin: 2.2mm 0 0.6mm; font-size: 14pt; }
.entete { padding-bottom: 2mm; }
.entete img { max-height: 11mm; }
.emargement { table-layout: fixed; margin: 1.6mm 0 0; font-size: 8.4pt; }
.emargement th, .emargement td { padding: 0.6mm 1mm; vertical-align: middle; }
.emargement thead th { text-align: center; font-size: 8pt; line-height: 1.2; }
.emargement thead tr:first-child th:first-child { text-align: left; }
.emargement tbody th { background: none; font-weight: 600; line-height: 1.2; overflow-wrap: anywhere; }
.emargement th small { display: block; font-weight: 450; font-size: 7.2pt; color: #4d4d4d; }
.emargement tfoot { display: table-footer-group; }
.emargement tfoot tr { height: 13mm; }
.emargement tfoot th { font-weight: 620; line-height: 1.2; }
.emargement td[data-hors] { background: repeating-linear-gradient(135deg, #d9d6ce 0 0.4mm, #fff 0.4mm 1.8mm); }
.emargement span { white-space: nowrap; }
`;

export const titreEmargement = ({ numero }: DonneesEmargement) => `Feuille d’émargement ${numero}`;

/** Half-days on one page, so that a signature has its room. */
const COLONNES_MAX = 10;
/** Trainees on one page: more would leave the trainer's row alone on the next. */
const RANGEES_MAX = 13;
/** Room for their rows, and the tallest a row is worth (mm). */
const HAUTEUR = 121;
const RANGEE_MAX = 14;

/** Half-days by page: whole weeks together as long as they fit; a fuller week is cut. */
export function pagesEmargement(creneaux: readonly DemiJournee[]): DemiJournee[][] {
  const semaines = Map.groupBy(creneaux, ({ date }) => lundiDe(date)).values();
  const pages: DemiJournee[][] = [];
  for (const semaine of semaines) {
    const derniere = pages.at(-1);
    if (derniere && derniere.length + semaine.length <= COLONNES_MAX) derniere.push(...semaine);
    else
      for (let depart = 0; depart < semaine.length; depart += COLONNES_MAX)
        pages.push(semaine.slice(depart, depart + COLONNES_MAX));
  }
  return pages;
}

interface Rangee {
  nom: string;
  note: string;
  du: DateCivile | null;
  au: DateCivile | null;
}

function rangeesDe({ stagiaires, partenaires }: DonneesEmargement): Rangee[] {
  return [
    ...stagiaires.map((stagiaire) => ({
      nom: nomAdministratif(stagiaire),
      note: stagiaire.au
        ? `jusqu’au ${formaterDate(stagiaire.au)}`
        : stagiaire.du
          ? `à partir du ${formaterDate(stagiaire.du)}`
          : '',
      du: stagiaire.du,
      au: stagiaire.au,
    })),
    ...partenaires.flatMap(({ nom, places }) =>
      Array.from({ length: places }, () => ({ nom: '', note: nom, du: null, au: null })),
    ),
  ];
}

/** In equal parts, so that no page is left with one row. */
function enPages(rangees: readonly Rangee[]): Rangee[][] {
  const pages = Math.max(1, Math.ceil(rangees.length / RANGEES_MAX));
  const parPage = Math.ceil(rangees.length / pages);
  return Array.from({ length: pages }, (_, page) => rangees.slice(page * parPage, (page + 1) * parPage));
}

const MOMENTS: Record<string, string> = { matin: 'matin', apres_midi: 'après-midi' };

function Tableau({
  d,
  creneaux,
  rangees,
}: {
  d: DonneesEmargement;
  creneaux: DemiJournee[];
  rangees: Rangee[];
}) {
  const jours = [...Map.groupBy(creneaux, ({ date }) => date)] as [DateCivile, DemiJournee[]][];
  return (
    <table
      className="emargement"
      aria-label={`Émargement du ${formaterDate(creneaux[0]!.date)} au ${formaterDate(creneaux.at(-1)!.date)}`}
    >
      <colgroup>
        <col style={{ width: '46mm' }} />
        {creneaux.map(({ date, demi }) => (
          // A few half-days would else make boxes as wide as a hand.
          <col key={`${date} ${demi}`} style={{ width: creneaux.length < 5 ? '46mm' : undefined }} />
        ))}
        {creneaux.length < 5 && <col />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Stagiaire
          </th>
          {jours.map(([date, demies]) => (
            <th scope="colgroup" colSpan={demies.length} key={date}>
              {formaterJourCourt(date)}
            </th>
          ))}
        </tr>
        <tr>
          {creneaux.map((demie) => (
            <th scope="col" key={`${demie.date} ${demie.demi}`}>
              {MOMENTS[demie.demi]}
              <small>
                <span>{direPlage(demie)}</span>
              </small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rangees.map(({ nom, note, du, au }, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blank rows are all alike; drawn once.
          <tr key={rang} style={{ height: `${Math.min(RANGEE_MAX, HAUTEUR / rangees.length).toFixed(1)}mm` }}>
            <th scope="row">
              {nom}
              {note && <small>{note}</small>}
            </th>
            {creneaux.map(({ date, demi }) => (
              <td
                key={`${date} ${demi}`}
                data-hors={(du !== null && date < du) || (au !== null && date > au) || undefined}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            Formateur
            <small>{d.formateur || 'nom et signature'}</small>
          </th>
          {creneaux.map(({ date, demi }) => (
            <td key={`${date} ${demi}`} />
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** One page for each group of weeks and of trainees; each says the whole of what it is. */
export function FeuilleEmargement({
  d,
  projet,
  edition,
}: {
  d: DonneesEmargement;
  projet: boolean;
  edition: number;
}) {
  const groupes = enPages(rangeesDe(d));
  return pagesEmargement(d.creneaux).flatMap((creneaux) =>
    groupes.map((rangees, rang) => (
      <Feuille
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name; drawn once.
        key={`${creneaux[0]!.date} ${creneaux[0]!.demi} ${rang}`}
        pied={piedDe(d.structure)}
        projet={projet}
      >
        <Entete
          structure={d.structure}
          references={referencesPapier(`Émargement, session ${d.numero}`, { projet, edition })}
        />
        <h1>{d.formation}</h1>
        <p className="chapeau">
          {[
            datesSession({ debut: creneaux[0]!.date, fin: creneaux.at(-1)!.date }),
            `${accorder(creneaux.length, 'demi-journée')}, ${formaterDuree(minutesDe(creneaux))}`,
            nomOrganisme(d),
            d.lieu,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Remplace edition={edition} />
        <Tableau d={d} creneaux={creneaux} rangees={rangees} />
        <p className="petit" style={{ marginTop: '1.6mm' }}>
          Chacun signe dans sa case à chaque demi-journée ; en cas d’absence, le formateur écrit « absent ».
          Le formateur signe en bas de chaque colonne.
        </p>
      </Feuille>
    )),
  );
}

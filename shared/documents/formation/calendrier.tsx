import type { DateCivile } from '../../dates.ts';
import { accorder, formaterDate, formaterDuree, insecables, MOIS } from '../../format.ts';
import {
  bornesDe,
  type CalendrierFormation,
  type FenetreFormation,
  minutesDansFenetre,
  nomDeFenetre,
  placeDans,
  type RangeeFormation,
} from '../../formation/calendrier.ts';
import { direRemplissage, LIBELLES_ETAT_SESSION } from '../../formation/etat-session.ts';
import { initialeDuJour, joursDe } from '../../immersions/calendrier.ts';
import { nomFerie } from '../../immersions/horaires.ts';
import type { Structure } from '../../parametres/schema.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';

export const STYLE_CALENDRIER_FORMATION = `
@page { size: A4 landscape; margin: 11mm 11mm 14mm; }
@media screen { .feuille { width: 297mm; min-height: 210mm; padding: 11mm 11mm 14mm; } }
h1 { margin: 2.4mm 0 0.6mm; }
.calendrier { table-layout: fixed; margin: 2mm 0 0; font-size: 7.6pt; }
.calendrier th, .calendrier td { padding: 0; text-align: center; }
.calendrier thead th { padding: 0.5mm 0; font-weight: 550; line-height: 1.15; }
.calendrier [data-repos] { background: #e6e3dc; }
.calendrier th:first-child { width: 66mm; padding: 0.8mm 1.6mm; text-align: left; }
.calendrier tbody th { background: none; font-weight: 600; line-height: 1.2; overflow-wrap: anywhere; }
.calendrier tbody th small { display: block; font-weight: 450; font-size: 6.8pt; color: #4d4d4d; }
.calendrier tr { break-inside: avoid; }
.demi { display: block; height: 2.9mm; margin: 0.25mm; border-radius: 0.5mm; }
.demi[data-pris] { background: #0e6b62; }
.demi[data-prevu] { border: 0.2mm dotted #6b6b6b; }
.piste { position: relative; height: 7mm; padding: 0; }
.barre { position: absolute; top: 1.6mm; height: 3.8mm; min-width: 0.8mm; border-radius: 0.6mm; background: #0e6b62; }
.barre[data-etat="envisagee"] { border: 0.3mm dashed #9a5b00; background: #fbf0da; }
.barre[data-etat="terminee"] { background: #8a8a8a; }
.mois { position: absolute; top: 0; bottom: 0; width: 0; border-left: 0.2mm solid #d6d2c7; }
.legende { display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin: 2mm 0 0; padding: 0; list-style: none; font-size: 7.6pt; }
.legende li { display: flex; align-items: center; gap: 1.4mm; margin: 0; }
.legende .demi, .legende .barre { position: static; width: 7mm; margin: 0; }
.jour-meme { position: absolute; top: 0; bottom: 0; width: 0; border-left: 0.5mm dashed #1a1a1a; }
`;

interface Contenu extends CalendrierFormation {
  fenetre: FenetreFormation;
  today: DateCivile;
}

function Nom({ rangee }: { rangee: RangeeFormation }) {
  return (
    <th scope="row">
      {rangee.titre}
      <small>{[rangee.organisme?.nom ?? 'interne', rangee.lieu].filter(Boolean).join(', ')}</small>
      <small>
        {LIBELLES_ETAT_SESSION[rangee.etat]} · {formaterDuree(rangee.minutes)} ·{' '}
        {direRemplissage(rangee.remplissage)}
      </small>
    </th>
  );
}

/** Mornings above afternoons, day by day. */
function Mois({ rangees, fenetre, alsaceMoselle }: Contenu) {
  const { du, au } = bornesDe(fenetre);
  const jours = joursDe(du, au).map(({ date, finDeSemaine }) => ({
    date,
    repos: finDeSemaine || nomFerie(date, alsaceMoselle) !== null || undefined,
  }));
  return (
    <table className="calendrier">
      <thead>
        <tr>
          <th scope="col">Session</th>
          {jours.map(({ date, repos }) => (
            <th key={date} scope="col" data-repos={repos}>
              {initialeDuJour(date)}
              <br />
              {Number(date.slice(8))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rangees.map((rangee) => (
          <tr key={rangee.id}>
            <Nom rangee={rangee} />
            {jours.map(({ date, repos }) => {
              const pris = (demi: string) =>
                rangee.creneaux.some((creneau) => creneau.date === date && creneau.demi === demi) ||
                undefined;
              const prevu =
                (rangee.demiJournees === 0 && !repos && date >= rangee.debut && date <= rangee.fin) ||
                undefined;
              return (
                <td key={date} data-repos={repos}>
                  <span className="demi" data-pris={pris('matin')} data-prevu={prevu} />
                  <span className="demi" data-pris={pris('apres_midi')} data-prevu={prevu} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar per session, from its first day to its last. */
function Annee({ rangees, fenetre, today }: Contenu) {
  const bornes = bornesDe(fenetre);
  const part = (valeur: number) => `${valeur * 100}%`;
  const debuts = MOIS.map(
    (_, rang) =>
      placeDans({ debut: bornesDe({ ...fenetre, mois: rang + 1 }).du, fin: bornes.au }, bornes).depart,
  );
  return (
    <table className="calendrier">
      <thead>
        <tr>
          <th scope="col">Session</th>
          {MOIS.map((mois) => (
            <th key={mois} scope="col">
              {mois}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rangees.map((rangee) => {
          const { depart, largeur } = placeDans(rangee, bornes);
          return (
            <tr key={rangee.id}>
              <Nom rangee={rangee} />
              <td colSpan={12} className="piste">
                {debuts.slice(1).map((debut) => (
                  <span key={debut} className="mois" style={{ left: part(debut) }} />
                ))}
                <span
                  className="barre"
                  data-etat={rangee.etat}
                  style={{ left: part(depart), width: part(largeur) }}
                />
                {today >= bornes.du && today <= bornes.au ? (
                  <span
                    className="jour-meme"
                    style={{ left: part(placeDans({ debut: today, fin: today }, bornes).depart) }}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The sessions of a month, half-day by half-day, or of a year, on landscape sheets: the headings are repeated on each. */
export function PageCalendrierFormation(props: Contenu & { structure: Structure }) {
  const { rangees, fenetre, today, structure } = props;
  const minutes = minutesDansFenetre(rangees, bornesDe(fenetre));
  const nom = nomDeFenetre(fenetre);
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete structure={structure} references={[`Formations, ${nom}`, `au ${formaterDate(today)}`]} />
      <h1>Calendrier des formations, {nom}</h1>
      <p className="chapeau">
        {insecables(
          rangees.length === 0
            ? 'Aucune session sur cette période.'
            : `${accorder(rangees.length, 'session')}, ${formaterDuree(minutes)} au calendrier. Les sessions annulées n’y sont pas.`,
        )}
      </p>
      {rangees.length === 0 ? null : fenetre.mois === null ? <Annee {...props} /> : <Mois {...props} />}
      {rangees.length === 0 ? null : (
        <ul className="legende bloc">
          {fenetre.mois === null ? (
            <>
              <li>
                <span className="barre" data-etat="envisagee" /> Envisagée
              </li>
              <li>
                <span className="barre" /> À venir ou en cours
              </li>
              <li>
                <span className="barre" data-etat="terminee" /> Terminée
              </li>
            </>
          ) : (
            <>
              <li>
                <span className="demi" data-pris /> Demi-journée : le matin en haut, l’après-midi en bas
              </li>
              <li>
                <span className="demi" data-prevu /> Dates posées, demi-journées à fixer
              </li>
              <li>Jours grisés : samedis, dimanches et jours fériés</li>
            </>
          )}
        </ul>
      )}
    </Feuille>
  );
}

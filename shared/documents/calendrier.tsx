import type { CSSProperties } from 'react';
import type { DateCivile } from '../dates.ts';
import { accorder, formaterDate, insecables } from '../format.ts';
import {
  disposer,
  fondDesJours,
  type GenreRangee,
  initialeDuJour,
  joursDe,
  nomDeFenetre,
  placeDuJour,
  placeDuNom,
} from '../immersions/calendrier.ts';
import { ETATS, type Etat, etatImmersion, LIBELLES_ETAT } from '../immersions/etat.ts';
import type { Barre, Calendrier } from '../immersions/images.ts';
import type { Structure } from '../parametres/schema.ts';
import { Entete, Feuille, piedDe } from './page-a4.tsx';

/** Each state has its border and its hatching: a photocopy keeps them apart. */
const HACHURES: Record<Etat, string> = {
  brouillon: 'border: 0.3mm dashed #6b6b6b; background: #fff;',
  a_signer:
    'border: 0.3mm dashed #9a5b00; background: repeating-linear-gradient(135deg, #fbf0da 0 1.4mm, #fff 1.4mm 2.6mm);',
  partiellement_signee:
    'border: 0.3mm solid #9a5b00; background: repeating-linear-gradient(135deg, #f3d9a4 0 1.4mm, #fff 1.4mm 2.6mm);',
  signee: 'border: 0.3mm solid #0e6b62; background: #e3f1ee;',
  en_cours: 'border: 0.6mm solid #2c6e3f; background: #cfe6d4;',
  terminee:
    'border: 0.3mm solid #8a8a8a; background: radial-gradient(#a8a8a8 0.25mm, #fff 0.3mm) 0 0 / 1.6mm 1.6mm;',
  bilan_fait: 'border: 0.3mm solid #8a8a8a; background: #e6e6e6;',
  interrompue:
    'border: 0.3mm solid #a8321f; background: repeating-linear-gradient(90deg, #f3cdc5 0 0.5mm, #fff 0.5mm 1.6mm);',
  refusee: 'border: 0.3mm dotted #a8321f; background: #fff; text-decoration: line-through;',
  annulee: 'border: 0.3mm dotted #6b6b6b; background: #fff; text-decoration: line-through;',
};

/** Height of a lane (mm). */
const ETAGE = 5.6;

export const STYLE_CALENDRIER = `
@page { size: A4 landscape; margin: 11mm 11mm 14mm; }
@media screen { .feuille { width: 297mm; min-height: 210mm; padding: 11mm 11mm 14mm; } }
h1 { margin: 2.4mm 0 0.6mm; }
.calendrier { table-layout: fixed; margin: 2mm 0 0; font-size: 7.6pt; }
.calendrier th, .calendrier td { padding: 0.5mm 0; text-align: center; }
.calendrier thead th { font-weight: 550; line-height: 1.15; }
.calendrier thead th[data-repos] { background: #dcd9d1; }
.calendrier thead th[data-jour] { background: #1a1a1a; color: #fff; }
.calendrier th:first-child { width: 46mm; padding: 0.8mm 1.6mm; text-align: left; }
.calendrier tbody th { background: none; font-weight: 600; line-height: 1.2; vertical-align: middle; overflow-wrap: anywhere; }
.calendrier tbody th small { display: block; font-weight: 450; font-size: 6.8pt; color: #4d4d4d; }
.calendrier tbody td { position: relative; padding: 0; }
.barre, .nom, .lien, .jour-meme { position: absolute; box-sizing: border-box; }
.barre { height: 4.4mm; border-radius: 0.8mm; }
.barre[data-avant] { border-left-width: 0 !important; border-top-left-radius: 0; border-bottom-left-radius: 0; }
.barre[data-apres] { border-right-width: 0 !important; border-top-right-radius: 0; border-bottom-right-radius: 0; }
.nom { height: 4.4mm; padding: 0 1mm; line-height: 4.4mm; font-size: 7.2pt; text-align: left; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.nom span { padding: 0 0.4mm; border-radius: 0.6mm; background: rgb(255 255 255 / 82%); }
.nom[data-gauche] { text-align: right; }
.lien { height: 0; border-top: 0.5mm dotted #4d4d4d; }
.jour-meme { top: 0; bottom: 0; width: 0; border-left: 0.5mm dashed #1a1a1a; }
.legende { display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin: 2mm 0 0; padding: 0; list-style: none; font-size: 7.6pt; }
.legende li { display: flex; align-items: center; gap: 1.4mm; margin: 0; }
.legende .barre { position: static; width: 8mm; height: 3.4mm; }
${ETATS.map((etat) => `.barre[data-etat="${etat}"] { ${HACHURES[etat]} }`).join('\n')}
`;

interface Contenu {
  rangees: Calendrier['rangees'];
  du: DateCivile;
  au: DateCivile;
  par: GenreRangee;
  today: DateCivile;
}

/** The immersions of a month on landscape sheets: the row of days is repeated on each. */
export function PageCalendrier(props: Contenu & { structure: Structure }) {
  const { rangees, du, au, par, today, structure } = props;
  const barres = rangees.flatMap((rangee) => rangee.barres);
  const nombre = new Set(barres.map(({ id }) => id)).size;
  const autres = new Set(
    barres.map(({ salarie, organisation }) => (par === 'salarie' ? organisation.id : salarie.id)),
  ).size;
  const [personnes, accueils] = par === 'salarie' ? [rangees.length, autres] : [autres, rangees.length];
  const presents = ETATS.filter((etat) => barres.some((barre) => etatImmersion(barre, today) === etat));
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete
        structure={structure}
        references={[`Immersions, ${nomDeFenetre({ du, au })}`, `au ${formaterDate(today)}`]}
      />
      <h1>Immersions, {nomDeFenetre({ du, au })}</h1>
      <p className="chapeau">
        {insecables(
          nombre === 0
            ? 'Aucune immersion sur ces jours.'
            : `${accorder(nombre, 'convention')}, ${accorder(personnes, 'personne')}, ${accorder(accueils, 'structure d’accueil', 'structures d’accueil')}. Une ligne par ${par === 'salarie' ? 'personne' : 'structure d’accueil'}.`,
        )}
      </p>
      {nombre > 0 ? <Grille {...props} /> : null}
      {presents.length > 0 ? (
        <ul className="legende bloc">
          {presents.map((etat) => (
            <li key={etat}>
              <span className="barre" data-etat={etat} />
              {LIBELLES_ETAT[etat]}
            </li>
          ))}
          <li>Jours grisés : samedis, dimanches et jours fériés</li>
        </ul>
      ) : null}
    </Feuille>
  );
}

function Grille({ rangees, du, au, par, today }: Contenu) {
  const jours = joursDe(du, au);
  const fond = fondDesJours(jours, '#efece6');
  const trait = placeDuJour(today, { du, au });
  return (
    <table className="calendrier">
      <thead>
        <tr>
          <th scope="col">{par === 'salarie' ? 'Personne' : 'Structure d’accueil'}</th>
          {jours.map(({ date, finDeSemaine, ferie }) => (
            <th
              key={date}
              scope="col"
              data-repos={finDeSemaine || ferie !== '' || undefined}
              data-jour={date === today || undefined}
            >
              {initialeDuJour(date)}
              <br />
              {Number(date.slice(8))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rangees.map((rangee) => (
          <Ligne key={rangee.id} {...{ rangee, du, au, par, today, fond, trait, jours: jours.length }} />
        ))}
      </tbody>
    </table>
  );
}

function Ligne(props: {
  rangee: Calendrier['rangees'][number];
  du: DateCivile;
  au: DateCivile;
  par: GenreRangee;
  today: DateCivile;
  fond: string;
  trait: number | null;
  jours: number;
}) {
  const { rangee, par, today, jours, trait } = props;
  const { barres, etages, simultanees } = disposer(rangee.barres, props);
  const dans = (depart: number, largeur: number): CSSProperties => ({
    left: `${(depart / jours) * 100}%`,
    width: `${(largeur / jours) * 100}%`,
  });
  return (
    <tr>
      <th scope="row">
        {rangee.nom}
        {simultanees > 1 ? <small>{simultanees} en même temps</small> : null}
      </th>
      <td colSpan={jours} style={{ height: `${etages * ETAGE + 0.8}mm`, backgroundImage: props.fond }}>
        {barres.map((placee) => {
          const { barre, etage, depart, largeur, avant, apres, nom, lien } = placee;
          const haut = { top: `${etage * ETAGE + 1}mm` };
          return (
            <span key={barre.id}>
              {lien && lien.largeur > 0 ? (
                <span
                  className="lien"
                  style={{ ...dans(lien.depart, lien.largeur), top: `${etage * ETAGE + 3.2}mm` }}
                />
              ) : null}
              <span
                className="barre"
                data-etat={etatImmersion(barre, today)}
                data-avant={avant || undefined}
                data-apres={apres || undefined}
                style={{ ...dans(depart, largeur), ...haut }}
              />
              <span
                className="nom"
                data-gauche={nom.aGauche || undefined}
                style={{ ...placeDuNom(placee, nomDeBarre(barre, par).length, jours), ...haut }}
              >
                <span>{nomDeBarre(barre, par)}</span>
              </span>
            </span>
          );
        })}
        {trait === null ? null : <span className="jour-meme" style={{ left: `${trait * 100}%` }} />}
      </td>
    </tr>
  );
}

/** What the row does not say: the host of a person, the person of a host. */
function nomDeBarre({ salarie, organisation, renouvelleId }: Barre, par: GenreRangee): string {
  const nom = par === 'salarie' ? organisation.nom : `${salarie.prenom} ${salarie.nom}`.trim();
  return renouvelleId === null ? nom : `${nom} (renouvellement)`;
}

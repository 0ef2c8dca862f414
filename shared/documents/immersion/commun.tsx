import {
  accorder,
  formaterDate,
  formaterDuree,
  formaterHeure,
  formaterJourCourt,
  formaterNombre,
  JOURS,
  majuscule,
} from '../../format.ts';
import {
  calendrier,
  type Exception,
  type Horaires,
  nomFerie,
  type Periode,
  type Plage,
} from '../../immersions/horaires.ts';
import type { ImmersionSaisie } from '../../immersions/schema.ts';
import { NATURES_FRAIS } from '../../nomenclatures/immersions.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import type { Structure } from '../../parametres/schema.ts';
import { Mentions } from '../page-a4.tsx';
import { CSS_ECRIRE } from '../remplir.tsx';

/** What every paper of an immersion says of who, where and when; frozen with the rest when it is issued. */
export interface Reperes {
  structure: Structure;
  numero: string;
  beneficiaire: { prenom: string; nom: string; sexe: string };
  accueil: { nom: string; adresse: string; telephone: string };
  lieu: string;
  tuteur: { nom: string; fonction: string };
  referent: { nom: string; fonction: string } | null;
  objet: string;
  metier: string;
  debut: string | null;
  /** The last day there was, when it was stopped before the one agreed. */
  fin: string | null;
  minutes: number;
  jours: number;
}

/** Style of the papers of an immersion, after the house's. */
export const CSS_IMMERSION = `
.encadre { margin: 2mm 0; padding: 1.8mm 2.6mm; border: 0.3mm solid #8a8a8a; break-inside: avoid; }
.encadre p:last-child { margin-bottom: 0; }
.a-cocher { padding-left: 0; list-style: none; }
.a-cocher li { position: relative; padding-left: 5.4mm; }
.a-cocher li::before { content: ""; position: absolute; left: 0.2mm; top: 0.75mm; width: 2.9mm; height: 2.9mm;
  border: 0.3mm solid #333; }
${CSS_ECRIRE}`;

const MIDI = 12 * 60 + 30;

/** `12 rue des Lavoirs, 63200 Riom`. */
export function adresseDe(lieu: { adresse: string; codePostal: string; ville: string }): string {
  const ville = [lieu.codePostal, lieu.ville].filter(Boolean).join('\u00a0');
  return [lieu.adresse, ville].filter(Boolean).join(', ');
}

/** `DIALLO Aminata`: which part is the family name is never in doubt. */
export const nomAdministratif = ({ prenom, nom }: { prenom: string; nom: string }) =>
  `${nom.toLocaleUpperCase('fr')} ${prenom}`.trim();

export const nomUsuel = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`.trim();

/** `Léa Martin, cheffe d’atelier`. */
export const avecFonction = (personne: { nom: string; fonction: string } | null) =>
  [personne?.nom, personne?.fonction].filter(Boolean).join(', ');

export function direDates({ debut, fin }: { debut: string | null; fin: string | null }): string {
  return debut && fin ? `du ${formaterDate(debut)} au ${formaterDate(fin)}` : '';
}

export function direDuree({ jours, minutes }: { jours: number; minutes: number }): string {
  return minutes > 0 ? `${accorder(jours, 'jour')}, ${formaterDuree(minutes)}` : '';
}

/** `9 h – 12 h` */
export const direPlage = ({ debut, fin }: Plage) => `${formaterHeure(debut)} – ${formaterHeure(fin)}`;

export const direPlages = (plages: readonly Plage[]) => plages.map(direPlage).join(', ');

/** Cents → `35,00 €`. */
export const direMontant = (centimes: number) => `${formaterNombre(centimes / 100, 2)} €`;

/**
 * Who answers for accidents at work, and so declares them: the employer while the contract runs, else the prescriber;
 * nobody is named before that is known.
 */
export function couvreAccidents(d: {
  modeContrat: string;
  structure: Pick<Structure, 'raisonSociale'>;
  /** Another prescriber than the structure. */
  prescripteur: { nom: string } | null;
}): string {
  if (d.modeContrat === '') return '';
  const prescripteur = d.prescripteur ? d.prescripteur.nom : d.structure.raisonSociale;
  return d.modeContrat === 'suspendu'
    ? `${prescripteur}, prescripteur`
    : `${d.structure.raisonSociale}, employeur`;
}

/** What stands on the right of the heading: the paper, its version, whether it may be signed. */
export function referencesPapier(
  nom: string,
  { projet, edition }: { projet: boolean; edition: number },
): string[] {
  return [edition > 1 ? `${nom}, version ${edition}` : nom, ...(projet ? ['Projet, à ne pas signer'] : [])];
}

/** From the second version on: two papers of one number must not be taken for one another. */
export function Remplace({ edition }: { edition: number }) {
  if (edition < 2) return null;
  return (
    <p>
      <strong>Version {edition}.</strong> Elle remplace les précédentes, qui ne valent plus.
    </p>
  );
}

type Frais = ImmersionSaisie['frais'];

/** Ancillary costs and who bears each, one a line. */
export function direFrais(frais: Frais, payeurs: Record<Frais[number]['payeur'], string>): string {
  return frais
    .map(({ nature, precision, centimes, payeur }) => {
      const montant = centimes === null ? 'montant à préciser' : direMontant(centimes);
      const quoi = [label(NATURES_FRAIS, nature), precision && `(${precision})`].filter(Boolean).join(' ');
      return `${quoi}, ${montant}, pris en charge par ${payeurs[payeur]}`;
    })
    .join('\n');
}

/** Who is where with whom, at the head of a paper that is not the convention. */
export function RappelImmersion({ d }: { d: Reperes }) {
  return (
    <Mentions
      lignes={[
        ['Bénéficiaire', nomAdministratif(d.beneficiaire)],
        ['Accueil', [d.accueil.nom, d.lieu].filter(Boolean).join(', ')],
        ['Responsable sur place', avecFonction(d.tuteur)],
        ['Période', [direDates(d), direDuree(d)].filter(Boolean).join(' · ')],
        ['Suivi par', [avecFonction(d.referent), d.structure.raisonSociale].filter(Boolean).join(' · ')],
      ]}
    />
  );
}

function Plages({ plages }: { plages: readonly Plage[] }) {
  if (plages.length === 0) return <>–</>;
  return plages.map((plage, rang) => (
    <span key={plage.debut}>
      {rang > 0 && <br />}
      {direPlage(plage)}
    </span>
  ));
}

/** Presence by weekday; Saturday and Sunday only when there is one. */
function TableSemaine({ horaires }: { horaires: Horaires }) {
  const jours = JOURS.map((nom, rang) => ({ nom, plages: horaires[rang] ?? [] })).filter(
    ({ plages }, rang) => rang < 5 || plages.length > 0,
  );
  const apresMidi = jours.some(({ plages }) => plages.some(({ debut }) => debut >= MIDI));
  return (
    <table className={jours.length > 5 ? 'centre serre' : 'centre'} aria-label="Horaires de présence">
      <thead>
        <tr>
          <td />
          {jours.map(({ nom }) => (
            <th key={nom} scope="col">
              {majuscule(nom)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{apresMidi ? 'Matin' : 'Présence'}</th>
          {jours.map(({ nom, plages }) => (
            <td key={nom}>
              <Plages plages={plages.filter(({ debut }) => debut < MIDI)} />
            </td>
          ))}
        </tr>
        {apresMidi && (
          <tr>
            <th scope="row">Après-midi</th>
            {jours.map(({ nom, plages }) => (
              <td key={nom}>
                <Plages plages={plages.filter(({ debut }) => debut >= MIDI)} />
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Days of the period that do not follow the week, in their order. */
function particuliers({ debut, fin, exceptions = [] }: Periode): Exception[] {
  if (!debut || !fin) return [];
  return exceptions
    .filter(({ date }) => date >= debut && date <= fin)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Legal holidays that fall on a day of the weekly pattern, `06/04/2026 (lundi de Pâques)`. */
function feriesDe(periode: Periode): string[] {
  const autres = new Set(particuliers(periode).map(({ date }) => date));
  return calendrier({ ...periode, exceptions: [], feriesTravailles: true }).flatMap(({ date }) => {
    const nom = autres.has(date) ? null : nomFerie(date, periode.alsaceMoselle);
    return nom === null ? [] : `${formaterDate(date)} (${nom})`;
  });
}

/** The weekly pattern, the days that leave it, the holidays: all the hours of presence. */
export function HorairesPresence({ periode }: { periode: Periode }) {
  const exceptions = particuliers(periode);
  const feries = feriesDe(periode);
  const semaine = periode.horaires.some((plages) => plages.length > 0);
  return (
    <>
      {semaine && <TableSemaine horaires={periode.horaires} />}
      {(exceptions.length > 0 || feries.length > 0) && (
        <p className="petit">
          {exceptions.length > 0 && (
            <>
              {semaine ? 'Sauf' : 'Présence'} :{' '}
              {exceptions
                .map(
                  ({ date, plages }) =>
                    `${formaterJourCourt(date)}, ${plages.length > 0 ? direPlages(plages) : 'pas de présence'}`,
                )
                .join(' ; ')}
              .{' '}
            </>
          )}
          {feries.length > 0 && (
            <>
              {feries.length > 1 ? 'Jours fériés' : 'Jour férié'}{' '}
              {periode.feriesTravailles ? 'avec présence' : 'sans présence, non compté'}
              {feries.length > 1 && !periode.feriesTravailles && 's'} : {feries.join(', ')}.
            </>
          )}
        </p>
      )}
    </>
  );
}

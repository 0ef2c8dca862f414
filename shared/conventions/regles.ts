import type { DateCivile } from '../dates.ts';
import { estDateCivile } from '../dates.ts';
import { formaterDate, insecables } from '../format.ts';
import { formaterEuros } from '../montant.ts';
import type { AvertissementConvention, ConventionLue, EcheanceLue } from './schema.ts';

/** Days ahead within which a bilan to hand in is announced. */
export const ANNONCE_ECHEANCE = 30;

/** A convention that runs at the same time, of the same funder and kind. */
export interface Voisine {
  id: string;
  intitule: string;
  numero: string;
  debut: DateCivile;
  fin: DateCivile;
}

const du = ({ debut, fin }: { debut: DateCivile; fin: DateCivile }) =>
  `du ${formaterDate(debut)} au ${formaterDate(fin)}`;

const dire = (
  niveau: AvertissementConvention['niveau'],
  phrase: string,
  partieId: string | null = null,
): AvertissementConvention => ({ niveau, phrase: insecables(phrase), partieId });

/** One sentence for each convention that runs at the same time as this one. */
export const direChevauchements = (voisines: readonly Voisine[]): AvertissementConvention[] =>
  voisines.map((voisine) => {
    const numero = voisine.numero === '' ? '' : ` (n° ${voisine.numero})`;
    return dire(
      'a_voir',
      `« ${voisine.intitule} »${numero} court aussi ${du(voisine)}, avec le même financeur et du même type : vérifiez qu’elles n’ont pas été saisies deux fois.`,
    );
  });

/** Kind of structure, département, year, code, then the amendment: `ACI 063 26 0012 A1`. */
const NUMERO_ANNEXE = /^(ACI|AI|EITI|EI|ETTI|FDI)(\d{3}|02[AB])(\d{2})([A-Z0-9]{4})(A\d{1,2})?(M\d{1,2})?$/;

/** What is odd in the number of an annexe, null when it reads well or was not typed. Never refused: forms change. */
export function douteNumeroAnnexe(numero: string, debut: DateCivile): string | null {
  if (numero === '') return null;
  const lu = NUMERO_ANNEXE.exec(numero.toUpperCase().replace(/[\s.-]/g, ''));
  if (!lu) {
    return insecables(
      `« ${numero} » n’a pas la forme habituelle d’un numéro d’annexe (type, département sur 3 chiffres, année, code, avenant : ACI063260012A1).`,
    );
  }
  const annee = `20${lu[3]}`;
  if (annee === debut.slice(0, 4)) return null;
  return insecables(`Le numéro « ${numero} » dit ${annee}, et l’annexe commence en ${debut.slice(0, 4)}.`);
}

function surArgent({
  conventionneCentimes: convenu,
  verseCentimes: verse,
  annexes,
  versements,
  debut,
}: ConventionLue) {
  const avis: AvertissementConvention[] = [];
  if (convenu !== null && verse > convenu) {
    avis.push(
      dire(
        'a_voir',
        `${formaterEuros(verse)} versés pour ${formaterEuros(convenu)} conventionnés : ${formaterEuros(verse - convenu)} de trop.`,
      ),
    );
  }
  const desAnnexes = annexes.reduce((somme, { centimes }) => somme + (centimes ?? 0), 0);
  if (convenu !== null && desAnnexes > convenu) {
    avis.push(
      dire(
        'a_voir',
        `Les annexes font ensemble ${formaterEuros(desAnnexes)}, plus que les ${formaterEuros(convenu)} conventionnés.`,
      ),
    );
  }
  for (const { id, date } of versements) {
    if (date >= debut) continue;
    avis.push(
      dire(
        'a_voir',
        `Un versement du ${formaterDate(date)} précède le début de la convention, le ${formaterDate(debut)}.`,
        id,
      ),
    );
  }
  return avis;
}

function surAnnexes(convention: ConventionLue): AvertissementConvention[] {
  const { annexes, debut, fin, genre } = convention;
  if (annexes.length === 0) {
    return genre === 'ddets'
      ? [
          dire(
            'info',
            'Sans annexe financière, les ETP conventionnés ne sont pas connus : le réalisé ne se compare à rien.',
          ),
        ]
      : [];
  }
  const avis: AvertissementConvention[] = [];
  const vus = new Set<string>();
  for (const annexe of annexes) {
    const nom = annexe.numero === '' ? 'Une annexe' : `L’annexe ${annexe.numero}`;
    if (annexe.debut < debut || annexe.fin > fin) {
      avis.push(
        dire('a_voir', `${nom} va ${du(annexe)} : elle sort de la convention, ${du(convention)}.`, annexe.id),
      );
    }
    const doute = douteNumeroAnnexe(annexe.numero, annexe.debut);
    if (doute !== null) avis.push(dire('info', doute, annexe.id));
    if (annexe.numero !== '' && vus.has(annexe.numero)) {
      avis.push(dire('a_voir', `${nom} est saisie deux fois : ses ETP comptent deux fois.`, annexe.id));
    }
    vus.add(annexe.numero);
  }
  return avis;
}

/** Year that matters on a day: that one, or the nearest the convention covers. */
export function anneeUtile(
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
  today: DateCivile,
): number {
  const jour = today < debut ? debut : today > fin ? fin : today;
  return Number(jour.slice(0, 4));
}

/** Every year a convention touches. */
export function anneesDe({ debut, fin }: { debut: DateCivile; fin: DateCivile }): number[] {
  const premiere = Number(debut.slice(0, 4));
  return Array.from({ length: Number(fin.slice(0, 4)) - premiere + 1 }, (_, rang) => premiere + rang);
}

/** What is to be looked at in a convention, one sentence each with its figures. */
export function avertirConvention(
  convention: ConventionLue,
  voisines: readonly Voisine[],
  today: DateCivile,
): AvertissementConvention[] {
  const annee = anneeUtile(convention, today);
  const vises = convention.objectifs.some((objectif) => objectif.annee === annee);
  return [
    ...direChevauchements(voisines),
    ...surArgent(convention),
    ...surAnnexes(convention),
    ...(convention.organisation === null
      ? [dire('info', 'Le financeur n’est pas renseigné : la convention n’apparaît sur aucune fiche.')]
      : []),
    ...(vises
      ? []
      : [
          dire(
            'info',
            `Aucun objectif pour ${annee} : le bilan dira ce qui est fait, sans dire si c’est atteint.`,
          ),
        ]),
    ...(convention.echeances.length === 0
      ? [dire('info', 'Aucune échéance : rien ne rappellera le bilan à rendre.')]
      : []),
  ];
}

/** `02-29` falls on the 28th of a common year. */
function jourDe(annee: number, jour: string): DateCivile {
  const date = `${annee}-${jour}`;
  return estDateCivile(date) ? date : `${annee}-02-28`;
}

/** One bilan for each year a convention covers, due on `jour` (`MM-JJ`) of the next; without those already there. */
export function echeancesAnnuelles(
  convention: { debut: DateCivile; fin: DateCivile; echeances: readonly EcheanceLue[] },
  jour: string,
): { libelle: string; date: DateCivile; debut: DateCivile; fin: DateCivile }[] {
  return anneesDe(convention)
    .map((annee) => ({
      libelle: `Bilan ${annee}`,
      date: jourDe(annee + 1, jour),
      debut: convention.debut > `${annee}-01-01` ? convention.debut : `${annee}-01-01`,
      fin: convention.fin < `${annee}-12-31` ? convention.fin : `${annee}-12-31`,
    }))
    .filter(
      (voulue) =>
        estDateCivile(voulue.date) &&
        !convention.echeances.some(
          (connue) =>
            connue.date === voulue.date || (connue.debut === voulue.debut && connue.fin === voulue.fin),
        ),
    );
}

/** The first thing still to hand in. */
export const prochaineEcheance = (echeances: readonly EcheanceLue[]): EcheanceLue | null =>
  echeances
    .filter(({ renduLe }) => renduLe === null)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(0) ?? null;

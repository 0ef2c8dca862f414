import { ajouterJours, ajouterMois, type DateCivile, ecartJours, estDateCivile } from '../dates.ts';
import { formaterDate, formaterNombre } from '../format.ts';
import type { Valeurs } from '../parametres/seuils.ts';
import { ageContredit } from './regles-eligibilite.ts';
import { finPass, type PassLu, remarqueSuite, remarquesPass } from './regles-pass.ts';
import type { SalarieFiche } from './schema.ts';

/** A sentence to weigh, beside the field it is about; nothing here blocks. */
export interface Remarque {
  champ: string;
  phrase: string;
}

/** A record as it is being typed: dates may be missing or wrong, and are then left out of what is compared. */
export interface ParcoursLu {
  naissance: string;
  contrats: readonly { nature: string; debut: string; fin: string | null }[];
  passIae: readonly PassLu[];
  criteres: readonly { critere: SalarieFiche['criteres'][number]['critere']; constateLe: string }[];
}

interface Contrat {
  rang: number;
  nature: string;
  debut: DateCivile;
  fin: DateCivile | null;
}

function contratsLus({ contrats }: ParcoursLu): Contrat[] {
  return contrats
    .map(({ nature, debut, fin }, rang) => ({ rang, nature, debut, fin: fin || null }))
    .filter(
      ({ debut, fin }) => estDateCivile(debut) && (fin === null || (estDateCivile(fin) && fin >= debut)),
    )
    .sort((a, b) => (a.debut < b.debut ? -1 : 1));
}

function chevauchements(contrats: readonly Contrat[]): Remarque[] {
  return contrats.slice(1).flatMap(({ rang, debut }, avant) => {
    const precedent = contrats.slice(0, avant + 1).find(({ fin }) => fin === null || fin >= debut);
    if (!precedent) return [];
    const jusque = precedent.fin === null ? 'n’a pas de terme' : `va jusqu’au ${formaterDate(precedent.fin)}`;
    return [
      {
        champ: `contrats.${rang}.debut`,
        phrase: `Le contrat du ${formaterDate(precedent.debut)} ${jusque} : les deux se chevauchent.`,
      },
    ];
  });
}

/** Days under a CDDI, each counted once. */
function joursCddi(contrats: readonly Contrat[]): number {
  let jours = 0;
  let compte: DateCivile | null = null;
  for (const { debut, fin } of contrats) {
    if (fin === null) continue;
    const depuis: DateCivile = compte !== null && compte >= debut ? ajouterJours(compte, 1) : debut;
    if (depuis > fin) continue;
    jours += ecartJours(depuis, fin) + 1;
    compte = fin;
  }
  return jours;
}

/** Said beside the end that goes past the total: the last contract with one. */
function dureeCddi(contrats: readonly Contrat[], { cddiMois }: Valeurs): Remarque[] {
  const cddi = contrats.filter(({ nature }) => nature === 'cddi');
  const dernier = cddi.findLast(({ fin }) => fin !== null);
  if (!dernier) return [];
  const jours = joursCddi(cddi);
  const { debut } = cddi[0]!;
  if (jours <= ecartJours(debut, ajouterMois(debut, cddiMois))) return [];
  return [
    {
      champ: `contrats.${dernier.rang}.fin`,
      phrase: `${formaterNombre(jours)} jours de CDDI en tout : ${formaterNombre(cddiMois)} mois au plus, renouvellements compris, sauf dérogation.`,
    },
  ];
}

function passLus({ passIae }: ParcoursLu) {
  return passIae
    .map((pass, rang) => ({
      rang,
      debut: pass.debut,
      fin: pass.fin,
      evenements: pass.evenements.filter(
        ({ debut, fin }) => estDateCivile(debut) && estDateCivile(fin) && fin >= debut,
      ),
      entiers: pass.evenements.every(
        ({ debut, fin }) => estDateCivile(debut) && estDateCivile(fin) && fin >= debut,
      ),
    }))
    .filter(({ debut, fin }) => estDateCivile(debut) && estDateCivile(fin) && fin >= debut)
    .sort((a, b) => (a.debut < b.debut ? -1 : 1));
}

/** A CDDI needs a PASS on its first day, and does not outlive it. */
function contratsSansPass(contrats: readonly Contrat[], pass: ReturnType<typeof passLus>): Remarque[] {
  if (pass.length === 0) return [];
  return contrats.flatMap(({ rang, nature, debut, fin }) => {
    if (nature !== 'cddi') return [];
    const courant = pass.findLast((lu) => lu.debut <= debut);
    if (!courant)
      return [
        {
          champ: `contrats.${rang}.debut`,
          phrase: `Le PASS IAE ne commence que le ${formaterDate(pass[0]!.debut)}.`,
        },
      ];
    const dernier = finPass(courant);
    const couvert = pass.some(
      (lu) => lu.debut <= ajouterJours(dernier, 1) && finPass(lu) >= (fin ?? '2199-12-31'),
    );
    if (fin === null || fin <= dernier || couvert) return [];
    return [
      {
        champ: `contrats.${rang}.fin`,
        phrase: `Le PASS IAE s’arrête le ${formaterDate(dernier)}, avant la fin de ce contrat.`,
      },
    ];
  });
}

/** All that is worth a second look in a record, as it is typed. `genre`: kind of the structure, null when unknown. */
export function controlerParcours(lu: ParcoursLu, genre: string | null, seuils: Valeurs): Remarque[] {
  const contrats = contratsLus(lu);
  const pass = passLus(lu);
  return [
    ...chevauchements(contrats),
    ...dureeCddi(contrats, seuils),
    ...contratsSansPass(contrats, pass),
    ...pass.flatMap(({ rang, entiers, ...reste }) =>
      // The ranks of its events are those typed only when none was left out.
      entiers
        ? remarquesPass(reste, genre, seuils).map(({ champ, phrase }) => ({
            champ: `passIae.${rang}.${champ}`,
            phrase,
          }))
        : [],
    ),
    ...pass.slice(1).flatMap((apres, avant) => {
      const phrase = remarqueSuite(pass[avant]!, apres, seuils);
      return phrase === null ? [] : [{ champ: `passIae.${apres.rang}.debut`, phrase }];
    }),
    ...lu.criteres.flatMap(({ critere, constateLe }, rang) => {
      if (!estDateCivile(lu.naissance) || !estDateCivile(constateLe)) return [];
      const phrase = ageContredit(critere, lu.naissance, constateLe);
      return phrase === null ? [] : [{ champ: `criteres.${rang}.constateLe`, phrase }];
    }),
  ];
}

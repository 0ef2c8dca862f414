import type { UseFormReturnType } from '@mantine/form';
import {
  ajouterJours,
  type DateCivile,
  ecartJours,
  estDateCivile,
  jourSemaine,
  lundiDe,
} from '../../shared/dates.ts';
import { formaterSiret } from '../../shared/format.ts';
import type { BrouillonGarde } from '../../shared/immersions/brouillon.ts';
import type { Dossier } from '../../shared/immersions/dossier.ts';
import { HORAIRES_VIDES, type Horaires } from '../../shared/immersions/horaires.ts';
import { estFige } from '../../shared/immersions/renouvellement.ts';
import type { ImmersionFiche, ImmersionSaisie, Parties } from '../../shared/immersions/schema.ts';
import { sansFaute } from './heures.ts';

/** What the form holds: people may still be missing, dates may be half typed. */
export type Saisie = Omit<ImmersionSaisie, 'salarieId' | 'organisationId'> & {
  salarieId: string | null;
  organisationId: string | null;
};

export type Form = UseFormReturnType<Saisie & Record<string, unknown>>;

/**
 * Mantine's field properties, with the name a check jumps to. In a renewal, what the first convention (`origine`) said is
 * shown and not typed again.
 */
export function champ(form: Form, nom: keyof ImmersionSaisie, origine: ImmersionFiche | null = null) {
  return {
    name: nom,
    autoComplete: 'off',
    ...form.getInputProps(nom),
    // Read, not greyed out: it is what the renewal will say too.
    ...(origine !== null && estFige(origine, nom) && { readOnly: true, 'data-fige': true }),
  };
}

/** Where the form looks for a field that it refuses, for those that Mantine does not draw. */
export const cheminDe = (form: Form, chemin: string) =>
  (form.getInputProps(chemin) as unknown as { 'data-path': string })['data-path'];

export const ACCUEIL_VIDE: Saisie['accueil'] = {
  adresse: '',
  codePostal: '',
  ville: '',
  siret: '',
  activite: '',
  conventionCollective: '',
};

export const SAISIE_VIDE: Saisie = {
  salarieId: null,
  organisationId: null,
  accueil: ACCUEIL_VIDE,
  debut: null,
  fin: null,
  horaires: HORAIRES_VIDES,
  feriesTravailles: false,
  exceptions: [],
  alsaceMoselle: false,
  objet: '',
  objectifs: '',
  metier: '',
  romeCode: '',
  romeVersion: '',
  competences: [],
  activites: '',
  modalitesEvaluation: '',
  protection: '',
  prevention: '',
  transport: '',
  frais: [],
  entretienDate: null,
  attentesSalarie: '',
  attentesAccueil: '',
  attentesStructure: '',
  lieu: '',
  siteId: null,
  modeContrat: 'maintenu',
  tuteurId: null,
  tuteurNom: '',
  tuteurFonction: '',
  referentId: null,
  representantLegal: '',
  prescripteurNom: '',
  prescripteurAdresse: '',
  prescripteurReferent: '',
  numeroImmersionFacilitee: '',
  renouvelleId: null,
  motifRenouvellement: '',
};

/** A saved immersion, as the form holds it. */
export function saisieDe(fiche: ImmersionFiche): Saisie {
  const cles = Object.keys(SAISIE_VIDE) as (keyof Saisie)[];
  return Object.fromEntries(cles.map((cle) => [cle, fiche[cle]])) as unknown as Saisie;
}

/** First working day after the convention it prolongs, or next Monday when it is long over, for as many days. */
function periodeRenouvelee({ debut, fin }: ImmersionFiche, today: DateCivile): Pick<Saisie, 'debut' | 'fin'> {
  if (debut === null || fin === null) return { debut: null, fin: null };
  const lendemain = ajouterJours(fin, 1);
  const ouvre = jourSemaine(lendemain) > 5 ? ajouterJours(lundiDe(lendemain), 7) : lendemain;
  const depuis = ouvre < today ? ajouterJours(lundiDe(today), 7) : ouvre;
  return { debut: depuis, fin: ajouterJours(depuis, ecartJours(debut, fin)) };
}

/** A renewal starts from the convention it prolongs: same people, same objet and objectifs, other dates. */
export function renouvellementDe(fiche: ImmersionFiche, today: DateCivile): Saisie {
  return {
    ...saisieDe(fiche),
    ...periodeRenouvelee(fiche, today),
    exceptions: [],
    numeroImmersionFacilitee: '',
    renouvelleId: fiche.id,
    motifRenouvellement: '',
  };
}

/** What was kept of a form when its window closed: hours that could not be read are to be typed again. */
export function saisieGardee({ saisie }: BrouillonGarde): Saisie {
  const heures = (plages: { debut: number | null; fin: number | null }[]) =>
    plages.flatMap(({ debut, fin }) => (debut === null || fin === null ? [] : [{ debut, fin }]));
  return {
    ...(saisie as unknown as Saisie),
    horaires: saisie.horaires.map(heures),
    exceptions: saisie.exceptions.map(({ date, plages }) => ({ date, plages: heures(plages) })),
  };
}

export function accueilDe(organisation: NonNullable<Parties['organisation']>): Saisie['accueil'] {
  const { adresse, codePostal, ville, siret, activite, conventionCollective } = organisation;
  return { adresse, codePostal, ville, siret: formaterSiret(siret), activite, conventionCollective };
}

const dateLisible = (date: DateCivile | null) => (date !== null && estDateCivile(date) ? date : null);

const horairesLisibles = (horaires: Horaires): Horaires =>
  horaires.map((plages) => (sansFaute(plages) ? plages : []));

/** Nobody pays for what was not yet named: a line just added says nothing. */
const estDite = ({ nature, payeur, centimes }: Saisie['frais'][number]) =>
  String(nature) !== '' && String(payeur) !== '' && !Number.isNaN(centimes);

/** What can already be read of the form while it is being typed: what the checks and the sheet are made from. */
export function lisible(saisie: Saisie): Saisie {
  const debut = dateLisible(saisie.debut);
  const fin = dateLisible(saisie.fin);
  return {
    ...saisie,
    debut,
    fin,
    entretienDate: dateLisible(saisie.entretienDate),
    horaires: horairesLisibles(saisie.horaires),
    exceptions: saisie.exceptions.filter(({ plages }) => sansFaute(plages)),
    competences: saisie.competences.filter((phrase) => phrase.trim() !== ''),
    frais: saisie.frais.filter(estDite),
  };
}

/** Texts as the contract will keep them: spaces alone say nothing. */
export function saisieControlee(saisie: Saisie): Dossier['saisie'] {
  const sansBords = <T extends object>(objet: T): T =>
    Object.fromEntries(
      Object.entries(objet).map(([cle, valeur]) => [
        cle,
        typeof valeur === 'string' ? valeur.trim() : valeur,
      ]),
    ) as T;
  const propre = sansBords(lisible(saisie));
  return { ...propre, accueil: sansBords(propre.accueil) };
}

/**
 * For `memo`: a card is drawn again when one of its own fields changed, or its errors, or what else it is given. Typing
 * in one field must not draw the forty others.
 */
export function memesChamps<P extends { form: Form }>(champs: readonly (keyof Saisie)[]) {
  return (avant: P, apres: P): boolean =>
    champs.every((champ) => memeValeur(avant.form.values[champ], apres.form.values[champ])) &&
    memesErreurs(avant.form.errors, apres.form.errors) &&
    (Object.keys(apres) as (keyof P)[]).every((cle) => cle === 'form' || Object.is(avant[cle], apres[cle]));
}

/** What cannot be read is not what is absent, though JSON writes both as null. */
const enTexte = (valeur: unknown) =>
  JSON.stringify(valeur, (_, lu) => (typeof lu === 'number' && Number.isNaN(lu) ? 'illisible' : lu));

/** The form copies its lists and groups at each change: they are compared by what they hold. */
const memeValeur = (avant: unknown, apres: unknown) =>
  Object.is(avant, apres) || (typeof apres === 'object' && enTexte(avant) === enTexte(apres));

const memesErreurs = (avant: Form['errors'], apres: Form['errors']) =>
  avant === apres ||
  [...Object.keys(avant), ...Object.keys(apres)].every((champ) => avant[champ] === apres[champ]);

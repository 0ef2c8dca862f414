import { Button } from '@mantine/core';
import { memo } from 'react';
import { insecables } from '../../shared/format.ts';
import type { Groupe, Reprise } from '../../shared/immersions/reprise.ts';
import styles from './formulaire.module.css';
import { type Form, memesChamps, SAISIE_VIDE, type Saisie } from './saisie.ts';

/** What each part of the form is called in a sentence. */
const NOMS: Record<Groupe, string> = {
  tuteur: 'le responsable sur place',
  horaires: 'les horaires',
  activites: 'le métier et les activités',
  evaluation: 'l’évaluation',
  securite: 'la sécurité',
  lieu: 'le lieu',
  transport: 'le transport',
  referent: 'le référent',
  contrat: 'le mode du contrat',
  representant: 'le représentant légal',
  prescripteur: 'le prescripteur',
  periode: 'les dates',
};

const champsDe = ({ valeurs }: Reprise) => Object.keys(valeurs) as (keyof Reprise['valeurs'])[];

const memes = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What was proposed is still as it was proposed. */
const intacte = (saisie: Saisie, reprise: Reprise) =>
  champsDe(reprise).every((champ) => memes(saisie[champ], reprise.valeurs[champ]));

const videDe = (reprise: Reprise): Partial<Saisie> =>
  Object.fromEntries(champsDe(reprise).map((champ) => [champ, SAISIE_VIDE[champ]]));

/**
 * Lays proposals on a form: only where nothing was typed, or where an earlier proposal still stands as it was. Those that
 * no longer apply take away what they had brought.
 */
export function reprendre(
  saisie: Saisie,
  avant: readonly Reprise[],
  proposees: readonly Reprise[],
): { valeurs: Partial<Saisie>; reprises: Reprise[] } {
  const valeurs: Partial<Saisie> = {};
  for (const ancienne of avant) if (intacte(saisie, ancienne)) Object.assign(valeurs, videDe(ancienne));
  const libre = { ...saisie, ...valeurs };
  const reprises = proposees.filter(
    (reprise) =>
      // What an empty form says already is nobody’s.
      !memes(videDe(reprise), reprise.valeurs) &&
      champsDe(reprise).every((champ) => memes(libre[champ], SAISIE_VIDE[champ])),
  );
  for (const reprise of reprises) Object.assign(valeurs, reprise.valeurs);
  return { valeurs, reprises };
}

/** A part of the form and what was proposed for it. */
export interface PropsReprises {
  form: Form;
  reprises: readonly Reprise[];
}

function effacer(form: Form, reprises: readonly Reprise[]): void {
  form.setValues(Object.assign({}, ...reprises.map(videDe)));
}

/** Under a part of the form: where its words come from, and one click to have none of them. */
export function MentionReprise({
  form,
  reprises,
  groupe,
  propose = 'Proposé',
}: PropsReprises & {
  groupe: Groupe;
  /** Said of what comes from no convention. */
  propose?: string;
}) {
  const reprise = reprises.find((une) => une.groupe === groupe);
  if (!reprise || !intacte(form.values, reprise)) return null;
  return (
    <p className={styles.reprise}>
      {reprise.origine ? `Repris de la convention ${reprise.origine.numero}` : propose}
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={`Effacer ${NOMS[groupe]}`}
        onClick={() => effacer(form, [reprise])}
      >
        Effacer
      </Button>
    </p>
  );
}

function Tout({ form, reprises }: PropsReprises) {
  const restent = reprises.filter((reprise) => reprise.origine && intacte(form.values, reprise));
  // Before anyone is chosen, only the habits of the house are there: said under their field, they need no banner.
  const choisi = form.values.salarieId || form.values.organisationId;
  if (restent.length === 0 || !choisi) return null;
  const numeros = [...new Set(restent.flatMap(({ origine }) => origine?.numero ?? []))];
  const phrases = numeros.map(
    (numero) =>
      `de la convention ${numero} : ${enumerer(
        restent.filter(({ origine }) => origine?.numero === numero).map(({ groupe }) => NOMS[groupe]),
      )}`,
  );
  return (
    <div className={styles.reprises} role="status">
      <span>{insecables(`Repris ${phrases.join(' ; ')}. Relisez : tout peut se changer.`)}</span>
      <Button variant="subtle" size="compact-sm" onClick={() => effacer(form, restent)}>
        Tout effacer
      </Button>
    </div>
  );
}

function enumerer(mots: readonly string[]): string {
  return mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1)}`;
}

/** Over the form: everything that came from earlier conventions, and one click to start from nothing. */
export const ToutReprises = memo(
  Tout,
  memesChamps([
    'salarieId',
    'organisationId',
    'horaires',
    'metier',
    'competences',
    'activites',
    'modalitesEvaluation',
    'protection',
    'prevention',
    'transport',
    'siteId',
    'lieu',
    'modeContrat',
    'tuteurNom',
    'tuteurFonction',
    'representantLegal',
    'prescripteurNom',
    'prescripteurAdresse',
    'prescripteurReferent',
    'referentId',
  ]),
);

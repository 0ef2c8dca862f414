import { formaterNombre } from '../format.ts';
import { normaliser } from '../normaliser.ts';
import type { Reponses } from './grille.ts';
import type { FaitFiche, Faits } from './schema.ts';

/** Kinds of functions in the order one writes to them: who opens the door first. */
const ORDRE_QUALITES = [
  'dirigeant',
  'elu',
  'responsable',
  'rh',
  'assistance',
  'charge_mission',
  'technicien',
];

/** Rank of a person for a letter: by the kind of function, and when unknown by the words of the title. */
export function rangDestinataire({ qualite = '', intitule }: { qualite?: string; intitule: string }): number {
  const rang = ORDRE_QUALITES.indexOf(qualite);
  if (rang >= 0) return rang;
  const mots = normaliser(intitule);
  if (
    /\b(dirigeante?|gerante?|presidente?|directeur|directrice|pdg|patronn?e?|chef d entreprise)\b/.test(mots)
  )
    return 0;
  if (/\b(maire|adjointe?|elue?|conseillere? municipale?)\b/.test(mots)) return 1;
  if (/\b(responsable|drh|rh|ressources humaines)\b/.test(mots)) return 3;
  return ORDRE_QUALITES.length;
}

/** `Mme Claire Roche`. */
export function civiliteNom({
  civilite,
  prenom,
  nom,
}: {
  civilite: string;
  prenom: string;
  nom: string;
}): string {
  return [civilite, prenom, nom].filter(Boolean).join(' ');
}

/** First words of a letter, with their comma. */
export function formuleAppel(civilite: string): string {
  if (civilite === 'Mme') return 'Madame,';
  if (civilite === 'M.') return 'Monsieur,';
  return 'Madame, Monsieur,';
}

export interface Proposition {
  fait: FaitFiche;
  titre: string;
  /** What the interview says, what the sheet says now (empty when it says nothing). */
  nouveau: string;
  actuel: string;
}

const liste = (valeur: unknown): string[] => (Array.isArray(valeur) ? (valeur as string[]) : []);
const mots = (valeur: unknown): string => (typeof valeur === 'string' ? valeur.trim() : '');
const unis = (un: readonly string[], autre: readonly string[]) => [...new Set([...un, ...autre])];

/**
 * What an interview teaches that the sheet does not say yet, one fact at a time. Lists are completed, never cut: what
 * was not ticked that day may still be true.
 */
export function propositions(
  grille: Reponses,
  faits: Faits,
  libelle: (liste: 'recruteurs' | 'recrutements' | 'conditions' | 'motivations', code: string) => string,
): Proposition[] {
  const trouvees: Proposition[] = [];
  const { effectif } = grille;
  if (typeof effectif === 'number' && effectif !== faits.effectif)
    trouvees.push({
      fait: { champ: 'effectif', valeur: effectif },
      titre: 'Effectif',
      nouveau: formaterNombre(effectif),
      actuel: faits.effectif === null ? '' : formaterNombre(faits.effectif),
    });
  for (const [question, champ, titre, max] of [
    ['activite', 'activite', 'Activité', 500],
    ['saison', 'saisonNote', 'Périodes de l’année', 1000],
  ] as const) {
    const valeur = mots(grille[question]).slice(0, max);
    if (valeur !== '' && normaliser(valeur) !== normaliser(faits[champ]))
      trouvees.push({ fait: { champ, valeur }, titre, nouveau: valeur, actuel: faits[champ] });
  }
  const recruteur = mots(grille.recruteur);
  if (recruteur !== '' && recruteur !== faits.recruteur)
    trouvees.push({
      fait: { champ: 'recruteur', valeur: recruteur },
      titre: 'Qui recrute',
      nouveau: libelle('recruteurs', recruteur),
      actuel: faits.recruteur && libelle('recruteurs', faits.recruteur),
    });
  for (const [champ, titre] of [
    ['recrutements', 'Façons de recruter'],
    ['conditions', 'Conditions d’accueil'],
    ['motivations', 'Motivations'],
  ] as const) {
    const ajouts = liste(grille[champ]).filter((code) => !faits[champ].includes(code));
    if (ajouts.length === 0) continue;
    trouvees.push({
      fait: { champ, valeur: unis(faits[champ], ajouts) },
      titre,
      nouveau: ajouts.map((code) => libelle(champ, code)).join(', '),
      actuel: faits[champ].map((code) => libelle(champ, code)).join(', '),
    });
  }
  const connus = new Set(faits.metiers.map((metier) => normaliser(metier.libelle)));
  const metiers = [
    ...new Map(
      mots(grille.metiers)
        .split(/[\n;,]/)
        .map((metier) =>
          metier
            .replace(/^\s*[-–•]\s*/, '')
            .trim()
            .slice(0, 200),
        )
        .filter((metier) => metier !== '' && !connus.has(normaliser(metier)))
        .map((metier) => [normaliser(metier), metier]),
    ).values(),
  ].slice(0, 60 - faits.metiers.length);
  if (metiers.length > 0)
    trouvees.push({
      fait: {
        champ: 'metiers',
        valeur: [...faits.metiers, ...metiers.map((nom) => ({ code: '', version: '', libelle: nom }))],
      },
      titre: 'Métiers',
      nouveau: metiers.join(', '),
      actuel: faits.metiers.map((metier) => metier.libelle).join(', '),
    });
  return trouvees;
}

/** Reads an hour as people type it: `14h30`, `14:30`, `9 h`, `1430`, `9`. Minutes since midnight, null when none. */
export function lireHeure(saisie: string): number | null {
  const parties =
    /^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?\s*(?:min)?)?$/i.exec(saisie.trim()) ??
    /^(\d{1,2})(\d{2})$/.exec(saisie.trim());
  if (!parties) return null;
  const heures = Number(parties[1]);
  const minutes = Number(parties[2] ?? 0);
  return heures < 24 && minutes < 60 ? heures * 60 + minutes : null;
}

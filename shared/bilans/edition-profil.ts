import { type Axe, axe as definitionAxe } from './axes.ts';
import { trouverIndicateur } from './catalogue.ts';
import { NOM_PROFIL_MAX, type ProfilContenu, RESUME_MAX } from './profil.ts';

/** How a profile changes under the hands of whoever edits it: each step gives a new one, the old one stays whole. */

export type SectionProfil = ProfilContenu['sections'][number];

/** The same list with one element elsewhere; unchanged when there is no such place. */
export function deplacer<T>(liste: readonly T[], de: number, vers: number): T[] {
  const copie = [...liste];
  if (vers < 0 || vers >= copie.length) return copie;
  copie.splice(vers, 0, ...copie.splice(de, 1));
  return copie;
}

/** Codes of all the figures, in order, each once. */
export const codesDe = ({ sections }: Pick<ProfilContenu, 'sections'>): string[] => [
  ...new Set(sections.flatMap(({ indicateurs }) => indicateurs.map(({ code }) => code))),
];

/** Other sections; the summary keeps only figures that are still in one of them. */
export function avecSections(contenu: ProfilContenu, sections: SectionProfil[]): ProfilContenu {
  const restent = new Set(codesDe({ sections }));
  return { ...contenu, sections, resume: contenu.resume.filter((code) => restent.has(code)) };
}

/** The same profile with one section changed. */
export function changerSection(
  contenu: ProfilContenu,
  rang: number,
  changer: (section: SectionProfil) => SectionProfil,
): ProfilContenu {
  return avecSections(
    contenu,
    contenu.sections.map((section, place) => (place === rang ? changer(section) : section)),
  );
}

/**
 * A section back where it was, and its figures back in the summary as far as there is room. What was done since stays:
 * it is not put back twice, nor a figure that another section has taken meanwhile.
 */
export function rendreSection(
  contenu: ProfilContenu,
  avant: ProfilContenu,
  section: SectionProfil,
): ProfilContenu {
  if (contenu.sections.some(({ code }) => code === section.code)) return contenu;
  const pris = new Set(codesDe(contenu));
  const rendue = {
    ...section,
    indicateurs: section.indicateurs.filter(({ code }) => !pris.has(code)),
  };
  const rang = avant.sections.findIndex(({ code }) => code === section.code);
  const sections = contenu.sections.toSpliced(Math.max(0, rang), 0, rendue);
  const siens = new Set(rendue.indicateurs.map(({ code }) => code));
  const resume = avant.resume.filter((code) => siens.has(code) || contenu.resume.includes(code));
  const ajoutes = contenu.resume.filter((code) => !resume.includes(code));
  return { ...contenu, sections, resume: [...resume, ...ajoutes].slice(0, RESUME_MAX) };
}

/** What the figures of a profile can be narrowed by: time aside, that is what the period is for. */
export function axesDeFiltre(contenu: ProfilContenu): Axe[] {
  const axes = codesDe(contenu).flatMap((code) => trouverIndicateur(code)?.axes ?? []);
  return [...new Set(axes)].filter((axe) => !definitionAxe(axe).temps);
}

/** `DDETS (copie)`, then `DDETS (copie 2)`: no two profiles have one name. */
export function nomCopie(nom: string, pris: readonly string[]): string {
  const minuscules = new Set(pris.map((nomPris) => nomPris.toLowerCase()));
  for (let rang = 1; ; rang += 1) {
    const fin = rang === 1 ? ' (copie)' : ` (copie ${rang})`;
    const propose = `${nom.slice(0, NOM_PROFIL_MAX - fin.length).trimEnd()}${fin}`;
    if (!minuscules.has(propose.toLowerCase())) return propose;
  }
}

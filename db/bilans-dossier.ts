import type { DossierBilan, GenreAnnexe } from '../shared/bilans/dossier.ts';
import { dateLocale } from '../shared/dates.ts';
import { figerMaintenant, nomAuteur, readEmission } from './bilans-emissions.ts';
import { dossierDe } from './bilans-page.ts';
import { readBilan } from './bilans-preparation.ts';
import type { Contexte } from './contexte.ts';
import { arreterSiDemande } from './importation-decoupe.ts';
import { enTete, readParametres } from './parametres.ts';

/** Which bilan: as it was sent, or as the records say it now. */
export interface Vise {
  id: string;
  edition: number | null;
}

/** A bilan with all that its paper and its workbook need. Tells how far it is, and can be stopped. */
export function readDossier(contexte: Contexte, vise: Vise, annexe?: GenreAnnexe): DossierBilan {
  const { db, today, tasks } = contexte;
  const { id, edition } = vise;
  if (edition !== null) {
    const { fige, emission } = readEmission(db, { id, edition });
    const emise = { edition, auteur: nomAuteur(db, emission.auteurId) };
    return dossierDe(fige, { etabliLe: dateLocale(new Date(emission.emisLe)), edition: emise }, annexe);
  }
  const maintenant = { etabliLe: today, edition: null };
  const bilan = readBilan(contexte, id);
  const genre = annexe ?? (bilan.annexe ? 'pseudonymes' : 'sans');
  if (genre === 'sans')
    return { bilan, structure: enTete(readParametres(db), 'un bilan'), ...maintenant, annexes: [] };
  tasks.begin();
  const { fige } = figerMaintenant(contexte, id, (faites, total) => {
    arreterSiDemande(tasks);
    tasks.progress(faites, Math.max(total, 1));
  });
  return dossierDe(fige, maintenant, genre);
}

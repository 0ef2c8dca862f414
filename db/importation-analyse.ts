import { type Doublon, Repertoire } from '../shared/reseau/import/doublons.ts';
import { type LigneLue, lireLigne } from '../shared/reseau/import/lire-ligne.ts';
import type { Dictionnaires } from '../shared/reseau/import/lire-listes.ts';
import type { Enregistrement } from './importation-decoupe.ts';
import { lireDictionnaires } from './importation-dictionnaires.ts';
import type { Liste } from './importation-lecture.ts';
import type { Base } from './open.ts';

export interface LigneExaminee extends Enregistrement {
  lue: LigneLue;
  doublon: Doublon | null;
}

interface Connu {
  id: string;
  nom: string;
  ville: string;
  codePostal: string;
  siret: string;
  courriel: string;
  autreCourriel: string;
  telephone: string;
  autreTelephone: string;
}

function repertoireDe({ sqlite }: Base): Repertoire {
  const repertoire = new Repertoire();
  const connus = sqlite
    .prepare(
      `SELECT id, nom, ville, code_postal AS codePostal, siret, courriel, autre_courriel AS autreCourriel,
        telephone, autre_telephone AS autreTelephone
      FROM organisation WHERE archived_at IS NULL ORDER BY rang`,
    )
    .all() as Connu[];
  for (const connu of connus) {
    const { id, nom, ville, siret } = connu;
    repertoire.ajouter(connu, { id, ligne: null, nom, ville, siret });
  }
  return repertoire;
}

/** True for a header printed again further down, as exports in pages do. */
function repeteEnTete({ cellules }: Enregistrement, liste: Liste): boolean {
  return (
    liste.entetes !== null &&
    cellules.length > 1 &&
    liste.colonnes.every(({ label }, rang) => (cellules[rang] ?? '').trim() === label)
  );
}

const ZERO_RENDU = /zéro initial,? perdu par Excel/;

function lireUneLigne(enregistrement: Enregistrement, liste: Liste, mots: Dictionnaires): LigneLue {
  if (repeteEnTete(enregistrement, liste))
    return { rejet: 'Cette ligne répète les en-têtes.', remarques: [] };
  const lue = lireLigne(enregistrement.cellules, liste.colonnes, mots);
  // A number of a workbook never had its zero: giving it back calls for no second look.
  if (liste.format === 'classeur' && lue.rejet === null)
    return { ...lue, remarques: lue.remarques.filter((remarque) => !ZERO_RENDU.test(remarque)) };
  if (liste.format !== 'carnet' || lue.rejet === null) return lue;
  return {
    rejet: 'Cette carte n’a pas d’organisation : ajoutez cette personne depuis la fiche de la sienne.',
    remarques: [],
  };
}

/** Lines between two looks at the stop button. */
const PAS = 500;

/** Reads every line and looks for its look-alikes, in the base and among the lines before it; `avancer` is told how many. */
export function examiner(
  db: Base,
  liste: Liste,
  avancer: (fait: number) => void = () => undefined,
): LigneExaminee[] {
  const repertoire = repertoireDe(db);
  const mots = lireDictionnaires(db);
  return liste.enregistrements.map((enregistrement, rang) => {
    const { ligne, cellules } = enregistrement;
    if (rang % PAS === 0 && rang > 0) avancer(rang);
    const lue = lireUneLigne(enregistrement, liste, mots);
    if (lue.rejet !== null) return { ligne, cellules, lue, doublon: null };
    const { fiche } = lue;
    const doublon = repertoire.chercher(fiche);
    repertoire.ajouter(fiche, { id: null, ligne, nom: fiche.nom, ville: fiche.ville, siret: fiche.siret });
    return { ligne, cellules, lue, doublon };
  });
}

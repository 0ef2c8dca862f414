import { ajouterJours, lundiDe } from '../../shared/dates.ts';
import type { Dossier } from '../../shared/immersions/dossier.ts';
import { controler } from '../../shared/immersions/regles.ts';
import { saisieComplete } from '../immersions.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

const IMMERSIONS = 50;

/** Somebody with fifty immersions, every other one with the host of the draft under check: the worst to count. */
async function remplir({ appeler, db }: Banc): Promise<string> {
  const { id: salarieId } = await appeler('salaries.create', {
    prenom: 'Aminata',
    nom: 'Œuvrard-N’Diaye',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '',
    contrats: [{ nature: 'cddi', debut: '2024-01-01', fin: '2026-12-31', minutesHebdo: 1560 }],
  });
  const hotes = db.sqlite
    .prepare('SELECT id FROM organisation ORDER BY id LIMIT 2')
    .pluck()
    .all() as string[];
  const lundi = lundiDe(AUJOURDHUI);
  let id = '';
  for (let rang = 0; rang <= IMMERSIONS; rang += 1) {
    const debut = ajouterJours(lundi, 14 - rang * 14);
    const saisie = saisieComplete(salarieId, hotes[rang % 2]!, { debut, fin: ajouterJours(debut, 11) });
    const { id: cree } = await appeler('immersions.create', saisie);
    if (rang === 0) id = cree;
  }
  db.sqlite
    .prepare("UPDATE immersion SET statut = 'terminee' WHERE salarie_id = ? AND id <> ?")
    .run(salarieId, id);
  return id;
}

/** The checks as the form makes them at each key, and as the operation reads and makes them. */
export async function mesuresControles(banc: Banc): Promise<Mesure[]> {
  const id = await remplir(banc);
  const fiche = await banc.appeler('immersions.get', { id });
  const { salarieId, organisationId } = fiche;
  const parties = await banc.appeler('immersions.parties', { salarieId, organisationId });
  const dossier: Dossier = {
    today: AUJOURDHUI,
    immersionId: id,
    statut: 'brouillon',
    saisie: fiche,
    ...parties,
    structure: null,
    referent: null,
    seuils: [],
    signatures: [],
  };
  let frais = dossier;
  const commun = { contre: '', buts: { ms: 5 }, tours: 41 };
  return [
    {
      ...commun,
      nom: `Contrôles d’une personne à ${IMMERSIONS} immersions, à chaque frappe`,
      // Nothing is remembered from one turn to the next, as when the people have just been read.
      preparer: () => {
        frais = structuredClone(dossier);
      },
      operation: () => controler(frais),
    },
    {
      ...commun,
      nom: `Contrôles d’une personne à ${IMMERSIONS} immersions, enregistrés`,
      operation: () => banc.appeler('immersions.checks', { id }),
    },
  ];
}

import { cpus } from 'node:os';
import { fermerPdf } from '../../electron/pdf-navigateur.ts';
import { ouvrirBanc } from './banc.ts';
import { mesuresBilan } from './bilan.ts';
import { mesuresControles } from './controles.ts';
import { mesureDemarrage } from './demarrage.ts';
import { mesuresExport, mesuresImport } from './echanges-de-fichiers.ts';
import type { Taille } from './generateur.ts';
import { chargerFiche, mesureHistorique, mesurePeinture, mesuresJournal } from './historique.ts';
import { mesuresImages } from './images.ts';
import { chargerImmersions, mesuresImmersions } from './immersions.ts';
import { type Mesure, mesurer } from './mesure.ts';
import { mesuresPapiers } from './papiers.ts';
import { mesuresPlan } from './plan.ts';
import { mesuresReseau } from './reseau.ts';
import { mesuresSollicitations } from './sollicitations.ts';
import { juger, type Ligne, tableau } from './tableau.ts';

/** The ordinary structure after some years, then ten times what any of them will ever hold. */
const TAILLES: readonly Taille[] = [
  { organisations: 2_000, sollicitations: 20_000 },
  { organisations: 20_000, sollicitations: 200_000 },
];

const lignes = new Map<string, Ligne>();

/** `npm run bench -- fiche import`: only the lines that hold one of these words. */
const voulues = process.argv.slice(2).map((mot) => mot.toLowerCase());

async function noter(mesure: Mesure, rang: number): Promise<void> {
  const nom = mesure.nom.toLowerCase();
  if (voulues.length > 0 && !voulues.some((mot) => nom.includes(mot))) return;
  const resultat = await mesurer(mesure);
  const ligne = lignes.get(mesure.nom) ?? { mesure, resultats: [] };
  ligne.resultats[rang] = resultat;
  lignes.set(mesure.nom, ligne);
  const { ms, plancherMs } = resultat;
  process.stderr.write(`  ${mesure.nom} : ${ms.toFixed(2)} / ${plancherMs?.toFixed(2) ?? '-'} ms\n`);
}

for (const [rang, taille] of TAILLES.entries()) {
  process.stderr.write(`${taille.organisations} organisations, ${taille.sollicitations} échanges…\n`);
  const banc = ouvrirBanc(taille);
  try {
    for (const mesures of [
      mesuresReseau,
      mesuresSollicitations,
      mesuresJournal,
      mesuresBilan,
      mesuresExport,
    ]) {
      for (const mesure of mesures(banc)) await noter(mesure, rang);
    }
    const chargee = chargerFiche(banc);
    await noter(mesureHistorique(banc, chargee), rang);
    const immersions = await chargerImmersions(banc);
    for (const mesure of mesuresImmersions(banc, immersions)) await noter(mesure, rang);
    for (const mesure of mesuresPlan(banc)) await noter(mesure, rang);
    const papiers = await mesuresPapiers(banc);
    for (const mesure of papiers.mesures) await noter(mesure, rang);
    await papiers.close();
    for (const mesure of await mesuresControles(banc)) await noter(mesure, rang);
    for (const mesure of mesuresImages(banc)) await noter(mesure, rang);
    await fermerPdf();
    banc.depot.close();
    await noter(mesureDemarrage(banc.dossier), rang);
    const peinture = await mesurePeinture(banc.dossier, chargee);
    await noter(peinture, rang);
    await peinture.close();
  } finally {
    await fermerPdf();
    banc.fermer();
  }
}
for (const mesure of mesuresImport()) await noter(mesure, TAILLES.length - 1);

const jugees = [...lignes.values()].map(juger);
console.log(`${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}\n`);
console.log(tableau(jugees, TAILLES));
process.exitCode = jugees.every(({ tenus }) => tenus) ? 0 : 1;

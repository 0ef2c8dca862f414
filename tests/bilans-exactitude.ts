import { expect } from 'vitest';
import type { Axe } from '../shared/bilans/axes.ts';
import type { LigneIndicateur, PartBilan } from '../shared/bilans/bilan.ts';
import { INDICATEURS, indicateurDe } from '../shared/bilans/catalogue.ts';
import { AXES_MAX, INDICATEURS_MAX } from '../shared/bilans/profil.ts';
import type { Essai } from './appui.ts';

/** A whole of hundredths of ETP is rounded once, and each of its lines once more. */
const ECART_ETP = 0.5;

const somme = (parts: readonly PartBilan[], lire: (mesure: PartBilan['mesure']) => number | null) =>
  parts.reduce((total, { mesure }) => total + (lire(mesure) ?? 0), 0);

function verifierRepartitions(lue: LigneIndicateur): void {
  for (const { axe, multiple, parts } of lue.repartitions) {
    const dire = `${lue.code} par ${axe}`;
    if (lue.genre === 'rapport') continue;
    const [lire, attendu] =
      lue.genre === 'nombre'
        ? [({ valeur }: PartBilan['mesure']) => valeur, lue.mesure.valeur ?? 0]
        : [({ denominateur }: PartBilan['mesure']) => denominateur, lue.mesure.denominateur ?? 0];
    const total = somme(parts, lire);
    if (multiple) expect(total, dire).toBeGreaterThanOrEqual(attendu);
    else if (lue.unite === 'etp') {
      expect(Math.abs(total - attendu), dire).toBeLessThanOrEqual(ECART_ETP * parts.length);
    } else expect(total, dire).toBe(attendu);
    if (lue.genre === 'taux' && !multiple)
      expect(
        somme(parts, ({ numerateur }) => numerateur),
        dire,
      ).toBe(lue.mesure.numerateur);
  }
}

/** Every breakdown of every indicator adds up, and every figure that counts rows opens on as many. */
export async function verifierChiffres(e: Essai, periode: { debut: string; fin: string }): Promise<void> {
  for (let rang = 0; rang < INDICATEURS.length; rang += INDICATEURS_MAX) {
    const tranche = INDICATEURS.slice(rang, rang + INDICATEURS_MAX);
    for (let premier = 0; tranche.some(({ axes }) => axes.length > premier); premier += AXES_MAX) {
      const { lignes } = await e.reussir('bilans.mesurer', {
        ...periode,
        indicateurs: tranche.map(({ code, axes }) => ({
          code,
          axes: axes.slice(premier, premier + AXES_MAX) as Axe[],
        })),
      });
      lignes.forEach(verifierRepartitions);
      if (premier === 0) for (const lue of lignes) await verifierLignes(e, periode, lue);
    }
  }
}

async function verifierLignes(
  e: Essai,
  periode: { debut: string; fin: string },
  lue: LigneIndicateur,
): Promise<void> {
  const indicateur = indicateurDe(lue.code);
  if (indicateur.genre === 'rapport') return;
  const page = await e.reussir('bilans.lignes', { ...periode, indicateur: lue.code, nombre: 200 });
  expect(page.lignes, lue.code).toHaveLength(Math.min(page.total, 200));
  for (const { titre } of page.lignes) expect(titre, lue.code).not.toBe('');
  if (indicateur.compte === 'lignes')
    expect(page.total, lue.code).toBe(lue.genre === 'taux' ? lue.mesure.numerateur : lue.mesure.valeur);
  if (lue.genre === 'taux' && indicateur.compte === 'lignes') {
    const base = await e.reussir('bilans.lignes', { ...periode, indicateur: lue.code, place: 'base' });
    expect(base.total, lue.code).toBe(lue.mesure.denominateur);
  }
}

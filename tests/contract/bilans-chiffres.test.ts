import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';
import { planter } from '../bilans-appui.ts';
import { verifierChiffres } from '../bilans-exactitude.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };

async function ligne(code: string, axes: never[] = [], periode = ANNEE) {
  const { lignes } = await e.reussir('bilans.mesurer', { ...periode, indicateurs: [{ code, axes }] });
  return lignes[0]!;
}

test('every indicator opens on as many rows as its figure says, and its breakdowns add up', async () => {
  planter(e, {
    organisations: [{ genre: 'marchand' }, { genre: 'siae' }],
    salaries: [{ sexe: 'F' }, { sexe: 'H' }],
    sollicitations: [
      { date: '2025-03-01', organisations: [0, 1], nature: 'decouverte', resultat: 'accord' },
      { date: '2025-04-01', organisations: [0] },
      { date: '2024-04-01', organisations: [0] },
    ],
    immersions: [
      { salarie: 0, organisation: 0, debut: '2025-02-03', fin: '2025-02-14' },
      { salarie: 1, organisation: 1, debut: '2025-03-03', fin: '2025-03-14', objet: 'recruter' },
    ],
  });
  await verifierChiffres(e, ANNEE);
});

test('a rate says what it is out of, what is unknown, and the year before', async () => {
  planter(e, {
    organisations: [{}],
    salaries: [{}],
    sollicitations: [
      { date: '2025-03-01', organisations: [0], resultat: 'accord' },
      { date: '2025-03-02', organisations: [0], resultat: 'refus' },
      { date: '2024-03-02', organisations: [0], resultat: 'realisee' },
    ],
    immersions: [{ salarie: 0, organisation: 0, debut: '2025-02-03', fin: '2025-02-14' }],
  });
  const accords = await ligne('reseau.accords');
  expect(accords.mesure).toEqual({ valeur: 500, numerateur: 1, denominateur: 2 });
  expect(accords.precedente).toEqual({ valeur: 1000, numerateur: 1, denominateur: 1 });
  const embauche = await ligne('immersions.embauche');
  expect(embauche.mesure).toEqual({ valeur: null, numerateur: 0, denominateur: 0 });
  expect(embauche.inconnus).toBe(1);
});

test('rows: a line of a breakdown, a search, a part of a rate; names are hidden on demand', async () => {
  planter(e, {
    organisations: [{ nom: 'Œuvrard-N’Diaye' }, { nom: 'Mairie' }],
    salaries: [{ prenom: 'Awa', nom: 'Diop' }],
    sollicitations: [
      { date: '2025-03-01', organisations: [0], nature: 'formation', resultat: 'accord' },
      { date: '2025-04-01', organisations: [1] },
    ],
    immersions: [{ salarie: 0, organisation: 0, debut: '2025-02-03', fin: '2025-02-14' }],
  });
  const titres = async (choix: object) =>
    (await e.reussir('bilans.lignes', { ...ANNEE, indicateur: 'reseau.echanges', ...choix })).lignes.map(
      ({ titre }) => titre,
    );
  expect(await titres({ parts: [{ axe: 'nature', code: '' }] })).toEqual(['Mairie']);
  expect(await titres({ cherche: 'oeuvrard n diaye' })).toEqual(['Œuvrard-N’Diaye']);
  expect(await titres({ indicateur: 'reseau.accords', place: 'base' })).toHaveLength(2);
  const choix = { ...ANNEE, indicateur: 'immersions.total', format: 'csv' as const };
  await e.reussir('bilans.exporterLignes', { ...choix, pseudonymes: true });
  await e.reussir('bilans.exporterLignes', choix);
  const [cachees, nommees] = e.traces.fichiers.map(({ contenu }) => new TextDecoder().decode(contenu));
  expect(cachees).toContain('Personne 1');
  expect(cachees).not.toContain('Diop');
  expect(nommees).toContain('Diop');
});

test('what cannot be opened says why', async () => {
  const rapport = await e.appeler('bilans.lignes', { ...ANNEE, indicateur: 'immersions.duree_moyenne' });
  expect(rapport).toMatchObject({ ok: false, error: { code: 'regle' } });
  const inconnu = await e.appeler('bilans.lignes', { ...ANNEE, indicateur: 'rien' });
  expect(inconnu).toMatchObject({ ok: false, error: { code: 'introuvable' } });
  const axe = await e.appeler('bilans.lignes', {
    ...ANNEE,
    indicateur: 'reseau.echanges',
    parts: [{ axe: 'objet', code: '' }],
  });
  expect(axe).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
  const envers = await e.appeler('bilans.mesurer', {
    debut: '2025-12-31',
    fin: '2025-01-01',
    indicateurs: [{ code: 'reseau.echanges' }],
  });
  expect(envers).toMatchObject({ ok: false, error: { champs: { fin: expect.stringContaining('précède') } } });
});

test('an objective is missed once the period is over, never while it runs; reached, it is said at once', async () => {
  planter(e, { organisations: [{}], sollicitations: [{ date: '2026-03-01', organisations: [0] }] });
  const { id: conventionId } = await e.reussir('conventions.create', {
    genre: 'fondation',
    intitule: 'Convention',
    debut: '2025-01-01',
    fin: '2026-12-31',
  });
  const verdict = async (annee: number, valeur: number) => {
    await e.reussir('conventions.saveObjectif', {
      conventionId,
      annee,
      indicateur: 'reseau.echanges',
      valeur,
    });
    const { lignes } = await e.reussir('bilans.mesurer', {
      debut: `${annee}-01-01`,
      fin: `${annee}-12-31`,
      indicateurs: [{ code: 'reseau.echanges' }],
      conventionId,
    });
    return lignes[0]!.atteint;
  };
  expect(await verdict(2026, 2)).toBeNull();
  expect(await verdict(2026, 1)).toBe(true);
  expect(await verdict(2025, 1)).toBe(false);
});

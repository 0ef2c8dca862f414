import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ajouterMois } from '../../shared/dates.ts';
import { codes } from '../../shared/nomenclatures/nomenclature.ts';
import { IMPLICATIONS, STADES, TAILLES } from '../../shared/nomenclatures/reseau.ts';
import { NATURES } from '../../shared/nomenclatures/sollicitations.ts';
import { CONTACTS, type ListeFiltres, listeFiltres } from '../../shared/reseau/liste.ts';
import { MOTIFS, motifDe } from '../../shared/reseau/priorites.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let equipe: string[];
beforeEach(async () => {
  e = essai();
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: '' },
      { prenom: 'Denis', nom: 'Morel', fonction: '' },
    ],
  });
  equipe = membres.map(({ id }) => id);
});
afterEach(() => e.fermer());

const CONDITIONS = ['vestiaires', 'repas', 'acces_sans_permis'];
const ROLES = ['employeur', 'client'];
const METIERS = [
  { code: 'A1203', libelle: 'Espaces verts' },
  { code: '', libelle: 'Rempailleuse' },
];
const dates = fc.constantFrom(null, null, '2024-01-15', '2025-09-24', '2025-09-25', '2026-03-01', AUJOURDHUI);

/** An organisation as it is written in the base, with what hangs on it. */
const tirer = fc.record({
  nom: fc.constantFrom('Boulangerie Faure', 'Garage Mounier', 'Hôtel Roux'),
  genre: fc.constantFrom('', 'marchand', 'public'),
  zone: fc.constantFrom('', 'Nord', 'L’Est'),
  stade: fc.constantFrom(...codes(STADES)),
  secteur: fc.constantFrom('', 'batiment', 'propre_1'),
  taille: fc.constantFrom('', ...codes(TAILLES)),
  referent: fc.constantFrom(null, 0, 1),
  implication: fc.dictionary(fc.constantFrom(...codes(NATURES)), fc.constantFrom(...codes(IMPLICATIONS)), {
    maxKeys: 2,
  }),
  conditions: fc.subarray(CONDITIONS),
  roles: fc.array(
    fc.record({ role: fc.constantFrom(...ROLES), fin: fc.constantFrom(null, '2026-03-23', AUJOURDHUI) }),
    { maxLength: 2 },
  ),
  metiers: fc.subarray(METIERS),
  dernierEchange: dates,
  dernierResultat: fc.constantFrom('a_suivre', 'interessee', 'accord', 'refus', 'sans_reponse'),
  dernierSens: fc.constantFrom('sortante', 'entrante'),
  prochaineRelance: fc.constantFrom(null, null, '2026-03-01', AUJOURDHUI, '2026-04-01'),
  silence: fc.constantFrom(null, null, null, '2026-01-01'),
});
type Tiree = typeof tirer extends fc.Arbitrary<infer T> ? T : never;

const filtrer = fc
  .record(
    {
      genre: fc.constantFrom('', 'marchand'),
      zone: fc.constantFrom('Nord', 'L’Est', 'Nulle part'),
      stades: fc.subarray(codes(STADES) as string[]),
      role: fc.constantFrom('', ...ROLES),
      secteur: fc.constantFrom('', 'batiment', 'propre_1'),
      taille: fc.constantFrom('', ...codes(TAILLES)),
      referent: fc.constantFrom('', 'moi', 'aucun', 1),
      metier: fc.constantFrom('', 'A1203', 'Rempailleuse', 'Espaces verts'),
      conditions: fc.subarray(CONDITIONS, { maxLength: 2 }),
      implication: fc.constantFrom('', ...codes(IMPLICATIONS)),
      pour: fc.constantFrom('', ...codes(NATURES)),
      contact: fc.constantFrom(...CONTACTS.filter((contact) => contact !== 'saturees')),
      mois: fc.constantFrom(1, 6, 26),
      recherche: fc.constantFrom('', 'b', 'ga', 'mounier'),
    },
    { requiredKeys: [] },
  )
  .map(({ referent, ...filtres }) => ({ ...filtres, referent }));

function ecrire(tirees: Tiree[]): string[] {
  const { sqlite } = e.depot.base();
  sqlite.exec('DELETE FROM organisation');
  const insererRole = sqlite.prepare(
    "INSERT INTO role_organisation (id, organisation_id, role, fin, updated_at) VALUES (?, ?, ?, ?, '')",
  );
  const insererMetier = sqlite.prepare(
    'INSERT INTO metier_organisation (organisation_id, code, libelle) VALUES (?, ?, ?)',
  );
  return tirees.map((tiree, rang) => {
    const id = idDeRang(5000 + rang);
    const nomTri = tiree.nom.toLowerCase().replace('ô', 'o');
    sqlite
      .prepare(
        `INSERT INTO organisation (id, nom, nom_tri, ville_tri, cherche, genre, zone, stade, secteur, taille, referent_id, implication,
           conditions, dernier_echange, dernier_resultat, dernier_sens, prochaine_relance, ne_plus_contacter_le, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')`,
      )
      .run(
        ...[id, tiree.nom, nomTri, '\u{10ffff}', nomTri, tiree.genre, tiree.zone, tiree.stade, tiree.secteur],
        ...[tiree.taille, tiree.referent === null ? null : equipe[tiree.referent]],
        ...[JSON.stringify(tiree.implication), JSON.stringify(tiree.conditions), tiree.dernierEchange],
        ...[tiree.dernierEchange ? tiree.dernierResultat : '', tiree.dernierEchange ? tiree.dernierSens : ''],
        ...[tiree.prochaineRelance, tiree.silence],
      );
    for (const [place, { role, fin }] of tiree.roles.entries())
      insererRole.run(`${id}${place}`, id, role, fin);
    for (const { code, libelle } of tiree.metiers) insererMetier.run(id, code, libelle);
    return id;
  });
}

/** What the filters mean, read without any SQL. */
function garde(o: Tiree, f: ListeFiltres): boolean {
  const limite = ajouterMois(AUJOURDHUI, -f.mois);
  const acquise = ['engagee', 'partenaire'].includes(o.stade);
  const contacts: Record<ListeFiltres['contact'], boolean> = {
    tous: true,
    relance: o.prochaineRelance !== null,
    retard: o.prochaineRelance !== null && o.prochaineRelance <= AUJOURDHUI,
    dormant: o.dernierEchange !== null && o.dernierEchange <= limite && !o.silence,
    jamais: o.dernierEchange === null && !o.silence,
    saturees: false,
    fideliser: acquise && (o.dernierEchange === null || o.dernierEchange <= limite) && !o.silence,
    silence: o.silence !== null,
  };
  const nomTri = o.nom.toLowerCase().replace('ô', 'o');
  const reponses = f.pour ? [o.implication[f.pour]] : Object.values(o.implication);
  const referent = o.referent === null ? null : equipe[o.referent];
  return (
    (f.recherche === '' ||
      (f.recherche.length === 1
        ? nomTri.startsWith(f.recherche)
        : f.recherche.length === 2
          ? ` ${nomTri}`.includes(` ${f.recherche}`)
          : nomTri.includes(f.recherche))) &&
    (f.genre === '' || o.genre === f.genre) &&
    (f.zone === '' || o.zone === f.zone) &&
    (f.stades.length === 0 || (f.stades as string[]).includes(o.stade)) &&
    (f.role === '' || o.roles.some(({ role, fin }) => role === f.role && (!fin || fin >= AUJOURDHUI))) &&
    (f.secteur === '' || o.secteur === f.secteur) &&
    (f.taille === '' || o.taille === f.taille) &&
    (f.referent === '' ||
      (f.referent === 'aucun'
        ? referent === null
        : referent === (f.referent === 'moi' ? equipe[0] : f.referent))) &&
    (f.metier === '' || o.metiers.some(({ code, libelle }) => (code || libelle) === f.metier)) &&
    f.conditions.every((condition) => o.conditions.includes(condition)) &&
    (f.implication === '' || reponses.includes(f.implication)) &&
    contacts[f.contact]
  );
}

test('property: the list is a plain filter of the network, its counts and its selection say the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(tirer, { minLength: 1, maxLength: 12 }),
      fc.array(filtrer, { minLength: 1, maxLength: 4 }),
      async (tirees, demandes) => {
        const ids = ecrire(tirees);
        const attendues = (f: ListeFiltres) => ids.filter((_, rang) => garde(tirees[rang]!, f)).sort();
        for (const { referent, ...demande } of demandes) {
          const filtres = listeFiltres.parse({
            ...JSON.parse(JSON.stringify(demande)),
            referent: referent === 1 ? equipe[1] : (referent ?? ''),
          });
          const page = await e.reussir('reseau.list', filtres);
          expect(page.lignes.map(({ id }) => id).sort()).toEqual(attendues(filtres));
          const choisies = await e.reussir('reseau.listIds', filtres);
          expect(choisies).toEqual({ total: page.total, ids: page.lignes.map(({ id }) => id) });
          const comptes = await e.reussir('reseau.comptesVues', { mois: filtres.mois });
          for (const contact of ['tous', 'retard', 'dormant', 'jamais', 'fideliser', 'silence'] as const)
            expect(comptes[contact], contact).toBe(
              attendues(listeFiltres.parse({ contact, mois: filtres.mois })).length,
            );
          expect(comptes.portefeuille).toBe(attendues(listeFiltres.parse({ referent: 'moi' })).length);
        }
      },
    ),
    { numRuns: 80 },
  );
});

test('property: in order of priority, a weaker reason never comes before a stronger one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tirer, { minLength: 2, maxLength: 12 }), async (tirees) => {
      const ids = ecrire(tirees);
      const { lignes } = await e.reussir('reseau.list', { tri: 'priorite' });
      expect(lignes).toHaveLength(ids.length);
      const motifs = lignes.map(({ id, raison }) => {
        expect(raison).not.toBe('');
        const tiree = tirees[ids.indexOf(id)]!;
        const { dernierEchange } = tiree;
        const dernier = dernierEchange ? tiree : { ...tiree, dernierResultat: '', dernierSens: '' };
        return MOTIFS.indexOf(
          motifDe({ ...dernier, silence: tiree.silence !== null, saturee: false }, AUJOURDHUI),
        );
      });
      expect(motifs).toEqual([...motifs].sort((a, b) => a - b));
      const envers = await e.reussir('reseau.list', { tri: 'priorite', sens: 'desc' });
      expect(envers.lignes.map(({ id }) => id)).toEqual(lignes.map(({ id }) => id).reverse());
    }),
    { numRuns: 40 },
  );
});

test('those asked too much are a view, bear a mark, and follow the settings', async () => {
  const roche = (await e.reussir('reseau.create', { nom: 'Paysage Roche' })).id;
  await e.reussir('reseau.create', { nom: 'Garage Petit' });
  for (let fois = 0; fois < 5; fois += 1)
    await e.reussir('sollicitations.record', {
      date: '2026-03-12',
      canal: 'telephone',
      nature: 'intermediation',
      resultat: 'realisee',
      organisationIds: [roche],
    });
  const saturees = async () => (await e.reussir('reseau.list', { contact: 'saturees' })).lignes;
  expect((await saturees()).map(({ nom, saturation }) => [nom, saturation])).toEqual([
    ['Paysage Roche', 'saturee'],
  ]);
  expect((await e.reussir('reseau.comptesVues', {})).saturees).toBe(1);
  expect((await e.reussir('reseau.list', { tri: 'priorite' })).lignes.map(({ nom }) => nom)).toEqual([
    'Garage Petit',
    'Paysage Roche',
  ]);
  const reglage = await e.reussir('parametres.saturation', {});
  await e.reussir('parametres.saveSaturation', { ...reglage, seuil: 6 });
  expect(await saturees()).toEqual([]);
});

test('zones and métiers are offered with their numbers', async () => {
  ecrire(
    fc.sample(tirer, { numRuns: 3, seed: 1 }).map((tiree, rang) => ({
      ...tiree,
      zone: rang === 0 ? '' : 'Nord',
      metiers: rang === 2 ? METIERS : METIERS.slice(0, 1),
    })),
  );
  expect(await e.reussir('reseau.facettes', {})).toEqual({
    zones: [{ zone: 'Nord', nombre: 2 }],
    metiers: [
      { cle: 'A1203', libelle: 'Espaces verts', nombre: 3 },
      { cle: 'Rempailleuse', libelle: 'Rempailleuse', nombre: 1 },
    ],
  });
});

test('filters that make no sense are refused, hostile words find nothing', async () => {
  for (const faux of [
    { stades: ['inconnu'] },
    { stades: 'engagee' },
    { mois: 0 },
    { mois: 61 },
    { contact: 'x' },
    { referent: 'karine' },
    { conditions: ["'; DROP TABLE organisation"] },
    { tri: 'rang; --' },
  ])
    expect(await e.appeler('reseau.list', faux as never), JSON.stringify(faux)).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  await e.reussir('reseau.create', { nom: 'Garage Petit' });
  for (const hostile of ["' OR 1=1 --", '%', '*', '$.a'])
    expect((await e.reussir('reseau.list', { zone: hostile, metier: hostile })).total).toBe(0);
});

import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COLONNES, DANS, LIENS, PROPRES } from '../../db/fusion-liens.ts';
import * as schema from '../../db/schema/index.ts';
import { CHAMPS_FUSION, type GenreFusion } from '../../shared/reseau/fusion/schema.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

const TABLES = Object.values(schema).filter((valeur) => is(valeur, SQLiteTable)) as SQLiteTable[];
const GENRES: GenreFusion[] = ['organisation', 'interlocuteur'];
const FICHES = { organisation: schema.organisation, interlocuteur: schema.interlocuteur };

test.each(GENRES)('whatever points at a record (%s) follows when it is merged', (genre) => {
  const pointeurs = TABLES.flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((cle) => {
      const { columns, foreignTable } = cle.reference();
      return getTableName(foreignTable) === genre
        ? columns.map(({ name }) => `${getTableName(table)}.${name}`)
        : [];
    }),
  ).filter((pointeur) => pointeur !== `${genre}.${DANS[genre]}`);
  expect(LIENS[genre].map(({ table, colonne }) => `${table}.${colonne}`).sort()).toEqual(pointeurs.sort());
});

test.each(GENRES)('each column of a record (%s) is chosen, or nobody’s choice', (genre) => {
  const colonnes = getTableConfig(FICHES[genre]).columns.map(({ name }) => name);
  expect([...Object.values(COLONNES[genre]).flat(), ...PROPRES[genre]].sort()).toEqual(colonnes.sort());
  const offerts = CHAMPS_FUSION[genre].map(({ champ }) => champ as string);
  expect(Object.keys(COLONNES[genre]).filter((champ) => champ !== 'opposition')).toEqual(offerts);
});

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const creer = async (nom: string, reste: object = {}) =>
  (await e.reussir('reseau.create', { nom, ...reste })).id;
const ajouter = async (organisationId: string, nom: string, reste: object = {}) =>
  (await e.reussir('reseau.saveInterlocuteur', { organisationId, nom, ...reste })).id;
const noter = (organisationIds: string[], interlocuteurIds: string[] = []) =>
  e.reussir('sollicitations.record', {
    date: AUJOURDHUI,
    canal: 'telephone',
    resultat: 'interessee',
    organisationIds,
    interlocuteurIds,
  });
const echanges = async (organisationId: string) =>
  (await e.reussir('sollicitations.ofOrganisation', { organisationId })).lignes.length;
const fusionner = (
  gardeId: string,
  absorbeId: string,
  champs: Record<string, 'garde' | 'absorbe' | 'joint'> = {},
  genre: GenreFusion = 'organisation',
) => e.reussir('reseau.fusionner', { genre, gardeId, absorbeId, champs });

/** Every table of the base but those that merges write about themselves. */
function contenu() {
  const { sqlite } = e.depot.base();
  const tables = TABLES.map(getTableName).filter((nom) => nom !== 'fusion');
  return Object.fromEntries(
    tables.map((nom) => [
      nom,
      sqlite
        .prepare(`SELECT * FROM ${nom}`)
        .all()
        .map((ligne) => JSON.stringify(ligne))
        .sort(),
    ]),
  );
}

test('an organisation takes in another: fields as chosen, everything follows, a shared exchange counts once', async () => {
  const garde = await creer('Paysage Roche', { ville: 'Riom', telephone: '0473112233', note: 'Un.' });
  const absorbe = await creer('Paysage Roche SARL', {
    ville: 'Volvic',
    courriel: 'a@roche.fr',
    note: 'Deux.',
  });
  const claire = await ajouter(absorbe, 'Roche');
  await noter([garde, absorbe], [claire]);
  await noter([absorbe], [claire]);
  await e.reussir('sollicitations.planRelance', {
    organisationId: absorbe,
    libelle: 'Rappeler',
    echeance: '2026-04-02',
  });
  const comparee = await e.reussir('reseau.comparer', {
    genre: 'organisation',
    gardeId: garde,
    absorbeId: absorbe,
  });
  const champ = (nom: string) => comparee.champs.find((celui) => celui.champ === nom);
  expect(champ('courriel')).toMatchObject({ garde: '', absorbe: 'a@roche.fr', propose: 'absorbe' });
  expect(champ('telephone')).toMatchObject({ propose: 'garde' });
  expect(champ('note')).toMatchObject({ joint: true, propose: 'joint' });
  expect(comparee.suivent).toEqual(['1 fonction d’interlocuteur', '2 échanges', '1 relance']);

  await fusionner(garde, absorbe, { adresse: 'absorbe' });
  const fiche = await e.reussir('reseau.get', { id: garde });
  expect(fiche).toMatchObject({
    nom: 'Paysage Roche',
    ville: 'Volvic',
    telephone: '0473112233',
    courriel: 'a@roche.fr',
    note: 'Un.\n\nDeux.',
    prochaineRelance: '2026-04-02',
    interlocuteurs: [{ id: claire }],
  });
  expect(await echanges(garde)).toBe(2);
  expect(await echanges(absorbe)).toBe(0);
  expect((await e.reussir('reseau.get', { id: absorbe })).archivedAt).not.toBeNull();
  expect((await e.reussir('reseau.list', { recherche: 'roche' })).total).toBe(1);
  expect((await e.reussir('reseau.list', { recherche: 'volvic' })).total).toBe(1);
});

test('a person takes in another; an objection made under either name stands', async () => {
  const roche = await creer('Paysage Roche');
  const mairie = await creer('Mairie');
  const un = await ajouter(roche, 'Roche', { prenom: 'Claire', qualite: 'dirigeant' });
  const deux = await ajouter(roche, 'Roche', { prenom: 'C.', telephone: '0612345678' });
  await e.reussir('reseau.saveFonction', { interlocuteurId: deux, organisationId: mairie, qualite: 'elu' });
  await noter([roche], [un, deux]);
  await noter([mairie], [deux]);
  await e.reussir('reseau.opposer', { id: deux, note: 'Par courrier.' });
  await fusionner(un, deux, {}, 'interlocuteur');
  expect(await e.reussir('reseau.personne', { id: un })).toMatchObject({
    prenom: 'Claire',
    telephone: '0612345678',
    oppositionLe: AUJOURDHUI,
    oppositionNote: 'Par courrier.',
    nombreEchanges: 2,
  });
  expect(await e.reussir('reseau.personne', { id: deux })).toMatchObject({
    fusionneDans: { id: un, nom: 'Roche' },
    fonctions: [],
  });
  expect((await e.reussir('reseau.list', { recherche: '0612345678' })).total).toBe(2);
});

/** Everything an immersion can hold, written beside it: merging reads none of it, and must keep it all. */
function remplirImmersion(immersionId: string, organisationId: string, salarieId: string): void {
  const { sqlite } = e.depot.base();
  const inserer = (table: string, ligne: Record<string, string | number | null>) =>
    sqlite
      .prepare(
        `INSERT INTO ${table} (${Object.keys(ligne).join(', ')}) VALUES (${Object.keys(ligne).fill('?').join(', ')})`,
      )
      .run(...Object.values(ligne));
  const [maj, suivi] = [{ updated_at: 'x' }, { created_at: 'x', updated_at: 'x' }];
  const immersion = { immersion_id: immersionId };
  inserer('embauche', {
    id: `e-${immersionId}`,
    organisation_id: organisationId,
    salarie_id: salarieId,
    date: AUJOURDHUI,
    contrat: 'cdi',
    ...suivi,
  });
  inserer('immersion_signature', {
    ...immersion,
    role: 'accueil',
    nom: 'L. Martin',
    date: AUJOURDHUI,
    ...maj,
  });
  inserer('immersion_point', {
    ...immersion,
    id: `p-${immersionId}`,
    cle: 'debut',
    genre: 'debut',
    echeance: AUJOURDHUI,
    ...suivi,
  });
  inserer('immersion_presence', { ...immersion, date: AUJOURDHUI, minutes: 0, ...maj });
  inserer('immersion_accident', { ...immersion, id: `a-${immersionId}`, date: AUJOURDHUI, ...suivi });
  inserer('immersion_evaluation', { ...immersion, genre: 'decouverte', ...maj });
  inserer('immersion_bilan', { ...immersion, decision: 'embauche', embauche_id: `e-${immersionId}`, ...maj });
}

test('immersions follow with their site, tutor, points and hires; undone, the base is the very same', async () => {
  const { salarieId, organisationId: garde, referentId } = await parcours(e);
  const absorbe = await creer('Atelier du Réemploi SARL');
  const immersions = [];
  for (const [rang, organisationId] of [garde, absorbe].entries()) {
    const tuteurId = await ajouter(organisationId, 'Martin', { prenom: rang === 0 ? 'Léa' : 'L.' });
    const { id: siteId } = await e.reussir('reseau.saveSite', {
      organisationId,
      nom: `Site ${rang}`,
      adresse: '4 rue des Forges',
      codePostal: '63200',
      ville: 'Riom',
    });
    const { id } = await e.reussir(
      'immersions.create',
      saisieComplete(salarieId, organisationId, {
        referentId,
        tuteurId,
        siteId,
        debut: `2026-0${4 + rang}-06`,
        fin: `2026-0${4 + rang}-10`,
      }),
    );
    await e.reussir('immersions.issue', { id });
    remplirImmersion(id, organisationId, salarieId);
    immersions.push({ id, tuteurId, siteId });
  }
  const [une, autre] = [immersions[0]!, immersions[1]!];
  const avant = contenu();
  const ecrites = avant.document_emis;

  const accueils = await fusionner(garde, absorbe);
  const tuteurs = await fusionner(une.tuteurId, autre.tuteurId, {}, 'interlocuteur');
  for (const { id, siteId } of immersions) {
    const fiche = await e.reussir('immersions.get', { id });
    expect(fiche).toMatchObject({ organisation: { id: garde }, siteId, tuteurId: une.tuteurId });
  }
  expect((await e.reussir('immersions.list', { organisationId: garde })).total).toBe(2);
  expect((await e.reussir('immersions.list', { organisationId: absorbe })).total).toBe(0);
  expect((await e.reussir('reseau.get', { id: garde })).sites).toHaveLength(2);
  expect(await e.reussir('reseau.personne', { id: une.tuteurId })).toMatchObject({ immersions: 2 });
  // What hangs on the immersion itself never moves, and a paper handed out says what it said.
  const apres = contenu();
  for (const table of ['signature', 'point', 'presence', 'accident', 'evaluation', 'bilan'])
    expect(apres[`immersion_${table}`], table).toEqual(avant[`immersion_${table}`]);
  expect(apres.document_emis).toEqual(ecrites);
  expect(apres.embauche!.every((ligne) => ligne.includes(garde))).toBe(true);
  // Both were with the same host from the start: the rules see it at once.
  const { salarie } = await e.reussir('immersions.parties', { salarieId, organisationId: garde });
  expect(salarie!.immersions.map(({ organisation }) => organisation.id)).toEqual([garde, garde]);

  expect(await e.reussir('reseau.annulerFusion', tuteurs)).toEqual({ laisses: 0 });
  expect(await e.reussir('reseau.annulerFusion', accueils)).toEqual({ laisses: 0 });
  expect(contenu()).toEqual(avant);
});

test('what makes no sense is refused in words: itself, one that is gone, round in circles', async () => {
  const [a, b] = [await creer('Alpha'), await creer('Bêta')];
  const demander = (gardeId: string, absorbeId: string) =>
    e.appeler('reseau.fusionner', { genre: 'organisation', gardeId, absorbeId });
  expect(await demander(a, a)).toMatchObject({
    error: { code: 'regle', message: expect.stringContaining('elle-même') },
  });
  expect(await demander(a, idDeRang(99))).toMatchObject({ error: { code: 'introuvable' } });
  await fusionner(b, a);
  for (const [garde, absorbe] of [
    [a, b],
    [b, a],
  ] as const)
    expect(await demander(garde, absorbe)).toMatchObject({
      error: {
        code: 'regle',
        message: '« Alpha » a déjà été fusionnée dans « Bêta ».'
          .replace(/« /g, '«\u00a0')
          .replace(/ »/g, '\u00a0»'),
      },
    });
  const archivee = await creer('Gamma');
  await e.reussir('reseau.archive', { id: archivee });
  expect(await demander(b, archivee)).toMatchObject({
    error: { message: expect.stringContaining('archivée') },
  });
});

test('what was corrected since a merge stays when it is undone, and later merges are undone first', async () => {
  const [a, b, c] = [
    await creer('Alpha'),
    await creer('Bêta', { siret: '42414308900037' }),
    await creer('Gamma'),
  ];
  const premiere = await fusionner(a, b);
  await noter([a]);
  const { id: _, ...fiche } = await e.reussir('reseau.get', { id: a });
  expect(fiche.siret).toBe('42414308900037');
  e.depot.base().sqlite.prepare("UPDATE organisation SET siret = '35600000000048' WHERE id = ?").run(a);
  const seconde = await fusionner(c, a);
  expect(await e.appeler('reseau.annulerFusion', premiere)).toMatchObject({
    error: { code: 'regle', message: expect.stringContaining('plus récente') },
  });
  expect(await e.reussir('reseau.fusions', {})).toMatchObject([
    { id: seconde.id, garde: { nom: 'Gamma' }, absorbe: { nom: 'Alpha' }, empechement: '' },
    { id: premiere.id, empechement: expect.stringContaining('Gamma') },
  ]);
  expect(await e.reussir('reseau.annulerFusion', seconde)).toEqual({ laisses: 0 });
  expect(await e.reussir('reseau.annulerFusion', premiere)).toEqual({ laisses: 1 });
  expect(await e.reussir('reseau.get', { id: a })).toMatchObject({
    siret: '35600000000048',
    archivedAt: null,
  });
  expect(await e.reussir('reseau.get', { id: b })).toMatchObject({
    siret: '42414308900037',
    archivedAt: null,
  });
  expect(await echanges(a)).toBe(1);
  expect(await e.appeler('reseau.annulerFusion', premiere)).toMatchObject({ error: { code: 'regle' } });
});

test('merges then undone, latest first, give back the very same base, table by table', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(5)), { minLength: 3, maxLength: 10 }),
      fc.array(fc.tuple(fc.constantFrom(...GENRES), fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 4 }),
      async (faits, fusions) => {
        e.fermer();
        e = essai();
        const orgs = [
          await creer('Alpha', { ville: 'Riom', note: 'Un', conditions: ['vestiaires'] }),
          await creer('Alpha SARL', { telephone: '0473112233', note: 'Deux', conditions: ['repas'] }),
          await creer('Bêta', { roles: [{ role: 'employeur', debut: null, fin: null }] }),
          await creer('Gamma', { roles: [{ role: 'employeur', debut: null, fin: null }] }),
        ];
        const gens: string[] = [];
        for (const [rang, org] of [...orgs, orgs[0]!, orgs[1]!].entries())
          gens.push(await ajouter(org, `Nom${rang % 2}`, { prenom: 'Sam' }));
        await e.reussir('reseau.ecarterDoublon', {
          genre: 'organisation',
          unId: orgs[2]!,
          autreId: orgs[3]!,
        });
        for (const [un, deux, qui] of faits) {
          const touchees = [...new Set([orgs[un]!, orgs[deux]!])];
          const fonctions = (await e.reussir('reseau.get', { id: touchees[0]! })).interlocuteurs;
          await noter(
            touchees,
            fonctions.slice(0, (qui % 3) as number).map(({ id }) => id),
          );
          if (qui === 5)
            await e.reussir('sollicitations.planRelance', {
              organisationId: orgs[un]!,
              libelle: 'Rappeler',
              echeance: '2026-04-02',
            });
        }
        await e.reussir('reseau.opposer', { id: gens[2]! });
        const avant = contenu();
        const faites: string[] = [];
        for (const [genre, un, deux] of fusions) {
          const ids = genre === 'organisation' ? orgs : gens;
          const reponse = await e.appeler('reseau.fusionner', {
            genre,
            gardeId: ids[un % ids.length]!,
            absorbeId: ids[deux % ids.length]!,
          });
          if (reponse.ok) faites.push(reponse.value.id);
        }
        for (const id of faites.toReversed())
          expect(await e.reussir('reseau.annulerFusion', { id })).toEqual({ laisses: 0 });
        expect(contenu()).toEqual(avant);
      },
    ),
    { numRuns: 15 },
  );
});

test('probable duplicates say why; « ce sont deux » is remembered, and taken back', async () => {
  const a = await creer('Paysage Roche SARL', { ville: 'Riom', siret: '42414308900037' });
  const b = await creer('PAYSAGE-ROCHE', { ville: 'riom' });
  const c = await creer('Bêta', { telephone: '0473112233', ville: 'Riom' });
  const d = await creer('Gamma', { autreTelephone: '04 73 11 22 33', ville: 'Volvic' });
  await creer('Paysage Roche', { ville: 'Lyon' });
  const un = await ajouter(c, 'Œuvrard', { prenom: 'Claire', courriel: 'c@beta.fr' });
  const deux = await ajouter(d, 'OEUVRARD', { courriel: 'C@beta.fr' });
  await ajouter(c, 'Petit', { courriel: 'c@beta.fr' });
  await noter([b]);
  const lues = async () =>
    (await e.reussir('reseau.doublonsProbables', {})).paires.map(({ fiches, motifs }) => [
      fiches.map(({ id }) => id),
      motifs,
    ]);
  expect(await lues()).toEqual([
    [[b, a], ['nom']],
    [[c, d], ['telephone']],
    [[un, deux], ['courriel']],
  ]);
  await e.reussir('reseau.ecarterDoublon', { genre: 'organisation', unId: b, autreId: a });
  expect(await lues()).toHaveLength(2);
  await e.reussir('reseau.reprendreDoublon', { genre: 'organisation', unId: a, autreId: b });
  expect(await lues()).toHaveLength(3);
  expect(
    await e.appeler('reseau.ecarterDoublon', { genre: 'organisation', unId: a, autreId: a }),
  ).toMatchObject({ error: { code: 'regle' } });
});

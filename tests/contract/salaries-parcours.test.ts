import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { parcours } from '../immersions.ts';

let e: Essai;
let connus: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  connus = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'salaries.create'>;
type Modification = Entree<'salaries.update'>;

const seule: Saisie = {
  prenom: 'Lou',
  nom: 'Œuvrard-N’Diaye',
  sexe: 'F',
  naissance: '1999-05-02',
  telephone: '',
  contrats: [],
};

const complete = (): Saisie => ({
  ...seule,
  courriel: 'lou@exemple.fr',
  adresse: '3 rue des Lilas',
  codePostal: '63200',
  ville: 'Riom',
  prescripteurId: connus.organisationId,
  prescripteurConseiller: 'M. Ferrand',
  orienteurId: connus.organisationId,
  orienteLe: '2026-01-12',
  niveauFormation: '50',
  projetEtat: 'en_cours',
  projet: 'Travailler dehors, près de chez elle.',
  preparation: 'bientot',
  preparationLe: '2026-02-01',
  permis: ['b', 'am'],
  vehicule: 'velo',
  zones: 'Riom et Mozac',
  horairesPossibles: ['journee'],
  mobiliteNote: '',
  referentId: connus.referentId,
  encadrantId: connus.referentId,
  support: 'espaces_verts',
  contrats: [
    {
      nature: 'cddi',
      debut: '2026-01-15',
      fin: '2026-07-14',
      minutesHebdo: 1560,
      suspensions: [{ debut: '2026-03-01', fin: '2026-03-10', motif: 'essai' }],
    },
    { nature: 'cddi', debut: '2026-07-15', fin: null, minutesHebdo: 1560, renouvelleId: 'precedent' },
  ],
  passIae: [
    {
      numero: '99999 26 12345',
      debut: '2026-01-15',
      fin: '2028-01-14',
      evenements: [
        { genre: 'suspension', debut: '2026-03-01', fin: '2026-03-10', motif: 'formation' },
        { genre: 'prolongation', debut: '2028-01-25', fin: '2028-07-24', motif: 'formation' },
      ],
    },
  ],
  metiersVises: [
    { code: 'A1203', version: 'v4', libelle: 'Jardinier' },
    { code: '', version: '', libelle: 'Fleurir les cimetières' },
  ],
  criteres: [
    { critere: 'jeune', constateLe: '2026-01-10', justificatif: 'Dossier papier, armoire 2' },
    { critere: 'rsa', constateLe: '2026-01-10', justificatif: '' },
  ],
  freins: [
    { frein: 'mobilite', interne: true, externe: false },
    { frein: 'langue', interne: false, externe: true },
  ],
});

const champs = async (saisie: unknown) => {
  const enveloppe = await e.appeler('salaries.create', saisie as Saisie);
  return enveloppe.ok ? null : enveloppe.error.champs;
};

test('a person known by name, gender and birth date alone', async () => {
  const { id } = await e.reussir('salaries.create', seule);
  expect(await e.reussir('salaries.get', { id })).toMatchObject({
    id,
    nom: 'Œuvrard-N’Diaye',
    contrats: [],
    passIae: [],
    criteres: [],
    permis: [],
    referentId: null,
    support: '',
    projetEtat: '',
    projetLe: null,
  });
});

test('the whole record is read back as it was typed, and can be handed back unchanged', async () => {
  const { id } = await e.reussir('salaries.create', complete());
  const lue = await e.reussir('salaries.get', { id });
  const saisie = complete();
  expect(lue).toMatchObject({
    ...saisie,
    projetLe: '2026-03-24',
    contrats: [{ suspensions: [{ motif: 'essai' }] }, { fin: null, suspensions: [] }],
    passIae: [{ numero: '999992612345', evenements: [{ motif: '' }, { motif: 'formation' }] }],
    // In the order of their list, and level 1 first.
    criteres: [{ critere: 'rsa' }, { critere: 'jeune' }],
    freins: [{ frein: 'langue' }, { frein: 'mobilite' }],
  });
  expect(lue.contrats[1]!.renouvelleId).toBe(lue.contrats[0]!.id);
  const { archivedAt: _, ...rendue } = lue;
  await e.reussir('salaries.update', rendue);
  expect(await e.reussir('salaries.get', { id })).toEqual(lue);
});

test('what a change leaves out stays: it may come from a screen that knows the identity only', async () => {
  const { id } = await e.reussir('salaries.create', complete());
  const lue = await e.reussir('salaries.get', { id });
  e.nousSommesLe('2026-04-02');
  const contrats = lue.contrats.map(({ id: contratId, nature, debut, fin, minutesHebdo }) => ({
    id: contratId,
    nature,
    debut,
    fin,
    minutesHebdo,
  }));
  const { prenom, nom, sexe, naissance } = lue;
  await e.reussir('salaries.update', { id, prenom, nom, sexe, naissance, telephone: '0473000000', contrats });
  expect(await e.reussir('salaries.get', { id })).toEqual({ ...lue, telephone: '0473000000' });
  await e.reussir('salaries.update', { ...seule, id, contrats, projetEtat: 'valide' });
  expect(await e.reussir('salaries.get', { id })).toMatchObject({
    projetEtat: 'valide',
    projetLe: '2026-04-02',
    preparationLe: '2026-02-01',
  });
  await e.reussir('salaries.update', { ...seule, id, contrats, projetEtat: '', passIae: [], criteres: [] });
  expect(await e.reussir('salaries.get', { id })).toMatchObject({
    projetLe: null,
    passIae: [],
    criteres: [],
  });
});

test('a suspension, an event of a PASS or a renewal goes with the record that held it', async () => {
  const { id } = await e.reussir('salaries.create', complete());
  const { contrats, passIae } = await e.reussir('salaries.get', { id });
  const [premier, second] = contrats;
  await e.reussir('salaries.update', {
    ...seule,
    id,
    contrats: [{ ...second!, renouvelleId: undefined }],
    passIae: [{ ...passIae[0]!, evenements: [] }],
  });
  const apres = await e.reussir('salaries.get', { id });
  expect(apres.contrats).toEqual([{ ...second, renouvelleId: null }]);
  expect(apres.passIae[0]!.evenements).toEqual([]);
  expect(
    await e.appeler('salaries.update', { ...seule, id, contrats: [premier!] } as Modification),
  ).toMatchObject({ error: { code: 'introuvable' } });
});

test('each impossible answer is refused beside its field', async () => {
  const saisie = complete();
  const [contrat] = saisie.contrats;
  const [pass] = saisie.passIae!;
  const avec = (reste: Partial<Saisie>) => champs({ ...saisie, ...reste });
  const suspension = (debut: string, fin: string | null) =>
    avec({ contrats: [{ ...contrat!, suspensions: [{ debut, fin, motif: '' }] }] });
  expect(await suspension('2026-03-10', '2026-03-01')).toHaveProperty(['contrats.0.suspensions.0.fin']);
  expect(await suspension('2026-01-14', '2026-03-01')).toHaveProperty(['contrats.0.suspensions.0.debut']);
  expect(await suspension('2026-07-01', '2026-07-15')).toHaveProperty(['contrats.0.suspensions.0.fin']);
  expect(await suspension('2026-07-14', null)).toBeNull();
  expect(await avec({ passIae: [{ ...pass!, numero: '99999 26 1234' }] })).toEqual({
    'passIae.0.numero': 'Un numéro de PASS IAE compte 12 chiffres ; celui-ci en a 11.',
  });
  expect(await avec({ passIae: [{ ...pass!, numero: 'XXXXX2612345' }] })).toHaveProperty([
    'passIae.0.numero',
  ]);
  expect(await avec({ passIae: [{ ...pass!, numero: '' }] })).toBeNull();
  expect(await avec({ passIae: [{ ...pass!, fin: '2026-01-14' }] })).toHaveProperty(['passIae.0.fin']);
  const evenement = {
    genre: 'prolongation' as const,
    motif: '' as const,
    debut: '2028-01-15',
    fin: '2028-01-01',
  };
  expect(Object.keys((await avec({ passIae: [{ ...pass!, evenements: [evenement] }] })) ?? {})).toEqual([
    'passIae.0.evenements.0.fin',
    'passIae.0.evenements.0.motif',
  ]);
  expect(await avec({ permis: ['aucun', 'b'] })).toHaveProperty(['permis']);
  expect(await avec({ orienteLe: '2026-03-25' })).toHaveProperty(['orienteLe']);
  expect(
    await avec({ criteres: [{ critere: 'rsa', constateLe: '2026-03-25', justificatif: '' }] }),
  ).toHaveProperty(['criteres.0.constateLe']);
  expect(await avec({ support: 'astronautique' })).toHaveProperty(['support']);
  for (const champ of ['prescripteurId', 'orienteurId', 'referentId', 'encadrantId'])
    expect(await champs({ ...saisie, [champ]: idDeRang(999) }), champ).toHaveProperty([champ]);
  expect(await avec({ contrats: [{ ...contrat!, renouvelleId: idDeRang(999) }] })).toHaveProperty([
    'contrats.0.renouvelleId',
  ]);
  expect(await e.reussir('salaries.list', { recherche: 'lou' })).toHaveLength(2);
});

test('the list says on one line where a person stands, and narrows to those looked for', async () => {
  await e.reussir('salaries.create', complete());
  await e.reussir('salaries.create', {
    ...seule,
    nom: 'Abadie',
    contrats: [
      { nature: 'cddi', debut: '2025-10-01', fin: '2026-04-24', minutesHebdo: 1560 },
      { nature: 'cddi', debut: '2026-04-25', fin: '2026-06-24', minutesHebdo: 1560 },
    ],
    passIae: [{ numero: '', debut: '2024-03-25', fin: '2026-03-24' }],
    referentId: null,
  });
  const [lou] = await e.reussir('salaries.list', { recherche: 'ndiaye' });
  expect(lou).toMatchObject({
    contrat: { nature: 'cddi', fin: '2026-07-14' },
    passFin: '2028-07-24',
    projetEtat: 'en_cours',
    preparation: 'bientot',
    support: 'espaces_verts',
    referent: 'K. Brunet',
    encadrant: 'K. Brunet',
    sansJustificatif: 1,
  });
  const noms = async (entree: Entree<'salaries.list'>) =>
    (await e.reussir('salaries.list', entree)).map(({ nom }) => nom);
  for (const [entree, attendus] of [
    [{ referent: connus.referentId }, ['Œuvrard-N’Diaye']],
    [{ referent: 'moi' }, ['Œuvrard-N’Diaye']],
    [{ referent: 'aucun' }, ['Abadie', 'Diallo']],
    [{ encadrant: 'moi' }, ['Œuvrard-N’Diaye']],
    [{ support: 'espaces_verts' }, ['Œuvrard-N’Diaye']],
    [{ projet: 'en_cours' }, ['Œuvrard-N’Diaye']],
    [{ projet: 'valide' }, []],
    [{ projet: 'inconnu' }, ['Abadie', 'Diallo']],
    [{ preparation: 'inconnu' }, ['Abadie', 'Diallo']],
    [{ justificatif: 'manquant' }, ['Œuvrard-N’Diaye']],
    // What follows the contract of today is counted: Abadie's ends on 24/06, exactly three months away.
    [{ fin: '1' }, []],
    [{ fin: '3' }, ['Abadie']],
    [{ fin: '6' }, ['Abadie', 'Diallo']],
    [{ tri: 'pass' }, ['Abadie', 'Œuvrard-N’Diaye', 'Diallo']],
    [{ tri: 'projet', sens: 'desc' }, ['Diallo', 'Abadie', 'Œuvrard-N’Diaye']],
  ] satisfies [Entree<'salaries.list'>, string[]][]) {
    const lus = await noms(entree);
    expect('tri' in entree ? lus : lus.toSorted(), JSON.stringify(entree)).toEqual(
      'tri' in entree ? attendus : attendus.toSorted(),
    );
  }
  await e.reussir('salaries.export', { format: 'csv', recherche: 'ndiaye' });
  const [entetes, ligne] = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu).split('\r\n');
  expect(entetes).toContain('Fin du PASS IAE;Projet;Prêt à l’emploi;Support d’activité;Référent;Encadrant');
  expect(ligne).toContain('24/07/2028;En cours;Bientôt;Espaces verts;K. Brunet;K. Brunet;1;0');
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree, Sortie } from '../../shared/contrat.ts';
import type { BrouillonGarde } from '../../shared/immersions/brouillon.ts';
import { MODALITES_PROPOSEES } from '../../shared/immersions/reprise.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterOrganisation, parcours, SEMAINE, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'immersions.create'>;

const saisie = (reste: Partial<Saisie> = {}): Saisie =>
  saisieComplete(personnes.salarieId, personnes.organisationId, {
    referentId: personnes.referentId,
    ...reste,
  });

const creer = (reste: Partial<Saisie> = {}) => e.reussir('immersions.create', saisie(reste));

async function emettre(reste: Partial<Saisie> = {}): Promise<string> {
  const { id } = await creer(reste);
  await e.reussir('immersions.issue', { id });
  return id;
}

const amorcer = (organisationId: string | null = personnes.organisationId) =>
  e.reussir('immersions.prefill', { salarieId: personnes.salarieId, organisationId });

const groupe = ({ reprises }: Sortie<'immersions.prefill'>, nom: string) =>
  reprises.find((reprise) => reprise.groupe === nom);

const champsRefuses = async (entree: Saisie) => {
  const enveloppe = await e.appeler('immersions.create', entree);
  return enveloppe.ok ? null : enveloppe.error.champs;
};

describe('prefill', () => {
  test('without any past, only what is true of everybody is proposed, and nothing claims a source', async () => {
    const amorce = await amorcer();
    expect(amorce.reprises.map((reprise) => [reprise.groupe, reprise.origine])).toEqual([
      ['evaluation', null],
      ['referent', null],
      ['periode', null],
    ]);
    expect(groupe(amorce, 'evaluation')!.valeurs).toEqual({ modalitesEvaluation: MODALITES_PROPOSEES });
    expect(groupe(amorce, 'referent')!.valeurs).toEqual({ referentId: personnes.referentId });
    // Today is a Tuesday: two weeks from next Monday to the Friday of the week after.
    expect(groupe(amorce, 'periode')!.valeurs).toEqual({ debut: '2026-03-30', fin: '2026-04-10' });
    expect(amorce).toMatchObject({ metiers: [], alsaceMoselle: false });
    expect(
      (await e.reussir('immersions.prefill', { salarieId: null, organisationId: null })).metiers,
    ).toEqual([]);
  });

  test('takes from the last convention of the host what is the host’s, and says which one', async () => {
    await emettre({ debut: '2026-01-05', fin: '2026-01-16', tuteurNom: 'Ancien' });
    const id = await emettre({
      transport: 'Bus 3, arrêt Lavoirs',
      prevention: 'Visite des issues',
      romeCode: 'I1402',
      romeVersion: 'v4',
      metier: 'Réparation',
      competences: ['Diagnostiquer une panne simple'],
    });
    await creer({ debut: '2026-06-01', fin: '2026-06-05', tuteurNom: 'Brouillon' });
    const amorce = await amorcer();
    const origine = { id, numero: '2026-002' };
    expect(groupe(amorce, 'tuteur')).toEqual({
      groupe: 'tuteur',
      origine,
      valeurs: { tuteurId: null, tuteurNom: 'Léa Martin', tuteurFonction: 'cheffe d’atelier' },
    });
    expect(groupe(amorce, 'horaires')).toMatchObject({ origine, valeurs: { horaires: SEMAINE } });
    expect(groupe(amorce, 'activites')!.valeurs).toEqual({
      metier: 'Réparation',
      romeCode: 'I1402',
      romeVersion: 'v4',
      activites: saisie().activites,
      competences: ['Diagnostiquer une panne simple'],
    });
    expect(groupe(amorce, 'securite')!.valeurs).toEqual({
      protection: saisie().protection,
      prevention: 'Visite des issues',
    });
    expect(groupe(amorce, 'transport')!.valeurs).toEqual({ transport: 'Bus 3, arrêt Lavoirs' });
    expect(groupe(amorce, 'evaluation')).toMatchObject({ origine });
    expect(groupe(amorce, 'contrat')).toMatchObject({ origine, valeurs: { modeContrat: 'maintenu' } });
    // What belongs to one immersion is never carried to another.
    const repris = amorce.reprises.flatMap(({ valeurs }) => Object.keys(valeurs));
    for (const champ of ['objet', 'objectifs', 'attentesSalarie', 'numeroImmersionFacilitee', 'frais'])
      expect(repris).not.toContain(champ);
    expect(amorce.metiers).toEqual([
      { code: 'I1402', version: 'v4', libelle: 'Réparation', source: 'accueil' },
      { code: '', version: '', libelle: saisie().metier, source: 'accueil' },
    ]);
    // The draft of June keeps the person busy: what is proposed begins after it.
    expect(groupe(amorce, 'periode')!.valeurs.debut).toBe('2026-06-08');
  });

  test('nothing of the host is carried to another; the person’s own follows them', async () => {
    await emettre({ modeContrat: 'suspendu' });
    const autre = await ajouterOrganisation(e, 'Boulangerie Faure');
    const amorce = await amorcer(autre);
    expect(amorce.reprises.map((reprise) => reprise.groupe)).toEqual([
      'evaluation',
      'referent',
      'contrat',
      'periode',
    ]);
    expect(groupe(amorce, 'contrat')!.valeurs).toEqual({ modeContrat: 'suspendu' });
    expect(amorce.metiers).toMatchObject([{ source: 'salarie' }]);
  });

  test('who left the host and a site that closed are not proposed again', async () => {
    const { id: tuteurId } = await e.reussir('reseau.saveInterlocuteur', {
      organisationId: personnes.organisationId,
      prenom: 'Léa',
      nom: 'Martin',
      intitule: 'responsable d’atelier',
    });
    const { id: siteId } = await e.reussir('reseau.saveSite', {
      organisationId: personnes.organisationId,
      nom: 'Dépôt',
      siret: '',
      adresse: '1 rue du Port',
      codePostal: '63200',
      ville: 'Riom',
      telephone: '',
      conditions: [],
      note: '',
    });
    await emettre({ tuteurId, siteId, lieu: '1 rue du Port, 63200 Riom' });
    const avant = await amorcer();
    // Their function is the one of today.
    expect(groupe(avant, 'tuteur')!.valeurs.tuteurFonction).toBe('responsable d’atelier');
    expect(groupe(avant, 'lieu')!.valeurs).toEqual({ siteId, lieu: '1 rue du Port, 63200 Riom' });
    const { interlocuteurs } = await e.reussir('reseau.get', { id: personnes.organisationId });
    await e.reussir('reseau.endFonction', { fonctionId: interlocuteurs[0]!.fonctionId, fin: '2026-03-20' });
    await e.reussir('reseau.archiveSite', { id: siteId });
    const apres = await amorcer();
    expect(groupe(apres, 'tuteur')).toBeUndefined();
    expect(groupe(apres, 'lieu')).toBeUndefined();
  });

  test('an ETTI is given its last prescriber back, the one of the person first', async () => {
    const { structure } = await e.reussir('parametres.get', {});
    await e.reussir('parametres.saveStructure', { ...structure!, genre: 'ETTI' });
    const prescripteur = (nom: string) => ({
      prescripteurNom: nom,
      prescripteurAdresse: '2 place du Marché, 63200 Riom',
      prescripteurReferent: 'Paul Roy, conseiller',
    });
    const { id: autreSalarie } = await e.reussir('salaries.create', {
      prenom: 'Bruno',
      nom: 'Lopez',
      sexe: 'H',
      naissance: '1980-02-29',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-08-31', minutesHebdo: null }],
    });
    await emettre({ ...prescripteur('Mission locale'), debut: '2026-04-07' });
    await emettre({
      ...prescripteur('France Travail'),
      salarieId: autreSalarie,
      debut: '2026-04-27',
      fin: '2026-04-30',
    });
    expect(groupe(await amorcer(), 'prescripteur')!.valeurs).toEqual(prescripteur('Mission locale'));
    const inconnu = await e.reussir('immersions.prefill', { salarieId: null, organisationId: null });
    expect(groupe(inconnu, 'prescripteur')!.valeurs.prescripteurNom).toBe('France Travail');
    await e.reussir('parametres.saveStructure', { ...structure!, genre: 'AI' });
    expect(groupe(await amorcer(), 'prescripteur')).toBeUndefined();
  });

  test('the dates proposed never go past the contract', async () => {
    const { id: salarieId } = await e.reussir('salaries.create', {
      prenom: 'Bruno',
      nom: 'Lopez',
      sexe: 'H',
      naissance: '1980-02-29',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-04-07', minutesHebdo: null }],
    });
    const { reprises } = await e.reussir('immersions.prefill', { salarieId, organisationId: null });
    expect(reprises.at(-1)!.valeurs).toEqual({ debut: '2026-03-30', fin: '2026-04-07' });
  });

  test('the host’s postcode says which holidays are its own', async () => {
    await creer({ accueil: { ...saisie().accueil, codePostal: '67000' } });
    expect((await amorcer()).alsaceMoselle).toBe(true);
  });

  test('hostile: ids that are nobody’s say nothing, ids that are no ids are refused', async () => {
    const { reprises } = await e.reussir('immersions.prefill', {
      salarieId: null,
      organisationId: idDeRang(999),
    });
    expect(reprises.map((reprise) => reprise.groupe)).toEqual(['evaluation', 'referent', 'periode']);
    expect(
      await e.appeler('immersions.prefill', { salarieId: "' OR 1=1", organisationId: null }),
    ).toMatchObject({ error: { code: 'entree-invalide' } });
  });
});

describe('every field of the file', () => {
  const COMPLET = {
    exceptions: [
      { date: '2026-04-15', plages: [{ debut: 480, fin: 720 }] },
      { date: '2026-04-09', plages: [] },
    ],
    alsaceMoselle: true,
    competences: ['Démonter', 'Diagnostiquer'],
    prevention: 'Consignes lues ensemble',
    transport: 'Covoiturage',
    frais: [
      { nature: 'chaussures', precision: 'S3', centimes: 4590, payeur: 'structure' },
      { nature: 'repas', precision: '', centimes: null, payeur: 'accueil' },
    ],
    entretienDate: '2026-03-20',
    attentesSalarie: 'Voir',
    attentesAccueil: 'Aider',
    attentesStructure: 'Vérifier',
    motifRenouvellement: '',
  } satisfies Partial<Saisie>;

  test('is kept, and the days that do not follow the week count as they are, in their order', async () => {
    const { id } = await creer(COMPLET);
    const fiche = await e.reussir('immersions.get', { id });
    const [mercredi, jeudi] = COMPLET.exceptions;
    expect(fiche).toMatchObject({ ...COMPLET, exceptions: [jeudi, mercredi] });
    // Nine days of seven hours, one day off, one of four hours.
    expect(fiche).toMatchObject({ jours: 8, minutes: 7 * 420 + 240 });
  });

  test('a particular day out of the period is forgotten when saved', async () => {
    const { id } = await creer({
      exceptions: [
        { date: '2026-04-09', plages: [] },
        { date: '2026-05-20', plages: [] },
      ],
    });
    expect((await e.reussir('immersions.get', { id })).exceptions).toEqual([
      { date: '2026-04-09', plages: [] },
    ]);
  });

  test.each([
    [
      { exceptions: [{ date: '2026-04-09', plages: [{ debut: 1260, fin: 300 }] }] },
      {
        'exceptions.0':
          'La fin d’une présence suit son début. Une nuit se note en deux jours : 21–24 puis 0–5.',
      },
    ],
    [
      {
        exceptions: [
          { date: '2026-04-09', plages: [] },
          { date: '2026-04-09', plages: [] },
        ],
      },
      { 'exceptions.1': 'Ce jour figure deux fois.' },
    ],
    [
      { frais: [{ nature: 'autre', precision: '', centimes: -1, payeur: 'salarie' }] },
      { 'frais.0.centimes': 'Indiquez un montant en euros.' },
    ],
    [{ competences: ['Bien', ' '] }, { 'competences.1': 'Dites quelle compétence.' }],
    [{ entretienDate: '2026-13-01' }, { entretienDate: 'Cette date n’existe pas (attendu : jj/mm/aaaa).' }],
    [{ siteId: idDeRang(999) }, { siteId: expect.any(String) }],
  ] as [Partial<Saisie>, object][])('never holds what cannot be: %j', async (reste, champs) => {
    expect(await champsRefuses(saisie(reste))).toEqual(champs);
    expect((await e.reussir('immersions.list', {})).total).toBe(0);
  });

  test('a site of another organisation is refused', async () => {
    const autre = await ajouterOrganisation(e, 'Boulangerie Faure');
    const { id: siteId } = await e.reussir('reseau.saveSite', {
      organisationId: autre,
      nom: 'Fournil',
      siret: '',
      adresse: '',
      codePostal: '',
      ville: '',
      telephone: '',
      conditions: [],
      note: '',
    });
    expect(await champsRefuses(saisie({ siteId }))).toEqual({ siteId: expect.any(String) });
  });
});

describe('renewal', () => {
  const SUITE = { debut: '2026-04-20', fin: '2026-04-24' };

  test('keeps what the first convention said; dates, hours, reason and number of deposit are its own', async () => {
    const renouvelleId = await emettre();
    const champs = await champsRefuses(
      saisie({ ...SUITE, renouvelleId, objet: 'recruter', objectifs: 'Autre chose.', tuteurNom: 'Autre' }),
    );
    expect(Object.keys(champs!)).toEqual(['objet', 'objectifs', 'tuteurNom']);
    expect(champs!.objet).toContain('2026-001');
    const { id } = await creer({
      ...SUITE,
      renouvelleId,
      horaires: [SEMAINE[0]!, [], [], [], [], [], []],
      motifRenouvellement: 'Trois jours d’absence.',
      numeroImmersionFacilitee: 'IF-2',
    });
    const { numeroImmersionFacilitee, ...reste } = saisie({ ...SUITE, renouvelleId });
    expect(
      await e.appeler('immersions.update', {
        id,
        ...reste,
        numeroImmersionFacilitee,
        activites: 'Autre travail.',
      }),
    ).toMatchObject({ error: { code: 'regle', champs: { activites: expect.any(String) } } });
  });

  test('what the first convention left empty may be completed', async () => {
    const renouvelleId = await emettre();
    await creer({ ...SUITE, renouvelleId, prevention: 'Consignes lues', transport: 'Bus 3' });
  });
});

describe('what is left unsaved', () => {
  const brouillon = () => ({
    immersionId: null,
    le: '2026-03-24T11:00:00.000Z',
    saisie: {
      exceptions: [],
      alsaceMoselle: false,
      romeCode: '',
      romeVersion: '',
      competences: [],
      prevention: '',
      transport: '',
      frais: [],
      entretienDate: '31/02',
      attentesSalarie: '',
      attentesAccueil: '',
      attentesStructure: '',
      siteId: null,
      prescripteurReferent: '',
      motifRenouvellement: '',
      ...saisie(),
      // Half typed, as the screen holds it.
      salarieId: null,
      debut: '12/',
      horaires: [[{ debut: null, fin: null }], [], [], [], [], [], []],
    } as BrouillonGarde['saisie'],
  });

  test('is kept for the member who typed it, announced to nobody, and forgotten when asked', async () => {
    expect(await e.reussir('immersions.brouillon', {})).toEqual({ brouillon: null });
    const garde = brouillon();
    e.traces.tables.length = 0;
    await e.reussir('immersions.keepBrouillon', { brouillon: garde });
    expect(e.traces.tables.flat()).toEqual([]);
    expect(await e.reussir('immersions.brouillon', {})).toEqual({ brouillon: garde });
    await e.reussir('immersions.keepBrouillon', { brouillon: null });
    expect(await e.reussir('immersions.brouillon', {})).toEqual({ brouillon: null });
  });

  test('is refused when it is no such thing, and ignored when another version wrote it', async () => {
    for (const mauvais of [
      { ...brouillon(), cle: 1 },
      { ...brouillon(), saisie: { ...brouillon().saisie, activites: 'x'.repeat(5001) } },
      'x',
    ])
      expect(await e.appeler('immersions.keepBrouillon', { brouillon: mauvais as never })).toMatchObject({
        error: { code: 'entree-invalide' },
      });
    await e.reussir('immersions.keepBrouillon', { brouillon: brouillon() });
    e.depot
      .base()
      .sqlite.prepare(`UPDATE reglage SET valeur = '{"le":1}' WHERE cle LIKE 'brouillon_immersion_%'`)
      .run();
    expect(await e.reussir('immersions.brouillon', {})).toEqual({ brouillon: null });
  });
});

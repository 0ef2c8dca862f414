import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { couvreAccidents } from '../../shared/documents/immersion/commun.tsx';
import { OBJETS } from '../../shared/nomenclatures/immersions.ts';
import type { Structure } from '../../shared/parametres/schema.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'immersions.create'>;

const PRESCRIPTEUR = {
  prescripteurNom: 'France Travail Riom',
  prescripteurAdresse: '3 rue du Commerce, 63200 Riom',
  prescripteurReferent: 'Sophie Blanc, conseillère',
};

const saisie = (reste: Partial<Saisie> = {}): Saisie =>
  saisieComplete(personnes.salarieId, personnes.organisationId, {
    referentId: personnes.referentId,
    ...reste,
  });

async function creer(reste: Partial<Saisie> = {}): Promise<string> {
  return (await e.reussir('immersions.create', saisie(reste))).id;
}

async function reglerStructure(reste: Partial<Structure>): Promise<void> {
  const { structure } = await e.reussir('parametres.get', {});
  await e.reussir('parametres.saveStructure', { ...structure!, ...reste });
}

async function reglerSalarie(reste: Partial<Entree<'salaries.create'>>): Promise<void> {
  const { archivedAt: _, ...fiche } = await e.reussir('salaries.get', { id: personnes.salarieId });
  await e.reussir('salaries.update', { ...fiche, ...reste });
}

const ENTITES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': '’' };

/** The text of the sheet, as it is read. */
async function texte(id: string): Promise<string> {
  await e.reussir('immersions.page', { id, genre: 'convention' });
  return e.traces.pages
    .at(-1)!
    .replace(/^.*<body>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#x27|\w+);/g, (_, nom: string) => ENTITES[nom] ?? ' ')
    .replace(/\s+/g, ' ');
}

/** Headings of the boxes, in their order. */
async function blocs(id: string): Promise<string[]> {
  await e.reussir('immersions.page', { id, genre: 'convention' });
  const page = e.traces.pages.at(-1)!;
  return [...page.matchAll(/<div class="signature"><strong>(.*?)<\/strong>/g)].map(([, titre]) => titre!);
}

const STRUCTURES = ['ACI', 'EI', 'AI', 'ETTI'] as const;

describe.each(STRUCTURES)('mentions of D5135-2 for an %s', (genre) => {
  const reste = genre === 'ETTI' ? PRESCRIPTEUR : {};

  test('each is on the sheet, in its block', async () => {
    await reglerStructure({ genre });
    const id = await creer(reste);
    const lu = await texte(id);
    const mentions = {
      prescripteur:
        genre === 'ETTI'
          ? ['Prescripteur France Travail Riom', '3 rue du Commerce', 'Sophie Blanc, conseillère']
          : [
              'Le prescripteur et employeur Dénomination Les Ateliers du Val',
              '12 rue des Lavoirs, 63200 Riom',
            ],
      beneficiaire: [
        'DIALLO Aminata',
        'Née le 14/07/1991',
        'Employeur Les Ateliers du Val',
        '04 73 00 00 00',
      ],
      accueil: [
        'Dénomination Atelier du Réemploi',
        'Adresse 4 impasse des Tanneurs, 63200 Riom',
        'SIRET 424 143 089 00037',
        'Activité principale Réparation d’équipements électriques',
        'Convention collective IDCC 3016',
        'Responsable sur place Léa Martin, cheffe d’atelier',
        'Confie l’accueil, le suivi et les consignes de santé et de sécurité à la personne nommée au point 2',
      ],
      accompagnement: [
        'La structure d’accompagnement Dénomination Les Ateliers du Val',
        'Conseiller référent Karine Brunet, conseillère en insertion',
      ],
      periode: [
        'du 07/04/2026 au 17/04/2026 · 9 jours, 63 h',
        'Lieu 4 impasse des Tanneurs, 63200 Riom',
        'Objet Confirmer un projet professionnel',
        'Objectifs précis Vérifier l’intérêt',
        'Modalités d’évaluation Point hebdomadaire',
      ],
      contenu: [
        'Trier les appareils reçus',
        'Lundi Mardi Mercredi Jeudi Vendredi',
        '9 h – 12 h',
        '13 h – 17 h',
      ],
    };
    for (const [bloc, phrases] of Object.entries(mentions))
      for (const phrase of phrases) expect(lu, bloc).toContain(phrase);
    for (const absente of [
      'RSA',
      'Situation professionnelle',
      'forme juridique',
      'immatriculation',
      '06 12 34',
    ])
      expect(lu).not.toContain(absente);
    const autres = OBJETS.valeurs.filter(({ code }) => code !== 'confirmer');
    for (const { label } of autres) expect(lu).not.toContain(label);
  });

  test('the structure signs in each of its capacities, and says who covers accidents', async () => {
    await reglerStructure({ genre });
    const id = await creer({ ...reste, modeContrat: 'suspendu' });
    expect(await blocs(id)).toEqual([
      'La bénéficiaire',
      'La structure d’accueil',
      'Le prescripteur',
      'La structure d’accompagnement',
      'L’employeur',
    ]);
    const prescripteur = genre === 'ETTI' ? 'France Travail Riom' : 'Les Ateliers du Val';
    expect(await texte(id)).toContain(`couverts et déclarés par ${prescripteur}, prescripteur`);
  });
});

test('who covers accidents at work: the employer while the contract runs, else the prescriber', () => {
  const structure = { raisonSociale: 'Le Val' };
  expect(couvreAccidents({ structure, modeContrat: 'maintenu', prescripteur: { nom: 'FT' } })).toBe(
    'Le Val, employeur',
  );
  expect(couvreAccidents({ structure, modeContrat: 'suspendu', prescripteur: { nom: 'FT' } })).toBe(
    'FT, prescripteur',
  );
});

test('somebody under 18 on the first day signs with a legal representative; of age that day, without', async () => {
  await reglerSalarie({ naissance: '2008-04-08', contrats: [] });
  const id = await creer({ representantLegal: 'Hélène Diallo' });
  expect(await blocs(id)).toContain('Son représentant légal');
  expect(await texte(id)).toContain('Représentant légal Hélène Diallo');
  await reglerSalarie({ naissance: '2008-04-07', contrats: [] });
  expect(await blocs(id)).not.toContain('Son représentant légal');
});

test('a freelance of an EITI has no employer', async () => {
  await reglerStructure({ genre: 'EITI' });
  expect(await blocs(await creer())).not.toContain('L’employeur');
});

test('a renewal is titled so, with the dates of its origin and why the objectives were not reached', async () => {
  const renouvelleId = await creer();
  const id = await creer({
    debut: '2026-04-20',
    fin: '2026-04-24',
    renouvelleId,
    motifRenouvellement: 'Trois jours d’arrêt.',
  });
  const lu = await texte(id);
  expect(lu).toContain('Renouvellement de la convention n° 2026-001 relative à');
  expect(lu).toContain('du 07/04/2026 au 17/04/2026');
  expect(lu).toContain('Pourquoi ils ne sont pas encore atteints : Trois jours d’arrêt.');
});

test('all that may be typed besides is said: site, exceptions, holidays, competences, equipment, costs, way there', async () => {
  const { id: siteId } = await e.reussir('reseau.saveSite', {
    organisationId: personnes.organisationId,
    nom: 'Dépôt nord',
    siret: '',
    adresse: 'quai 2',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '',
    conditions: [],
    note: '',
  });
  const id = await creer({
    debut: '2026-04-03',
    alsaceMoselle: true,
    siteId,
    exceptions: [
      { date: '2026-04-10', plages: [{ debut: 540, fin: 720 }] },
      { date: '2026-04-15', plages: [] },
      { date: '2027-01-01', plages: [] },
    ],
    metier: 'Réparation',
    romeCode: 'I1402',
    competences: ['Souder', 'Tester'],
    prevention: 'Visite de sécurité.',
    transport: 'Bus 5.',
    frais: [
      { nature: 'chaussures', precision: 'taille 39', centimes: 4590, payeur: 'structure' },
      { nature: 'repas', precision: '', centimes: null, payeur: 'accueil' },
    ],
  });
  const lu = await texte(id);
  for (const phrase of [
    'Lieu Dépôt nord, quai 2, 63200 Riom',
    'Sauf : ven. 10/04, 9 h – 12 h ; mer. 15/04, pas de présence.',
    'Jours fériés sans présence, non comptés : 03/04/2026 (Vendredi saint), 06/04/2026 (lundi de Pâques).',
    'Réparation (I1402)',
    'Compétences visées : Souder ; Tester.',
    'Prévention Visite de sécurité.',
    'Trajet Bus 5.',
    'Chaussures de sécurité (taille 39), 45,90 €, pris en charge par Les Ateliers du Val',
    'Repas, montant à préciser, pris en charge par Atelier du Réemploi',
  ])
    expect(lu).toContain(phrase);
  expect(lu).not.toContain('01/01');
});

test('every printed page says which paper it belongs to', async () => {
  const id = await creer();
  await e.reussir('immersions.pdf', { id });
  expect(e.traces.pdf.at(-1)).toMatch(/@bottom-left \{ content: "[^"]*Convention 2026\\2d 001 Diallo"/);
});

test('the counsellor who has left since is still named', async () => {
  const id = await creer();
  await e.reussir('parametres.saveEquipe', { membres: [{ prenom: 'Luc', nom: 'Aubin', fonction: 'CIP' }] });
  expect(await texte(id)).toContain('Karine Brunet');
});

test('stopped before its end, an issued convention still says what was agreed', async () => {
  const id = await creer();
  await e.reussir('immersions.issue', { id });
  await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
  await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-09', motif: 'Trajet trop long.' });
  const papiers = await e.reussir('immersions.papiers', { id });
  expect(papiers.find(({ genre }) => genre === 'convention')).toMatchObject({ change: false });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Axe } from '../../shared/bilans/axes.ts';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { CONVENTION } from '../conventions.ts';
import { parcours, saisieComplete } from '../immersions.ts';

/** Figures published by structures, entered as their teams would have, and read from the bilan. */
let e: Essai;
let referentId: string;
beforeEach(async () => {
  e = essai();
  ({ referentId } = await parcours(e));
  e.nousSommesLe('2026-12-31');
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2026-01-01', fin: '2026-12-31' };

const fois = <T>(nombre: number, faire: (rang: number) => Promise<T>): Promise<T[]> =>
  Array.from({ length: nombre }, (_, rang) => rang).reduce<Promise<T[]>>(
    async (avant, rang) => [...(await avant), await faire(rang)],
    Promise.resolve([]),
  );

const organisation = async (nom: string, genre: Entree<'reseau.create'>['genre'] = 'marchand') =>
  (await e.reussir('reseau.create', { nom, genre })).id;

let rangPersonne = 0;
async function personne(sexe: 'F' | 'H' = 'F'): Promise<string> {
  rangPersonne += 1;
  const { id } = await e.reussir('salaries.create', {
    prenom: 'Camille',
    nom: `Personne ${rangPersonne}`,
    sexe,
    naissance: '1990-05-17',
    telephone: '06 12 34 56 78',
    contrats: [{ nature: 'cddi', debut: '2026-01-05', fin: '2026-12-31', minutesHebdo: 1560 }],
  });
  return id;
}

/** An immersion of two weeks, issued and signed by all. */
async function immersion(
  salarieId: string,
  organisationId: string,
  reste: Parameters<typeof saisieComplete>[2] = {},
): Promise<string> {
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, { referentId, ...reste }),
  );
  await e.reussir('immersions.issue', { id });
  await e.reussir('immersions.signAll', { id, date: '2026-04-01' });
  return id;
}

async function conclure(id: string, decision: Entree<'immersions.saveBilan'>['decision']): Promise<void> {
  await e.reussir('immersions.saveBilan', {
    id,
    realisation: 'complete',
    avisSalarie: 'Le métier me plaît.',
    avisAccueil: 'À l’heure, appliquée.',
    avisStructure: '',
    objectifs: 'oui',
    decision,
    suite: 'Chercher ensemble.',
    date: '2026-04-17',
  });
  await e.reussir('immersions.closeBilan', { id });
}

async function mesurer(demandes: Record<string, Axe[]>, conventionId: string | null = null) {
  const { lignes } = await e.reussir('bilans.mesurer', {
    ...ANNEE,
    conventionId,
    indicateurs: Object.entries(demandes).map(([code, axes]) => ({ code, axes })),
  });
  const ligne = (code: string) => lignes.find((lue) => lue.code === code)!;
  return {
    ligne,
    valeur: (code: string) => ligne(code).mesure.valeur,
    parts: (code: string, axe: Axe) =>
      Object.fromEntries(
        ligne(code)
          .repartitions.find((repartition) => repartition.axe === axe)!
          .parts.filter(({ mesure }) => mesure.valeur !== 0)
          .map(({ code: part, nom, mesure }) => [axe === 'metier' ? nom : part, mesure.valeur]),
      ),
  };
}

test('ARTEEC: eleven immersions, four of which end with a work contract', async () => {
  const zone = await organisation('Club de la zone');
  await fois(11, async (rang) => {
    const id = await immersion(await personne(), zone);
    if (rang < 3) {
      await e.reussir('immersions.saveEmbauche', {
        id,
        organisationId: zone,
        date: '2026-04-20',
        contrat: rang === 0 ? 'cdi' : 'cdd_court',
      });
    }
    await conclure(id, rang < 4 ? 'embauche' : 'projet_confirme');
  });
  const { valeur, ligne, parts } = await mesurer({
    'immersions.total': [],
    'immersions.avec_embauche': ['contrat'],
    'immersions.embauche': [],
  });
  expect(valeur('immersions.total')).toBe(11);
  expect(valeur('immersions.avec_embauche')).toBe(4);
  // The fourth was decided, and its contract never noted: said, not guessed.
  expect(parts('immersions.avec_embauche', 'contrat')).toEqual({ cdi: 1, cdd_court: 2, '': 1 });
  expect(ligne('immersions.embauche').mesure).toEqual({ valeur: 364, numerateur: 4, denominateur: 11 });
});

test('La Pose: 31 immersions for an objective of 30, by kind of host, objet and métier', async () => {
  const hotes = {
    non_marchand: await organisation('Association du quartier', 'non_marchand'),
    marchand: await organisation('Grand magasin', 'marchand'),
    siae: await organisation('Chantier voisin', 'siae'),
  };
  const parHote = [
    ...Array<'non_marchand'>(15).fill('non_marchand'),
    ...Array<'marchand'>(9).fill('marchand'),
    ...Array<'siae'>(7).fill('siae'),
  ];
  const metiers = [
    ...Array<string>(8).fill('Agent d’entretien'),
    ...Array<string>(7).fill('Agent d’accueil'),
    ...Array<string>(6).fill('Opérateur de production'),
    ...Array<string>(4).fill('Aide médico-sociale'),
    ...Array<string>(3).fill('Vendeur'),
    ...Array<string>(3).fill('Employé de restauration collective'),
  ];
  await fois(31, async (rang) =>
    immersion(await personne(rang % 2 === 0 ? 'F' : 'H'), hotes[parHote[rang]!], {
      objet: rang < 21 ? 'decouvrir' : 'confirmer',
      metier: metiers[rang]!,
    }),
  );
  const { id: conventionId } = await e.reussir('conventions.create', {
    ...CONVENTION,
    debut: ANNEE.debut,
    fin: ANNEE.fin,
    organisationId: await organisation('Communauté d’agglomération', 'public'),
  });
  const objectif = { conventionId, annee: 2026, indicateur: 'immersions.total' };
  await e.reussir('conventions.saveObjectif', { ...objectif, valeur: 30 });
  const { ligne, valeur, parts } = await mesurer(
    {
      'immersions.total': ['hote', 'objet', 'metier', 'sexe'],
      'immersions.personnes': [],
      'immersions.hotes': [],
      'immersions.par_hote': [],
    },
    conventionId,
  );
  expect(ligne('immersions.total')).toMatchObject({
    mesure: { valeur: 31 },
    objectif: { valeur: 30, source: 'Convention' },
    atteint: true,
  });
  // 49 %, 29 % and 22 %, as published: the whole, never a rounding of each part.
  expect(parts('immersions.total', 'hote')).toEqual({ non_marchand: 15, marchand: 9, siae: 7 });
  expect(parts('immersions.total', 'objet')).toEqual({ decouvrir: 21, confirmer: 10 });
  expect(parts('immersions.total', 'metier')).toEqual({
    'Agent d’entretien': 8,
    'Agent d’accueil': 7,
    'Opérateur de production': 6,
    'Aide médico-sociale': 4,
    Vendeur: 3,
    'Employé de restauration collective': 3,
  });
  expect(parts('immersions.total', 'sexe')).toEqual({ F: 16, H: 15 });
  expect([valeur('immersions.personnes'), valeur('immersions.hotes'), valeur('immersions.par_hote')]).toEqual(
    [31, 3, 1033],
  );
  await e.reussir('conventions.saveObjectif', { ...objectif, valeur: 40 });
  // What the structure gave itself for the year stands where the convention says nothing.
  await e.reussir('immersions.saveObjectif', { annee: 2026, axe: 'total', code: '', nombre: 20 });
  const suivante = await mesurer({ 'immersions.total': [], 'immersions.commencees': [] }, conventionId);
  expect(suivante.ligne('immersions.total').atteint).toBe(false);
  expect(suivante.ligne('immersions.commencees')).toMatchObject({
    objectif: { valeur: 20, source: 'Objectif de l’année' },
    atteint: true,
  });
});

test('UNEP: 50 firms contacted, 15 engaged, 28 offers, 19 immersions, 12 hires', async () => {
  const firmes = await fois(50, (rang) => organisation(`Paysages ${rang}`));
  const noter = (organisationId: string, reste: Partial<Entree<'sollicitations.record'>>) =>
    e.reussir('sollicitations.record', {
      date: '2026-02-10',
      canal: 'telephone',
      resultat: 'sans_reponse',
      organisationIds: [organisationId],
      ...reste,
    });
  await fois(50, (rang) =>
    noter(firmes[rang]!, {
      nature: 'intermediation',
      resultat: rang < 15 ? 'accord' : rang < 30 ? 'refus' : 'sans_reponse',
    }),
  );
  await fois(28, (rang) =>
    noter(firmes[rang % 15]!, {
      date: '2026-03-02',
      sousNature: 'offre_emploi',
      resultat: rang % 2 === 0 ? 'a_suivre' : 'non_honoree',
    }),
  );
  // Asked for and refused, or without an answer: no offer was made.
  await noter(firmes[20]!, { sousNature: 'offre_emploi', resultat: 'refus' });
  await noter(firmes[40]!, { sousNature: 'offre_emploi' });
  const beneficiaires = await fois(19, async (rang) => {
    const salarieId = await personne('H');
    await immersion(salarieId, firmes[rang % 15]!, { objet: 'recruter' });
    return salarieId;
  });
  await fois(12, (rang) =>
    e.reussir('sollicitations.recordEmbauche', {
      organisationId: firmes[rang]!,
      salarieId: beneficiaires[rang]!,
      date: '2026-05-04',
      contrat: rang < 4 ? 'cdi' : rang < 10 ? 'cdd_long' : rang < 11 ? 'cdd_court' : 'interim',
    }),
  );
  const { valeur, ligne, parts } = await mesurer({
    'reseau.contactees': ['hote'],
    'entonnoir.engagees': [],
    'entonnoir.engagement': [],
    'entonnoir.offres': [],
    'entonnoir.offres_par_engagee': [],
    'immersions.total': ['objet'],
    'entonnoir.immersions_par_offre': [],
    'entonnoir.embauches': ['contrat', 'sexe'],
    'entonnoir.embauches_durables': [],
    'entonnoir.personnes_embauchees': [],
    'entonnoir.organisations_qui_embauchent': [],
    'entonnoir.embauches_par_immersion': [],
  });
  expect([
    valeur('reseau.contactees'),
    valeur('entonnoir.engagees'),
    valeur('entonnoir.offres'),
    valeur('immersions.total'),
    valeur('entonnoir.embauches'),
  ]).toEqual([50, 15, 28, 19, 12]);
  expect(parts('entonnoir.embauches', 'contrat')).toEqual({ cdi: 4, cdd_long: 6, cdd_court: 1, interim: 1 });
  expect(ligne('entonnoir.embauches_durables').mesure).toMatchObject({ numerateur: 10, denominateur: 12 });
  expect(ligne('entonnoir.engagement').mesure).toEqual({ valeur: 300, numerateur: 15, denominateur: 50 });
  expect([
    valeur('entonnoir.offres_par_engagee'),
    valeur('entonnoir.immersions_par_offre'),
    valeur('entonnoir.embauches_par_immersion'),
  ]).toEqual([187, 68, 63]);
  expect([
    valeur('entonnoir.personnes_embauchees'),
    valeur('entonnoir.organisations_qui_embauchent'),
  ]).toEqual([12, 12]);
});

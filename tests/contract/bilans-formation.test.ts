import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { lireLigne } from '../bilans-appui.ts';
import { ajouterSalarie, ajouterSession, journees } from '../formation.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };
const ligne = (code: string, axes: string[] = [], periode = ANNEE) => lireLigne(e, code, axes, periode);
const valeur = async (code: string, periode = ANNEE) => (await ligne(code, [], periode)).mesure.valeur;

const personnes = async (nombre: number, sexe: 'F' | 'H' = 'F') => {
  const ids: string[] = [];
  for (let rang = 0; rang < nombre; rang += 1)
    ids.push(await ajouterSalarie(e, `Stagiaire ${rang}`, 'N’Diaye', { sexe, contrats: [] }));
  return ids;
};

async function inscrire(
  sessionId: string,
  salarieIds: string[],
  statut: 'au_bout' | 'interrompu' | 'valide',
) {
  const { ids } = await e.reussir('formation.inscrire', { sessionId, salarieIds });
  const pas = statut === 'valide' ? (['valide'] as const) : (['valide', 'entre', statut] as const);
  for (const etape of pas)
    await e.reussir('formation.avancer', {
      ids,
      statut: etape,
      motif: etape === 'interrompu' ? 'emploi' : '',
      le: etape === 'interrompu' ? '2025-03-11' : null,
    });
  return ids;
}

test('113 trainees, 109 of them presented: 94 certified, 8 in part, 4 absent; what became of 102', async () => {
  const { sessionId } = await ajouterSession(
    e,
    {
      debut: '2025-03-10',
      fin: '2025-03-11',
      placesMax: 120,
      creneaux: journees('2025-03-10', '2025-03-11'),
    },
    { titre: 'Assistante de vie', genre: 'certifiante', certification: 'rncp', certificationCode: '35028' },
  );
  const ids = await inscrire(sessionId, await personnes(113), 'au_bout');
  const noter = (debut: number, fin: number, resultat: 'total' | 'partiel' | 'echoue' | 'non_presente') =>
    e.reussir('formation.saveResultat', {
      resultats: ids.slice(debut, fin).map((id) => ({ id, resultat, le: '2025-04-01' })),
    });
  await noter(0, 94, 'total');
  await noter(94, 102, 'partiel');
  await noter(102, 109, 'echoue');
  await noter(109, 113, 'non_presente');
  const suivre = async (
    debut: number,
    fin: number,
    situation: Entree<'formation.saveSituation'>['situation'],
  ) => {
    for (const inscriptionId of ids.slice(debut, fin))
      await e.reussir('formation.saveSituation', { inscriptionId, mois: 6, date: '2025-10-01', situation });
  };
  await suivre(0, 47, 'durable');
  await suivre(47, 102, 'recherche');
  await suivre(102, 110, 'sans_reponse');

  const certifies = await ligne('formation.certifies');
  expect(certifies.mesure).toEqual({ valeur: 862, numerateur: 94, denominateur: 109 });
  expect(certifies.exclus).toEqual([{ raison: 'Non présenté', nombre: 4 }]);
  expect((await ligne('formation.certifies_en_partie')).mesure.numerateur).toBe(8);
  const candidats = await ligne('formation.certifications', ['certification']);
  expect(candidats.mesure.valeur).toBe(113);
  expect(
    Object.fromEntries(candidats.repartitions[0]!.parts.map(({ code, mesure }) => [code, mesure.valeur])),
  ).toEqual({ total: 94, partiel: 8, non_presente: 4, echoue: 7 });
  const durables = await ligne('formation.durables_6');
  expect(durables.mesure).toEqual({ valeur: 461, numerateur: 47, denominateur: 102 });
  expect([durables.inconnus, durables.exclus]).toEqual([8, [{ raison: 'Non demandé', nombre: 3 }]]);
  expect(await valeur('formation.diplomes')).toBe(94);
  expect(await valeur('formation.stagiaires')).toBe(113);
});

test('the figures of a year are those of its plan; a session across two years is cut between them', async () => {
  const { sessionId } = await ajouterSession(e, {
    debut: '2024-12-30',
    fin: '2025-01-07',
    minutes: 28 * 60,
    creneaux: journees('2024-12-30', '2025-01-06', '2025-01-07'),
    stagiairesPrevus: 4,
  });
  await inscrire(sessionId, await personnes(2), 'au_bout');
  const { figures } = await e.reussir('formation.plan', { annee: 2025 });
  expect(figures.engagees).toBeGreaterThan(0);
  expect({
    sessions: await valeur('formation.sessions'),
    stagiaires: await valeur('formation.stagiaires'),
    inscriptions: await valeur('formation.inscriptions'),
    prevues: await valeur('formation.heures_prevues'),
    engagees: await valeur('formation.heures_engagees'),
    realisees: await valeur('formation.heures_realisees'),
    cout: await valeur('formation.cout'),
    accorde: await valeur('formation.accorde'),
    attendu: await valeur('formation.attendu'),
  }).toEqual({
    sessions: figures.sessions,
    stagiaires: figures.stagiaires,
    inscriptions: figures.inscriptions,
    prevues: figures.prevues,
    engagees: figures.engagees,
    realisees: figures.realisees,
    cout: figures.cout,
    accorde: figures.accorde,
    attendu: figures.attendu,
  });
  // A third of its hours is on each of its three days.
  const janvier = { debut: '2025-01-01', fin: '2025-01-06' };
  expect(await valeur('formation.heures_prevues', janvier)).toBe(560 * 4);
  expect(
    (await ligne('formation.au_bout', [], { debut: '2024-01-01', fin: '2024-12-31' })).mesure.denominateur,
  ).toBe(0);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';
import { ajouterSalarie, ajouterSession, poserInscription } from '../formation.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

test.each(['repere', 'valide', 'au_bout'])(
  'somebody taken off a session when %s counts nowhere',
  async (statut) => {
    const salarieId = await ajouterSalarie(e, 'Aminata', 'Diallo');
    const { actionId, sessionId } = await ajouterSession(
      e,
      { debut: '2026-01-06', fin: '2026-01-07', creneaux: [] },
      { theme: 'securite' },
    );
    await e.reussir('formation.createBesoin', {
      salarieIds: [salarieId],
      theme: 'securite',
      origine: 'projet',
      priorite: 'moyenne',
    });
    const [besoin] = (await e.reussir('formation.besoins', {})).lignes;
    const lire = async () => ({
      actions: await e.reussir('formation.actions', {}),
      action: await e.reussir('formation.action', { id: actionId }),
      besoins: await e.reussir('formation.besoins', { vue: 'tous' }),
      themes: await e.reussir('formation.themes', {}),
      sessions: await e.reussir('formation.sessions', {}),
      comptes: await e.reussir('formation.sessionsComptes', {}),
      session: await e.reussir('formation.session', { id: sessionId }),
      inscriptions: await e.reussir('formation.inscriptions', { sessionId }),
      presences: await e.reussir('formation.presences', { sessionId }),
      financement: await e.reussir('formation.financement', { sessionId }),
      financements: await e.reussir('formation.financements', { annee: 2026 }),
      evaluations: await e.reussir('formation.evaluations', { sessionId }),
      papiers: await e.reussir('formation.papiers', { id: sessionId }),
      heures: await e.reussir('formation.heures', { annee: 2026 }),
      suites: await e.reussir('formation.suites', {}),
      plan: await e.reussir('formation.plan', { annee: 2026 }),
      parSalarie: await e.reussir('formation.parSalarie', { salarieId }),
      parcours: await e.reussir('salaries.parcours', { id: salarieId }),
      radar: await e.reussir('salaries.radar', {}),
    });
    const avant = await lire();
    const id = poserInscription(e, { sessionId, salarieId, besoinId: besoin!.id, statut });
    expect(await lire()).not.toEqual(avant);
    await e.reussir('formation.desinscrire', { ids: [id] });
    expect(await lire()).toEqual(avant);
  },
);

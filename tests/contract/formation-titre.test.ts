import { afterEach, beforeEach, expect, test } from 'vitest';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';
import { ajouterSalarie, ajouterSession, poserInscription } from '../formation.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

test.each([
  ['', 'Gestes et postures'],
  ['groupe d’automne', 'Gestes et postures, groupe d’automne'],
])('a session told apart by « %s » is « %s » wherever it is read', async (intitule, titre) => {
  const salarieId = await ajouterSalarie(e, 'Aminata', 'Diallo');
  const { sessionId } = await ajouterSession(e, { intitule });
  poserInscription(e, { sessionId, salarieId });
  const annee = Number(AUJOURDHUI.slice(0, 4));
  const lues = {
    page: await e.reussir('formation.session', { id: sessionId }),
    liste: await e.reussir('formation.sessions', {}),
    stagiaires: await e.reussir('formation.inscriptions', { sessionId }),
    parSalarie: await e.reussir('formation.parSalarie', { salarieId }),
    frise: await e.reussir('salaries.parcours', { id: salarieId }),
    plan: await e.reussir('formation.plan', { annee }),
    calendrier: await e.reussir('formation.calendrier', { annee }),
    recherche: await e.reussir('reseau.search', { recherche: 'gestes' }),
  };
  for (const [ou, lue] of Object.entries(lues)) expect(JSON.stringify(lue), ou).toContain(`"${titre}"`);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { STATUTS } from '../../shared/nomenclatures/immersions.ts';
import { codes } from '../../shared/nomenclatures/nomenclature.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

/** What every screen that counts immersions says of the only one there is. */
async function comptes(ids: { salarieId: string; organisationId: string; tuteurId: string }) {
  const annee = { debut: '2026-01-01', fin: '2026-12-31' };
  const [saturation] = await e.reussir('reseau.saturation', { organisationIds: [ids.organisationId] });
  const figures = await e.reussir('bilans.mesurer', {
    ...annee,
    indicateurs: [{ code: 'immersions.total' }],
  });
  const [salarie] = await e.reussir('salaries.list', {});
  return {
    bilan: figures.lignes[0]!.mesure.valeur,
    entonnoir: (await e.reussir('aujourdhui.get', { qui: 'equipe' })).entonnoir.immersions,
    resume: (await e.reussir('reseau.get', { id: ids.organisationId })).resume.immersions,
    saturation: saturation!.immersions,
    secteurs: (await e.reussir('reseau.secteurs', { annee: 2026 })).total.immersions.valeur,
    salarie: salarie!.immersions,
    tuteur: (await e.reussir('reseau.personne', { id: ids.tuteurId })).immersions,
  };
}

test.each(codes(STATUTS))('an immersion « %s » is counted alike everywhere', async (statut) => {
  const { salarieId, organisationId, referentId } = await parcours(e);
  const { id: tuteurId } = await e.reussir('reseau.saveInterlocuteur', {
    organisationId,
    nom: 'Martin',
    prenom: 'Léa',
  });
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, {
      referentId,
      tuteurId,
      debut: '2026-03-16',
      fin: '2026-03-27',
    }),
  );
  e.depot.base().sqlite.prepare('UPDATE immersion SET statut = ? WHERE id = ?').run(statut, id);
  const emise = ['prete', 'signee', 'terminee'].includes(statut) ? 1 : 0;
  // A draft is already somebody's immersion to come, though nothing counts it as hosted.
  const prevue = statut === 'brouillon' ? 1 : emise;
  expect(await comptes({ salarieId, organisationId, tuteurId })).toEqual({
    bilan: emise,
    entonnoir: emise,
    resume: emise,
    saturation: emise,
    secteurs: emise,
    salarie: prevue,
    tuteur: prevue,
  });
});

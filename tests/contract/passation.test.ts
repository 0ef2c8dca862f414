import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let equipe: string[];
beforeEach(async () => {
  e = essai();
  equipe = await installer(e);
});
afterEach(() => e.fermer());

async function installer(application: Essai): Promise<string[]> {
  const { membres } = await application.reussir('parametres.saveEquipe', {
    membres: ['Brunet', 'Morel', 'Œuvrard-N’Diaye'].map((nom) => ({ prenom: 'K.', nom, fonction: '' })),
  });
  return membres.map(({ id }) => id);
}

async function organisation(nom: string, referentId: string | null): Promise<string> {
  return (await e.reussir('reseau.create', { nom, referentId })).id;
}
const relancer = async (organisationId: string, responsableId: string) =>
  (
    await e.reussir('sollicitations.planRelance', {
      organisationId,
      libelle: 'Rappeler',
      echeance: '2026-03-24',
      responsableId,
    })
  ).id;

/** Everything a handover may change, and what it may not. */
const etat = (application: Essai) => {
  const { sqlite } = application.depot.base();
  return {
    referents: sqlite.prepare('SELECT id, referent_id FROM organisation ORDER BY id').raw().all(),
    relances: sqlite.prepare('SELECT id, responsable_id, fait_le FROM relance ORDER BY id').raw().all(),
    auteurs: sqlite.prepare('SELECT id, auteur_id FROM sollicitation ORDER BY id').raw().all(),
  };
};

describe('a portfolio handed over', () => {
  test('gives the organisations and the open follow-ups; the past keeps its author', async () => {
    const [karine, denis] = equipe as [string, string];
    const boulangerie = await organisation('Boulangerie Roux', karine);
    const mairie = await organisation('Mairie de Riom', denis);
    const faite = await relancer(boulangerie, karine);
    await e.reussir('sollicitations.completeRelance', { id: faite });
    const due = await relancer(mairie, karine);
    await e.reussir('sollicitations.record', {
      date: '2026-03-20',
      canal: 'visite',
      resultat: 'a_suivre',
      organisationIds: [boulangerie],
    });
    const avant = etat(e);

    expect(await e.reussir('reseau.portefeuille', { membreId: karine })).toEqual({
      total: 2,
      lignes: [
        { id: boulangerie, nom: 'Boulangerie Roux', ville: '', referent: true, relances: 0, echeance: null },
        {
          id: mairie,
          nom: 'Mairie de Riom',
          ville: '',
          referent: false,
          relances: 1,
          echeance: '2026-03-24',
        },
      ],
    });
    const passee = await e.reussir('reseau.handover', {
      deId: karine,
      aId: denis,
      organisations: true,
      relances: true,
    });
    expect(passee).toEqual({ deId: karine, aId: denis, organisationIds: [boulangerie], relanceIds: [due] });
    const apres = etat(e);
    expect(apres.auteurs).toEqual(avant.auteurs);
    expect(apres.relances).toContainEqual([faite, karine, '2026-03-24']);
    await e.reussir('parametres.chooseMembre', { id: denis });
    const { lignes } = await e.reussir('sollicitations.relances', { qui: 'moi' });
    expect(lignes.map(({ id }) => id)).toEqual([due]);

    expect(await e.reussir('reseau.undoHandover', passee)).toEqual({ organisations: 1, relances: 1 });
    expect(etat(e)).toEqual(avant);
  });

  test('takes only what was chosen', async () => {
    const [karine, denis] = equipe as [string, string];
    const un = await organisation('Un', karine);
    const deux = await organisation('Deux', karine);
    const due = await relancer(deux, karine);
    const seule = await e.reussir('reseau.handover', {
      deId: karine,
      aId: denis,
      organisations: true,
      relances: true,
      organisationIds: [un],
    });
    expect(seule).toMatchObject({ organisationIds: [un], relanceIds: [] });
    const relances = await e.reussir('reseau.handover', {
      deId: karine,
      aId: denis,
      organisations: false,
      relances: true,
    });
    expect(relances).toMatchObject({ organisationIds: [], relanceIds: [due] });
  });

  test('somebody who left is listed as long as they hold something, and hands it over', async () => {
    const [karine, denis, autre] = equipe as [string, string, string];
    await organisation('Boulangerie Roux', karine);
    await e.reussir('parametres.saveEquipe', {
      membres: [denis, autre].map((id) => ({ id, prenom: 'K.', nom: 'Morel', fonction: '' })),
    });
    expect((await e.reussir('reseau.portefeuilles', {})).find(({ membreId }) => membreId === karine)).toEqual(
      {
        membreId: karine,
        prenom: 'K.',
        nom: 'Brunet',
        fonction: '',
        parti: true,
        organisations: 1,
        relances: 0,
      },
    );
    await e.reussir('reseau.handover', { deId: karine, aId: denis, organisations: true, relances: true });
    expect((await e.reussir('reseau.portefeuilles', {})).map(({ membreId }) => membreId)).toEqual([
      denis,
      autre,
    ]);
  });

  test('what went elsewhere since is not taken back', async () => {
    const [karine, denis, autre] = equipe as [string, string, string];
    const un = await organisation('Un', karine);
    await organisation('Deux', karine);
    const passee = await e.reussir('reseau.handover', {
      deId: karine,
      aId: denis,
      organisations: true,
      relances: true,
    });
    await e.reussir('reseau.handover', {
      deId: denis,
      aId: autre,
      organisations: true,
      relances: true,
      organisationIds: [un],
    });
    expect(await e.reussir('reseau.undoHandover', passee)).toEqual({ organisations: 1, relances: 0 });
  });
});

describe('refused', () => {
  const tout = { organisations: true, relances: true };

  test('to oneself, to nobody, to somebody who left, and of nothing', async () => {
    const [karine, denis, autre] = equipe as [string, string, string];
    await organisation('Un', karine);
    await e.reussir('parametres.saveEquipe', {
      membres: [karine, denis].map((id) => ({ id, prenom: 'K.', nom: 'B', fonction: '' })),
    });
    for (const aId of [karine, '', autre, idDeRang(0)]) {
      const refus = await e.appeler('reseau.handover', { deId: karine, aId, ...tout });
      expect(refus, aId).toMatchObject({ ok: false, error: { champs: { aId: expect.any(String) } } });
    }
    expect(await e.appeler('reseau.handover', { deId: denis, aId: karine, ...tout })).toMatchObject({
      ok: false,
      error: { code: 'regle' },
    });
    expect(
      await e.appeler('reseau.handover', { deId: karine, aId: denis, organisations: false, relances: false }),
    ).toMatchObject({ ok: false });
    expect(
      await e.appeler('reseau.handover', { deId: karine, aId: denis, ...tout, organisationIds: [] }),
    ).toMatchObject({ ok: false });
    expect(await e.appeler('reseau.handover', { deId: idDeRang(0), aId: karine, ...tout })).toMatchObject({
      ok: false,
      error: { code: 'introuvable' },
    });
  });

  test('an undo made up of things nobody gave moves nothing', async () => {
    const [karine, denis] = equipe as [string, string];
    const un = await organisation('Un', karine);
    const avant = etat(e);
    expect(
      await e.reussir('reseau.undoHandover', {
        deId: karine,
        aId: denis,
        organisationIds: [un, idDeRang(0)],
        relanceIds: [idDeRang(0)],
      }),
    ).toEqual({ organisations: 0, relances: 0 });
    expect(etat(e)).toEqual(avant);
  });
});

test('whatever a team holds, undoing a handover gives back exactly what was there', {
  timeout: 60_000,
}, async () => {
  const rang = fc.integer({ min: 0, max: 2 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ referent: fc.option(rang), relance: fc.option(rang), faite: fc.boolean() }), {
        minLength: 1,
        maxLength: 6,
      }),
      rang,
      fc.integer({ min: 1, max: 2 }),
      fc.boolean(),
      async (fiches, de, ecart, partielle) => {
        const organisations: string[] = [];
        for (const { referent, relance, faite } of fiches) {
          const id = await organisation('Fiche', referent === null ? null : equipe[referent]!);
          organisations.push(id);
          if (relance === null) continue;
          const due = await relancer(id, equipe[relance]!);
          if (faite) await e.reussir('sollicitations.completeRelance', { id: due });
        }
        const avant = etat(e);
        const passee = await e.appeler('reseau.handover', {
          deId: equipe[de]!,
          aId: equipe[(de + ecart) % 3]!,
          organisations: true,
          relances: true,
          organisationIds: partielle ? organisations.slice(0, 2) : undefined,
        });
        if (passee.ok) {
          expect(etat(e)).not.toEqual(avant);
          await e.reussir('reseau.undoHandover', passee.value);
        }
        expect(etat(e)).toEqual(avant);
      },
    ),
    { numRuns: 25 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';

/** What the columns of each organisation must say, counted again from the exchanges and follow-ups themselves. */
async function verifier(e: Essai, organisationIds: readonly string[]): Promise<void> {
  for (const id of organisationIds) {
    const echanges = (await e.reussir('sollicitations.ofOrganisation', { organisationId: id })).lignes;
    const relances = (await e.reussir('sollicitations.relancesOf', { organisationId: id })).lignes;
    const lu = e.depot
      .base()
      .sqlite.prepare(
        'SELECT dernier_echange echange, dernier_resultat resultat, dernier_sens sens, stade, prochaine_relance relance FROM organisation WHERE id = ?',
      )
      .get(id);
    const [dernier] = echanges;
    expect(lu).toEqual({
      echange: dernier?.date ?? null,
      resultat: dernier?.resultat ?? '',
      sens: dernier?.sens ?? '',
      stade: dernier ? 'contactee' : 'a_prospecter',
      relance: relances[0]?.echeance ?? null,
    });
  }
}

const rang = fc.nat(50);
const geste = fc.oneof(
  fc.record({
    genre: fc.constant('noter' as const),
    jours: fc.nat(400),
    chez: fc.subarray([0, 1, 2], { minLength: 1 }),
    delai: fc.option(fc.nat(60)),
  }),
  fc.record({
    genre: fc.constantFrom('archive', 'restore', 'undoRecord', 'deplacer'),
    rang,
    jours: fc.nat(400),
    chez: fc.subarray([0, 1, 2], { minLength: 1 }),
  }),
  fc.record({
    genre: fc.constantFrom(
      'completeRelance',
      'uncompleteRelance',
      'archiveRelance',
      'restoreRelance',
      'reporter',
    ),
    rang,
    jours: fc.nat(60),
  }),
);

test('whatever is written, corrected, archived or postponed, each organisation knows its last exchange and its next action', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(geste, { maxLength: 14 }), async (gestes) => {
      const e = essai();
      try {
        const organisations: string[] = [];
        for (const nom of ['Ets Morel', 'Paysage Roche', 'Crèche Lutins'])
          organisations.push((await e.reussir('reseau.create', { nom })).id);
        const echanges: string[] = [];
        const relances = () =>
          e.depot.base().sqlite.prepare('SELECT id FROM relance ORDER BY id').pluck().all() as string[];
        const choisir = <T>(liste: readonly T[], place: number) => liste[place % Math.max(1, liste.length)];

        for (const g of gestes) {
          const jour = (jours: number) => ajouterJours(AUJOURDHUI, -jours);
          const ids = (chez: number[]) => chez.map((place) => organisations[place]!);
          if (g.genre === 'noter' && 'delai' in g) {
            const { id } = await e.reussir('sollicitations.record', {
              date: jour(g.jours),
              canal: 'telephone',
              resultat: 'a_suivre',
              organisationIds: ids(g.chez),
              relance:
                g.delai === null
                  ? null
                  : { libelle: 'Rappeler', echeance: ajouterJours(AUJOURDHUI, g.delai) },
            });
            echanges.push(id);
          } else if ('chez' in g) {
            const id = choisir(echanges, g.rang);
            if (!id) continue;
            // Refusals are part of the play: what is refused must change nothing.
            if (g.genre === 'deplacer')
              await e.appeler('sollicitations.update', {
                id,
                date: jour(g.jours),
                canal: 'visite',
                resultat: 'accord',
                organisationIds: ids(g.chez),
              });
            else await e.appeler(`sollicitations.${g.genre as 'archive' | 'restore' | 'undoRecord'}`, { id });
          } else {
            const id = choisir(relances(), g.rang);
            if (!id) continue;
            if (g.genre === 'reporter')
              await e.appeler('sollicitations.postponeRelance', {
                id,
                echeance: ajouterJours(AUJOURDHUI, g.jours),
              });
            else await e.appeler(`sollicitations.${g.genre as 'completeRelance'}`, { id });
          }
        }
        await verifier(e, organisations);
      } finally {
        e.fermer();
      }
    }),
    { numRuns: 40 },
  );
});

test('postponing then taking it back leaves the follow-up as it was', async () => {
  const e = essai();
  try {
    const { id: organisationId } = await e.reussir('reseau.create', { nom: 'Ets Morel' });
    const { id } = await e.reussir('sollicitations.planRelance', {
      organisationId,
      libelle: 'Rappeler',
      echeance: AUJOURDHUI,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -900, max: 900 }), { maxLength: 6 }), async (pas) => {
        const avant = await e.reussir('sollicitations.relancesOf', { organisationId });
        const pile: { echeance: string | null; evenement: string }[] = [];
        for (const jours of pas)
          pile.push(
            (
              await e.reussir('sollicitations.postponeRelance', {
                id,
                echeance: ajouterJours(AUJOURDHUI, jours),
              })
            ).avant,
          );
        for (const avant of pile.reverse())
          await e.reussir('sollicitations.postponeRelance', { id, ...avant });
        expect(await e.reussir('sollicitations.relancesOf', { organisationId })).toEqual(avant);
      }),
      { numRuns: 30 },
    );
  } finally {
    e.fermer();
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodePrecedente, vecue } from '../../shared/bilans/regles.ts';
import type { Periode } from '../../shared/bilans/schema.ts';
import { ajouterJours } from '../../shared/dates.ts';
import { calendrier } from '../../shared/immersions/horaires.ts';
import { AUJOURDHUI, essai } from '../appui.ts';
import { type Faits, planter, SEMAINE } from '../bilans-appui.ts';

/** Few organisations, few days around few limits: collisions are what finds mistakes. */
const jour = fc.integer({ min: 0, max: 900 }).map((rang) => ajouterJours('2023-12-20', rang));
const rang = fc.nat({ max: 5 });
const archivee = fc.boolean();

const faits: fc.Arbitrary<Faits> = fc.record({
  organisations: fc.array(fc.record({ genre: fc.constantFrom('', 'public', 'siae'), archivee }), {
    minLength: 6,
    maxLength: 6,
  }),
  sollicitations: fc.array(
    fc.record({
      date: jour,
      canal: fc.constantFrom('telephone', 'visite'),
      nature: fc.constantFrom('', 'formation'),
      resultat: fc.constantFrom('accord', 'realisee', 'sans_reponse', 'a_suivre'),
      organisations: fc.uniqueArray(rang, { minLength: 1, maxLength: 3 }),
      archivee,
    }),
    { maxLength: 25 },
  ),
  relances: fc.array(fc.record({ organisation: rang, echeance: jour, faitLe: fc.option(jour), archivee }), {
    maxLength: 8,
  }),
  salaries: fc.constant([
    { sexe: 'F' },
    { sexe: 'H' },
    { sexe: '' },
    { sexe: 'F' },
    { sexe: 'H' },
    { sexe: 'F' },
  ]),
  immersions: fc.array(
    fc
      .record({
        salarie: rang,
        organisation: rang,
        debut: jour,
        duree: fc.nat({ max: 40 }),
        statut: fc.constantFrom('brouillon', 'prete', 'signee', 'terminee', 'refusee', 'annulee'),
        objet: fc.constantFrom('decouvrir', 'recruter', ''),
        realisation: fc.constantFrom('', 'complete', 'partielle', 'absente'),
        // Days that did not go as agreed, by their rank in the immersion: worked ones or not.
        ecarts: fc.uniqueArray(
          fc.record({ rang: fc.nat({ max: 40 }), minutes: fc.constantFrom(0, 180, 480) }),
          { selector: (ecart) => ecart.rang, maxLength: 4 },
        ),
        archivee,
      })
      .map(({ duree, ecarts, ...fait }) => ({
        ...fait,
        fin: ajouterJours(fait.debut, duree),
        presences: ecarts
          .filter((ecart) => ecart.rang <= duree)
          .map(({ rang: jours, minutes }) => ({ date: ajouterJours(fait.debut, jours), minutes })),
      })),
    { maxLength: 12 },
  ),
});

const periode = fc
  .tuple(jour, fc.nat({ max: 500 }))
  .map(([debut, duree]) => ({ debut, fin: ajouterJours(debut, duree) }));

/** The same figures, counted the slow and obvious way. */
function compter(tout: Faits, { debut, fin }: Periode) {
  const dedans = (date: string | null | undefined) => !!date && date >= debut && date <= fin;
  const echanges = tout.sollicitations!.filter((fait) => !fait.archivee);
  const siens = echanges.filter(({ date }) => dedans(date));
  const touchees = [...new Set(siens.flatMap(({ organisations }) => organisations))];
  const relances = tout.relances!.filter((fait) => !fait.archivee);
  const immersions = tout.immersions!.filter(
    (fait) =>
      !fait.archivee &&
      !['brouillon', 'refusee', 'annulee'].includes(fait.statut!) &&
      calendrierComplet(fait.debut!, fait.fin!).some(dedans),
  );
  const minutes = (faites: typeof immersions) =>
    faites.reduce((somme, fait) => {
      if (fait.realisation === 'absente') return somme;
      const prevus = calendrier({
        debut: fait.debut,
        fin: fait.fin,
        horaires: SEMAINE,
        feriesTravailles: false,
      });
      return calendrierComplet(fait.debut!, fait.fin!)
        .filter(dedans)
        .reduce((total, jour) => {
          const note = fait.presences!.find(({ date }) => date === jour);
          return total + (note ?? prevus.find(({ date }) => date === jour) ?? { minutes: 0 }).minutes;
        }, somme);
    }, 0);
  const resumer = (faites: typeof immersions) => ({
    immersions: faites.length,
    personnes: new Set(faites.map(({ salarie }) => salarie)).size,
    minutes: minutes(faites),
  });
  const sexe = ({ salarie }: (typeof immersions)[number]) => tout.salaries![salarie]!.sexe;
  return {
    organisations: touchees.length,
    jointes: touchees.filter((une) =>
      siens.some(({ organisations, resultat }) => organisations.includes(une) && resultat !== 'sans_reponse'),
    ).length,
    nouvelles: touchees.filter(
      (une) => !echanges.some(({ date, organisations }) => date < debut && organisations.includes(une)),
    ).length,
    echanges: siens.length,
    touches: siens.reduce((somme, { organisations }) => somme + organisations.length, 0),
    accords: siens.filter(({ resultat }) => resultat === 'accord' || resultat === 'realisee').length,
    faites: relances.filter(({ faitLe }) => dedans(faitLe)).length,
    echues: relances.filter(({ echeance }) => dedans(echeance)).length,
    echuesFaites: relances.filter(({ echeance, faitLe }) => dedans(echeance) && faitLe !== null).length,
    tous: resumer(immersions),
    femmes: resumer(immersions.filter((fait) => sexe(fait) === 'F')),
    inconnu: resumer(immersions.filter((fait) => sexe(fait) === '')),
    recruter: resumer(immersions.filter(({ objet }) => objet === 'recruter')),
    anterieures: immersions.filter((fait) => fait.debut! < debut).length,
    visites: siens.filter(({ canal }) => canal === 'visite').length,
  };
}

function calendrierComplet(debut: string, fin: string): string[] {
  const jours: string[] = [];
  for (let date = debut; date <= fin; date = ajouterJours(date, 1)) jours.push(date);
  return jours;
}

test('every figure equals the naive count, its rows are as many, and its breakdowns add up', async () => {
  await fc.assert(
    fc.asyncProperty(faits, periode, async (tout, p) => {
      const e = essai();
      try {
        planter(e, tout);
        const bilan = await e.reussir('bilans.compute', p);
        const { bornes } = vecue(p, AUJOURDHUI);
        const jamais = { debut: '2199-12-31', fin: '1900-01-01' };
        const naif = compter(tout, bornes ?? jamais);
        const precedente = bornes && periodePrecedente(bornes);
        const avant = precedente && compter(tout, precedente);
        const mesure = (lire: (compte: typeof naif) => number) => ({
          valeur: lire(naif),
          precedent: avant && lire(avant),
        });
        expect(bilan).toMatchObject({
          precedente,
          organisations: mesure(({ organisations }) => organisations),
          jointes: mesure(({ jointes }) => jointes),
          nouvelles: mesure(({ nouvelles }) => nouvelles),
          echanges: mesure(({ echanges }) => echanges),
          accords: mesure(({ accords }) => accords),
          touches: naif.touches,
          relances: {
            faites: mesure((compte) => compte.faites),
            echues: naif.echues,
            echuesFaites: naif.echuesFaites,
          },
          immersions: mesure((compte) => compte.tous.immersions),
          personnes: mesure((compte) => compte.tous.personnes),
          minutes: mesure((compte) => compte.tous.minutes),
          immersionsAnterieures: naif.anterieures,
          tousObjets: { total: naif.tous, F: naif.femmes, inconnu: naif.inconnu },
        });
        expect(bilan.parObjet.find(({ code }) => code === 'recruter')!.total).toEqual(naif.recruter);
        for (const parts of [bilan.parMois, bilan.parNature, bilan.parCanal, bilan.parResultat]) {
          expect(parts.reduce((somme, { valeur }) => somme + valeur, 0)).toBe(naif.echanges);
        }
        expect(bilan.parHote.reduce((somme, { valeur }) => somme + valeur, 0)).toBe(naif.tous.immersions);

        const lignes = async (entree: object) =>
          e.reussir('bilans.rows', { ...p, nombre: 200, ...entree } as never);
        const attendus = {
          organisations: naif.organisations,
          jointes: naif.jointes,
          nouvelles: naif.nouvelles,
          echanges: naif.echanges,
          accords: naif.accords,
          relances: naif.faites,
          immersions: naif.tous.immersions,
          personnes: naif.tous.personnes,
        };
        for (const [figure, attendu] of Object.entries(attendus)) {
          const { total, lignes: lues } = await lignes({ figure });
          expect([figure, total, new Set(lues.map(({ id }) => id)).size]).toEqual([figure, attendu, attendu]);
        }
        const visites = await lignes({ figure: 'echanges', filtres: [{ axe: 'canal', code: 'visite' }] });
        expect(visites.total).toBe(naif.visites);
        const filtres = [
          { axe: 'objet', code: 'recruter' },
          { axe: 'sexe', code: 'F' },
        ];
        const parObjet = bilan.parObjet.find(({ code }) => code === 'recruter')!;
        expect((await lignes({ figure: 'personnes', filtres })).total).toBe(parObjet.F.personnes);
      } finally {
        e.fermer();
      }
    }),
    { numRuns: 40 },
  );
});

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
  organisations: fc.array(
    fc.record({
      genre: fc.constantFrom('', 'public', 'siae'),
      stade: fc.constantFrom('contactee', 'perdue'),
      silence: fc.option(jour, { freq: 2 }),
      archivee,
    }),
    { minLength: 6, maxLength: 6 },
  ),
  sollicitations: fc.array(
    fc.record({
      date: jour,
      canal: fc.constantFrom('telephone', 'visite'),
      sens: fc.constantFrom('sortante', 'entrante'),
      nature: fc.constantFrom('', 'formation'),
      sousNature: fc.constantFrom('', 'offre_emploi'),
      resultat: fc.constantFrom('accord', 'realisee', 'sans_reponse', 'a_suivre', 'refus'),
      organisations: fc.uniqueArray(rang, { minLength: 1, maxLength: 3 }),
      archivee,
    }),
    { maxLength: 25 },
  ),
  relances: fc.array(fc.record({ organisation: rang, echeance: jour, faitLe: fc.option(jour), archivee }), {
    maxLength: 8,
  }),
  salaries: fc.constant(['F', 'H', '', 'F', 'H', 'F'].map((sexe) => ({ sexe }))),
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
  embauches: fc.array(
    fc.record({
      organisation: rang,
      salarie: fc.option(rang),
      date: jour,
      contrat: fc.constantFrom('cdi', 'cdd_long', 'interim'),
      archivee,
    }),
    { maxLength: 8 },
  ),
});

const periode = fc
  .tuple(jour, fc.nat({ max: 500 }))
  .map(([debut, duree]) => ({ debut, fin: ajouterJours(debut, duree) }));

function joursDe(debut: string, fin: string): string[] {
  const jours: string[] = [];
  for (let date = debut; date <= fin; date = ajouterJours(date, 1)) jours.push(date);
  return jours;
}

/** The same figures, counted the slow and obvious way: a number, or the two terms of a rate. */
function compter(tout: Faits, { debut, fin }: Periode): Record<string, number | [number, number]> {
  const dedans = (date: string | null | undefined) => !!date && date >= debut && date <= fin;
  const echanges = tout.sollicitations!.filter((fait) => !fait.archivee);
  const siens = echanges.filter(({ date }) => dedans(date));
  const parmi = (condition: (fait: (typeof siens)[number]) => boolean) => siens.filter(condition).length;
  const touchees = [...new Set(siens.flatMap(({ organisations }) => organisations))];
  const avec = (une: number, condition: (resultat: string) => boolean) =>
    siens.some(({ organisations, resultat }) => organisations.includes(une) && condition(resultat!));
  const derniers = tout.organisations.map((_, une) =>
    echanges
      .filter(({ organisations }) => organisations.includes(une))
      .reduce((dernier, { date }) => (date > dernier ? date : dernier), ''),
  );
  const engagees = touchees.filter((une) =>
    avec(une, (resultat) => ['accord', 'realisee'].includes(resultat)),
  );
  const relances = tout.relances!.filter((fait) => !fait.archivee);
  const echues = relances.filter(({ echeance }) => dedans(echeance));
  const immersions = tout.immersions!.filter(
    (fait) =>
      !fait.archivee &&
      !['brouillon', 'refusee', 'annulee'].includes(fait.statut!) &&
      joursDe(fait.debut!, fait.fin!).some(dedans),
  );
  const minutes = immersions.reduce((somme, fait) => {
    if (fait.realisation === 'absente') return somme;
    const prevus = calendrier({
      debut: fait.debut,
      fin: fait.fin,
      horaires: SEMAINE,
      feriesTravailles: false,
    });
    return joursDe(fait.debut!, fait.fin!)
      .filter(dedans)
      .reduce((total, date) => {
        const note = fait.presences!.find((presence) => presence.date === date);
        return total + (note ?? prevus.find((prevu) => prevu.date === date) ?? { minutes: 0 }).minutes;
      }, somme);
  }, 0);
  const embauches = tout.embauches!.filter((fait) => !fait.archivee && dedans(fait.date));
  const distincts = (valeurs: unknown[]) => new Set(valeurs).size;
  return {
    'reseau.contactees': touchees.length,
    'reseau.jointes': [
      touchees.filter((une) => avec(une, (resultat) => resultat !== 'sans_reponse')).length,
      touchees.length,
    ],
    'reseau.nouvelles': touchees.filter(
      (une) => !echanges.some(({ date, organisations }) => date < debut && organisations.includes(une)),
    ).length,
    'reseau.perdues': tout.organisations.filter(
      ({ stade, silence }, une) => dedans(silence) || (stade === 'perdue' && dedans(derniers[une])),
    ).length,
    'reseau.echanges': siens.length,
    'reseau.recus': parmi(({ sens }) => sens === 'entrante'),
    'reseau.accords': [
      parmi(({ resultat }) => resultat === 'accord' || resultat === 'realisee'),
      siens.length,
    ],
    'reseau.relances_faites': relances.filter(({ faitLe }) => dedans(faitLe)).length,
    'reseau.relances_tenues': [echues.filter(({ faitLe }) => faitLe !== null).length, echues.length],
    'entonnoir.engagees': engagees.length,
    'entonnoir.offres': parmi(
      ({ sousNature, resultat }) =>
        sousNature === 'offre_emploi' && resultat !== 'refus' && resultat !== 'sans_reponse',
    ),
    'entonnoir.embauches': embauches.length,
    'entonnoir.embauches_durables': [
      embauches.filter(({ contrat }) => contrat !== 'interim').length,
      embauches.length,
    ],
    'entonnoir.organisations_qui_embauchent': distincts(embauches.map(({ organisation }) => organisation)),
    'immersions.total': immersions.length,
    'immersions.commencees': immersions.filter((fait) => dedans(fait.debut)).length,
    'immersions.personnes': distincts(immersions.map(({ salarie }) => salarie)),
    'immersions.hotes': distincts(immersions.map(({ organisation }) => organisation)),
    'immersions.heures': minutes,
  };
}

const JAMAIS = { debut: '2199-12-31', fin: '1900-01-01' };
/** Figures that count rows: each opens on as many. */
const SANS_LIGNE = ['immersions.personnes', 'immersions.hotes', 'immersions.heures'];

test('every figure equals the naive count, and its rows are as many', async () => {
  await fc.assert(
    fc.asyncProperty(faits, periode, async (tout, p) => {
      const e = essai();
      try {
        planter(e, tout);
        const { bornes } = vecue(p, AUJOURDHUI);
        const naif = compter(tout, bornes ?? JAMAIS);
        const precedente = bornes && periodePrecedente(bornes);
        const avant = precedente && compter(tout, precedente);
        const codes = Object.keys(naif);
        const { lignes } = await e.reussir('bilans.mesurer', {
          ...p,
          indicateurs: codes.map((code) => ({ code })),
        });
        for (const { code, genre, mesure, precedente: ancienne } of lignes) {
          const lire = ({ valeur, numerateur, denominateur }: typeof mesure) =>
            genre === 'taux' ? [numerateur, denominateur] : valeur;
          expect([code, lire(mesure), ancienne && lire(ancienne)]).toEqual([
            code,
            naif[code],
            avant?.[code] ?? null,
          ]);
        }
        for (const code of codes.filter((un) => !SANS_LIGNE.includes(un))) {
          const ouvertes = await e.reussir('bilans.lignes', { ...p, indicateur: code, nombre: 200 });
          const attendu = [naif[code]!].flat()[0];
          const distinctes = new Set(ouvertes.lignes.map(({ id }) => id)).size;
          expect([code, ouvertes.total, distinctes]).toEqual([code, attendu, attendu]);
        }
      } finally {
        e.fermer();
      }
    }),
    { numRuns: 15 },
  );
});

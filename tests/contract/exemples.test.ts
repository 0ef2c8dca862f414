import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshSearch, refreshSummary } from '../../db/organisations.ts';
import { estSiret } from '../../shared/champs.ts';
import { contrat, type Entree, type NomOperation } from '../../shared/contrat.ts';
import { ecartJours } from '../../shared/dates.ts';
import type { GenreDocumentFormation } from '../../shared/formation/papiers.ts';
import { ETATS, etatImmersion } from '../../shared/immersions/etat.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import type { GenreDocument } from '../../shared/immersions/papiers.ts';
import { alerteTexte } from '../../shared/mots-sensibles.ts';
import { ROME } from '../../shared/nomenclatures/rome.ts';
import { ORGANISATION_VIDE } from '../../shared/reseau/schema.ts';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';
import { verifierChiffres } from '../bilans-exactitude.ts';

/** An ordinary Tuesday; a Sunday of August, when nobody works. */
const JOURS = [AUJOURDHUI, '2026-08-16'];

/** Four years are told at each opening: a few seconds. */
const PATIENCE = 90_000;

let e: Essai;
const empreintes = new Map<string, string>();

const sqlite = () => e.depot.base().sqlite;
const colonne = <T>(sql: string) => sqlite().prepare(sql).pluck().all() as T[];
const lignes = <T>(sql: string) => sqlite().prepare(sql).all() as T[];

/** Reads through the application, and holds the answer against the contract. */
async function lire<N extends NomOperation>(nom: N, entree: Entree<N>) {
  const valeur = await e.reussir(nom, entree);
  contrat[nom].sortie.parse(valeur);
  return valeur;
}

const immersionsLues = () => lignes<{ romeCode: string }>('SELECT rome_code AS romeCode FROM immersion');

function empreinte(): string {
  const tables = colonne<string>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  );
  tables.push('sollicitation_organisation', 'sollicitation_interlocuteur', 'document_emis');
  for (const table of ['signature', 'point', 'presence', 'accident', 'evaluation', 'bilan', 'objectif'])
    tables.push(`immersion_${table}`);
  for (const table of ['action', 'besoin', 'evaluation', 'plan', 'presence', 'session', 'situation'])
    tables.push(`${table}_formation`);
  tables.push('contrat_suspension', 'critere_eligibilite', 'entretien_salarie', 'financement_mouvement');
  tables.push('metier_vise', 'objectif_parcours', 'pass_iae', 'session_creneau', 'session_partenaire');
  const somme = createHash('sha256');
  for (const table of tables.sort())
    somme.update(JSON.stringify(lignes(`SELECT * FROM "${table}" ORDER BY 1, 2`)));
  return somme.digest('hex');
}

describe.each(JOURS)('base of examples, %s', (jour) => {
  beforeAll(async () => {
    e = essai();
    e.nousSommesLe(jour);
    await e.reussir('donnees.openExamples', {});
    empreintes.set(jour, empreinte());
  }, PATIENCE);
  afterAll(() => e.fermer());

  test('is rich enough for every screen', async () => {
    expect((await lire('reseau.list', {})).total).toBe(129);
    const [premier] = colonne<string>('SELECT min(date) FROM sollicitation');
    expect(ecartJours(premier!, jour)).toBeGreaterThan(365 * 3.8);
    expect(colonne<string>('SELECT DISTINCT canal FROM sollicitation')).toHaveLength(7);
    expect(colonne<string>('SELECT DISTINCT stade FROM organisation WHERE archived_at IS NULL')).toHaveLength(
      6,
    );
    expect(
      colonne<string>("SELECT DISTINCT cause FROM sollicitation WHERE cause <> ''").length,
    ).toBeGreaterThan(4);
    expect(
      colonne<string>('SELECT id FROM organisation WHERE ne_plus_contacter_le IS NOT NULL'),
    ).toHaveLength(2);
    expect(colonne<string>('SELECT sollicitation_id FROM sollicitation_salarie').length).toBeGreaterThan(100);
    expect(colonne<string>("SELECT DISTINCT nature FROM sollicitation WHERE nature <> ''")).toHaveLength(4);
    expect(colonne<string>('SELECT DISTINCT statut FROM immersion').sort()).toEqual([
      'annulee',
      'brouillon',
      'prete',
      'refusee',
      'signee',
      'terminee',
    ]);
    for (const etat of ['en_cours', 'a_venir', 'brouillons', 'terminees'] as const) {
      expect((await lire('immersions.list', { etat })).total, etat).toBeGreaterThan(0);
    }
    const { lignes: immersions } = await lire('immersions.list', { nombre: 200 });
    expect(new Set(immersions.map((ligne) => etatImmersion(ligne, jour)))).toEqual(new Set(ETATS));
    const equipe = await lire('sollicitations.relances', { qui: 'equipe' });
    expect(equipe.enRetard).toBeGreaterThan(2);
    expect(equipe.aujourdhui).toBeGreaterThan(2);
    expect((await lire('sollicitations.relances', { qui: 'moi' })).lignes.length).toBeGreaterThan(4);
    expect((await lire('salaries.list', { etat: 'presents' })).length).toBeGreaterThan(10);
    expect((await lire('salaries.list', { etat: 'sortis' })).length).toBeGreaterThan(10);
    expect(colonne<string>('SELECT id FROM embauche').length).toBeGreaterThan(5);
    expect(equipe.attentes.length).toBeGreaterThan(0);
    const { vide } = await lire('aujourdhui.get', { qui: 'moi' });
    expect(vide).toEqual({ organisations: false, sollicitations: false });
  });

  test('tells exits, hours, conventions and bilans, those sent with what has changed since', async () => {
    const { mesure, situations } = await lire('sorties.list', {});
    expect(mesure.comptees).toBeGreaterThan(10);
    expect(mesure.nonComptees).toBeGreaterThan(1);
    expect(mesure.inconnues).toBe(0);
    expect(situations.every(({ repondants, sansReponse }) => repondants > 0 && sansReponse > 0)).toBe(true);
    expect((await lire('conventions.list', {})).lignes).toHaveLength(4);
    const { bilans } = await lire('bilans.list', {});
    expect(bilans.map(({ emissions }) => emissions.length).sort()).toEqual([0, 0, 1, 1]);
    for (const { id, emissions } of bilans) {
      const { bilan } = await lire('bilans.get', { id });
      const chiffres = bilan.sections.flatMap(({ lignes: lues }) => lues);
      expect(chiffres.length, bilan.titre).toBeGreaterThan(10);
      expect(bilan.resume.length, bilan.titre).toBe(5);
      for (const { edition } of emissions) {
        expect((await lire('bilans.emis', { id, edition })).intact).toBe(true);
        const { figures } = await lire('bilans.differences', { id, edition });
        if (bilan.profil.code === 'ddets') expect(figures.length).toBeGreaterThan(0);
      }
    }
  });

  test('tells the parcours of each person and two years of trainings, from the need to what became of people', async () => {
    const etats = (await lire('formation.sessions', { nombre: 100 })).lignes.map(({ etat }) => etat);
    for (const etat of ['a_venir', 'en_cours', 'terminee', 'annulee'] as const)
      expect(etats, etat).toContain(etat);
    expect(colonne<string>('SELECT DISTINCT statut FROM inscription').sort()).toEqual([
      'au_bout',
      'ecarte',
      'entre',
      'interrompu',
      'positionne',
      'repere',
    ]);
    expect(colonne<string>('SELECT DISTINCT genre FROM financement_mouvement')).toHaveLength(4);
    expect(colonne<number>('SELECT DISTINCT mois FROM situation_formation').sort()).toEqual([12, 3, 6]);
    for (const id of colonne<string>('SELECT id FROM session_formation')) {
      await lire('formation.session', { id });
      await lire('formation.inscriptions', { sessionId: id });
      await lire('formation.financement', { sessionId: id });
    }
    const papiers = lignes<{ id: string; genre: GenreDocumentFormation; objetId: string }>(
      'SELECT session_id AS id, genre, objet_id AS objetId FROM document_emis WHERE session_id IS NOT NULL GROUP BY genre',
    );
    expect(papiers.map(({ genre }) => genre)).toEqual(
      expect.arrayContaining(['positionnement', 'convocation', 'emargement', 'fin_formation']),
    );
    for (const papier of papiers) await lire('formation.page', papier);
    expect(colonne<string>('SELECT id FROM session_partenaire WHERE entres IS NOT NULL')).not.toEqual([]);
    expect(colonne<string>('SELECT id FROM contrat_suspension')).toHaveLength(1);
    const { lignes: besoins } = await lire('formation.besoins', { vue: 'tous' });
    expect(besoins.length).toBeGreaterThan(15);
    expect(
      colonne<string>("SELECT DISTINCT projet_etat FROM salarie WHERE projet_etat <> ''").length,
    ).toBeGreaterThan(1);
    expect(colonne<string>('SELECT id FROM pass_iae')).toHaveLength(48);
    for (const salarieId of colonne<string>('SELECT id FROM salarie'))
      await lire('salaries.parcours', { id: salarieId });
    // Nothing on anybody's health, nor a social security number, in what the examples write.
    for (const texte of colonne<string>(
      `SELECT texte FROM entretien_salarie UNION SELECT libelle FROM objectif_parcours
       UNION SELECT projet FROM salarie UNION SELECT positionnement FROM inscription`,
    ))
      expect(alerteTexte(texte)).toBeNull();
  });

  test('holds nothing the contract would refuse, and nothing dated after today', async () => {
    for (const id of colonne<string>('SELECT id FROM organisation')) {
      const fiche = await lire('reseau.get', { id });
      contrat['reseau.update'].entree.parse({
        id,
        ...Object.fromEntries(Object.entries(fiche).filter(([champ]) => champ in ORGANISATION_VIDE)),
      });
      const { lignes: echanges } = await lire('sollicitations.ofOrganisation', { organisationId: id });
      for (const echange of echanges) {
        expect(echange.date <= jour).toBe(true);
        expect(echange.texte).not.toMatch(/undefined|null|\*|\$\{/);
      }
      await lire('sollicitations.relancesOf', { organisationId: id });
    }
    for (const id of colonne<string>('SELECT id FROM salarie')) await lire('salaries.get', { id });
    for (const id of colonne<string>('SELECT id FROM immersion')) {
      const { statut, ...fiche } = await lire('immersions.get', { id });
      if (statut === 'brouillon' || statut === 'annulee' || statut === 'refusee') continue;
      const controles = await lire('immersions.checks', { id });
      expect(
        controles.filter(({ niveau }) => niveau === 'bloquant'),
        fiche.numero,
      ).toEqual([]);
      expect(fiche.emission).not.toBeNull();
    }
  });

  test('tells the life of immersions from the interview to the bilan', async () => {
    const compter = (table: string, condition = 'true') =>
      sqlite().prepare(`SELECT count(*) FROM ${table} WHERE ${condition}`).pluck().get() as number;
    for (const [colonneDite, attendu] of [
      ["entretien_date IS NOT NULL AND attentes_salarie <> ''", 40],
      ["rome_code <> '' AND competences <> '[]' AND prevention <> ''", 40],
      ["exceptions <> '[]'", 2],
      ["frais <> '[]'", 4],
      ['site_id IS NOT NULL', 1],
      ["renouvelle_id IS NOT NULL AND motif_renouvellement <> ''", 1],
      ['minutes_faites IS NOT NULL', 3],
      ["fin_prevue IS NOT NULL AND motif_annulation <> ''", 1],
    ] as const)
      expect(compter('immersion', colonneDite), colonneDite).toBeGreaterThanOrEqual(attendu);
    expect(colonne<number>('SELECT DISTINCT annee FROM immersion_objectif')).toHaveLength(2);
    expect(compter('immersion_signature')).toBeGreaterThan(200);
    expect(compter('immersion_point', 'fait_le IS NOT NULL')).toBeGreaterThan(15);
    expect(compter('immersion_presence')).toBeGreaterThan(3);
    expect(compter('immersion_bilan', 'embauche_id IS NOT NULL')).toBeGreaterThan(1);
    expect(colonne<string>('SELECT DISTINCT decision FROM immersion_bilan').length).toBeGreaterThan(4);
    expect(colonne<string>('SELECT DISTINCT genre FROM immersion_evaluation').sort()).toEqual([
      'decouverte',
      'validation',
    ]);
    expect(
      colonne<string>('SELECT DISTINCT genre FROM document_emis WHERE immersion_id IS NOT NULL').length,
    ).toBeGreaterThan(3);
    const [accident] = lignes<{ immersion_id: string }>('SELECT * FROM immersion_accident');
    const { accidents } = await lire('immersions.suivi', { id: accident!.immersion_id });
    expect(accidents[0]!.etapes.every(({ faitLe }) => faitLe !== null)).toBe(true);
    const { points, bilans } = await lire('immersions.suiviDuJour', { qui: 'equipe' });
    expect(points.length).toBeGreaterThan(0);
    expect(bilans.length).toBeGreaterThan(0);
    for (const { romeCode } of immersionsLues()) if (romeCode) expect(ROME.v4!.has(romeCode)).toBe(true);
    // One of each kind is enough: they all read alike.
    for (const { id, genre, objetId } of lignes<{ id: string; genre: GenreDocument; objetId: string }>(
      'SELECT immersion_id AS id, genre, objet_id AS objetId FROM document_emis WHERE immersion_id IS NOT NULL GROUP BY genre',
    )) {
      await lire('immersions.papiers', { id });
      await lire('immersions.page', { id, genre, objetId });
    }
    for (const id of colonne<string>('SELECT id FROM immersion')) await lire('immersions.bilan', { id });
    expect(e.traces.pages.join('')).not.toMatch(/undefined|\[object|NaN/);
  });

  test('has bilans whose breakdowns add up and whose figures equal their rows', async () => {
    await verifierChiffres(e, { debut: `${jour.slice(0, 4)}-01-01`, fin: `${jour.slice(0, 4)}-12-31` });
    const annee = Number(jour.slice(0, 4)) - 1;
    const { figures } = await lire('formation.plan', { annee });
    const { lignes: lues } = await lire('bilans.mesurer', {
      debut: `${annee}-01-01`,
      fin: `${annee}-12-31`,
      indicateurs: [
        { code: 'formation.heures_prevues' },
        { code: 'formation.heures_engagees' },
        { code: 'formation.heures_realisees' },
        { code: 'formation.cout' },
        { code: 'formation.accorde' },
        { code: 'formation.attendu' },
      ],
    });
    const { prevues, engagees, realisees, cout, accorde, attendu } = figures;
    expect(lues.map(({ mesure }) => mesure.valeur)).toEqual([
      prevues,
      engagees,
      realisees,
      cout,
      accorde,
      attendu,
    ]);
  });

  test('has its derived columns as the application would compute them', async () => {
    const resumes = 'SELECT * FROM organisation ORDER BY rang';
    const avant = lignes(resumes);
    const ids = colonne<string>('SELECT id FROM organisation');
    refreshSearch(e.depot.base(), ids);
    refreshSummary(e.depot.base(), ids);
    expect(lignes(resumes)).toEqual(avant);
    type Comptee = {
      debut: string;
      fin: string;
      horaires: string;
      feries_travailles: number;
      exceptions: string;
      minutes: number;
      jours: number;
    };
    for (const ligne of lignes<Comptee>('SELECT * FROM immersion WHERE fin IS NOT NULL')) {
      const { debut, fin, minutes, jours } = ligne;
      const presences = calendrier({
        debut,
        fin,
        horaires: JSON.parse(ligne.horaires),
        feriesTravailles: ligne.feries_travailles === 1,
        exceptions: JSON.parse(ligne.exceptions),
      });
      expect({ minutes, jours }).toEqual(totaux(presences));
    }
    sqlite().exec("INSERT INTO organisation_fts(organisation_fts) VALUES ('integrity-check')");
    expect(sqlite().pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite().pragma('foreign_key_check')).toEqual([]);
  });

  test('reaches nobody: numbers kept free for fiction, reserved domains, SIREN never given', () => {
    const telephones = [
      ...colonne<string>('SELECT telephone FROM organisation UNION SELECT autre_telephone FROM organisation'),
      ...colonne<string>('SELECT telephone FROM interlocuteur UNION SELECT telephone FROM salarie'),
      ...colonne<string>('SELECT telephone FROM structure'),
    ].filter(Boolean);
    expect(telephones.length).toBeGreaterThan(200);
    for (const numero of telephones)
      expect(numero).toMatch(/^(019900|026191|035301|046571|053649|063998)\d{4}$/);
    const sirets = colonne<string>(
      "SELECT siret FROM organisation WHERE siret <> '' UNION SELECT siret FROM structure",
    );
    expect(sirets.length).toBeGreaterThan(100);
    for (const siret of sirets) {
      expect(siret).toMatch(/^0004/);
      expect(estSiret(siret)).toBe(true);
    }
    const adresses = colonne<string>(
      'SELECT courriel FROM organisation UNION SELECT site FROM organisation UNION SELECT courriel FROM interlocuteur',
    ).filter(Boolean);
    for (const adresse of adresses) expect(adresse).toMatch(/\.example$/);
  });
});

test(
  'is the same whenever it is opened, beside the structure’s own base that it leaves as it was',
  async () => {
    e = essai();
    const structure = { raisonSociale: 'La Nôtre', genre: 'EI' } as const;
    await e.reussir('parametres.saveStructure', {
      ...structure,
      siret: '',
      adresse: '',
      codePostal: '',
      ville: '',
      telephone: '',
      courriel: '',
      conventionNumero: '',
      logo: '',
    });
    await e.reussir('reseau.create', { nom: 'Une vraie fiche' });
    expect(await e.reussir('donnees.openExamples', {})).toMatchObject({ exemples: true, ouverte: true });
    expect(empreinte()).toBe(empreintes.get(AUJOURDHUI));
    expect(await e.reussir('donnees.removeExamples', {})).toMatchObject({ exemples: false, ouverte: true });
    expect((await e.reussir('parametres.get', {})).structure).toMatchObject(structure);
    expect((await e.reussir('reseau.list', {})).lignes.map(({ nom }) => nom)).toEqual(['Une vraie fiche']);
    e.fermer();
  },
  PATIENCE,
);

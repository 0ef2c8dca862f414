import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ARGUMENTS_LIVRES } from '../../shared/visites/arguments.ts';
import { fauteFusion } from '../../shared/visites/fusion.ts';
import { MODELES_LIVRES } from '../../shared/visites/modeles.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;

beforeEach(async () => {
  e = essai();
  await e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '12 rue des Lavoirs',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '04 73 00 00 00',
    courriel: 'contact@ateliers.fr',
    conventionNumero: '',
    logo: '',
  });
  await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: 'Conseillère en insertion' },
      { prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' },
    ],
  });
});
afterEach(() => e.fermer());

async function organisation(nom: string, plus: object = {}): Promise<string> {
  return (await e.reussir('reseau.create', { nom, ville: 'Riom', ...plus })).id;
}

async function personne(organisationId: string, plus: object): Promise<string> {
  return (await e.reussir('reseau.saveInterlocuteur', { organisationId, nom: 'Roche', ...plus })).id;
}

const sql = (texte: string, ...valeurs: unknown[]) =>
  e.depot
    .base()
    .sqlite.prepare(texte)
    .run(...valeurs);

const TEXTE = { objet: 'Rencontre', corps: '{{appel}}\n\nJe viens vous voir chez {{organisation}}.' };

describe('templates', () => {
  test('every shipped text knows its fields', () => {
    for (const { objet, corps, titre } of MODELES_LIVRES)
      expect(fauteFusion(`${objet}\n${corps}`), titre).toBeNull();
    expect(new Set(MODELES_LIVRES.map(({ code }) => code)).size).toBe(MODELES_LIVRES.length);
  });

  test('a copy takes the place of the shipped text, until it is put away', async () => {
    const livre = MODELES_LIVRES[0]!;
    const { id } = await e.reussir('visites.saveModele', { ...livre, corps: 'À notre façon.' });
    const encore = await e.reussir('visites.saveModele', { ...livre, corps: 'Deux fois.' });
    expect(encore.id).toBe(id);
    const [premier] = await e.reussir('visites.modeles', {});
    expect(premier).toMatchObject({ id, code: livre.code, corps: 'Deux fois.' });
    await e.reussir('visites.archiveModele', { id });
    expect((await e.reussir('visites.modeles', {}))[0]).toMatchObject({ id: null, corps: livre.corps });
    await e.reussir('visites.restoreModele', { id });
    expect((await e.reussir('visites.modeles', {}))[0]).toMatchObject({ id });
  });

  test('own texts follow the shipped ones', async () => {
    const { id } = await e.reussir('visites.saveModele', {
      genre: 'lettre',
      titre: 'Vœux',
      corps: 'Bonne année.',
    });
    const tous = await e.reussir('visites.modeles', {});
    expect(tous).toHaveLength(MODELES_LIVRES.length + 1);
    expect(tous.at(-1)).toMatchObject({ id, titre: 'Vœux', code: '' });
  });

  test.each([
    '{{constructor}}',
    '{{__proto__}}',
    '{{toString}}',
    '{{organisaton}}',
    '{{}}',
    '{{organisation',
  ])('the field %s is refused with a sentence that names it', async (corps) => {
    const reponse = await e.appeler('visites.saveModele', { genre: 'lettre', titre: 'X', corps });
    expect(reponse).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
    expect((reponse as { error: { champs: object } }).error.champs).toMatchObject({
      corps: expect.stringContaining(corps.replace(/[{}]/g, '').slice(0, 8)),
    });
  });

  test('argument sheets: the structure adds its own example, and its own sheets', async () => {
    const livre = ARGUMENTS_LIVRES[0]!;
    await e.reussir('visites.saveArgument', { ...livre, exemple: 'En 2025, trois chantiers en commun.' });
    await e.reussir('visites.saveArgument', { titre: 'Trop loin.', reponse: 'Une navette passe.' });
    const tous = await e.reussir('visites.arguments', {});
    expect(tous).toHaveLength(ARGUMENTS_LIVRES.length + 1);
    expect(tous[0]).toMatchObject({ code: livre.code, exemple: 'En 2025, trois chantiers en commun.' });
    await e.reussir('visites.preview', { quoi: 'argumentaire' });
    expect(e.traces.pages[0]).toContain('trois chantiers en commun');
    const inconnu = { ...livre, code: 'constructor' };
    expect(await e.appeler('visites.saveArgument', inconnu)).toMatchObject({
      error: { code: 'introuvable' },
    });
  });
});

describe('mailing', () => {
  test('who is written to, who is not and why, what is missing for whom', async () => {
    const roche = await organisation('Paysage Roche', {
      adresse: '3 rue du Port',
      codePostal: '63200',
      courriel: 'contact@roche.fr',
    });
    await personne(roche, { nom: 'Faure', civilite: 'M.', intitule: 'Chef d’équipe' });
    const claire = await personne(roche, { prenom: 'Claire', civilite: 'Mme', intitule: 'Gérante' });
    const muette = await organisation('Muette');
    sql("UPDATE organisation SET ne_plus_contacter_le = '2026-01-01' WHERE id = ?", muette);
    const opposee = await organisation('Opposée');
    const paul = await personne(opposee, { prenom: 'Paul', nom: 'Non', civilite: 'M.' });
    sql("UPDATE interlocuteur SET opposition_le = '2026-01-01' WHERE id = ?", paul);
    const seule = await organisation('Toute seule');
    const demande = {
      moyen: 'courrier' as const,
      ...TEXTE,
      destinataires: [roche, muette, opposee, seule].map((organisationId) => ({ organisationId })),
    };
    const envoi = await e.reussir('visites.destinataires', demande);
    expect(envoi.retenus.map(({ nom, interlocuteurId }) => [nom, interlocuteurId])).toEqual([
      ['Paysage Roche', claire],
      ['Toute seule', null],
    ]);
    expect(envoi.retenus[0]!.adresse).toEqual([
      'Paysage Roche',
      'Mme Claire Roche, Gérante',
      '3 rue du Port',
      '63200 RIOM',
    ]);
    expect(envoi.ecartes).toMatchObject([
      { nom: 'Muette', motif: 'ne plus contacter depuis le 01/01/2026' },
      { nom: 'Opposée', motif: expect.stringContaining('M. Paul Non s’oppose') },
    ]);
    expect(envoi.manques.map(({ phrase }) => phrase)).toEqual([
      '1 lettre sans adresse postale complète',
      '1 lettre sans civilité connue : « Madame, Monsieur, » sera écrit',
    ]);
    const parCourriel = await e.reussir('visites.destinataires', { ...demande, moyen: 'courriel' });
    expect(parCourriel.retenus.map(({ courriel }) => courriel)).toEqual(['contact@roche.fr']);
    expect(parCourriel.ecartes.at(-1)).toMatchObject({ motif: 'aucune adresse de courriel' });
  });

  test('a letter speaks to its addressee, and stays text whatever the names', async () => {
    const nom = '</style><script>alert(1)</script>{{auteur}}';
    const id = await organisation(nom);
    await e.reussir('visites.previewLettre', { ...TEXTE, destinataire: { organisationId: id } });
    const [page] = e.traces.pages;
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;{{auteur}}');
    expect(page).toContain('Madame, Monsieur,');
    expect(page).toContain('Riom, le ');
    expect(page).toContain('24 mars 2026');
    expect(page).toContain('Karine Brunet');
  });

  test('one PDF for all of them, and labels; it can be stopped', async () => {
    const ids = [];
    for (let rang = 0; rang < 60; rang += 1) ids.push(await organisation(`Organisation ${rang}`));
    const destinataires = ids.map((organisationId) => ({ organisationId }));
    await e.reussir('visites.lettresPdf', { ...TEXTE, destinataires });
    expect(e.traces.pdf[0]!.match(/class="lettre-tete"/g)).toHaveLength(60);
    expect(e.traces.fichiers[0]!.nom).toBe('Lettres-2026-03-24.pdf');
    await e.reussir('visites.lettresPdf', { ...TEXTE, quoi: 'etiquettes', destinataires });
    expect(e.traces.pdf[1]!.match(/class="planche"/g)).toHaveLength(3);
    e.demanderArret();
    const arret = await e.appeler('visites.lettresPdf', { ...TEXTE, destinataires });
    expect(arret).toMatchObject({ ok: false, error: { code: 'annulee' } });
    expect(e.traces.fichiers).toHaveLength(2);
  });

  test('nobody: refused politely by every operation that writes', async () => {
    const muette = await organisation('Muette');
    sql("UPDATE organisation SET ne_plus_contacter_le = '2026-01-01' WHERE id = ?", muette);
    for (const destinataires of [[], [{ organisationId: muette }], [{ organisationId: idDeRang(0) }]]) {
      expect(await e.appeler('visites.lettresPdf', { ...TEXTE, destinataires })).toMatchObject({
        error: { code: 'regle', champs: { destinataires: expect.stringMatching(/^Aucune lettre à écrire/) } },
      });
      expect(
        await e.appeler('visites.recordEnvoi', {
          ...TEXTE,
          moyen: 'courrier',
          date: '2026-03-24',
          destinataires,
        }),
      ).toMatchObject({ error: { code: 'regle' } });
    }
    const vide = await e.reussir('visites.destinataires', { moyen: 'courrier', destinataires: [] });
    expect(vide).toEqual({ retenus: [], ecartes: [], manques: [] });
  });

  test('500 recipients: one exchange, a follow-up each, for the referent of each; one undo takes it all back', async () => {
    const { membres } = await e.reussir('parametres.get', {});
    const denis = membres[1]!.id;
    const ids = [];
    for (let rang = 0; rang < 500; rang += 1) ids.push(await organisation(`Organisation ${rang}`));
    sql('UPDATE organisation SET referent_id = ? WHERE id = ?', denis, ids[7]);
    const note = await e.reussir('visites.recordEnvoi', {
      ...TEXTE,
      moyen: 'courrier',
      date: '2026-03-24',
      destinataires: ids.map((organisationId) => ({ organisationId })),
      relance: { libelle: 'Appeler après la lettre', echeance: '2026-04-03', responsable: 'referent' },
    });
    expect(note).toMatchObject({ organisations: 500, ecartes: 0 });
    const { lignes } = await e.reussir('sollicitations.ofOrganisation', { organisationId: ids[7]! });
    expect(lignes).toMatchObject([
      { canal: 'publipostage', objet: 'Rencontre', texte: expect.stringContaining('[formule d’appel') },
    ]);
    const relances = await e.reussir('sollicitations.relancesOf', { organisationId: ids[7]! });
    expect(relances.lignes).toMatchObject([
      { libelle: 'Appeler après la lettre', echeance: '2026-04-03', responsable: { id: denis } },
    ]);
    const compte = () =>
      e.depot.base().sqlite.prepare('SELECT count(*) FROM relance WHERE archived_at IS NULL').pluck().get();
    expect(compte()).toBe(500);
    await e.reussir('sollicitations.undoRecord', { id: note.id });
    expect(compte()).toBe(0);
    expect((await e.reussir('sollicitations.ofOrganisation', { organisationId: ids[7]! })).lignes).toEqual(
      [],
    );
    const trop = [...ids, idDeRang(999_999)].map((organisationId) => ({ organisationId }));
    expect(
      await e.appeler('visites.destinataires', { moyen: 'courrier', destinataires: trop }),
    ).toMatchObject({ error: { code: 'entree-invalide' } });
  });

  test('an e-mail to one person speaks to them; to many, it is the same for all', async () => {
    const id = await organisation('Paysage Roche', { courriel: 'contact@roche.fr' });
    await personne(id, { prenom: 'Claire', civilite: 'Mme', courriel: 'claire@roche.fr' });
    const texte = { objet: 'Bonjour', corps: '{{appel}} {{structure}}' };
    expect(await e.reussir('visites.courriel', { ...texte, destinataire: { organisationId: id } })).toEqual({
      objet: 'Bonjour',
      corps: 'Madame, Les Ateliers du Val',
      courriel: 'claire@roche.fr',
    });
    expect(await e.reussir('visites.courriel', { ...texte, destinataire: null })).toMatchObject({
      corps: 'Madame, Monsieur, Les Ateliers du Val',
      courriel: '',
    });
  });
});

describe('visit', () => {
  test('a visit is prepared, given an appointment, held, logged, and its interview kept with it', async () => {
    const organisationId = await organisation('Paysage Roche');
    const interlocuteurId = await personne(organisationId, { prenom: 'Claire' });
    const { id } = await e.reussir('visites.saveEntretien', {
      organisationId,
      interlocuteurId,
      appel: { objet: 'Fixer une rencontre' },
    });
    await e.reussir('visites.setRendezVous', { id, date: '2026-04-14', heure: 840, lieu: 'Riom' });
    const relances = async () => (await e.reussir('sollicitations.relancesOf', { organisationId })).lignes;
    expect(await relances()).toMatchObject([
      { libelle: 'Visite : Paysage Roche, 14\u00a0h', echeance: '2026-04-14' },
    ]);
    await e.reussir('visites.setRendezVous', { id, date: '2026-04-15', heure: 600 });
    expect(await relances()).toHaveLength(1);
    expect(await relances()).toMatchObject([{ echeance: '2026-04-15' }]);

    e.nousSommesLe('2026-04-15');
    await e.reussir('visites.saveEntretien', {
      id,
      organisationId,
      interlocuteurId,
      appel: { objet: 'Fixer une rencontre' },
      grille: { activite: 'Élagage', effectif: 12, conditions: ['vestiaires'], recruteur: 'dirigeant' },
    });
    const { id: sollicitationId } = await e.reussir('sollicitations.record', {
      date: '2026-04-15',
      canal: 'visite',
      resultat: 'interessee',
      organisationIds: [organisationId],
    });
    await e.reussir('visites.linkEntretien', { id, sollicitationId });
    expect(await relances()).toEqual([]);
    const { entretiens } = await e.reussir('visites.ofOrganisation', { organisationId });
    expect(entretiens).toMatchObject([
      {
        id,
        sollicitation: { id: sollicitationId, date: '2026-04-15' },
        grille: { activite: 'Élagage', effectif: 12 },
        appel: { objet: 'Fixer une rencontre' },
      },
    ]);
    await e.reussir('visites.preview', { quoi: 'grille', entretienId: id });
    expect(e.traces.pages.at(-1)).toContain('Vestiaires');
    await e.reussir('sollicitations.undoRecord', { id: sollicitationId });
    const apres = await e.reussir('visites.ofOrganisation', { organisationId });
    expect(apres.entretiens[0]!.sollicitation).toBeNull();
    expect(await relances()).toHaveLength(1);
  });

  test('put away and back, the appointment goes and comes with it', async () => {
    const organisationId = await organisation('Paysage Roche');
    const { id } = await e.reussir('visites.saveEntretien', { organisationId });
    await e.reussir('visites.setRendezVous', { id, date: '2026-04-14' });
    await e.reussir('visites.archiveEntretien', { id });
    expect((await e.reussir('sollicitations.relancesOf', { organisationId })).lignes).toEqual([]);
    expect((await e.reussir('visites.ofOrganisation', { organisationId })).entretiens).toEqual([]);
    expect(await e.appeler('visites.saveEntretien', { id, organisationId })).toMatchObject({
      error: { code: 'introuvable' },
    });
    await e.reussir('visites.restoreEntretien', { id });
    expect((await e.reussir('sollicitations.relancesOf', { organisationId })).lignes).toHaveLength(1);
  });

  test('refusals: somebody of elsewhere, an unknown code, a question that does not exist', async () => {
    const organisationId = await organisation('Paysage Roche');
    const ailleurs = await personne(await organisation('Autre'), {});
    expect(
      await e.appeler('visites.saveEntretien', { organisationId, interlocuteurId: ailleurs }),
    ).toMatchObject({ error: { code: 'regle', champs: { interlocuteurId: expect.any(String) } } });
    expect(
      await e.appeler('visites.saveEntretien', { organisationId, grille: { conditions: ['inconnue'] } }),
    ).toMatchObject({
      error: { code: 'entree-invalide', champs: { 'grille.conditions': expect.any(String) } },
    });
    for (const grille of [{ constructor: 'x' }, { effectif: -1 }, { effectif: 1.5 }, { activite: 3 }])
      expect(
        await e.appeler('visites.saveEntretien', { organisationId, grille: grille as never }),
      ).toMatchObject({ error: { code: 'entree-invalide' } });
    const { id } = await e.reussir('visites.saveEntretien', { organisationId });
    expect(await e.appeler('visites.linkEntretien', { id, sollicitationId: idDeRang(0) })).toMatchObject({
      error: { code: 'introuvable' },
    });
    expect(await e.appeler('visites.ics', { id })).toMatchObject({ error: { code: 'regle' } });
    await e.reussir('reseau.silence', { id: organisationId, motif: 'demande', note: '' });
    const rendezVous = await e.appeler('visites.setRendezVous', { id, date: '2026-04-14' });
    expect(rendezVous, 'nobody goes where silence was asked for').toMatchObject({ error: { code: 'regle' } });
  });

  test('a fact learnt goes to the sheet when asked, and comes back', async () => {
    const organisationId = await organisation('Paysage Roche', { activite: 'Jardins' });
    const { avant } = await e.reussir('visites.updateFiche', {
      organisationId,
      fait: { champ: 'effectif', valeur: 12 },
    });
    const faits = async () => (await e.reussir('visites.ofOrganisation', { organisationId })).faits;
    expect(await faits()).toMatchObject({ effectif: 12, taille: 'pme' });
    await e.reussir('visites.updateFiche', { organisationId, fait: avant });
    expect((await faits()).effectif).toBeNull();
    const metiers = [{ code: '', version: '', libelle: 'Élagueur' }];
    await e.reussir('visites.updateFiche', { organisationId, fait: { champ: 'metiers', valeur: metiers } });
    await e.reussir('visites.updateFiche', {
      organisationId,
      fait: { champ: 'conditions', valeur: ['repas'] },
    });
    await e.reussir('visites.updateFiche', {
      organisationId,
      fait: { champ: 'activite', valeur: 'Élagage' },
    });
    expect(await faits()).toMatchObject({ metiers, conditions: ['repas'], activite: 'Élagage' });
    expect((await e.reussir('reseau.list', { recherche: 'elagage' })).total).toBe(1);
    expect(
      await e.appeler('visites.updateFiche', {
        organisationId,
        fait: { champ: 'recruteur', valeur: 'inconnu' },
      }),
    ).toMatchObject({ error: { code: 'entree-invalide' } });
  });

  test('papers without a visit: a blank grid for anyone, a call card to fill', async () => {
    await e.reussir('visites.preview', { quoi: 'grille_vierge' });
    const organisationId = await organisation('Paysage Roche');
    await e.reussir('visites.pdf', { quoi: 'grille_vierge', organisationId });
    expect(e.traces.pages[0]).toContain('Rencontre avec un employeur');
    expect(e.traces.pdf[0]).toContain('Rencontre avec Paysage Roche');
    expect(e.traces.fichiers[0]!.nom).toBe('Grille-d-entretien-Paysage-Roche.pdf');
  });
});

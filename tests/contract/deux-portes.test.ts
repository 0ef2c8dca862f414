import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrat, type Entree, type NomOperation } from '../../shared/contrat.ts';
import type { Enveloppe } from '../../shared/erreurs.ts';
import { type Essai, essai } from '../appui.ts';
import { annexeDe } from '../conventions.ts';
import { sessionDe } from '../formation.ts';
import { sortieDe } from '../sorties.ts';
import { avecCleEnTrop, exemple, variantes } from './entrees.ts';
import { type Porte, porteHttp, porteIpc, sansFuite } from './portes.ts';

/**
 * Two applications that start alike, one behind HTTP and one behind IPC, are given the same text: whatever it is,
 * they must answer the same. An operation that breaks on any of it (`interne`) is a bug of that operation.
 */

const NOMS = Object.keys(contrat) as NomOperation[];
/** Replaces the base under the others: its own tests run it alone. */
const AILLEURS: readonly NomOperation[] = ['donnees.openExamples'];

const jumeaux: { e: Essai; porte: Porte }[] = [];
let ids: Record<string, string>;

/** A record of each kind, for inputs to name. */
async function garnir(e: Essai): Promise<Record<string, string>> {
  const connus: Record<string, string> = {};
  const creer = <N extends NomOperation>(nom: N) => e.reussir(nom, exemple(nom, connus) as Entree<N>);

  /** One that may also be changed: without `id`, it is a new one. */
  const creerPart = <N extends 'salaries.saveEntretien' | 'salaries.saveObjectif' | 'salaries.saveAbsence'>(
    nom: N,
  ) => {
    const { id: _, ...part } = exemple(nom, connus) as { id?: string };
    return e.reussir(nom, part as Entree<N>);
  };

  await creer('parametres.saveStructure');
  await creer('parametres.saveEquipe');
  connus.parametres =
    connus.responsableId =
    connus.referentId =
      (await e.reussir('parametres.get', {})).membres[0]!.id;
  // A portfolio goes from one to another; nobody has to hold anything for the door to be tried.
  connus.deId = connus.membreId = connus.parametres;
  connus.reseau = connus.organisationId = (await creer('reseau.create')).id;
  connus.organisationIds = connus.organisationId;
  await e.reussir('reseau.saveInterlocuteur', {
    organisationId: connus.organisationId,
    nom: 'Faure',
  });
  const { interlocuteurs } = await e.reussir('reseau.get', { id: connus.organisationId });
  connus.tuteurId = connus.interlocuteurIds = connus.interlocuteurId = interlocuteurs[0]!.id;
  connus.fonctionId = interlocuteurs[0]!.fonctionId;
  connus.salaries = connus.salarieIds = connus.salarieId = (await creer('salaries.create')).id;
  // Of somebody whom no input changes: a change without the ids of the contracts makes new ones.
  const { id: autre } = await creer('salaries.create');
  connus.contratId = (await e.reussir('salaries.get', { id: autre })).contrats[0]!.id;
  connus.entretienSalarieId = (await creerPart('salaries.saveEntretien')).id;
  connus.objectifId = (await creerPart('salaries.saveObjectif')).id;
  connus.absenceId = (await creerPart('salaries.saveAbsence')).id;
  connus.relance = connus.relanceId = (await creer('sollicitations.planRelance')).id;
  connus.sollicitations = (await creer('sollicitations.record')).id;
  connus.visites = connus.entretienId = (await creer('visites.saveEntretien')).id;
  connus.sollicitationId = connus.sollicitations;
  connus.piece = connus.remplace = (await creer('sollicitations.attach')).id;
  connus.immersions = (await creer('immersions.create')).id;
  connus.campagneId = (await creer('formation.openCampagne')).id;
  connus.besoinId = (await creer('formation.createBesoin')).ids[0]!;
  connus.actionId = (await creer('formation.createAction')).id;
  connus.sessionId = (await e.reussir('formation.createSession', sessionDe(connus.actionId))).id;
  // On a session of its own: an input calls the other one off.
  const aVenir = await e.reussir('formation.createSession', sessionDe(connus.actionId));
  const inscrits = { sessionId: aVenir.id, salarieIds: [connus.salarieId] };
  connus.inscriptionId = (await e.reussir('formation.inscrire', inscrits)).ids[0]!;
  connus.coutId = (await creer('formation.saveCout')).id;
  const ligne = { ...(exemple('formation.saveFinancement', connus) as object), prevuCentimes: null };
  connus.financementId = (
    await e.reussir('formation.saveFinancement', ligne as Entree<'formation.saveFinancement'>)
  ).id;
  connus.mouvementId = (await creer('formation.saveMouvement')).id;
  connus.conventions = connus.conventionId = (await creer('conventions.create')).id;
  connus.conventionAnnexeId = (await e.reussir('conventions.saveAnnexe', annexeDe(connus.conventionId))).id;
  connus.conventionVersementId = (
    await e.reussir('conventions.saveVersement', {
      conventionId: connus.conventionId,
      date: '2026-03-20',
      centimes: 100,
    })
  ).id;
  connus.conventionEcheanceId = (
    await e.reussir('conventions.genererEcheances', { conventionId: connus.conventionId, jour: '03-31' })
  ).ids[0]!;
  connus.conventionPieceId = (
    await e.reussir('conventions.attach', {
      conventionId: connus.conventionId,
      nom: 'convention.pdf',
      contenu: btoa('%PDF'),
    })
  ).id;
  // Without the `id` of one to change.
  const { id: _temoignage, ...temoignage } = exemple('bilans.saveTemoignage', connus) as { id?: string };
  connus.temoignageId = (
    await e.reussir('bilans.saveTemoignage', temoignage as Entree<'bilans.saveTemoignage'>)
  ).id;
  connus.fse = (
    await e.reussir('fse.noter', {
      salarieId: autre,
      moment: 'entree',
      date: '2026-03-20',
      reponses: { situation: 'chomage' },
    })
  ).id;
  const partie = exemple('salaries.create', connus) as Entree<'salaries.create'>;
  const contrats = [{ nature: 'cddi' as const, debut: '2025-01-06', fin: '2026-03-20', minutesHebdo: null }];
  const { id: sortieSalarieId } = await e.reussir('salaries.create', { ...partie, contrats });
  connus.sorties = connus.sortieId = await sortieDe(e, sortieSalarieId);
  await e.reussir('donnees.backupNow', {});
  connus.donnees = (await e.reussir('donnees.backups', {}))[0]!.id;
  return connus;
}

beforeAll(async () => {
  for (const ouvrir of [porteHttp, porteIpc]) {
    const e = essai();
    jumeaux.push({ e, porte: await ouvrir(e.dispatch) });
    ids = await garnir(e);
  }
});
afterAll(async () => {
  for (const { e, porte } of jumeaux) {
    await porte.fermer();
    e.fermer();
  }
});

/** The answer both doors give; fails when they differ, leak or break. */
async function ensemble(nom: NomOperation, json: string): Promise<Enveloppe<unknown>> {
  const [http, ipc] = await Promise.all(
    jumeaux.map(async ({ e, porte }) => {
      const { enveloppe } = await porte.envoyer(nom, json);
      return JSON.stringify(enveloppe).replaceAll(e.dossier, '<dossier>');
    }),
  );
  const propos = `${nom} ${json.slice(0, 300)}`;
  expect(http, propos).toBe(ipc);
  const enveloppe: Enveloppe<unknown> = JSON.parse(ipc!);
  sansFuite(enveloppe);
  expect(enveloppe, propos).not.toMatchObject({ error: { code: 'interne' } });
  return enveloppe;
}

describe.each(NOMS)('%s', (nom) => {
  test('an extra key is refused at every depth', async () => {
    for (const json of avecCleEnTrop(exemple(nom, ids)))
      expect(await ensemble(nom, json), json).toMatchObject({
        ok: false,
        error: { code: 'entree-invalide' },
      });
  });

  test('each field missing or hostile: one answer, and no accident', { timeout: 90_000 }, async () => {
    for (const json of variantes(exemple(nom, ids))) {
      const enveloppe = await ensemble(nom, json);
      if (enveloppe.ok) expect(contrat[nom].sortie.safeParse(enveloppe.value).error, json).toBeUndefined();
    }
  });

  test('a plausible input passes the door, and answers what the contract promises', async () => {
    const entree = exemple(nom, ids);
    expect(contrat[nom].entree.safeParse(entree).error?.issues).toBeUndefined();
    if (AILLEURS.includes(nom)) return;
    const enveloppe = await ensemble(nom, JSON.stringify(entree));
    if (enveloppe.ok) expect(contrat[nom].sortie.safeParse(enveloppe.value).error).toBeUndefined();
  });
});

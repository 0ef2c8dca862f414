import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import { calendrier, totaux } from '../shared/immersions/horaires.ts';
import type { ImmersionFiche, Statut } from '../shared/immersions/schema.ts';
import type { vieContrat } from '../shared/immersions/vie.ts';
import { ROLES_SIGNATURE } from '../shared/nomenclatures/immersions.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import type { Contexte } from './contexte.ts';
import { joursDe, lireSaisie, trouverImmersion } from './immersions.ts';
import { faitesDans } from './immersions-heures-faites.ts';
import { renouvellement } from './immersions-renouvellement.ts';
import { dater, signatairesDu, statutSelonSignatures, suivreSignatures } from './immersions-signatures.ts';
import { donneesConvention } from './papiers/convention.ts';
import { derniereConvention, memeContenu } from './papiers/emission.ts';
import { immersion, immersionBilan } from './schema/index.ts';

type Entree<N extends keyof typeof vieContrat> = z.output<(typeof vieContrat)[N]['entree']>;
type Ligne = typeof immersion.$inferSelect;

/** What each status may become here: issuing, signing, refusing and stopping have their own operations. */
const PASSAGES: Record<Statut, readonly Statut[]> = {
  brouillon: ['prete', 'signee', 'annulee'],
  prete: ['brouillon', 'signee', 'annulee'],
  signee: ['brouillon', 'prete', 'terminee', 'annulee'],
  terminee: ['prete', 'signee'],
  refusee: ['brouillon', 'prete'],
  annulee: ['brouillon', 'prete', 'signee'],
};

const refus = (message: string, champ?: string) =>
  new ErreurMetier('regle', { message, ...(champ && { champs: { [champ]: message } }) });

/** What was told in a closed bilan does not change behind it. */
function verifierBilan({ db }: Contexte, id: string): void {
  const bilan = db.orm.select().from(immersionBilan).where(eq(immersionBilan.immersionId, id)).get();
  if (bilan && bilan.faitLe !== null)
    throw refus('Le bilan de cette immersion est fait : rouvrez-le avant de la changer.');
}

/** Where a convention comes back to: as its signatures say, and as a draft only while it says what was issued. */
function retour(contexte: Contexte, ligne: Ligne, statut: 'prete' | 'signee'): Statut {
  const { db } = contexte;
  const emise = derniereConvention(db, ligne.id);
  if (!emise) throw refus('Cette convention n’a pas été émise : elle ne peut pas être signée.');
  if (ligne.statut === 'brouillon') {
    const actuelles = donneesConvention(contexte, { id: ligne.id, ...lireSaisie(db, ligne) });
    if (!memeContenu(emise.donnees, actuelles))
      throw refus(
        `La convention ne dit plus la même chose que sa version ${emise.edition} : émettez-en une nouvelle.`,
      );
  }
  const dit = statutSelonSignatures(signatairesDu(db, ligne.id, emise), statut);
  if (dit === ligne.statut)
    throw refus('Les signatures datées disent où en est la convention : datez-les, ou reprenez-les.');
  return dit;
}

function changeStatut(
  contexte: Contexte,
  { id, statut, motif }: Entree<'immersions.changeStatut'>,
): Record<string, never> {
  const { db, instant } = contexte;
  const ligne = trouverImmersion(db, id);
  if (!PASSAGES[ligne.statut as Statut].includes(statut))
    throw refus('Cette convention ne peut pas passer à cet état.');
  verifierBilan(contexte, id);
  if (statut === 'annulee' && motif === '')
    throw refus('Dites pourquoi : le bilan compte les annulations.', 'motif');
  db.orm
    .update(immersion)
    .set({
      statut: statut === 'prete' || statut === 'signee' ? retour(contexte, ligne, statut) : statut,
      motifAnnulation: statut === 'annulee' ? motif : '',
      refuseePar: '',
      ...(ligne.finPrevue === null ? {} : finDe(contexte, ligne, ligne.finPrevue)),
      finPrevue: null,
      updatedAt: instant,
    })
    .where(eq(immersion.id, id))
    .run();
  return {};
}

/** Another last day, with the days and hours it leaves. */
function finDe({ db }: Contexte, ligne: Ligne, fin: string) {
  const periode = { ...joursDe(ligne), fin };
  return { fin, ...totaux(calendrier(periode)), minutesFaites: faitesDans(db, ligne.id, periode) };
}

function interrupt(
  contexte: Contexte,
  { id, dernierJour, motif }: Entree<'immersions.interrupt'>,
): Record<string, never> {
  const { db, instant } = contexte;
  const ligne = trouverImmersion(db, id);
  if (ligne.statut !== 'prete' && ligne.statut !== 'signee')
    throw refus('Seule une immersion convenue peut s’arrêter avant sa fin.');
  verifierBilan(contexte, id);
  const { debut, fin } = ligne;
  if (debut === null || fin === null || dernierJour >= fin)
    throw refus(`Le dernier jour est avant le ${formaterDate(fin)}, fin prévue.`, 'dernierJour');
  if (dernierJour < debut)
    throw refus(
      `L’immersion commence le ${formaterDate(debut)}. Si elle n’a pas eu lieu, annulez-la.`,
      'dernierJour',
    );
  db.orm
    .update(immersion)
    .set({
      ...finDe(contexte, ligne, dernierJour),
      finPrevue: fin,
      statut: 'terminee',
      motifAnnulation: motif,
      updatedAt: instant,
    })
    .where(eq(immersion.id, id))
    .run();
  return {};
}

/** Who signs the convention in force. Throws `regle` when it is not one that can be signed. */
function aSigner(
  { db }: Contexte,
  id: string,
): { statut: Statut; signataires: ImmersionFiche['signataires'] } {
  const { statut } = trouverImmersion(db, id);
  const emise = derniereConvention(db, id);
  if (statut === 'brouillon' || !emise)
    throw refus('Un brouillon ne se signe pas : rendez d’abord la convention prête à signer.');
  if (statut === 'annulee' || statut === 'refusee')
    throw refus('Cette convention n’est plus à signer : rétablissez-la d’abord.');
  return { statut: statut as Statut, signataires: signatairesDu(db, id, emise) };
}

function verifierDate({ today }: Contexte, date: string | null): void {
  if (date !== null && date > today)
    throw refus(`Une signature se note une fois faite : le ${formaterDate(date)} est à venir.`, 'date');
}

function sign(contexte: Contexte, { id, role, nom, date }: Entree<'immersions.sign'>): { statut: Statut } {
  const { statut, signataires } = aSigner(contexte, id);
  verifierDate(contexte, date);
  if (!signataires.some((celui) => celui.role === role))
    throw refus(`Cette convention ne se signe pas comme « ${label(ROLES_SIGNATURE, role)} ».`, 'role');
  dater(contexte, id, { role, nom, date });
  const apres = signataires.map((celui) => (celui.role === role ? { ...celui, date } : celui));
  return { statut: suivreSignatures(contexte, id, statut, apres) };
}

function signAll(
  contexte: Contexte,
  { id, date, roles }: Entree<'immersions.signAll'>,
): { statut: Statut; roles: ImmersionFiche['signataires'][number]['role'][] } {
  const { statut, signataires } = aSigner(contexte, id);
  verifierDate(contexte, date);
  const changes = signataires.filter(
    (celui) => (roles?.includes(celui.role) ?? true) && (celui.date === null) === (date !== null),
  );
  for (const { role, nom } of changes) dater(contexte, id, { role, nom, date });
  const apres = signataires.map((celui) => (changes.includes(celui) ? { ...celui, date } : celui));
  return {
    statut: suivreSignatures(contexte, id, statut, apres),
    roles: changes.map(({ role }) => role),
  };
}

function refuse(contexte: Contexte, { id, role, motif }: Entree<'immersions.refuse'>): Record<string, never> {
  const { db, instant } = contexte;
  const { statut } = trouverImmersion(db, id);
  if (statut === 'signee' || statut === 'terminee')
    throw refus('Tous ont signé : une convention signée ne se refuse plus, elle s’annule ou s’arrête.');
  if (statut !== 'prete') throw refus('Seule une convention à signer peut être refusée.');
  if (!aSigner(contexte, id).signataires.some((celui) => celui.role === role))
    throw refus('Choisissez qui refuse parmi ceux qui signent.', 'role');
  db.orm
    .update(immersion)
    .set({ statut: 'refusee', refuseePar: role, motifAnnulation: motif, updatedAt: instant })
    .where(eq(immersion.id, id))
    .run();
  return {};
}

function setArchive({ db, instant }: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { statut } = trouverImmersion(db, id);
  if (archivedAt !== null && (statut === 'prete' || statut === 'signee' || statut === 'terminee'))
    throw refus('Une convention émise s’annule, avec son motif.');
  db.orm.update(immersion).set({ archivedAt, updatedAt: instant }).where(eq(immersion.id, id)).run();
  return {};
}

/** The life of a convention once issued, and the bin of those that never were. */
export const vieOperations = {
  'immersions.changeStatut': changeStatut,
  'immersions.interrupt': interrupt,
  'immersions.sign': sign,
  'immersions.signAll': signAll,
  'immersions.refuse': refuse,
  'immersions.renouvellement': renouvellement,
  'immersions.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchive(contexte, id, contexte.instant),
  'immersions.restore': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
};

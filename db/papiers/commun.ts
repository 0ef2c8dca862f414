import { eq } from 'drizzle-orm';
import { adresseDe, type Reperes } from '../../shared/documents/immersion/commun.tsx';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import type { ImmersionSaisie } from '../../shared/immersions/schema.ts';
import { STRUCTURE_VIDE, type Structure } from '../../shared/parametres/schema.ts';
import type { Contexte } from '../contexte.ts';
import { lireSaisie, trouverImmersion } from '../immersions.ts';
import type { Base } from '../open.ts';
import { readParametres } from '../parametres.ts';
import { readSalarie } from '../salaries.ts';
import { type immersion, membre, organisation, site } from '../schema/index.ts';

/** An immersion as its papers read it: its row, its form, and what they all say. */
export interface ImmersionLue {
  ligne: typeof immersion.$inferSelect;
  saisie: ImmersionSaisie;
  reperes: Reperes;
}

/** The counsellor, gone since or not: the paper still names them. */
export function referentDe({ orm }: Base, id: string | null): Reperes['referent'] {
  const lu = id === null ? undefined : orm.select().from(membre).where(eq(membre.id, id)).get();
  return lu ? { nom: `${lu.prenom} ${lu.nom}`.trim(), fonction: lu.fonction } : null;
}

/** Where one goes: what was typed, after the site it is about; else the host's own address. */
export function lieuDe(
  { orm }: Base,
  { lieu, siteId, accueil }: Pick<ImmersionSaisie, 'lieu' | 'siteId' | 'accueil'>,
): string {
  const lu = siteId === null ? undefined : orm.select().from(site).where(eq(site.id, siteId)).get();
  const autre = lu && [lu.nom, adresseDe(lu)].filter(Boolean).join(', ');
  return [autre, lieu].filter(Boolean).join(', ') || adresseDe(accueil);
}

/** Who prescribes when the structure does not: an ETTI names another. */
export function prescripteurExterne(
  { genre }: Structure,
  { prescripteurNom, prescripteurAdresse }: Pick<ImmersionSaisie, 'prescripteurNom' | 'prescripteurAdresse'>,
): { nom: string; adresse: string } | null {
  return genre === 'ETTI' ? { nom: prescripteurNom, adresse: prescripteurAdresse } : null;
}

/**
 * What every paper of an immersion says, as the records say it now. `convenue` leaves an early stop aside: a convention
 * and what goes with it keep the last day that was agreed.
 */
export function lireImmersion(
  { db }: Contexte,
  id: string,
  { convenue = false }: { convenue?: boolean } = {},
): ImmersionLue {
  const ligne = trouverImmersion(db, id);
  const lue = lireSaisie(db, ligne);
  const saisie = convenue && ligne.finPrevue !== null ? { ...lue, fin: ligne.finPrevue } : lue;
  const { prenom, nom, sexe } = readSalarie(db, ligne.salarieId);
  const hote = db.orm.select().from(organisation).where(eq(organisation.id, ligne.organisationId)).get()!;
  const reperes: Reperes = {
    structure: readParametres(db).structure ?? STRUCTURE_VIDE,
    numero: ligne.numero,
    beneficiaire: { prenom, nom, sexe },
    accueil: { nom: hote.nom, adresse: adresseDe(hote), telephone: hote.telephone },
    lieu: lieuDe(db, saisie),
    tuteur: { nom: saisie.tuteurNom, fonction: saisie.tuteurFonction },
    referent: referentDe(db, saisie.referentId),
    objet: saisie.objet,
    metier: saisie.metier,
    debut: saisie.debut,
    fin: saisie.fin,
    ...totaux(calendrier(saisie)),
  };
  return { ligne, saisie, reperes };
}

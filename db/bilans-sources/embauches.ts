import type { FaitEmbauche } from '../../shared/bilans/faits.ts';
import type { Periode } from '../../shared/bilans/schema.ts';
import { cleMetier } from '../../shared/immersions/objectifs.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../../shared/nomenclatures/sollicitations.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';
import type { Base } from '../open.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { PERSONNE_INCONNUE, readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

const EMBAUCHES = `
  SELECT e.id, e.date, e.contrat, e.metier, e.salarie_id AS salarieId, p.prenom, p.nom,
    o.id AS organisationId, o.nom AS organisation, o.genre AS hote, o.secteur, o.zone, o.taille
  FROM embauche e JOIN organisation o ON o.id = e.organisation_id LEFT JOIN salarie p ON p.id = e.salarie_id
  WHERE e.archived_at IS NULL AND e.date BETWEEN @debut AND @fin ORDER BY e.date DESC, e.id DESC`;

interface Lue {
  id: string;
  date: string;
  contrat: string;
  metier: string;
  /** Null: somebody the structure does not follow. */
  salarieId: string | null;
  prenom: string | null;
  nom: string | null;
  organisationId: string;
  organisation: string;
  hote: string;
  secteur: string;
  zone: string;
  taille: string;
}

const readLues = (db: Base, periode: Periode): Lue[] => requete(db, EMBAUCHES).all(periode) as Lue[];

/** Hires by organisations of the network that begin in the period, those withdrawn from it since included. */
export const embauches = source<'embauches', Lue>({
  table: 'embauche',
  read({ db }, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return readLues(db, periode).map(
      ({
        id,
        date,
        contrat,
        metier,
        salarieId,
        organisationId,
        hote,
        secteur,
        zone,
        taille,
      }): FaitEmbauche => ({
        id,
        poids: 1,
        personne: salarieId,
        organisation: organisationId,
        contrat,
        axes: {
          ...((salarieId !== null && personnes.get(salarieId)?.axes) || PERSONNE_INCONNUE),
          contrat,
          // As the immersions name a métier said in words alone.
          metier: cleMetier({ metier, romeCode: '' }),
          hote,
          secteur,
          zone,
          taille,
          mois: date.slice(0, 7),
        },
      }),
    );
  },
  tell({ db }, faits, periode) {
    const lues = new Map(readLues(db, periode).map((lue) => [lue.id, lue]));
    return faits.map(({ id }) => lues.get(id)!);
  },
  versLigne: ({ id, date, contrat, metier, salarieId, prenom, nom, organisationId, organisation }) => ({
    id,
    date,
    titre: `${salarieId === null ? 'Une personne' : `${prenom} ${nom}`} chez ${organisation}`,
    detail: [label(CONTRATS_EMBAUCHE, contrat), metier].filter(Boolean).join(' · '),
    fiche: { genre: 'organisation', id: organisationId },
  }),
  nominatives: [
    colonne.texte('Prénom', ({ prenom }) => prenom ?? ''),
    colonne.texte('Nom', ({ nom }) => nom ?? ''),
  ],
  colonnes: [
    colonne.date('Date', ({ date }) => date),
    colonne.texte('Organisation', ({ organisation }) => organisation),
    colonne.texte('Type', ({ hote }) => label(GENRES_ORGANISATION, hote)),
    colonne.texte('Contrat', ({ contrat }) => label(CONTRATS_EMBAUCHE, contrat)),
    colonne.texte('Métier', ({ metier }) => metier),
  ],
});

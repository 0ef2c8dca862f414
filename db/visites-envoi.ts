import { createElement, Fragment } from 'react';
import type { z } from 'zod';
import {
  CSS_ETIQUETTES,
  CSS_LETTRE,
  cssPiedLettre,
  type DonneesLettre,
  Etiquettes,
  Lettre,
} from '../shared/documents/lettre.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../shared/erreurs.ts';
import { accorder, formaterDate, formaterDateLongue, formaterTelephone } from '../shared/format.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { GENRES_SIAE } from '../shared/nomenclatures/structures.ts';
import { type Parametres, STRUCTURE_VIDE, type Structure } from '../shared/parametres/schema.ts';
import { sollicitationNotee } from '../shared/sollicitations/schema.ts';
import { CHAMPS_FUSION, champsDuTexte, remplir, type ValeursFusion } from '../shared/visites/fusion.ts';
import { civiliteNom, formuleAppel, rangDestinataire } from '../shared/visites/regles.ts';
import {
  type courrielRempli,
  type DestinataireSaisi,
  type Envoi,
  type envoiLu,
  type envoiNote,
  type lettreApercue,
  type lettres,
  type Moyen,
  OBJET_MAX,
  type PersonneEnvoi,
  type Retenu,
} from '../shared/visites/schema.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { sollicitationsOperations } from './sollicitations.ts';

interface LigneOrganisation {
  id: string;
  nom: string;
  adresse: string;
  codePostal: string;
  ville: string;
  activite: string;
  courriel: string;
  autreCourriel: string;
  metiers: string | null;
  silenceLe: string | null;
  silenceMotif: string;
  archivedAt: string | null;
}

// CROSS JOIN: from those asked for to the rest. Left to itself the planner reads the whole network.
const ORGANISATIONS = `
  SELECT o.id, o.nom, o.adresse, o.code_postal AS codePostal, o.ville, o.activite, o.courriel,
    o.autre_courriel AS autreCourriel, o.ne_plus_contacter_le AS silenceLe,
    o.ne_plus_contacter_motif AS silenceMotif, o.archived_at AS archivedAt,
    (SELECT group_concat(m.libelle, ', ') FROM metier_organisation m WHERE m.organisation_id = o.id) AS metiers
  FROM json_each(?) demande CROSS JOIN organisation o ON o.id = demande.value
  ORDER BY o.nom_tri, o.rang`;

const PERSONNES = `
  SELECT f.organisation_id AS organisationId, i.id, i.civilite, i.prenom, i.nom, f.intitule, f.qualite, i.courriel,
    i.opposition_le IS NOT NULL AS opposee
  FROM json_each(?) demande CROSS JOIN fonction f ON f.organisation_id = demande.value
    CROSS JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.fin IS NULL AND i.archived_at IS NULL
  ORDER BY i.nom, i.prenom, f.id`;

type LignePersonne = Omit<PersonneEnvoi, 'opposee'> & {
  organisationId: string;
  qualite: string;
  opposee: number;
};

interface Lettree {
  retenu: Retenu;
  organisation: LigneOrganisation;
  personne: PersonneEnvoi | null;
}

/** Names of those who are left out, and what there is to write to the others. */
function lireDestinataires(
  db: Base,
  demandes: readonly DestinataireSaisi[],
  moyen: Moyen,
): { lettrees: Lettree[]; ecartes: Envoi['ecartes'] } {
  const parOrganisation = new Map(demandes.map((demande) => [demande.organisationId, demande]));
  const cles = JSON.stringify([...parOrganisation.keys()]);
  const organisations = requete(db, ORGANISATIONS).all(cles) as LigneOrganisation[];
  const gens = Map.groupBy(requete(db, PERSONNES).all(cles) as LignePersonne[], (p) => p.organisationId);
  const motifSilence = libelles(db, 'motifs_silence');
  const silenceDe = ({ silenceLe, silenceMotif }: LigneOrganisation) =>
    [`ne plus contacter depuis le ${formaterDate(silenceLe)}`, silenceMotif && motifSilence(silenceMotif)]
      .filter(Boolean)
      .join(', ');
  const ecartes: Envoi['ecartes'] = [];
  const lettrees: Lettree[] = [];
  for (const organisation of organisations) {
    const { id: organisationId, nom } = organisation;
    const ecarter = (motif: string) => void ecartes.push({ organisationId, nom, motif });
    if (organisation.archivedAt !== null) {
      ecarter('archivée : elle n’est plus dans le réseau');
      continue;
    }
    if (organisation.silenceLe !== null) {
      ecarter(silenceDe(organisation));
      continue;
    }
    const lus = (gens.get(organisationId) ?? []).toSorted(
      (a, b) => rangDestinataire(a) - rangDestinataire(b),
    );
    const personnes = [...new Map(lus.map((p) => [p.id, versPersonne(p)])).values()];
    const voulu = parOrganisation.get(organisationId)!.interlocuteurId;
    const joignables = personnes.filter(
      ({ opposee, courriel }) => !opposee && (moyen === 'courrier' || courriel !== ''),
    );
    const personne =
      voulu === undefined ? (joignables[0] ?? null) : (personnes.find(({ id }) => id === voulu) ?? null);
    if (personne?.opposee) {
      ecarter(`${civiliteNom(personne)} s’oppose à être contacté·e`);
      continue;
    }
    // Everybody known there asked to be left alone: a letter to the house would reach them all the same.
    if (voulu === undefined && personnes.length > 0 && personnes.every(({ opposee }) => opposee)) {
      ecarter(
        personnes.length === 1
          ? `${civiliteNom(personnes[0]!)} s’oppose à être contacté·e`
          : 'toutes les personnes connues s’opposent à être contactées',
      );
      continue;
    }
    const courriel = personne?.courriel || organisation.courriel || organisation.autreCourriel;
    if (moyen === 'courriel' && courriel === '') {
      ecarter('aucune adresse de courriel');
      continue;
    }
    lettrees.push({
      organisation,
      personne,
      retenu: {
        organisationId,
        nom,
        ville: organisation.ville,
        adresse: adresseDe(organisation, personne),
        courriel,
        interlocuteurId: personne?.id ?? null,
        personnes,
      },
    });
  }
  return { lettrees, ecartes };
}

function versPersonne({
  id,
  civilite,
  prenom,
  nom,
  intitule,
  courriel,
  opposee,
}: LignePersonne): PersonneEnvoi {
  return { id, civilite, prenom, nom, intitule, courriel, opposee: opposee === 1 };
}

/** Six lines at most fit the window of an envelope: name, person, function, street (two lines at most), town. */
function adresseDe(organisation: LigneOrganisation, personne: PersonneEnvoi | null): string[] {
  const rue = organisation.adresse
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter(Boolean);
  return [
    organisation.nom,
    ...(personne ? lignesDe(personne) : []),
    ...(rue.length > 2 ? [rue.slice(0, -1).join(', '), rue.at(-1)!] : rue),
    [organisation.codePostal, organisation.ville.toUpperCase()].filter(Boolean).join(' '),
  ].filter((ligne): ligne is string => Boolean(ligne));
}

/** Widest line of the address block (characters). */
const LARGEUR = 40;

/** Person and function on one line when they fit. */
function lignesDe(personne: PersonneEnvoi): string[] {
  const nom = civiliteNom(personne);
  const ensemble = [nom, personne.intitule].filter(Boolean).join(', ');
  return ensemble.length <= LARGEUR ? [ensemble] : [nom, personne.intitule];
}

/** « Vos métiers » read well in a sentence when the sheet names none. */
const SANS_METIER = 'vos métiers';

type Communes = Omit<ValeursFusion, 'appel' | 'politesse' | 'civilite_nom' | 'fonction' | CodeOrganisation>;
type CodeOrganisation = 'organisation' | 'ville' | 'activite' | 'metiers';

/** What every letter says alike; formatting a date costs more than the rest of a letter. */
function communesDe({ structure, membreCourant }: Parametres, today: string): Communes {
  const maison = structure ?? STRUCTURE_VIDE;
  return {
    date: formaterDateLongue(today).replace(/^\S+ /, ''),
    auteur: membreCourant ? [membreCourant.prenom, membreCourant.nom].filter(Boolean).join(' ') : '',
    auteur_fonction: membreCourant?.fonction.replace(/^(\p{Lu})(?=\p{Ll})/u, (l) => l.toLowerCase()) ?? '',
    structure: maison.raisonSociale,
    genre_structure: label(GENRES_SIAE, maison.genre),
    ville_structure: maison.ville,
    telephone_structure: formaterTelephone(maison.telephone).replaceAll(' ', '\u00a0'),
    courriel_structure: maison.courriel,
  };
}

function valeursDe(
  communes: Communes,
  lettree: Pick<Lettree, 'organisation' | 'personne'> | null,
): ValeursFusion {
  const personne = lettree?.personne ?? null;
  return {
    ...communes,
    appel: formuleAppel(personne?.civilite ?? ''),
    politesse: formuleAppel(personne?.civilite ?? '').slice(0, -1),
    civilite_nom: personne ? civiliteNom(personne) : 'Madame, Monsieur',
    fonction: personne?.intitule ?? '',
    organisation: lettree?.organisation.nom ?? '',
    ville: lettree?.organisation.ville ?? '',
    activite: lettree?.organisation.activite ?? '',
    metiers: lettree?.organisation.metiers || SANS_METIER,
  };
}

/** What a field finds nothing for, though the text that takes its place reads well. */
function vide(code: string, valeurs: ValeursFusion, lettree: Lettree): boolean {
  if (code === 'appel' || code === 'politesse') return !lettree.personne?.civilite;
  if (code === 'civilite_nom') return lettree.personne === null;
  if (code === 'metiers') return !lettree.organisation.metiers;
  return valeurs[code as keyof ValeursFusion] === '';
}

function destinataires(contexte: Contexte, entree: z.output<typeof envoiLu>): Envoi {
  const { db, today } = contexte;
  const { lettrees, ecartes } = lireDestinataires(db, entree.destinataires, entree.moyen);
  // A group e-mail is the same for everybody: what the addressees lack is no news.
  const groupe = entree.moyen === 'courriel' && lettrees.length > 1;
  const champs = champsDuTexte(`${entree.objet}\n${entree.corps}`);
  const communes = communesDe(readParametres(db), today);
  const valeurs = lettrees.map((lettree) => valeursDe(communes, lettree));
  const quoi = entree.moyen === 'courrier' ? 'lettre' : 'courriel';
  const manques = CHAMPS_FUSION.filter(
    ({ code, propre }) => champs.includes(code) && !(groupe && propre),
  ).flatMap(({ code, propre, absence }) => {
    const nombre = lettrees.filter((lettree, rang) => vide(code, valeurs[rang]!, lettree)).length;
    if (nombre === 0) return [];
    const combien = propre || lettrees.length === 1 ? accorder(nombre, quoi) : `Toutes les ${quoi}s`;
    return [{ champ: code, nombre, phrase: `${combien} ${absence}` }];
  });
  const sansAdresse = lettrees.filter(
    ({ organisation }) => !organisation.adresse || !organisation.ville,
  ).length;
  if (entree.moyen === 'courrier' && sansAdresse > 0)
    manques.unshift({
      champ: 'appel',
      nombre: sansAdresse,
      phrase: `${accorder(sansAdresse, 'lettre')} sans adresse postale complète`,
    });
  return { retenus: lettrees.map(({ retenu }) => retenu), ecartes, manques };
}

function lettreDe(
  parametres: Parametres,
  communes: Communes,
  today: string,
  lettree: Lettree,
  texte: { objet: string; corps: string },
): DonneesLettre {
  const valeurs = valeursDe(communes, lettree);
  return {
    adresse: lettree.retenu.adresse,
    date: today,
    objet: remplir(texte.objet, valeurs),
    corps: remplir(texte.corps, valeurs),
    signataire: { nom: valeurs.auteur, fonction: parametres.membreCourant?.fonction ?? '' },
  };
}

const PERSONNE =
  'Aucune lettre à écrire : choisissez au moins une organisation que l’on peut contacter par ce moyen.';

/** Those a mailing really reaches; refuses a mailing that reaches nobody. */
function atteints(db: Base, demandes: readonly DestinataireSaisi[], moyen: Moyen) {
  const lus = lireDestinataires(db, demandes, moyen);
  if (lus.lettrees.length > 0) return lus;
  const [premier] = lus.ecartes;
  const message = premier ? `${PERSONNE} (${premier.nom} : ${premier.motif}.)` : PERSONNE;
  throw new ErreurMetier('regle', { message, champs: { destinataires: message } });
}

async function previewLettre(
  contexte: Contexte,
  { objet, corps, destinataire }: z.output<typeof lettreApercue>,
): Promise<{ adresse: string }> {
  const { db, today } = contexte;
  const parametres = readParametres(db);
  const structure = enTete(parametres, 'une lettre');
  const [lettree] = atteints(db, [destinataire], 'courrier').lettrees;
  const d = lettreDe(parametres, communesDe(parametres, today), today, lettree!, { objet, corps });
  return { adresse: await contexte.pages.publish(pageLettres(structure, [d])) };
}

function pageLettres(structure: Structure, toutes: readonly DonneesLettre[]): string {
  const elements = toutes.map((d, rang) => createElement(Lettre, { key: rang, d, structure }));
  return rendre(createElement(Fragment, null, elements), {
    titre: toutes.length === 1 ? `Lettre à ${toutes[0]!.adresse[0]}` : `${toutes.length} lettres`,
    pied: piedDe(structure),
    style: CSS_LETTRE + cssPiedLettre(structure),
  });
}

/** Letters written between two looks at the stop button. */
const LOT = 50;

async function lettresPdf(contexte: Contexte, entree: z.output<typeof lettres>): Promise<Livraison> {
  const { db, today, tasks, pdf, files } = contexte;
  const parametres = readParametres(db);
  const structure = enTete(parametres, 'une lettre');
  const { lettrees } = atteints(db, entree.destinataires, 'courrier');
  const communes = communesDe(parametres, today);
  tasks.begin();
  const toutes: DonneesLettre[] = [];
  for (const [rang, lettree] of lettrees.entries()) {
    if (rang % LOT === 0) {
      tasks.progress(rang, lettrees.length * 2);
      await new Promise(setImmediate);
      if (tasks.cancelled()) throw new ErreurMetier('annulee');
    }
    toutes.push(lettreDe(parametres, communes, today, lettree, entree));
  }
  const etiquettes = entree.quoi === 'etiquettes';
  const html = etiquettes
    ? rendre(createElement(Etiquettes, { adresses: toutes.map(({ adresse }) => adresse) }), {
        titre: 'Étiquettes',
        pied: '',
        style: CSS_ETIQUETTES,
      })
    : pageLettres(structure, toutes);
  tasks.progress(lettrees.length, lettrees.length * 2);
  const contenu = await pdf.generate(html);
  if (tasks.cancelled()) throw new ErreurMetier('annulee');
  const [premiere] = lettrees;
  const nom = etiquettes
    ? `Etiquettes ${today}`
    : lettrees.length === 1
      ? `Lettre ${today} ${premiere!.retenu.nom}`
      : `Lettres ${today}`;
  return files.deliver({
    nom: nomFichier(nom, 'pdf'),
    type: 'application/pdf',
    contenu,
  });
}

function courriel(contexte: Contexte, { objet, corps, destinataire }: z.output<typeof courrielRempli>) {
  const { db, today } = contexte;
  const parametres = readParametres(db);
  const lettree = destinataire ? atteints(db, [destinataire], 'courriel').lettrees[0]! : null;
  const valeurs = valeursDe(communesDe(parametres, today), lettree);
  return {
    objet: remplir(objet, valeurs),
    corps: remplir(corps, valeurs),
    courriel: lettree?.retenu.courriel ?? '',
  };
}

/** Longest text that an exchange keeps. */
const TEXTE_MAX = 4000;

/**
 * Logs the mailing as one exchange with everybody it reached, the text sent kept with it, and plans a follow-up for
 * each organisation: for whoever writes, or for the referent of each where there is one.
 */
function recordEnvoi(contexte: Contexte, entree: z.output<typeof envoiNote>) {
  const { db, today } = contexte;
  const { lettrees, ecartes } = atteints(db, entree.destinataires, entree.moyen);
  const seul = lettrees.length === 1;
  const parametres = readParametres(db);
  const valeurs = valeursDe(communesDe(parametres, today), seul ? lettrees[0]! : null);
  // The text of a mailing keeps the fields that change with the addressee, as it was written.
  const propres = Object.fromEntries(
    CHAMPS_FUSION.filter(({ propre }) => propre).map(({ code, label: nom }) => [
      code,
      `[${nom.toLowerCase()}]`,
    ]),
  );
  const dite = seul ? valeurs : ({ ...valeurs, ...propres } as ValeursFusion);
  const texte = remplir(entree.corps, dite);
  const { relance } = entree;
  const { id } = sollicitationsOperations['sollicitations.record'](
    contexte,
    sollicitationNotee.parse({
      date: entree.date,
      canal: entree.moyen === 'courriel' ? 'courriel' : seul ? 'courrier' : 'publipostage',
      sens: 'sortante',
      resultat: 'a_suivre',
      objet: remplir(entree.objet, dite).slice(0, OBJET_MAX),
      texte: texte.length > TEXTE_MAX ? `${texte.slice(0, TEXTE_MAX - 1)}…` : texte,
      organisationIds: lettrees.map(({ retenu }) => retenu.organisationId),
      interlocuteurIds: [
        ...new Set(
          lettrees.flatMap(({ retenu }) => (retenu.interlocuteurId ? [retenu.interlocuteurId] : [])),
        ),
      ],
      relance: relance && { libelle: relance.libelle, echeance: relance.echeance },
    }),
  );
  if (relance?.responsable === 'referent')
    requete(
      db,
      `UPDATE relance SET responsable_id = coalesce((
         SELECT m.id FROM organisation o JOIN membre m ON m.id = o.referent_id AND m.archived_at IS NULL
         WHERE o.id = relance.organisation_id), responsable_id)
       WHERE sollicitation_id = ?`,
    ).run(id);
  return { id, organisations: lettrees.length, ecartes: ecartes.length };
}

export const envoiOperations = {
  'visites.destinataires': destinataires,
  'visites.previewLettre': previewLettre,
  'visites.lettresPdf': lettresPdf,
  'visites.courriel': courriel,
  'visites.recordEnvoi': recordEnvoi,
};

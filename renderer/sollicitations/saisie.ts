import { lireTelephone } from '../../shared/champs.ts';
import type { Entree } from '../../shared/contrat.ts';
import { normaliser } from '../../shared/normaliser.ts';
import type { Brouillon } from '../../shared/sollicitations/brouillon.ts';
import { echeanceDans } from '../../shared/sollicitations/regles.ts';

export type Saisie = Brouillon;
export type Choisie = Saisie['organisations'][number];
export type Personne = Choisie['interlocuteurs'][number];

/** Of what the base says of an organisation, what *Noter* keeps. */
export function versChoisie({ id, nom, ville, interlocuteurs }: Choisie): Choisie {
  const personnes = interlocuteurs.map((p) => ({
    id: p.id,
    prenom: p.prenom,
    nom: p.nom,
    intitule: p.intitule,
  }));
  return { id, nom, ville, interlocuteurs: personnes };
}

export function saisieVide(today: string): Saisie {
  return {
    recherche: '',
    organisations: [],
    interlocuteurIds: [],
    salarieIds: [],
    nouvelleOrganisation: null,
    nouvelInterlocuteur: null,
    date: today,
    canal: 'telephone',
    sens: 'sortante',
    nature: '',
    sousNature: '',
    resultat: 'a_suivre',
    cause: '',
    objet: '',
    texte: '',
    duree: '',
    delai: '',
    echeance: null,
    evenement: '',
    libelle: null,
    relanceId: undefined,
  };
}

export const nomComplet = ({ prenom, nom }: { prenom: string; nom: string }) =>
  [prenom, nom].filter(Boolean).join(' ');

/** Names of everyone in the exchange, people first when there are any. */
export function nomsDe(saisie: Saisie): string {
  const personnes = saisie.organisations
    .flatMap(({ interlocuteurs }) => interlocuteurs)
    .filter(({ id }) => saisie.interlocuteurIds.includes(id));
  const noms = [
    ...(saisie.nouvelInterlocuteur ? [nomComplet(saisie.nouvelInterlocuteur)] : []),
    ...personnes.map(nomComplet),
  ];
  if (noms.length > 0) return noms.join(', ');
  return [
    ...(saisie.nouvelleOrganisation ? [saisie.nouvelleOrganisation.nom] : []),
    ...saisie.organisations.map(({ nom }) => nom),
  ].join(', ');
}

/** The entry in a few words, for the line that offers to take it up again. */
export function nommerSaisie(saisie: Saisie): string {
  const mots = nomsDe(saisie) || saisie.texte || saisie.recherche || 'sans nom';
  return mots.length > 60 ? `${mots.slice(0, 59)}…` : mots;
}

/** Words proposed for the next action, until others are typed. */
export function libelleDe(saisie: Saisie): string {
  return saisie.libelle ?? `Rappeler ${nomsDe(saisie)}`.trim().slice(0, 160);
}

/** True when something rarely said was said: its fields, folded otherwise, are in sight. */
export function estPrecisee(saisie: Saisie): boolean {
  return saisie.objet !== '' || saisie.duree !== '' || saisie.salarieIds.length > 0;
}

export function echeanceDe(saisie: Saisie, today: string): string | null {
  if (saisie.delai === '') return null;
  return saisie.delai === 'date' || saisie.delai === 'evenement'
    ? saisie.echeance
    : echeanceDans(saisie.delai, today);
}

export function versEntree(
  saisie: Saisie,
  today: string,
  relanceId: string | null,
): Entree<'sollicitations.record'> {
  return {
    date: saisie.date ?? '',
    canal: saisie.canal,
    sens: saisie.sens,
    nature: saisie.nature,
    sousNature: saisie.sousNature,
    resultat: saisie.resultat,
    cause: saisie.cause,
    objet: saisie.objet,
    texte: saisie.texte,
    dureeMinutes: saisie.duree.trim() === '' ? null : Number(saisie.duree),
    salarieIds: saisie.salarieIds,
    organisationIds: saisie.organisations.map(({ id }) => id),
    interlocuteurIds: saisie.interlocuteurIds,
    nouvelleOrganisation: saisie.nouvelleOrganisation,
    nouvelInterlocuteur: saisie.nouvelInterlocuteur,
    relance:
      saisie.delai === ''
        ? null
        : {
            libelle: libelleDe(saisie),
            echeance: echeanceDe(saisie, today),
            evenement: saisie.delai === 'evenement' ? saisie.evenement : '',
          },
    relanceId,
  };
}

export type Proposition =
  | { genre: 'organisation'; cle: string; organisation: Choisie }
  | { genre: 'personne'; cle: string; organisation: Choisie; personne: Personne }
  | { genre: 'creer'; cle: string; nom: string }
  | { genre: 'ajouter'; cle: string; nom: string; chez: string };

/** True when each word typed begins a word of the text. */
function repond(mots: string[], texte: string): boolean {
  const cibles = normaliser(texte).split(' ');
  return mots.every((mot) => cibles.some((cible) => cible.startsWith(mot)));
}

/** Most people listed under one organisation. */
const PERSONNES = 4;

/**
 * What the search offers, best first: the people whose name was typed (choosing one chooses the organisation too),
 * the organisations, then what can be created with the very words typed.
 */
export function proposer(saisie: Saisie, trouvees: readonly Choisie[]): Proposition[] {
  const mots = normaliser(saisie.recherche).split(' ').filter(Boolean);
  const propositions = trouvees.flatMap((organisation): Proposition[] => {
    const dejaLa = saisie.organisations.some(({ id }) => id === organisation.id);
    const elle: Proposition[] = dejaLa ? [] : [{ genre: 'organisation', cle: organisation.id, organisation }];
    const personnes = organisation.interlocuteurs
      .filter(
        (personne) =>
          mots.length > 0 &&
          !saisie.interlocuteurIds.includes(personne.id) &&
          mots.some((mot) => mot.length > 1 && repond([mot], nomComplet(personne))) &&
          repond(mots, `${nomComplet(personne)} ${organisation.nom} ${organisation.ville}`),
      )
      .slice(0, PERSONNES)
      .map(
        (personne): Proposition => ({
          genre: 'personne',
          cle: `${organisation.id} ${personne.id}`,
          organisation,
          personne,
        }),
      );
    return repond(mots, `${organisation.nom} ${organisation.ville}`)
      ? [...elle, ...personnes]
      : [...personnes, ...elle];
  });
  const nom = saisie.recherche.trim();
  if (nom.length < 2) return propositions;
  const connue = trouvees.some((organisation) => normaliser(organisation.nom) === normaliser(nom));
  const chez = saisie.nouvelleOrganisation?.nom ?? saisie.organisations[0]?.nom;
  if (chez !== undefined && !saisie.nouvelInterlocuteur && /\p{L}/u.test(nom))
    propositions.push({ genre: 'ajouter', cle: 'ajouter', nom, chez });
  if (!saisie.nouvelleOrganisation && !connue) propositions.push({ genre: 'creer', cle: 'creer', nom });
  return propositions;
}

/** The entry once a proposition is chosen; the search is emptied, nothing typed is lost. */
export function choisir(saisie: Saisie, choix: Proposition): Saisie {
  const suite = { ...saisie, recherche: '' };
  switch (choix.genre) {
    case 'organisation':
      return { ...suite, organisations: [...saisie.organisations, choix.organisation] };
    case 'personne':
      return {
        ...suite,
        organisations: saisie.organisations.some(({ id }) => id === choix.organisation.id)
          ? saisie.organisations
          : [...saisie.organisations, choix.organisation],
        interlocuteurIds: [...saisie.interlocuteurIds, choix.personne.id],
      };
    case 'creer': {
      const telephone = lireTelephone(choix.nom);
      return {
        ...suite,
        nouvelleOrganisation: { nom: telephone ? '' : choix.nom, ville: '', telephone: telephone ?? '' },
      };
    }
    case 'ajouter': {
      const [prenom = '', ...nom] = choix.nom.split(/\s+/);
      return {
        ...suite,
        nouvelInterlocuteur:
          nom.length > 0
            ? { prenom, nom: nom.join(' '), fonction: '' }
            : { prenom: '', nom: prenom, fonction: '' },
      };
    }
  }
}

/** Takes an organisation off the exchange, with the people who were there for it alone. */
export function retirerOrganisation(saisie: Saisie, id: string): Saisie {
  const organisations = saisie.organisations.filter((organisation) => organisation.id !== id);
  const restants = new Set(organisations.flatMap(({ interlocuteurs }) => interlocuteurs.map((p) => p.id)));
  return {
    ...saisie,
    organisations,
    interlocuteurIds: saisie.interlocuteurIds.filter((personne) => restants.has(personne)),
    relanceId: undefined,
  };
}

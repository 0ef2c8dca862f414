import { ageAu } from '../dates.ts';
import { accorder } from '../format.ts';
import { normaliser } from '../normaliser.ts';
import type { Constat, Examen } from './dossier.ts';

const rien: Constat[] = [];

/** L4153-1: sixteen at least. Under 18, the legal representative signs too. */
export function controlerAge({
  salarie,
  valeurs,
  mineur,
  saisie: { debut, representantLegal },
}: Examen): Constat[] {
  if (salarie === null || debut === null) return rien;
  const age = ageAu(salarie.naissance, debut);
  if (age < valeurs.ageMin) {
    return [
      {
        code: 'age',
        niveau: 'bloquant',
        titre: `${accorder(Math.max(age, 0), 'an')} au premier jour`,
        phrase: `${accorder(valeurs.ageMin, 'an')} au moins. Vérifiez la date de naissance sur la fiche.`,
        reference: 'L4153-1',
        champ: 'salarie',
        seuils: ['ageMin'],
      },
    ];
  }
  if (!mineur) return rien;
  const phrase = 'Avant 18 ans, la personne qui a l’autorité parentale signe la convention.';
  if (representantLegal !== '')
    return [{ code: 'age', niveau: 'juste', titre: `${age} ans : ${representantLegal} signe aussi`, phrase }];
  return [
    {
      code: 'age',
      niveau: 'bloquant',
      titre: `${age} ans : qui a l’autorité parentale ?`,
      phrase,
      champ: 'representantLegal',
    },
  ];
}

/** « Diallo Aminata » and « Aminata DIALLO » are one person. */
const nomSansOrdre = (nom: string) => normaliser(nom).split(' ').filter(Boolean).sort().join(' ');

/** Several people may be in charge: « Léa Martin et Paul Roy », « Léa Martin / Paul Roy ». */
const nomsDe = (texte: string) =>
  texte
    .split(/\s*[,;/&+\n]\s*|\s+et\s+/i)
    .map((nom) => nom.trim())
    .filter((nom) => nom !== '');

interface Confusion {
  qui: string;
  niveau: 'bloquant' | 'a_voir';
  phrase: string;
}

/** Whose name the person in charge must not have, and why. */
function interdits({ salarie, referent, signatures, saisie }: Examen): Confusion[] {
  const personnes: (Confusion | null)[] = [
    salarie && {
      qui: `${salarie.prenom} ${salarie.nom}`,
      niveau: 'bloquant',
      phrase: 'C’est le nom du bénéficiaire : indiquez qui l’accueille dans l’entreprise.',
    },
    referent && {
      qui: `${referent.prenom} ${referent.nom}`,
      niveau: 'bloquant',
      phrase: 'C’est le nom du référent : indiquez qui accueille dans l’entreprise.',
    },
    {
      qui: saisie.representantLegal,
      niveau: 'a_voir',
      phrase:
        'C’est aussi le nom du représentant légal : Immersion Facilitée le refuse. Préférez un autre tuteur.',
    },
    {
      qui: saisie.prescripteurReferent,
      niveau: 'a_voir',
      phrase: 'C’est aussi le nom de qui signe pour le prescripteur : vérifiez.',
    },
    ...signatures
      .filter(({ role }) => role === 'employeur')
      .map(({ nom }) => ({
        qui: nom,
        niveau: 'a_voir' as const,
        phrase: 'C’est aussi le nom de qui signe pour l’employeur : Immersion Facilitée le refuse.',
      })),
  ];
  return personnes.filter((personne) => personne !== null);
}

/** D5135-2: the person in charge on the host's side is neither the beneficiary nor the counsellor who follows them. */
export function controlerTuteur(examen: Examen): Constat[] {
  const noms = nomsDe(examen.saisie.tuteurNom);
  const cles = noms.map(nomSansOrdre);
  const champ = 'tuteurNom';
  for (const { qui, niveau, phrase } of interdits(examen)) {
    const cle = nomSansOrdre(qui);
    const rang = cle === '' ? -1 : cles.indexOf(cle);
    if (rang === -1) continue;
    const titre =
      niveau === 'bloquant'
        ? `${noms[rang]} ne peut pas être responsable sur place`
        : `${noms[rang]}, responsable sur place ?`;
    return [{ code: 'tuteur', niveau, titre, phrase, reference: 'D5135-2', champ }];
  }
  const double = cles.findIndex((cle, rang) => cles.indexOf(cle) !== rang);
  if (double !== -1) {
    return [
      {
        code: 'tuteur',
        niveau: 'a_voir',
        titre: `${noms[double]} figure deux fois`,
        phrase: 'Deux responsables sur place sont deux personnes : gardez un seul nom.',
        champ,
      },
    ];
  }
  return controlerHomonymes(examen);
}

/** Two contacts of the host have that name: the record must say which. */
function controlerHomonymes({ organisation, saisie: { tuteurNom, tuteurId } }: Examen): Constat[] {
  const cle = nomSansOrdre(tuteurNom);
  if (cle === '' || tuteurId !== null) return rien;
  const memes = (organisation?.interlocuteurs ?? []).filter(
    ({ prenom, nom }) => nomSansOrdre(`${prenom} ${nom}`) === cle,
  );
  if (new Set(memes.map(({ id }) => id)).size < 2) return rien;
  return [
    {
      code: 'tuteur',
      niveau: 'a_voir',
      titre: `Deux personnes s’appellent ${tuteurNom} chez cet accueil`,
      phrase: 'Précisez la fonction, pour qu’on sache laquelle accueille.',
      champ: 'tuteurFonction',
    },
  ];
}

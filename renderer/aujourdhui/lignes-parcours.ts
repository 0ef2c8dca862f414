import { ecartJours } from '../../shared/dates.ts';
import { formaterDate, formaterTelephone, insecables, nomCourt } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { GENRES_ENTRETIEN } from '../../shared/nomenclatures/salaries.ts';
import type { DuParcours } from '../../shared/salaries/parcours.ts';
import { direDelai } from '../../shared/salaries/regles-suite.ts';
import {
  changerEtat,
  reporterEntretien,
  reporterObjectif,
  tenirEntretien,
} from '../salaries/fiche/gestes.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** Days before its end from which a contract with nothing after it is told in red. */
const PRESSE_JOURS = 15;

/** An interview agreed on, a goal, or a contract that ends with nothing after it; `decider` opens what is to follow it. */
export function ligneDuParcours(
  du: DuParcours,
  today: string,
  decider: (du: DuParcours) => void,
): LigneDuJour {
  const { genre, id, salarie, echeance, referent } = du;
  const nom = nomCourt(salarie.prenom, salarie.nom);
  const fiche = `/salaries/${salarie.id}`;
  const telephone = formaterTelephone(du.telephone);
  const commun = { id: `${genre} ${id}`, echeance, responsable: referent?.nom ?? '', vers: fiche };
  const reporter = (choisir: (id: string, jour: string) => Promise<void>): LigneDuJour['reporter'] => ({
    jourSeul: true,
    choisir: async (moment) => {
      if (moment.echeance !== null) await choisir(id, moment.echeance);
    },
  });
  if (genre === 'entretien') {
    const libelle = insecables(`Entretien : ${nom}`);
    return {
      ...commun,
      libelle,
      detail: [`fixé lors de l’entretien « ${label(GENRES_ENTRETIEN, du.libelle)} »`, telephone]
        .filter(Boolean)
        .join(' · '),
      faire: () => tenirEntretien(salarie.id, today, libelle),
      reporter: reporter(reporterEntretien),
      geste: {
        label: 'Noter',
        nom: insecables(`Noter l’entretien : ${nom}`),
        vers: `${fiche}?entretien=nouveau`,
      },
    };
  }
  if (genre === 'objectif') {
    const libelle = insecables(`Objectif de ${nom} : ${du.libelle}`);
    return {
      ...commun,
      libelle,
      detail: ['à faire le point avec la personne', telephone].filter(Boolean).join(' · '),
      faire: () => changerEtat(du, 'atteint'),
      reporter: reporter(reporterObjectif),
      geste: {
        label: 'Ouvrir',
        nom: insecables(`Ouvrir l’objectif : ${libelle}`),
        vers: `${fiche}?objectif=${id}`,
      },
    };
  }
  const fin = du.fin ?? echeance;
  return {
    ...commun,
    libelle: insecables(`Et après le ${du.libelle} ? ${nom}`),
    detail: `Aucune suite n’est connue après le ${formaterDate(fin)}.`,
    quand: {
      texte: `fin ${direDelai(fin, today)}`,
      titre: formaterDate(fin),
      presse: ecartJours(today, fin) <= PRESSE_JOURS,
    },
    geste: {
      label: 'Dire la suite',
      nom: insecables(`Dire la suite prévue : ${nom}`),
      ouvrir: () => decider(du),
    },
  };
}

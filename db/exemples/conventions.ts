import { ajouterJours, type DateCivile } from '../../shared/dates.ts';
import type { Appuis } from './appuis.ts';
import type { Equipe } from './equipe.ts';
import type { Scene } from './scene.ts';

/** Conventions of the structure, by what they are; ids, empty until their day. */
export interface Conventions {
  ddets: string;
  fse: string;
  departement: string;
  fondation: string;
}

const le31mars = (annee: number): DateCivile => `${annee}-03-31`;

/** What was agreed with the funders, what they paid, what they aim at, and the bilans they await. */
export function convenir(scene: Scene, equipe: Equipe, appuis: Appuis): Conventions {
  const { today } = scene;
  const annee = Number(today.slice(0, 4));
  const conventions: Conventions = { ddets: '', fse: '', departement: '', fondation: '' };
  const jour = (date: DateCivile) => scene.ouvre(date);

  scene.le(jour(`${annee - 2}-12-10`), () => {
    scene.par(equipe.directrice);
    conventions.ddets = scene.appeler('conventions.create', {
      organisationId: appuis.etat,
      genre: 'ddets',
      intitule: `Convention ${annee - 1}-${annee + 1}`,
      numero: `ACI 063 ${String(annee - 1).slice(2)} 0012`,
      debut: `${annee - 1}-01-01`,
      fin: `${annee + 1}-12-31`,
      conventionneCentimes: 92_400_000,
      profil: 'ddets',
    }).id;
    for (const [rang, etpCentiemes] of [1050, 1100].entries()) {
      const exercice = annee - 1 + rang;
      scene.appeler('conventions.saveAnnexe', {
        conventionId: conventions.ddets,
        numero: `ACI063${String(exercice).slice(2)}0012A${rang}`,
        debut: `${exercice}-01-01`,
        fin: `${exercice}-12-31`,
        etpCentiemes,
        centimes: 30_000_000 + rang * 1_200_000,
        partDepartement: 150,
      });
      for (const [indicateur, valeur] of [
        ['sorties.dynamiques', 600],
        ['sorties.durables', 250],
        ['immersions.total', 30 + 10 * rang],
        ['etp.realises', etpCentiemes],
        ['publics.rsa', 500],
      ] as const)
        scene.appeler('conventions.saveObjectif', {
          conventionId: conventions.ddets,
          annee: exercice,
          indicateur,
          valeur,
        });
    }
    for (const exercice of [annee - 1, annee])
      scene.appeler('conventions.saveEcheance', {
        conventionId: conventions.ddets,
        libelle: 'Bilan annuel et dialogue de gestion',
        date: le31mars(exercice + 1),
        debut: `${exercice}-01-01`,
        fin: `${exercice}-12-31`,
      });
  });

  scene.le(jour(`${annee - 1}-02-03`), () => {
    scene.par(equipe.directrice);
    conventions.departement = scene.appeler('conventions.create', {
      organisationId: appuis.departement,
      genre: 'departement',
      intitule: `Accompagnement des bénéficiaires du RSA ${annee - 1}-${annee}`,
      numero: `PDI-${annee - 1}-118`,
      debut: `${annee - 1}-01-01`,
      fin: `${annee}-12-31`,
      conventionneCentimes: 8_400_000,
      profil: 'departement',
    }).id;
    scene.appeler('conventions.saveObjectif', {
      conventionId: conventions.departement,
      annee,
      indicateur: 'publics.entrees',
      valeur: 8,
    });
    scene.appeler('conventions.saveEcheance', {
      conventionId: conventions.departement,
      libelle: 'Bilan intermédiaire',
      date: ajouterJours(today, 23),
      debut: `${annee}-01-01`,
      fin: `${annee}-12-31`,
    });
  });

  scene.le(jour(`${annee}-01-12`), () => {
    scene.par(equipe.directrice);
    conventions.fse = scene.appeler('conventions.create', {
      organisationId: appuis.departement,
      genre: 'fse',
      intitule: `FSE+ ${annee}, accompagnement renforcé`,
      numero: `${annee}01234`,
      debut: `${annee}-01-01`,
      fin: `${annee}-12-31`,
      conventionneCentimes: 6_200_000,
      profil: 'fse',
    }).id;
    scene.appeler('conventions.saveEcheance', {
      conventionId: conventions.fse,
      libelle: 'Bilan d’exécution',
      date: `${annee + 1}-06-30`,
      debut: `${annee}-01-01`,
      fin: `${annee}-12-31`,
    });
  });

  scene.le(jour(`${annee}-04-20`), () => {
    scene.par(equipe.directrice);
    // Agreed with nothing aimed at: the page says so.
    conventions.fondation = scene.appeler('conventions.create', {
      organisationId: null,
      genre: 'fondation',
      intitule: 'Fondation des Volcans : camion-atelier',
      debut: `${annee}-05-01`,
      fin: `${annee + 1}-04-30`,
      conventionneCentimes: 1_500_000,
      profil: 'conseil',
    }).id;
  });

  for (const [date, convention, centimes, libelle] of [
    [`${annee - 1}-06-15`, 'ddets', 15_000_000, 'Avance'],
    [`${annee - 1}-12-15`, 'ddets', 13_800_000, 'Solde de l’année'],
    [`${annee}-05-18`, 'ddets', 16_000_000, 'Avance'],
    [`${annee - 1}-07-04`, 'departement', 3_800_000, 'Acompte'],
    [`${annee}-07-03`, 'departement', 3_200_000, 'Acompte'],
    [`${annee}-06-22`, 'fondation', 1_000_000, 'Premier versement'],
  ] as const) {
    const verse = jour(date);
    if (date >= today) continue;
    scene.le(verse, () => {
      scene.par(equipe.directrice);
      if (conventions[convention] !== '')
        scene.appeler('conventions.saveVersement', {
          conventionId: conventions[convention],
          date: verse,
          centimes,
          libelle,
        });
    });
  }
  return conventions;
}

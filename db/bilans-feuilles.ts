import type { AnnexeBilan, LigneAnnexe } from '../shared/bilans/annexes.ts';
import type { BilanCalcule, LigneIndicateur, PartBilan, Repartition } from '../shared/bilans/bilan.ts';
import { direAtteint, direReserves, unitesDesTermes } from '../shared/bilans/dire.ts';
import type { DossierBilan } from '../shared/bilans/dossier.ts';
import type { UniteIndicateur } from '../shared/bilans/indicateur.ts';
import type { Mesure } from '../shared/bilans/mesure.ts';
import { nomComparaison } from '../shared/bilans/regles.ts';
import type { CelluleTypee } from '../shared/cellules.ts';
import { type Colonne, colonne, type Feuille, feuille } from './tableur.ts';

/** How a figure of a unit is written in a cell: hours and euros with decimals, rates as a share of one. */
export function chiffreDe(unite: UniteIndicateur, valeur: number | null): CelluleTypee {
  if (valeur === null) return { style: 'texte', valeur: null };
  switch (unite) {
    case 'minutes':
      return { style: 'heures', valeur: valeur / 60 };
    case 'centimes':
      return { style: 'euros', valeur: valeur / 100 };
    case 'taux':
      return { style: 'pourcent', valeur: valeur / 1000 };
    case 'etp':
    case 'quotient':
      return { style: 'nombre', valeur: valeur / 100 };
    default:
      return { style: 'nombre', valeur };
  }
}

const UNITES: Record<UniteIndicateur, string> = {
  nombre: '',
  minutes: 'heures',
  centimes: 'euros',
  etp: 'ETP',
  taux: '%',
  quotient: '',
};

const direUnite = ({ unite, nom }: Pick<LigneIndicateur, 'unite' | 'nom'>) => UNITES[unite] || nom;

/** What a line of a table of figures needs: the figure it belongs to, and its own measure. */
interface Mesuree {
  partie: string;
  ligne: LigneIndicateur;
  mesure: Mesure;
  precedente: Mesure | null;
}

/** Columns of a measure, the same for a figure and for a line of its breakdown. */
function colonnesMesure<L extends Mesuree>({ precedente }: BilanCalcule): Colonne<L>[] {
  const terme = (titre: string, quel: 'numerateur' | 'denominateur', rang: 0 | 1): Colonne<L> =>
    colonne.chiffre(titre, ({ ligne, mesure }) => chiffreDe(unitesDesTermes(ligne.code)[rang], mesure[quel]));
  return [
    colonne.chiffre('Chiffre', ({ ligne, mesure }) => chiffreDe(ligne.unite, mesure.valeur)),
    colonne.texte('Unité', ({ ligne }) => direUnite(ligne)),
    terme('Numérateur', 'numerateur', 0),
    terme('Dénominateur', 'denominateur', 1),
    ...(precedente
      ? [
          colonne.chiffre(`Un an avant (${nomComparaison(precedente)})`, (lue: L) =>
            chiffreDe(lue.ligne.unite, lue.precedente?.valeur ?? null),
          ),
        ]
      : []),
  ];
}

interface Element {
  nom: string;
  chiffre: CelluleTypee | null;
  precision: string;
}

const texte = (nom: string, precision: string): Element => ({ nom, chiffre: null, precision });
const jour = (nom: string, date: string | null): Element => ({
  nom,
  chiffre: { style: 'date', valeur: date },
  precision: '',
});

function identite({ bilan, structure, etabliLe, edition }: DossierBilan): Element[] {
  const { convention, periode, arreteAu, filtres } = bilan;
  return [
    texte('Structure', structure.raisonSociale),
    texte('Bilan', bilan.titre),
    texte('Profil', bilan.profil.nom),
    jour('Début de la période', periode.debut),
    jour('Fin de la période', periode.fin),
    ...(arreteAu === null ? [] : [jour('Arrêté au', arreteAu)]),
    jour('Établi le', etabliLe),
    ...(edition
      ? [
          texte(
            'Version',
            [edition.edition, edition.auteur && `par ${edition.auteur}`].filter(Boolean).join(', '),
          ),
        ]
      : []),
    ...(convention
      ? [
          texte('Convention', [convention.intitule, convention.numero].filter(Boolean).join(', n° ')),
          texte('Financeur', convention.financeur),
          jour('À rendre le', convention.aRendreLe),
        ]
      : []),
    ...filtres.map(({ par, valeurs }) => texte(`Filtre par ${par}`, valeurs.join(', '))),
  ].filter(({ chiffre, precision }) => precision !== '' || chiffre?.valeur);
}

function synthese(dossier: DossierBilan): Feuille {
  const { bilan } = dossier;
  const lignes = new Map(bilan.sections.flatMap((section) => section.lignes.map((une) => [une.code, une])));
  const chiffres = bilan.resume.flatMap((code): Element[] => {
    const ligne = lignes.get(code);
    if (!ligne) return [];
    const atteint = direAtteint(ligne);
    return [
      {
        nom: ligne.label,
        chiffre: chiffreDe(ligne.unite, ligne.mesure.valeur),
        precision: [direUnite(ligne), atteint && `objectif ${atteint.toLowerCase()}`]
          .filter(Boolean)
          .join(', '),
      },
    ];
  });
  return feuille<Element>(
    'Synthèse',
    [
      colonne.texte('Élément', ({ nom }) => nom),
      colonne.chiffre('Chiffre', ({ chiffre }) => chiffre),
      colonne.paragraphe('Précision', ({ precision }) => precision),
    ],
    [...identite(dossier), ...chiffres],
  );
}

function indicateurs(bilan: BilanCalcule): Feuille {
  const lignes = bilan.sections.flatMap(({ titre, lignes: siennes }) =>
    siennes.map(
      (ligne): Mesuree => ({
        partie: titre,
        ligne,
        mesure: ligne.mesure,
        precedente: ligne.precedente,
      }),
    ),
  );
  const reserve = (ligne: LigneIndicateur) =>
    bilan.methode.definitions.find(({ code }) => code === ligne.code)?.reserve ?? '';
  return feuille<Mesuree>(
    'Indicateurs',
    [
      colonne.texte('Partie', ({ partie }) => partie),
      colonne.texte('Indicateur', ({ ligne }) => ligne.label),
      ...colonnesMesure<Mesuree>(bilan),
      colonne.texte('Base', ({ ligne }) => ligne.base),
      colonne.chiffre('Objectif', ({ ligne }) =>
        ligne.objectif ? chiffreDe(ligne.unite, ligne.objectif.valeur) : null,
      ),
      colonne.texte('Atteint', ({ ligne }) => direAtteint(ligne)),
      colonne.texte('Source de l’objectif', ({ ligne }) => ligne.objectif?.source ?? ''),
      colonne.paragraphe('Réserves', ({ ligne }) =>
        [...direReserves(ligne), reserve(ligne)].filter(Boolean).join('\n'),
      ),
    ],
    lignes,
  );
}

interface MesureePart extends Mesuree {
  repartition: Repartition;
  part: PartBilan;
}

function repartitions(bilan: BilanCalcule): Feuille {
  const lignes = bilan.sections.flatMap(({ titre, lignes: siennes }) =>
    siennes.flatMap((ligne) =>
      ligne.repartitions.flatMap((repartition) =>
        repartition.parts.map(
          (part): MesureePart => ({
            partie: titre,
            ligne,
            repartition,
            part,
            mesure: part.mesure,
            precedente: part.precedente,
          }),
        ),
      ),
    ),
  );
  return feuille<MesureePart>(
    'Répartitions',
    [
      colonne.texte('Partie', ({ partie }) => partie),
      colonne.texte('Indicateur', ({ ligne }) => ligne.label),
      colonne.texte('Par', ({ repartition }) => repartition.par),
      colonne.texte('Ligne', ({ part }) => part.nom),
      ...colonnesMesure<MesureePart>(bilan),
      colonne.texte('Remarque', ({ repartition }) =>
        repartition.multiple ? 'Plusieurs lignes possibles pour une même personne' : '',
      ),
    ],
    lignes,
  );
}

function ecartes(bilan: BilanCalcule): Feuille | null {
  const lignes = bilan.sections.flatMap(({ titre, lignes: siennes }) =>
    siennes.flatMap((ligne) => [
      ...ligne.exclus.map(({ raison, nombre }) => ({ partie: titre, ligne, raison, nombre })),
      ...(ligne.inconnus > 0
        ? [{ partie: titre, ligne, raison: 'Réponse inconnue', nombre: ligne.inconnus }]
        : []),
    ]),
  );
  if (lignes.length === 0) return null;
  return feuille<(typeof lignes)[number]>(
    'Hors du compte',
    [
      colonne.texte('Partie', ({ partie }) => partie),
      colonne.texte('Indicateur', ({ ligne }) => ligne.label),
      colonne.texte('Pourquoi', ({ raison }) => raison),
      colonne.chiffre('Nombre', ({ ligne, nombre }) => chiffreDe(unitesDesTermes(ligne.code)[0], nombre)),
    ],
    lignes,
  );
}

function textes({ sections, temoignages }: BilanCalcule): Feuille | null {
  const lignes = [
    ...sections.map(({ titre, texte: ecrit }) => ({ titre, ecrit, date: null })),
    ...temoignages.map(({ signature, texte: ecrit, date }) => ({
      titre: `Témoignage, ${signature}`,
      ecrit,
      date,
    })),
  ].filter(({ ecrit }) => ecrit !== '');
  if (lignes.length === 0) return null;
  return feuille<{ titre: string; ecrit: string; date: string | null }>(
    'Textes',
    [
      colonne.texte('Partie', ({ titre }) => titre),
      colonne.date('Date', ({ date }) => date),
      colonne.paragraphe('Texte', ({ ecrit }) => ecrit),
    ],
    lignes,
  );
}

function methode({ methode: dite }: BilanCalcule): Feuille {
  const vide = { valeur: '', base: '', reference: '', reserve: '' };
  const lignes = [
    ...dite.definitions.map(({ label, formule, base, reference, reserve }) => ({
      genre: 'Définition',
      nom: label,
      texte: formule,
      base,
      reference,
      reserve,
    })),
    ...dite.seuils.map(({ label, valeur, reference, propre }) => ({
      ...vide,
      genre: 'Seuil',
      nom: label,
      texte: valeur,
      reference,
      reserve: propre ? 'Valeur de la structure' : '',
    })),
    ...dite.versions.map(({ nom, version }) => ({ ...vide, genre: 'Version', nom, texte: version })),
  ];
  return feuille<(typeof lignes)[number]>(
    'Méthode',
    [
      colonne.texte('Genre', ({ genre }) => genre),
      colonne.texte('Nom', ({ nom }) => nom),
      colonne.paragraphe('Ce qui est compté', ({ texte: dit }) => dit),
      colonne.texte('Base', ({ base }) => base),
      colonne.texte('Référence', ({ reference }) => reference),
      colonne.paragraphe('Réserve', ({ reserve }) => reserve),
    ],
    lignes,
  );
}

function annexe({ nom, colonnes, indicateurs: comptes, lignes }: AnnexeBilan): Feuille {
  return feuille<LigneAnnexe>(
    nom,
    [
      ...colonnes.map(({ titre, style }, rang) =>
        colonne.cellule<LigneAnnexe>(style, titre, (une) => une.cellules[rang] ?? null),
      ),
      ...comptes.map(({ label }, rang) =>
        colonne.texte<LigneAnnexe>(label, ({ places }) => places[rang] ?? ''),
      ),
    ],
    lignes,
  );
}

/**
 * The tables of a bilan: the workbook has a sheet for each, the CSV writes them one under the other. Both say the same,
 * cell by cell.
 */
export function feuillesBilan(dossier: DossierBilan): Feuille[] {
  const { bilan } = dossier;
  return [
    synthese(dossier),
    indicateurs(bilan),
    repartitions(bilan),
    ecartes(bilan),
    textes(bilan),
    methode(bilan),
    ...dossier.annexes.map(annexe),
  ].filter((une) => une !== null);
}

import type { FaitAnnexe } from '../../shared/bilans/faits.ts';
import { nomMois } from '../../shared/bilans/libelles.ts';
import { moisDe } from '../../shared/bilans/regles.ts';
import { etpConventionne, formaterEtp } from '../../shared/heures/regles-etp.ts';
import { joursDansMois } from '../../shared/heures/regles-heures.ts';
import { GENRES_CONVENTION } from '../../shared/nomenclatures/bilans.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { readAnnexesEtp } from '../heures-etp.ts';
import { colonne } from '../tableur.ts';
import { moisComptes } from './mois-etp.ts';
import { source } from './source.ts';

type Annexe = ReturnType<typeof readAnnexesEtp>[number];

interface FaitLu extends FaitAnnexe {
  annexe: Annexe;
  /** Hundredths of ETP of the annexe in the month. */
  duMois: number;
}

/** What the annexes fund, month by month, over the months that the ETP done are counted on. */
export const annexes = source<'annexes', FaitLu>({
  table: 'convention_annexe',
  porteur: ({ id }) => id.slice(0, id.indexOf('.')),
  read(lecteur, periode) {
    const comptes = moisComptes(lecteur, periode);
    const mois = moisDe(periode).filter(comptes.compte).reverse();
    // A month that the period touches counts whole, as its hours do.
    const lues = readAnnexesEtp(lecteur.db, {
      debut: `${periode.debut.slice(0, 7)}-01`,
      fin: `${periode.fin.slice(0, 7)}-31`,
    });
    return mois.flatMap((un) =>
      lues
        .filter((annexe) => joursDansMois(annexe, un) > 0)
        .map((annexe): FaitLu => {
          const duMois = etpConventionne([annexe], un) ?? 0;
          return {
            id: `${annexe.id}.${un}`,
            poids: 1,
            mois: un,
            annexe,
            duMois,
            etp: duMois / comptes.nombre,
            axes: { convention: annexe.conventionId, genreConvention: annexe.genre, mois: un },
          };
        }),
    );
  },
  tell: (_lecteur, faits) => faits as FaitLu[],
  versLigne: ({ id, mois, annexe, duMois }) => ({
    id,
    date: `${mois}-01`,
    titre: annexe.numero === '' ? annexe.convention : `${annexe.convention}, annexe ${annexe.numero}`,
    detail: [nomMois(mois), formaterEtp(duMois), annexe.financeur].filter(Boolean).join(' · '),
    fiche: { genre: 'convention', id: annexe.conventionId },
  }),
  nominatives: [],
  colonnes: [
    colonne.texte('Convention', ({ annexe }) => annexe.convention),
    colonne.texte('Annexe', ({ annexe }) => annexe.numero),
    colonne.texte('Type', ({ annexe }) => label(GENRES_CONVENTION, annexe.genre)),
    colonne.texte('Financeur', ({ annexe }) => annexe.financeur),
    colonne.texte('Mois', ({ mois }) => nomMois(mois)),
    colonne.nombre('ETP du mois', ({ duMois }) => duMois / 100),
  ],
});

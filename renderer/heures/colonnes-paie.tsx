import { NativeSelect } from '@mantine/core';
import type { Entree } from '../../shared/contrat.ts';
import { CIBLES_PAIE, type CiblePaie } from '../../shared/heures/paie.ts';
import { moisDeLAnnee } from '../../shared/heures/regles-heures.ts';
import type { AnalysePaie } from '../../shared/heures/schema.ts';
import { nomDuMois } from '../../shared/immersions/calendrier.ts';
import { Carte } from '../components/page.tsx';
import styles from './paie.module.css';

type Demande = Entree<'heures.analyser'>;

const CHOIX = CIBLES_PAIE.valeurs.map(({ code, label }) => ({ value: code, label }));

/** What each column is for, and of which month the hours are when the file does not say. */
export function ColonnesPaie(props: {
  demande: Demande;
  analyse: AnalysePaie;
  enCours: boolean;
  changer: (change: Partial<Demande>) => void;
}) {
  const { demande, analyse, enCours, changer } = props;
  const { colonnes, feuilles, feuille, moisDemande } = analyse;
  const cibles = colonnes.map(({ cible }) => cible);
  return (
    <Carte titre="Les colonnes du fichier">
      <div className={styles.reglages}>
        {feuilles.length > 1 ? (
          <NativeSelect
            label="Feuille du classeur"
            data={feuilles.map((nom, rang) => ({ value: String(rang), label: nom }))}
            value={String(feuille ?? 0)}
            disabled={enCours}
            onChange={({ currentTarget }) =>
              changer({ feuille: Number(currentTarget.value), colonnes: undefined, choix: [] })
            }
          />
        ) : null}
        {moisDemande ? (
          <NativeSelect
            label="Mois de ces heures"
            data={moisDeLAnnee(demande.annee).map((mois) => ({ value: mois, label: nomDuMois(mois) }))}
            value={demande.mois ?? ''}
            disabled={enCours}
            onChange={({ currentTarget }) => changer({ mois: currentTarget.value })}
          />
        ) : null}
        {colonnes.map(({ label, cible, exemples }, rang) => (
          <NativeSelect
            key={label}
            label={label}
            description={exemples.join(' · ') || 'colonne vide'}
            inputWrapperOrder={['label', 'input', 'description']}
            data={CHOIX}
            value={cible}
            disabled={enCours}
            onChange={({ currentTarget }) =>
              changer({ colonnes: cibles.with(rang, currentTarget.value as CiblePaie) })
            }
          />
        ))}
      </div>
    </Carte>
  );
}

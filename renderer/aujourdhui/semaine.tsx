import type { Aujourdhui } from '../../shared/aujourdhui/contrat.ts';
import { formaterNombre } from '../../shared/format.ts';
import { useListe } from '../app/listes.ts';
import { Carte } from '../components/page.tsx';
import { ICONES_CANAL } from '../sollicitations/apparence.tsx';
import styles from './aujourdhui.module.css';
import type { Qui } from './use-journee.ts';

/** Exchanges logged since Monday: the work done, not only the work left. */
export function Semaine({ semaine, qui }: { semaine: Aujourdhui['semaine']; qui: Qui }) {
  const { libelle } = useListe('canaux');
  return (
    <Carte titre="Noté cette semaine" suite={qui === 'moi' ? 'par vous' : 'par l’équipe'}>
      {semaine.total === 0 ? (
        <p className={styles.note}>Rien depuis lundi.</p>
      ) : (
        <ul className={styles.semaine}>
          {semaine.canaux.map(({ canal, nombre }) => {
            const Icone = ICONES_CANAL[canal];
            return (
              <li key={canal}>
                {Icone ? <Icone size={16} stroke={1.6} /> : null}
                {libelle(canal)}
                <strong>{formaterNombre(nombre)}</strong>
              </li>
            );
          })}
        </ul>
      )}
    </Carte>
  );
}

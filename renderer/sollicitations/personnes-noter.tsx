import { IconUserPlus } from '@tabler/icons-react';
import styles from './noter.module.css';
import { nomComplet, type Saisie } from './saisie.ts';

/** People of the chosen organisations shown as switches; the others are found by the search. */
const PERSONNES = 6;

/** Who was there, among the people of the organisations chosen. */
export function PersonnesNoter(props: { saisie: Saisie; changer: (partie: Partial<Saisie>) => void }) {
  const { interlocuteurIds, organisations, nouvelInterlocuteur } = props.saisie;
  const personnes = organisations.flatMap(({ interlocuteurs }) => interlocuteurs);
  return (
    <div className={styles.personnes}>
      {personnes.slice(0, PERSONNES).map((personne) => {
        const la = interlocuteurIds.includes(personne.id);
        return (
          <button
            key={personne.id}
            type="button"
            className={styles.personne}
            aria-pressed={la}
            onClick={() =>
              props.changer({
                interlocuteurIds: la
                  ? interlocuteurIds.filter((id) => id !== personne.id)
                  : [...interlocuteurIds, personne.id],
              })
            }
          >
            {nomComplet(personne)}
            {personne.intitule ? <small>{personne.intitule}</small> : null}
          </button>
        );
      })}
      {nouvelInterlocuteur ? null : (
        <button
          type="button"
          className={styles.personne}
          onClick={() => props.changer({ nouvelInterlocuteur: { prenom: '', nom: '', fonction: '' } })}
        >
          <IconUserPlus size={15} stroke={1.6} /> Nouvel interlocuteur
        </button>
      )}
    </div>
  );
}

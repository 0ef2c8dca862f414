import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reponses } from '../../shared/visites/grille.ts';
import { type Proposition, propositions } from '../../shared/visites/regles.ts';
import type { Faits } from '../../shared/visites/schema.ts';
import { useListe } from '../app/listes.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte } from '../components/page.tsx';
import styles from './visites.module.css';

/** What the interview taught that the sheet does not say yet: each fact is accepted on its own, or left. */
export function VersLaFiche(props: { organisationId: string; grille: Reponses; faits: Faits }) {
  const listes = {
    recruteurs: useListe('recruteurs').libelle,
    recrutements: useListe('recrutements').libelle,
    conditions: useListe('conditions').libelle,
    motivations: useListe('motivations').libelle,
  };
  const [laisses, setLaisses] = useState<readonly string[]>([]);
  const proposees = propositions(props.grille, props.faits, (liste, code) => listes[liste](code)).filter(
    (proposition) => !laisses.includes(JSON.stringify(proposition.fait)),
  );
  async function reporter({ fait, titre }: Proposition) {
    const { organisationId } = props;
    try {
      const { avant } = await appeler('visites.updateFiche', { organisationId, fait });
      annoncerAnnulable(`Sur la fiche : ${titre.toLocaleLowerCase('fr')}.`, () =>
        appeler('visites.updateFiche', { organisationId, fait: avant }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  if (proposees.length === 0) return null;
  return (
    <Carte titre="À reporter sur la fiche ?" suite="Rien n’y est écrit sans vous">
      <ul className={styles.faits}>
        {proposees.map((proposition) => (
          <li key={proposition.fait.champ}>
            <div>
              <strong>{proposition.titre}</strong>
              <span className={styles.passage}>
                <span>{proposition.actuel || 'non renseigné'}</span>
                <IconArrowRight size={14} stroke={1.8} aria-label="devient" />
                <span>{proposition.nouveau}</span>
              </span>
            </div>
            <span className={styles.boutonsFait}>
              <Button size="compact-sm" variant="light" onClick={() => void reporter(proposition)}>
                Reporter<span className="visuellement-cache"> : {proposition.titre}</span>
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => setLaisses([...laisses, JSON.stringify(proposition.fait)])}
              >
                Laisser<span className="visuellement-cache"> : {proposition.titre}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Carte>
  );
}

import { Accordion, Drawer } from '@mantine/core';
import { Link } from 'react-router';
import { TexteSimple } from '../../shared/documents/texte-simple.tsx';
import { insecables } from '../../shared/format.ts';
import type { ArgumentFiche } from '../../shared/visites/schema.ts';
import { useLecture } from '../app/operations.ts';
import styles from './visites.module.css';

/** What can be answered, what happened here, and the question that hands the word back. */
export function CorpsArgument({ fiche }: { fiche: ArgumentFiche }) {
  return (
    <div className={styles.argument}>
      <TexteSimple texte={fiche.reponse} />
      {fiche.exemple && (
        <div className={styles.exemple}>
          <strong>Chez nous</strong>
          <TexteSimple texte={fiche.exemple} />
        </div>
      )}
      {fiche.question && <p className={styles.rebond}>{insecables(fiche.question)}</p>}
    </div>
  );
}

/** The argument sheets, at hand while something else is on screen. */
export function TiroirArguments(props: { ouvert: boolean; fermer: () => void }) {
  const { data = [] } = useLecture('visites.arguments', {}, { actif: props.ouvert });
  return (
    <Drawer
      opened={props.ouvert}
      onClose={props.fermer}
      position="right"
      size={520}
      title="Répondre aux idées reçues"
    >
      <Accordion variant="separated" chevronPosition="left">
        {data.map((fiche) => (
          <Accordion.Item key={fiche.id ?? fiche.code} value={fiche.id ?? fiche.code}>
            <Accordion.Control>{insecables(`« ${fiche.titre} »`)}</Accordion.Control>
            <Accordion.Panel>
              <CorpsArgument fiche={fiche} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <p className={styles.piedTiroir}>
        <Link to="/reseau/argumentaires">Modifier ces fiches, ajouter les vôtres</Link>
      </p>
    </Drawer>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './fenetre-saisie.module.css';

/** A short form in a window. Closing with something typed asks first. */
export function FenetreSaisie(props: {
  titre: string;
  taille?: number | 'lg';
  valider: string;
  modifie: boolean;
  envoyer: () => Promise<void>;
  enCours: boolean;
  refus: string | null;
  fermer: () => void;
  children: ReactNode;
}) {
  const { fermer } = props;
  const [quitter, setQuitter] = useState(false);
  const demander = () => (props.modifie ? setQuitter(true) : fermer());
  return (
    <Modal
      opened
      onClose={demander}
      closeOnClickOutside={false}
      title={props.titre}
      size={props.taille ?? 580}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <form
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          // It may be opened from within the form of a page, which is not to be sent.
          evenement.stopPropagation();
          void props.envoyer();
        }}
      >
        {props.children}
        {quitter ? (
          <div className={styles.quitter} role="alert">
            <span>Fermer sans enregistrer ce que vous avez saisi ?</span>
            <Group gap={8}>
              <Button size="xs" variant="default" onClick={() => setQuitter(false)} autoFocus>
                Continuer la saisie
              </Button>
              <Button size="xs" color="red" onClick={fermer}>
                Fermer
              </Button>
            </Group>
          </div>
        ) : (
          <Group mt="lg" gap="sm">
            <Button type="submit" loading={props.enCours}>
              {props.valider}
            </Button>
            <Button variant="default" onClick={demander}>
              Annuler
            </Button>
            <span className={styles.refus} role="alert">
              {props.refus}
            </span>
          </Group>
        )}
      </form>
    </Modal>
  );
}

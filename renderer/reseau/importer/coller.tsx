import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import styles from './importer.module.css';

/** Lines pasted from a spreadsheet: read as soon as they are pasted, without being drawn first. */
export function Coller(props: { fermer: () => void; coller: (texte: string) => void }) {
  const [texte, setTexte] = useState('');
  function lire(colle: string) {
    props.fermer();
    props.coller(colle);
  }
  return (
    <Modal opened centered size="lg" onClose={props.fermer} title="Coller depuis un tableur">
      <Textarea
        data-autofocus
        className={styles.coller}
        label="Lignes à importer"
        description="Dans Excel ou LibreOffice, sélectionnez les lignes avec leurs titres, copiez-les (Ctrl C), puis collez-les ici (Ctrl V)."
        rows={8}
        value={texte}
        onChange={({ currentTarget }) => setTexte(currentTarget.value)}
        onPaste={(evenement) => {
          const colle = evenement.clipboardData.getData('text/plain');
          if (texte !== '' || !estTableau(colle)) return;
          evenement.preventDefault();
          lire(colle);
        }}
      />
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={props.fermer}>
          Fermer
        </Button>
        <Button disabled={texte.trim() === ''} onClick={() => lire(texte)}>
          Lire ces lignes
        </Button>
      </Group>
    </Modal>
  );
}

/** Several cells or several lines: a single word pasted is only being typed. */
export const estTableau = (texte: string) => /[\t\n]/.test(texte.trim());

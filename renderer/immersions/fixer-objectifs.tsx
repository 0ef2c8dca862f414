import { Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { insecables } from '../../shared/format.ts';
import type { AxeVise } from '../../shared/immersions/objectifs.ts';
import { parties } from '../../shared/immersions/objectifs-parties.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import type { Annee } from './ecran-objectifs.tsx';
import styles from './objectifs.module.css';

/** What the year aims at, line by line; each number is kept as soon as it is left. */
export function FixerObjectifs({ annee, fermer }: { annee: Annee; fermer: () => void }) {
  return (
    <Modal opened onClose={fermer} size={640} title={`Objectifs ${annee.annee}`}>
      <p className={styles.aide}>
        {insecables(
          'Un nombre sur les lignes qui vous engagent : celles de la convention, celles d’un financeur. Laissez vide le reste. Chaque nombre est gardé dès que vous le quittez.',
        )}
      </p>
      {parties(annee)
        .map(({ titre, mesures }) => ({ titre, visees: mesures.filter(({ vise }) => vise) }))
        .filter(({ visees }) => visees.length > 0)
        .map(({ titre, visees }) => (
          <fieldset key={titre} className={styles.groupe}>
            <legend>{titre}</legend>
            {visees.map(({ figure, mesure }) => (
              <UnObjectif
                key={`${figure} ${mesure.code}`}
                annee={annee.annee}
                axe={figure as AxeVise}
                code={mesure.code}
                nom={mesure.nom}
                initial={mesure.objectif}
              />
            ))}
          </fieldset>
        ))}
    </Modal>
  );
}

function UnObjectif(props: {
  annee: number;
  axe: AxeVise;
  code: string;
  nom: string;
  initial: number | null;
}) {
  const { annee, axe, code, nom, initial } = props;
  const [saisi, setSaisi] = useState<number | string>(initial ?? '');
  const [erreur, setErreur] = useState<string | null>(null);
  async function garder() {
    const nombre = saisi === '' ? null : Number(saisi);
    if (nombre === initial) return;
    try {
      await appeler('immersions.saveObjectif', { annee, axe, code, nombre });
      setErreur(null);
    } catch (refus) {
      if (!(refus instanceof ErreurOperation)) throw refus;
      setErreur(refus.enveloppe.champs?.nombre ?? refus.message);
    }
  }
  return (
    <NumberInput
      label={nom}
      className={styles.objectif}
      placeholder="—"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={saisi}
      error={erreur}
      onChange={setSaisi}
      onBlur={() => void garder()}
      onKeyDown={({ key }) => {
        if (key === 'Enter') void garder();
      }}
    />
  );
}

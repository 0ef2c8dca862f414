import { NumberInput, TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Champs } from '../../shared/erreurs.ts';
import { DUREE_MAX } from '../../shared/sollicitations/schema.ts';
import styles from './noter.module.css';
import { BoutonJoindre, FichiersChoisis } from './pieces.tsx';
import { estPrecisee, type Saisie } from './saisie.ts';
import { SalariesConcernes } from './salaries-concernes.tsx';

/** What is rarely said, folded: subject, length, salariés, files. In sight as soon as one of them says something. */
export function PrecisionsNoter(props: {
  saisie: Saisie;
  champs: Champs;
  fichiers: readonly File[];
  changer: (partie: Partial<Saisie>) => void;
  changerFichiers: (fichiers: File[]) => void;
}) {
  const { saisie, champs, fichiers, changer, changerFichiers } = props;
  const zone = useId();
  const [voulue, setVoulue] = useState(false);
  const faute =
    champs.objet ??
    champs.dureeMinutes ??
    Object.entries(champs).find(([champ]) => champ.startsWith('salarieIds'))?.[1];
  const ouverte = voulue || fichiers.length > 0 || estPrecisee(saisie) || faute !== undefined;
  return (
    <div>
      <button
        type="button"
        className={styles.preciser}
        aria-expanded={ouverte}
        aria-controls={zone}
        onClick={() => setVoulue(!ouverte)}
      >
        <IconChevronRight size={16} stroke={1.8} />
        Préciser
        <small>objet, durée, salariés concernés, pièces jointes</small>
      </button>
      {ouverte ? (
        <div className={styles.zone} id={zone}>
          <TextInput
            label="Objet"
            placeholder="Deux postes d’agent d’entretien…"
            value={saisie.objet}
            error={champs.objet}
            onChange={(e) => changer({ objet: e.currentTarget.value })}
          />
          <NumberInput
            label="Durée (minutes)"
            min={1}
            max={DUREE_MAX}
            step={5}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            value={saisie.duree}
            error={champs.dureeMinutes}
            onChange={(valeur) => changer({ duree: String(valeur) })}
          />
          <SalariesConcernes
            value={saisie.salarieIds}
            error={Object.entries(champs).find(([champ]) => champ.startsWith('salarieIds'))?.[1]}
            onChange={(salarieIds) => changer({ salarieIds })}
          />
          <div>
            <span className={styles.titre}>Pièces jointes</span>
            <BoutonJoindre choisir={(choisis) => changerFichiers([...fichiers, ...choisis])}>
              Joindre un fichier
            </BoutonJoindre>
            <FichiersChoisis fichiers={fichiers} changer={changerFichiers} />
          </div>
        </div>
      ) : null}
    </div>
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DateCivile } from '../../shared/dates.ts';
import { formaterDate, insecables } from '../../shared/format.ts';
import {
  type CodeSeuil,
  direSeuil,
  propreAu,
  type Seuil,
  type SeuilPropre,
} from '../../shared/parametres/seuils.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Pilule } from '../components/page.tsx';
import { FormulaireSeuil } from './formulaire-seuil.tsx';
import styles from './seuils.module.css';

async function oublier(propre: SeuilPropre): Promise<void> {
  const { code, depuis } = propre;
  try {
    await appeler('parametres.forgetSeuil', { code, depuis });
    annoncerAnnulable('Ce seuil est oublié.', () => appeler('parametres.saveSeuil', propre));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** The structure's own values of a threshold, latest first, each with its way back. */
function Propres({
  propres,
  nom,
  today,
}: {
  propres: readonly SeuilPropre[];
  nom: string;
  today: DateCivile;
}) {
  if (propres.length === 0) return null;
  return (
    <ul className={styles.propres} aria-label={`${nom} : vos valeurs`}>
      {propres.toReversed().map((propre) => {
        const valeur = direSeuil(propre.code, propre.valeur);
        const depuis = formaterDate(propre.depuis);
        return (
          <li key={propre.depuis}>
            <span>
              <strong>{valeur}</strong> {propre.depuis > today ? 'à partir du' : 'depuis le'} {depuis}
              {propre.reference && <span className={styles.source}> · {propre.reference}</span>}
            </span>
            <ActionIcon
              variant="subtle"
              size={28}
              aria-label={`Oublier ${valeur} depuis le ${depuis}`}
              title="Oublier cette valeur"
              onClick={() => void oublier(propre)}
            >
              <IconArrowBackUp size={16} stroke={1.6} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

/** One threshold: what it limits, its value of today, its text, and the form that changes it. */
export function LigneSeuil(props: {
  seuil: Seuil & { code: CodeSeuil };
  propres: readonly SeuilPropre[];
  today: DateCivile;
}) {
  const { seuil, propres, today } = props;
  const { code, label, note, reference, depuis, valeur } = seuil;
  const [ouvert, setOuvert] = useState(false);
  const bouton = useRef<HTMLButtonElement>(null);
  const propre = propreAu(code, today, propres);
  const fermer = () => {
    flushSync(() => setOuvert(false));
    bouton.current?.focus();
  };
  return (
    <li className={styles.seuil}>
      <div className={styles.ligne}>
        <div className={styles.quoi}>
          <strong>{label}</strong>
          {propre && <Pilule ton="ambre">Changé</Pilule>}
          <p>
            {propre ? `Livré : ${direSeuil(code, valeur)}, ` : ''}
            {reference}, depuis le {formaterDate(depuis)}.{note && ` ${insecables(note)}`}
          </p>
        </div>
        <span className={styles.valeur}>{direSeuil(code, propre?.valeur ?? valeur)}</span>
        <Button
          ref={bouton}
          variant="default"
          size="compact-sm"
          aria-label={`Changer : ${label}`}
          aria-expanded={ouvert}
          onClick={() => setOuvert(!ouvert)}
        >
          Changer
        </Button>
      </div>
      <Propres propres={propres} nom={label} today={today} />
      {ouvert && (
        <FormulaireSeuil seuil={seuil} actuel={propre?.valeur ?? valeur} today={today} fermer={fermer} />
      )}
    </li>
  );
}

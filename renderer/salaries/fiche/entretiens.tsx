import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { accorder, formaterDate, formaterDuree } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { GENRES_ENTRETIEN } from '../../../shared/nomenclatures/salaries.ts';
import type { Entretien } from '../../../shared/salaries/parcours.ts';
import { Carte, EtatVide } from '../../components/page.tsx';
import styles from './fiche.module.css';
import { retirer } from './gestes.ts';
import { MenuLigne } from './menu-ligne.tsx';

/** Interviews shown before one asks for the others. */
const PREMIERS = 4;

function Ligne({ entretien, modifier }: { entretien: Entretien; modifier: () => void }) {
  const { id, genre, date, auteur, dureeMinutes, texte, prochain } = entretien;
  const nom = `${label(GENRES_ENTRETIEN, genre)} du ${formaterDate(date)}`;
  const suite = [
    auteur?.nom,
    dureeMinutes !== null && (dureeMinutes < 60 ? `${dureeMinutes} min` : formaterDuree(dureeMinutes)),
    prochain && `prochain le ${formaterDate(prochain)}`,
  ];
  return (
    <li className={styles.entretien}>
      <time dateTime={date}>{formaterDate(date)}</time>
      <div>
        <strong>{label(GENRES_ENTRETIEN, genre)}</strong>
        <span className={styles.second}>
          {' '}
          {suite
            .filter(Boolean)
            .map((mot) => ` · ${mot}`)
            .join('')}
        </span>
        {texte ? <p>{texte}</p> : null}
      </div>
      <MenuLigne nom={nom} modifier={modifier} retirer={() => void retirer('Entretien', id)} />
    </li>
  );
}

/** What was said between the person and the team, latest first. */
export function Entretiens(props: {
  entretiens: readonly Entretien[];
  noter: () => void;
  modifier: (id: string) => void;
  fige: boolean;
}) {
  const { entretiens, noter } = props;
  const [tous, setTous] = useState(false);
  const montres = tous ? entretiens : entretiens.slice(0, PREMIERS);
  const bouton = props.fige ? null : (
    <Button variant="default" size="xs" leftSection={<IconPlus size={15} stroke={1.8} />} onClick={noter}>
      Noter un entretien
    </Button>
  );
  return (
    <Carte titre="Entretiens" suite={entretiens.length > 0 ? bouton : undefined} sansMarge>
      {entretiens.length === 0 ? (
        <EtatVide titre="Aucun entretien pour l’instant" actions={bouton}>
          Accueil, diagnostic, suivi, bilan d’étape : en notant l’un, fixez le suivant ; il viendra dans
          Aujourd’hui.
        </EtatVide>
      ) : (
        <ul className={styles.entretiens}>
          {montres.map((entretien) => (
            <Ligne key={entretien.id} entretien={entretien} modifier={() => props.modifier(entretien.id)} />
          ))}
        </ul>
      )}
      {entretiens.length > PREMIERS && !tous ? (
        <Button variant="subtle" size="xs" className={styles.plus} onClick={() => setTous(true)}>
          Voir les {accorder(entretiens.length, 'entretien')}
        </Button>
      ) : null}
    </Carte>
  );
}

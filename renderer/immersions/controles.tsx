import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { accorder } from '../../shared/format.ts';
import type { Controle } from '../../shared/immersions/schema.ts';
import { Carte } from '../components/page.tsx';
import styles from './immersions.module.css';

const ICONES = { juste: IconCircleCheck, a_voir: IconAlertTriangle, bloquant: IconCircleX };
const MOTS = { juste: 'Juste', a_voir: 'À voir', bloquant: 'Bloquant' };
const ORDRE: Controle['niveau'][] = ['bloquant', 'a_voir', 'juste'];

const estMention = ({ code }: Controle) => code.startsWith('mention-');

/** « 2 justes, 1 à voir, 3 bloquants »; what is nil is left out. */
export function compter(controles: readonly Controle[]): string {
  const nombre = (niveau: Controle['niveau']) => controles.filter((lu) => lu.niveau === niveau).length;
  const [bloquants, aVoir, justes] = ORDRE.map(nombre) as [number, number, number];
  return [
    bloquants > 0 && accorder(bloquants, 'bloquant'),
    aVoir > 0 && `${aVoir} à voir`,
    justes > 0 && accorder(justes, 'juste'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where the parameters or the sheet hold what is missing, rather than the form. */
function lienDe(champ: string, salarieId: string | null): { vers: string; label: string } | null {
  if (champ.startsWith('structure') || champ === 'membres') {
    return { vers: '/parametres', label: 'Ouvrir les paramètres' };
  }
  if (champ === 'salarie' && salarieId !== null) {
    return { vers: `/salaries/${salarieId}/modifier`, label: 'Ouvrir la fiche' };
  }
  return null;
}

function Suite(props: { controle: Controle; salarieId: string | null; allerA?: (champ: string) => void }) {
  const { niveau, champ } = props.controle;
  if (!champ || niveau === 'juste') return null;
  const lien = lienDe(champ, props.salarieId);
  if (lien) {
    return (
      <Button component={Link} to={lien.vers} variant="subtle" size="compact-xs">
        {lien.label}
      </Button>
    );
  }
  const { allerA } = props;
  if (!allerA) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => allerA(champ)}>
      {estMention(props.controle) ? 'Compléter' : 'Voir'}
    </Button>
  );
}

/** Several missing mentions are one line with their names: a new form must not open on a wall of reproaches. */
function Manques(props: {
  manques: readonly Controle[];
  salarieId: string | null;
  allerA?: (champ: string) => void;
}) {
  const { manques, allerA, salarieId } = props;
  return (
    <li data-niveau="bloquant">
      <IconCircleX size={18} stroke={1.7} role="img" aria-label={MOTS.bloquant} />
      <div>
        <strong>{manques.length} mentions à préciser</strong>
        <p>
          Obligatoires avant signature. <span className={styles.article}>D5135-2</span>
        </p>
        <div className={styles.manques}>
          {manques.map(({ champ = '', titre }) => {
            const nom = titre.replace(/ à préciser$/, '');
            const lien = lienDe(champ, salarieId);
            return lien ? (
              <Button key={champ} component={Link} to={lien.vers} variant="default" size="compact-xs">
                {nom}
              </Button>
            ) : (
              <Button key={champ} variant="default" size="compact-xs" onClick={() => allerA?.(champ)}>
                {nom}
              </Button>
            );
          })}
        </div>
      </div>
    </li>
  );
}

/** Every check with its sentence and its article, what blocks first. */
export function Controles(props: {
  controles: readonly Controle[];
  salarieId: string | null;
  allerA?: (champ: string) => void;
}) {
  const mentions = props.controles.filter(estMention);
  const manques = mentions.length > 1 ? mentions : [];
  const seuls = props.controles.filter((controle) => !manques.includes(controle));
  const tries = ORDRE.flatMap((niveau) => seuls.filter((controle) => controle.niveau === niveau));
  return (
    <Carte titre="Contrôles" suite={<span role="status">{compter([...manques.slice(0, 1), ...seuls])}</span>}>
      <ul className={styles.controles}>
        {manques.length > 0 && <Manques {...props} manques={manques} />}
        {tries.map((controle) => {
          const Icone = ICONES[controle.niveau];
          return (
            <li key={controle.code} data-niveau={controle.niveau}>
              <Icone size={18} stroke={1.7} role="img" aria-label={MOTS[controle.niveau]} />
              <div>
                <strong>{controle.titre}</strong>
                <p>
                  {controle.phrase}{' '}
                  {controle.reference && <span className={styles.article}>{controle.reference}</span>}{' '}
                  <Suite {...props} controle={controle} />
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}

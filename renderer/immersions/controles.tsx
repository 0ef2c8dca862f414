import { Button, Collapse } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconCircleX,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type DateCivile, dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import type { Controle } from '../../shared/immersions/schema.ts';
import { Carte } from '../components/page.tsx';
import styles from './controles.module.css';

const ICONES = { juste: IconCircleCheck, a_voir: IconAlertTriangle, bloquant: IconCircleX };
const MOTS = { juste: 'Juste', a_voir: 'À vérifier', bloquant: 'Bloquant' };
const A_REGARDER: Controle['niveau'][] = ['bloquant', 'a_voir'];

const estMention = ({ code }: Controle) => code.startsWith('mention-');

/** A figure keeps its unit: `27 h 30`, `13 jours`. */
const lisible = (phrase: string) =>
  insecables(phrase).replace(/(\d) (?=h\b|jours?\b|ans?\b|\d\d\b)/g, '$1\u00a0');

/** « 3 bloquants, 1 à vérifier, 2 justes »; what is nil is left out. */
export function compter(controles: readonly Controle[]): string {
  const nombre = (niveau: Controle['niveau']) => controles.filter((lu) => lu.niveau === niveau).length;
  const [bloquants, aVerifier, justes] = [nombre('bloquant'), nombre('a_voir'), nombre('juste')];
  return [
    bloquants > 0 && accorder(bloquants, 'bloquant'),
    aVerifier > 0 && `${aVerifier} à vérifier`,
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

/** Title of a check on the page: what « Voir » is about, for those who hear it. */
const idDe = ({ code }: Controle) => `controle-${code}`;

interface Suites {
  salarieId: string | null;
  /** Puts the keyboard on a field of the form; absent where there is no form. */
  allerA?: (champ: string) => void;
}

/** What to do about a check: go to its field, or to the sheet that holds it. */
function Suite(props: Suites & { controle: Controle; label: string; variante: 'subtle' | 'default' }) {
  const { controle, label, variante, allerA, salarieId } = props;
  const { champ } = controle;
  if (!champ || controle.niveau === 'juste') return null;
  const lien = lienDe(champ, salarieId);
  const nom = variante === 'default' ? label : undefined;
  if (lien) {
    return (
      <Button component={Link} to={lien.vers} variant={variante} size="compact-xs" mih={24}>
        {nom ?? lien.label}
      </Button>
    );
  }
  if (!allerA) return null;
  return (
    <Button
      variant={variante}
      size="compact-xs"
      mih={24}
      aria-describedby={nom ? undefined : idDe(controle)}
      onClick={() => allerA(champ)}
    >
      {label}
    </Button>
  );
}

function Ligne(props: { niveau: Controle['niveau']; id?: string; titre: string; children: ReactNode }) {
  const Icone = ICONES[props.niveau];
  return (
    <li data-niveau={props.niveau}>
      <Icone size={18} stroke={1.7} role="img" aria-label={MOTS[props.niveau]} />
      <div>
        <strong id={props.id}>{props.titre}</strong>
        {props.children}
      </div>
    </li>
  );
}

const estArticle = (reference: string) => /^[LRD]\d/.test(reference);

function Reference({ reference }: { reference: string | undefined }) {
  if (!reference) return null;
  return (
    <span
      className={styles.article}
      title={estArticle(reference) ? `Article ${reference} du code du travail` : undefined}
    >
      {reference}
    </span>
  );
}

function Verifie(props: Suites & { controle: Controle }) {
  const { controle } = props;
  return (
    <Ligne niveau={controle.niveau} id={idDe(controle)} titre={controle.titre}>
      <p>
        {lisible(controle.phrase)} <Reference reference={controle.reference} />{' '}
        <Suite {...props} variante="subtle" label={estMention(controle) ? 'Compléter' : 'Voir'} />
      </p>
      {controle.seuil && <p className={styles.seuil}>{lisible(controle.seuil)}</p>}
    </Ligne>
  );
}

/** Several missing mentions are one line with their names: a new form must not open on a wall of reproaches. */
function Manques(props: Suites & { manques: readonly Controle[] }) {
  const { manques } = props;
  return (
    <Ligne niveau="bloquant" titre={`${manques.length} mentions à préciser`}>
      <p>
        Obligatoires avant signature. <Reference reference="D5135-2" />
      </p>
      <div className={styles.manques}>
        {manques.map((controle) => (
          <Suite
            key={controle.code}
            {...props}
            controle={controle}
            variante="default"
            label={controle.titre.replace(/ à préciser$/, '')}
          />
        ))}
      </div>
    </Ligne>
  );
}

/** What is right, folded away once the convention is issued: what remains to be looked at comes to the eye. */
function Justes({ justes, plies, ...suites }: Suites & { justes: readonly Controle[]; plies: boolean }) {
  const [ouvert, setOuvert] = useState(!plies);
  if (justes.length === 0) return null;
  const lignes = (
    <ul className={styles.liste}>
      {justes.map((controle) => (
        <Verifie key={controle.code} {...suites} controle={controle} />
      ))}
    </ul>
  );
  if (!plies) return lignes;
  const Chevron = ouvert ? IconChevronUp : IconChevronDown;
  return (
    <>
      <Button
        className={styles.plier}
        variant="subtle"
        size="compact-sm"
        aria-expanded={ouvert}
        aria-controls="controles-justes"
        leftSection={<IconCircleCheck size={16} stroke={1.7} />}
        rightSection={<Chevron size={15} stroke={1.8} />}
        onClick={() => setOuvert(!ouvert)}
      >
        {accorder(justes.length, 'contrôle juste', 'contrôles justes')}
      </Button>
      <Collapse expanded={ouvert} id="controles-justes" pt={10}>
        {lignes}
      </Collapse>
    </>
  );
}

/** Every check with its sentence and its article, what blocks first. `emiseLe`: instant the convention was issued. */
export function Controles(
  props: Suites & { controles: readonly Controle[]; emiseLe?: string | null | undefined },
) {
  const { controles, emiseLe, ...suites } = props;
  const mentions = controles.filter(estMention);
  const manques = mentions.length > 1 ? mentions : [];
  const seuls = controles.filter((controle) => !manques.includes(controle));
  const justes = seuls.filter(({ niveau }) => niveau === 'juste');
  const aRegarder = A_REGARDER.flatMap((niveau) => seuls.filter((controle) => controle.niveau === niveau));
  const jour: DateCivile | null = emiseLe ? dateLocale(new Date(emiseLe)) : null;
  return (
    <Carte titre="Contrôles" suite={<span role="status">{compter([...manques.slice(0, 1), ...seuls])}</span>}>
      {jour && (
        <p className={styles.jour}>
          {aRegarder.length + manques.length === 0
            ? `Rien à redire : tout est en ordre au ${formaterDate(jour)}, jour où la convention a été émise.`
            : `Ce que disent les fiches et les seuils, au ${formaterDate(jour)}, jour où la convention a été émise.`}
        </p>
      )}
      {manques.length + aRegarder.length > 0 && (
        <ul className={styles.liste}>
          {manques.length > 0 && <Manques {...suites} manques={manques} />}
          {aRegarder.map((controle) => (
            <Verifie key={controle.code} {...suites} controle={controle} />
          ))}
        </ul>
      )}
      <Justes {...suites} justes={justes} plies={jour !== null} />
    </Carte>
  );
}

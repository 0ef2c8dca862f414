import { NativeSelect } from '@mantine/core';
import { IconChevronRight, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { insecables } from '../../../shared/format.ts';
import type { Action, LigneAnalysee, LigneResumee } from '../../../shared/reseau/import/schema.ts';
import { Pilule, type Ton } from '../../components/page.tsx';
import styles from './importer.module.css';

const ETATS: Record<LigneAnalysee['etat'], { label: string; ton: Ton }> = {
  nouvelle: { label: 'Nouvelle', ton: 'vert' },
  doublon: { label: 'Doublon probable', ton: 'ambre' },
  rejetee: { label: 'Rejetée', ton: 'brique' },
};

const CREER = { value: 'creer', label: 'Créer la fiche' };
const IGNORER = { value: 'ignorer', label: 'Ne pas importer' };
const CHOIX = {
  nouvelle: [CREER, IGNORER],
  doublon: [
    { value: 'completer', label: 'Compléter la fiche' },
    { ...CREER, label: 'Créer quand même' },
    IGNORER,
  ],
};

type Apercu = NonNullable<LigneAnalysee['apercu']>;

const DETAILS: readonly (readonly [keyof Apercu, string])[] = [
  ['type', 'Type'],
  ['activite', 'Activité'],
  ['adresse', 'Adresse'],
  ['telephone', 'Téléphone'],
  ['courriel', 'Courriel'],
  ['siret', 'SIRET'],
  ['interlocuteur', 'Interlocuteur'],
  ['autres', 'Aussi'],
  ['note', 'Note'],
];

function Detail({ apercu }: { apercu: Apercu }) {
  return (
    <dl className={styles.detail}>
      {DETAILS.filter(([champ]) => apercu[champ] !== '').map(([champ, label]) => (
        <div key={champ}>
          <dt>{label}</dt>
          <dd>{apercu[champ]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Avis({ ligne }: { ligne: LigneAnalysee }) {
  const { label, ton } = ETATS[ligne.etat];
  return (
    <>
      <Pilule ton={ton}>{label}</Pilule>
      {ligne.raison ? (
        <p className={styles.raison}>
          {insecables(ligne.raison)}
          {ligne.doublonDe?.id ? (
            <>
              {' '}
              <Link to={`/reseau/${ligne.doublonDe.id}`} target="_blank">
                Voir sa fiche
              </Link>
            </>
          ) : null}
        </p>
      ) : null}
      {ligne.remarques.map((remarque) => (
        <p key={remarque} className={styles.remarque}>
          <IconInfoCircle className={styles.signe} size={15} stroke={1.7} aria-hidden />
          {insecables(remarque)}
        </p>
      ))}
    </>
  );
}

/** One line of the list: what was read, what is thought of it, what will be done. */
export function Ligne(props: {
  ligne: LigneResumee;
  /** Its texts, once they are there. */
  lue: LigneAnalysee | undefined;
  rang: number;
  action: Action | null;
  ouverte: boolean;
  basculer: (numero: number) => void;
  choisir: (action: Action) => void;
}) {
  const { ligne, lue, action, ouverte } = props;
  const apercu = lue?.apercu;
  const nom = apercu?.nom ?? 'sans nom';
  return (
    <>
      <tr aria-rowindex={props.rang + 2} data-ecartee={action === 'ignorer' || action === null || undefined}>
        <td>
          {apercu ? (
            <button
              type="button"
              className={styles.deplier}
              aria-expanded={ouverte}
              aria-label={`Ligne ${ligne.ligne}, ${nom} : ce qui a été lu`}
              onClick={() => props.basculer(ligne.ligne)}
            >
              <IconChevronRight className={styles.chevron} size={16} stroke={1.8} aria-hidden />
              {ligne.ligne}
            </button>
          ) : (
            <span className={styles.numeroSeul}>{ligne.ligne}</span>
          )}
        </td>
        {apercu ? (
          <>
            <td>
              <span className={styles.nom} title={apercu.nom}>
                {apercu.nom}
              </span>
              <span className={styles.sous}>
                {[apercu.type, apercu.activite].filter(Boolean).join(' · ')}
              </span>
            </td>
            <td>
              <span className={styles.coupe}>{apercu.ville}</span>
              <span className={styles.sous}>{apercu.codePostal}</span>
            </td>
          </>
        ) : (
          <td colSpan={2}>
            <span className={styles.brut}>{lue?.contenu ?? '…'}</span>
          </td>
        )}
        <td>{lue ? <Avis ligne={lue} /> : null}</td>
        <td>
          {ligne.etat === 'rejetee' ? null : (
            <NativeSelect
              size="sm"
              aria-label={`Ligne ${ligne.ligne}, ${nom} : à l’import`}
              data={CHOIX[ligne.etat]}
              value={action ?? 'ignorer'}
              onChange={({ currentTarget }) => props.choisir(currentTarget.value as Action)}
            />
          )}
        </td>
      </tr>
      {ouverte && apercu ? (
        <tr className={styles.ligneDetail}>
          <td />
          <td colSpan={4}>
            <Detail apercu={apercu} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ConventionFiche, VersementLu } from '../../shared/conventions/schema.ts';
import { formaterDate, formaterTaux, insecables } from '../../shared/format.ts';
import { formaterEuros, formaterEurosRonds } from '../../shared/montant.ts';
import { Carte, LigneVide } from '../components/page.tsx';
import styles from './conventions.module.css';
import { retirerPartie } from './gestes.ts';

interface Verse {
  conventionneCentimes: number | null;
  verseCentimes: number;
}

/** How much of what was agreed has arrived, as a bar; beyond it, another colour and the figures say so. */
function Barre({ conventionneCentimes, verseCentimes }: Verse) {
  if (conventionneCentimes === null || conventionneCentimes === 0) return null;
  const part = Math.min(1, verseCentimes / conventionneCentimes);
  return (
    <div className={styles.jauge} data-trop={verseCentimes > conventionneCentimes || undefined} aria-hidden>
      <span style={{ width: `${part * 100}%` }} />
    </div>
  );
}

/** The same on one line of a list. */
export function BarreVersement(verse: Verse) {
  const { conventionneCentimes, verseCentimes } = verse;
  return (
    <>
      <span className={styles.verse}>
        <span data-nul={verseCentimes === 0 || undefined}>{formaterEurosRonds(verseCentimes)}</span>
        {conventionneCentimes ? <small>{formaterTaux(verseCentimes, conventionneCentimes)}</small> : null}
      </span>
      <Barre {...verse} />
    </>
  );
}

function Versement({ versement, corriger }: { versement: VersementLu; corriger: () => void }) {
  const { id, date, centimes, libelle } = versement;
  const nom = `${formaterEuros(centimes)} du ${formaterDate(date)}`;
  return (
    <li>
      <span className={styles.quand}>{formaterDate(date)}</span>
      <span className={styles.quoi}>{libelle}</span>
      <strong>{formaterEuros(centimes)}</strong>
      <span className={styles.gestes}>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Modifier ${nom}`} onClick={corriger}>
          <IconPencil size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Retirer ${nom}`}
          onClick={() => void retirerPartie('versement', id)}
        >
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </span>
    </li>
  );
}

/** What was agreed, what has come, what is left, and each payment. */
export function Argent(props: {
  convention: ConventionFiche;
  noter: () => void;
  corriger: (versement: VersementLu) => void;
}) {
  const { convention, noter, corriger } = props;
  const { conventionneCentimes, verseCentimes, versements } = convention;
  const reste = conventionneCentimes === null ? null : conventionneCentimes - verseCentimes;
  return (
    <Carte
      titre="Argent"
      suite={
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} stroke={1.7} />} onClick={noter}>
          Noter un versement
        </Button>
      }
    >
      <dl className={styles.chiffres}>
        <div>
          <dt>Conventionné</dt>
          <dd>{conventionneCentimes === null ? '—' : formaterEuros(conventionneCentimes)}</dd>
        </div>
        <div>
          <dt>Versé</dt>
          <dd>{formaterEuros(verseCentimes)}</dd>
        </div>
        <div>
          <dt>{reste !== null && reste < 0 ? 'Versé en trop' : 'Reste à verser'}</dt>
          <dd data-trop={(reste !== null && reste < 0) || undefined}>
            {reste === null ? '—' : formaterEuros(Math.abs(reste))}
          </dd>
        </div>
      </dl>
      <Barre {...convention} />
      {conventionneCentimes === null ? (
        <p className={styles.aide}>
          {insecables('Le montant conventionné n’est pas noté : ajoutez-le avec « Modifier ».')}
        </p>
      ) : null}
      {versements.length === 0 ? (
        <LigneVide>Aucun versement noté.</LigneVide>
      ) : (
        <ul className={styles.versements} aria-label="Versements">
          {versements.map((versement) => (
            <Versement key={versement.id} versement={versement} corriger={() => corriger(versement)} />
          ))}
        </ul>
      )}
    </Carte>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { accorder, insecables } from '../../shared/format.ts';
import type { Saturation as Mesure, SaturationOrganisation } from '../../shared/reseau/saturation.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './saturation.module.css';

const TITRES: Record<Mesure['niveau'], string> = {
  calme: 'Peu sollicitée',
  soutenue: 'Sollicitée, mais pas trop',
  saturee: 'Très sollicitée',
};

/** How full the bar is; the words beside it say the same. */
export function JaugeSaturation({ mesure }: { mesure: Mesure }) {
  const part = Math.min(100, (mesure.charge / mesure.seuil) * 100);
  return (
    <div className={styles.jauge} data-niveau={mesure.niveau} aria-hidden>
      <span style={{ width: `${part}%` }} />
    </div>
  );
}

/** Card of the sheet: how much this organisation was asked of late, and whether to ask again. */
export function Saturation({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('reseau.saturation', { organisationIds: [organisationId] });
  const mesure = data?.[0];
  if (!mesure) return null;
  return (
    <Carte titre={TITRES[mesure.niveau]}>
      <JaugeSaturation mesure={mesure} />
      <p className={styles.phrase}>{mesure.phrase}</p>
    </Carte>
  );
}

/** Names shown before « et 7 autres ». */
const NOMMEES = 3;

/** Those asked too much come first, then those that one more request would bring there. */
function aSignaler(mesures: readonly SaturationOrganisation[]): SaturationOrganisation[] {
  return [
    ...mesures.filter(({ niveau }) => niveau === 'saturee'),
    ...mesures.filter(({ niveau, limite }) => niveau !== 'saturee' && limite),
  ];
}

const AUCUNE: SaturationOrganisation[] = [];

/** Measures of some organisations, kept while others are chosen. Given by its screen when it needs them too. */
export function useSaturations(organisationIds: readonly string[]): SaturationOrganisation[] {
  const { data } = useLecture(
    'reseau.saturation',
    { organisationIds: [...organisationIds] },
    { actif: organisationIds.length > 0, garderPrecedent: true },
  );
  // The answer kept from the choice before may name organisations that are no longer chosen.
  return data?.filter(({ organisationId }) => organisationIds.includes(organisationId)) ?? AUCUNE;
}

/**
 * Shown before one more request: who called last and when, and until when to wait. It never forbids anything, and says
 * nothing of organisations that were asked little.
 */
export function AlerteSaturation({ organisationIds }: { organisationIds: readonly string[] }) {
  const mesures = useSaturations(organisationIds);
  const titre = useId();
  const signalees = aSignaler(mesures);
  const saturees = signalees.filter(({ niveau }) => niveau === 'saturee').length;
  if (signalees.length === 0) return null;
  const seule = organisationIds.length === 1;
  const autres = signalees.length - NOMMEES;
  return (
    <section
      className={styles.alerte}
      data-niveau={saturees > 0 ? 'saturee' : 'soutenue'}
      aria-labelledby={titre}
    >
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      <div>
        <strong id={titre}>
          {saturees === 0
            ? 'Bientôt très sollicitée'
            : seule
              ? 'Déjà très sollicitée'
              : `${accorder(saturees, 'organisation')} déjà très ${saturees > 1 ? 'sollicitées' : 'sollicitée'}`}
        </strong>
        {signalees.slice(0, NOMMEES).map(({ organisationId, nom, phrase }) => (
          <p key={organisationId}>
            {seule ? null : <b>{insecables(`${nom} : `)}</b>}
            {phrase}
          </p>
        ))}
        {autres > 0 ? <p>Et {accorder(autres, 'autre')} dans ce cas ou tout près.</p> : null}
      </div>
    </section>
  );
}

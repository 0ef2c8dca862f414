import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { accorder } from '../../../shared/format.ts';
import { useLecture } from '../../app/operations.ts';

/** Discreet way to the probable duplicates, once counted: the list of the network never waits for it. */
export function LienDoublons() {
  const [calme, setCalme] = useState(false);
  useEffect(() => {
    const attente = requestIdleCallback(() => setCalme(true));
    return () => cancelIdleCallback(attente);
  }, []);
  const { data } = useLecture('reseau.doublonsProbables', {}, { actif: calme });
  if (!data || data.total === 0) return null;
  return (
    <>
      {' · '}
      <Link to="/reseau/doublons">{accorder(data.total, 'doublon probable', 'doublons probables')}</Link>
    </>
  );
}

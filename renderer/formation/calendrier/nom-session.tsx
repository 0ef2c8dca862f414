import { Link } from 'react-router';
import type { RangeeFormation } from '../../../shared/formation/calendrier.ts';
import { direRemplissage, LIBELLES_ETAT_SESSION } from '../../../shared/formation/etat-session.ts';

/** Head of a row: the session, its body, where it stands. */
export function NomSession({ rangee }: { rangee: RangeeFormation }) {
  const detail = [rangee.organisme?.nom ?? 'Interne', rangee.lieu].filter(Boolean).join(', ');
  return (
    <th scope="row">
      <Link to={`/formation/sessions/${rangee.id}`} title={`${rangee.titre}, ${detail}`}>
        {rangee.titre}
      </Link>
      <small>
        {LIBELLES_ETAT_SESSION[rangee.etat]} · {direRemplissage(rangee.remplissage)}
      </small>
    </th>
  );
}

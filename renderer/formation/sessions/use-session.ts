import { useOutletContext } from 'react-router';
import type { SessionFiche } from '../../../shared/formation/session.ts';

/** The session whose page is open, for the screens of its tabs: read once by the page, kept fresh by it. */
export function useSession(): SessionFiche {
  return useOutletContext<SessionFiche>();
}

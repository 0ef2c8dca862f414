import { useOutletContext } from 'react-router';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';

/** The immersion whose page is open, for the screens of its tabs: read once by the page, kept fresh by it. */
export function useFiche(): ImmersionFiche {
  return useOutletContext<ImmersionFiche>();
}

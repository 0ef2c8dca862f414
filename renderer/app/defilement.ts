import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';

/** The element that scrolls, the same for every screen. */
export const DEFILE = 'defile';

const places = new Map<string, number>();

/** Opens each screen at its top, or where it was left when it keeps its place. */
export function useDefilement(): void {
  const { pathname, search } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: filters that change in the address are the same screen.
  useLayoutEffect(() => {
    document.getElementById(DEFILE)!.scrollTop = places.get(pathname + search) ?? 0;
  }, [pathname]);
}

/** For lists: coming back finds the place that was left, per address. */
export function useGarderPlace(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const element = document.getElementById(DEFILE)!;
    const retenir = () => places.set(pathname + search, element.scrollTop);
    element.addEventListener('scroll', retenir, { passive: true });
    return () => element.removeEventListener('scroll', retenir);
  }, [pathname, search]);
}

import { useSearchParams } from 'react-router';

/** Filters of the address as it is now: the router draws it a moment later, too late for whoever types fast. */
const actuelle = () => new URLSearchParams(location.hash.split('?')[1]);

/** What follows « ? » in the address, and its replacement, worked out from the address of the moment. */
export function useAdresse(): [
  URLSearchParams,
  (changer: (actuelle: URLSearchParams) => URLSearchParams) => void,
] {
  const [adresse, setAdresse] = useSearchParams();
  return [adresse, (changer) => setAdresse(changer(actuelle()), { replace: true })];
}

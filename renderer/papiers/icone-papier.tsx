import { IconFileAlert, IconFileCheck, IconFileText } from '@tabler/icons-react';

/** To come, issued, or issued and no longer what the records say; the words beside it say the same. */
export function IconePapier({ emis, change, taille }: { emis: boolean; change: boolean; taille: number }) {
  const Icone = change ? IconFileAlert : emis ? IconFileCheck : IconFileText;
  return <Icone size={taille} stroke={1.6} aria-hidden />;
}

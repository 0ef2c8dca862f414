import { Button } from '@mantine/core';
import { type CodeErreur, PHRASES } from '../../shared/erreurs.ts';
import { useAction } from '../app/operations.ts';
import { EtatVide } from '../components/page.tsx';

/** The base could not be opened: what happened, in one sentence, and what to do. */
export function EcranProbleme({ code, message }: { code: CodeErreur; message?: string }) {
  const reessayer = useAction('donnees.reopen');
  return (
    <main>
      <EtatVide
        titre={message ?? PHRASES[code]}
        actions={
          <Button onClick={() => reessayer.mutate({})} loading={reessayer.isPending}>
            Réessayer
          </Button>
        }
      />
    </main>
  );
}

import { useSyncExternalStore } from 'react';

/** A question asked while an operation waits for its answer. */
export interface Question {
  phrase: string;
  repondre(oui: boolean): void;
}

let question: Question | null = null;
const lecteurs = new Set<() => void>();

function poser(nouvelle: Question | null): void {
  question = nouvelle;
  for (const prevenir of lecteurs) prevenir();
}

/** Asks the user, and waits. A question still open is answered by no. */
export function demanderConfirmation(phrase: string): Promise<boolean> {
  question?.repondre(false);
  return new Promise((resoudre) => {
    poser({
      phrase,
      repondre: (oui) => {
        poser(null);
        resoudre(oui);
      },
    });
  });
}

/** The question to show now, or null. */
export const useQuestion = (): Question | null =>
  useSyncExternalStore(
    (prevenir) => {
      lecteurs.add(prevenir);
      return () => lecteurs.delete(prevenir);
    },
    () => question,
  );

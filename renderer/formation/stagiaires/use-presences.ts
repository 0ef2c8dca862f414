import type { Entree } from '../../../shared/contrat.ts';
import { cleDemi } from '../../../shared/formation/regles-presences.ts';
import type { PresencesSession } from '../../../shared/formation/stagiaires.ts';
import { appeler, clientRequetes } from '../../app/operations.ts';
import { useFrappes } from '../../components/use-frappes.ts';

export type Note = Entree<'formation.savePresences'>['presences'][number];
export type Notee = Pick<Note, 'minutes' | 'motif'>;

const cleNote = ({ inscriptionId, ...demi }: Pick<Note, 'inscriptionId' | 'date' | 'demi'>) =>
  `${inscriptionId} ${cleDemi(demi)}`;

/** What is on the sheet, what was just typed over what is kept: see `useFrappes`. */
export function usePresences(sessionId: string, lignes: PresencesSession['lignes']) {
  const { frappees, noter, enCours } = useFrappes<Note>(
    cleNote,
    (presences) => appeler('formation.savePresences', { sessionId, presences }),
    () => clientRequetes.refetchQueries({ queryKey: ['formation.presences', { sessionId }] }),
  );
  const gardees = new Map<string, Notee>(
    lignes.flatMap(({ inscriptionId, presences }) =>
      presences.map((presence) => [cleNote({ inscriptionId, ...presence }), presence] as const),
    ),
  );
  /** What a half-day of a trainee shows; null when nothing is noted. */
  const lire = (ou: Pick<Note, 'inscriptionId' | 'date' | 'demi'>): Notee | null => {
    const cle = cleNote(ou);
    const frappee = frappees.get(cle);
    if (frappee) return frappee.minutes === null ? null : frappee;
    return gardees.get(cle) ?? null;
  };
  return { lire, noter, enCours };
}

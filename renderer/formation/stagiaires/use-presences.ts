import { useCallback, useEffect, useRef, useState } from 'react';
import type { Entree } from '../../../shared/contrat.ts';
import { cleDemi } from '../../../shared/formation/regles-presences.ts';
import type { PresencesSession } from '../../../shared/formation/stagiaires.ts';
import { appeler, clientRequetes } from '../../app/operations.ts';
import { annoncerRefus } from '../../components/annulable.tsx';

export type Note = Entree<'formation.savePresences'>['presences'][number];
export type Notee = Pick<Note, 'minutes' | 'motif'>;

const cleNote = ({ inscriptionId, ...demi }: Pick<Note, 'inscriptionId' | 'date' | 'demi'>) =>
  `${inscriptionId} ${cleDemi(demi)}`;

/**
 * What is on the sheet, what was just typed over what is kept. Each note leaves at once, or with the next ones as soon
 * as those before it are kept: nobody waits, and nothing is lost by leaving the screen.
 */
export function usePresences(sessionId: string, lignes: PresencesSession['lignes']) {
  const [frappees, setFrappees] = useState<ReadonlyMap<string, Note>>(new Map());
  const [enCours, setEnCours] = useState(false);
  const file = useRef<Note[]>([]);
  const occupe = useRef(false);
  const monte = useRef(true);
  useEffect(() => {
    monte.current = true;
    return () => {
      monte.current = false;
    };
  }, []);

  const vider = useCallback(async () => {
    if (occupe.current) return;
    occupe.current = true;
    setEnCours(true);
    while (file.current.length > 0) {
      const envoyees = file.current;
      file.current = [];
      try {
        await appeler('formation.savePresences', { sessionId, presences: envoyees });
      } catch (erreur) {
        annoncerRefus(erreur);
      }
      await clientRequetes.refetchQueries({ queryKey: ['formation.presences', { sessionId }] });
      if (!monte.current) continue;
      // What is kept speaks for itself from now on, unless it was typed over meanwhile.
      setFrappees((avant) => {
        const suite = new Map(avant);
        for (const note of envoyees) if (suite.get(cleNote(note)) === note) suite.delete(cleNote(note));
        return suite;
      });
    }
    occupe.current = false;
    if (monte.current) setEnCours(false);
  }, [sessionId]);

  const noter = useCallback(
    (notes: readonly Note[]) => {
      if (notes.length === 0) return;
      setFrappees((avant) => new Map([...avant, ...notes.map((note) => [cleNote(note), note] as const)]));
      file.current = [...file.current, ...notes];
      void vider();
    },
    [vider],
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

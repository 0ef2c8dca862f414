import { insecables } from '../format.ts';
import { blocsDe } from '../visites/fusion.ts';

/** A text typed by somebody, as paragraphs and lists; whatever signs it holds, it stays text. */
export function TexteSimple({ texte }: { texte: string }) {
  return blocsDe(insecables(texte)).map(({ genre, lignes }, rang) =>
    genre === 'liste' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered.
      <ul key={rang}>
        {lignes.map((ligne, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
          <li key={place}>{ligne}</li>
        ))}
      </ul>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered.
      <p key={rang}>{lignes.join('\n')}</p>
    ),
  );
}

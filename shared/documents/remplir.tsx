import { insecables } from '../format.ts';

/** A line to write on by hand. */
export const CSS_ECRIRE = `
.ecrire { min-height: 6.6mm; border-bottom: 0.2mm dotted #6f6f6f; }
`;

/** Style of what is filled by hand or read back filled: boxes to tick, words to write. */
export const CSS_REMPLIR = `
.coche { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.25mm solid #333; vertical-align: -0.5mm; }
.coche[data-vraie] { position: relative; border-width: 0.35mm; }
.coche[data-vraie]::before, .coche[data-vraie]::after { content: ""; position: absolute; left: -0.2mm; top: 1.2mm; width: 3.5mm; height: 0.45mm;
  background: #1a1a1a; transform: rotate(45deg); }
.coche[data-vraie]::after { transform: rotate(-45deg); }
.dit { margin-bottom: 2.2mm; break-inside: avoid; }
.dit.choisir { display: grid; grid-template-columns: 81mm minmax(0, 1fr); gap: 0 3mm; margin-bottom: 1.8mm; }
.dit.choisir .degres-choix { padding-top: 0; }
.dit.choisir.long { display: block; }
.dit.choisir.long .degres-choix { padding-top: 0.8mm; }
.amorce { display: flex; gap: 2mm; align-items: flex-end; }
.amorce strong { flex: none; }
.amorce .ecrire { flex: 1; min-height: 5mm; }
.dit .ecrire + .ecrire, .amorce + .ecrire { min-height: 7.2mm; }
.dit strong { display: block; font-weight: 620; }
.dit p { margin: 0.4mm 0 0; overflow-wrap: anywhere; }
.degres-choix { display: flex; flex-wrap: wrap; gap: 0.9mm 4.4mm; padding-top: 0.8mm; }
.degres-choix span { white-space: nowrap; }
.degres-choix .coche { margin-right: 1.4mm; }
.degres-choix [data-vraie] + b { font-weight: 650; }
.degres-choix b { font-weight: 400; }
.sans-reponse { color: #5e5e5e; font-style: italic; }
`;

/** An answer offered: its code and its words. */
export interface Offert {
  code: string;
  label: string;
}

export function Coche({ vraie }: { vraie: boolean }) {
  // The mark is drawn; a reader that hears the page gets its word.
  return (
    <span
      className="coche"
      data-vraie={vraie ? '' : undefined}
      role="img"
      aria-label={vraie ? 'oui' : 'non'}
    />
  );
}

function Lignes({ nombre }: { nombre: number }) {
  return Array.from({ length: nombre }, (_, rang) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blank lines, all alike.
    <div className="ecrire" key={rang} />
  ));
}

/** A title, and lines to write on that begin beside it. */
export function AEcrire({ titre, lignes }: { titre: string; lignes: number }) {
  return (
    <div className="dit">
      <div className="amorce">
        <strong>{titre}</strong>
        <div className="ecrire" />
      </div>
      <Lignes nombre={lignes - 1} />
    </div>
  );
}

/** More letters than this on one line of choices would break it. */
const CHOIX_COURTS = 60;

/** One question: boxes when answers are offered, else words; blank, both are filled by hand. */
export function QuestionPapier(props: {
  question: { titre: string; degres: readonly Offert[]; lignes: number; reponse: string };
  vierge: boolean;
}) {
  const { question, vierge } = props;
  const { degres, lignes, reponse } = question;
  const titre = insecables(question.titre);
  if (degres.length > 0) {
    const long = degres.reduce((somme, { label }) => somme + label.length, 0) > CHOIX_COURTS;
    return (
      <div className={long ? 'dit choisir long' : 'dit choisir'}>
        <strong>{titre}</strong>
        <div className="degres-choix">
          {degres.map(({ code, label }) => (
            <span key={code}>
              <Coche vraie={reponse === code} />
              <b>{label}</b>
            </span>
          ))}
        </div>
      </div>
    );
  }
  if (vierge) return <AEcrire titre={titre} lignes={lignes} />;
  return (
    <div className="dit">
      <strong>{titre}</strong>
      {reponse ? <p>{reponse}</p> : <p className="sans-reponse">Sans réponse</p>}
    </div>
  );
}

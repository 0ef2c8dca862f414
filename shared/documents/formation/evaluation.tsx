import type { DateCivile } from '../../dates.ts';
import { formaterDate } from '../../format.ts';
import { referencesPapier } from '../immersion/commun.tsx';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';
import { Coche, type Offert, QuestionPapier } from '../remplir.tsx';
import { RappelSession, type ReperesSession, type Stagiaire, titreStagiaire } from './commun.tsx';

/** What a trainee thinks of the training; the words of the questions are frozen with the answers. */
export interface DonneesEvaluation extends ReperesSession {
  stagiaire: Stagiaire;
  /** `Évaluation à chaud`. */
  nom: string;
  consigne: string;
  /** Statements marked on one scale, then questions with answers of their own, or in words. */
  notes: Offert[];
  affirmations: { code: string; texte: string; reponse: string }[];
  questions: { code: string; titre: string; degres: Offert[]; lignes: number; reponse: string }[];
  /** Day it was filled; null as long as it is not. */
  date: DateCivile | null;
}

export const CSS_EVALUATION = `
.notes { table-layout: fixed; }
.notes thead th:not(:first-child), .notes td { width: 20mm; text-align: center; vertical-align: middle; font-size: 8.4pt; }
.notes tbody th { background: none; font-weight: 500; vertical-align: middle; }
.notes tbody tr { height: 8mm; }
.mots { margin-top: 4mm; }
.mots .dit { margin-bottom: 3mm; }
`;

export const titreEvaluation = (d: DonneesEvaluation) => titreStagiaire(d.nom, d);

export function FicheEvaluation(props: {
  d: DonneesEvaluation;
  projet: boolean;
  edition: number;
  vierge: boolean;
}) {
  const { d, projet, edition, vierge } = props;
  const reponse = (dite: string) => (vierge ? '' : dite);
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Entete
        structure={d.structure}
        references={referencesPapier(`${d.nom}, session ${d.numero}`, { projet, edition })}
      />
      <h1>{d.nom}</h1>
      <p className="chapeau">
        {vierge || d.date === null ? d.consigne : `Remplie le ${formaterDate(d.date)}.`}
      </p>
      <RappelSession d={d} />
      <table className="notes" aria-label="Ce que vous en pensez">
        <thead>
          <tr>
            <th scope="col">Ce que vous en pensez</th>
            {d.notes.map(({ code, label }) => (
              <th scope="col" key={code}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {d.affirmations.map((affirmation) => (
            <tr key={affirmation.code}>
              <th scope="row">{affirmation.texte}</th>
              {d.notes.map(({ code }) => (
                <td key={code}>
                  <Coche vraie={reponse(affirmation.reponse) === code} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mots">
        {d.questions.map((question) => (
          <QuestionPapier
            key={question.code}
            question={{ ...question, reponse: reponse(question.reponse) }}
            vierge={vierge}
          />
        ))}
      </div>
    </Feuille>
  );
}

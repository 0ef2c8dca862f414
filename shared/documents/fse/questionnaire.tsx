import type { DateCivile } from '../../dates.ts';
import { formaterDate } from '../../format.ts';
import {
  type MomentFse,
  type Question,
  type Questionnaire,
  questionsPosees,
  type Reponses,
  SANS_REPONSE,
} from '../../fse/questionnaire.ts';
import type { Structure } from '../../parametres/schema.ts';
import { nomAdministratif } from '../immersion/commun.tsx';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import { AEcrire, CSS_ECRIRE, CSS_REMPLIR, QuestionPapier } from '../remplir.tsx';

export interface DonneesQuestionnaireFse {
  structure: Structure;
  moment: MomentFse;
  questionnaire: Questionnaire;
  /** Null on a blank sheet, to be filled whole by hand. */
  personne: { prenom: string; nom: string; sexe: string; naissance: DateCivile } | null;
  /** Name and number of the convention; empty when none is chosen. */
  convention: string;
  /** Day of the entry, the exit or the answer; null when nothing says it. */
  date: DateCivile | null;
  reponses: Reponses;
}

export const STYLE_QUESTIONNAIRE_FSE = `${CSS_ECRIRE}${CSS_REMPLIR}
.fse .dit { margin-bottom: 2.8mm; }
.fse .dit.choisir { grid-template-columns: 86mm minmax(0, 1fr); }
.fse .si { color: #4d4d4d; font-size: 8.4pt; margin: 0 0 0.6mm; }
.fse .identite { margin: 2mm 0 3.4mm; }
.fse .droits { margin: 3mm 0; }
`;

export const TITRES_FSE: Record<MomentFse, string> = {
  entree: 'Questionnaire FSE+ : entrée',
  sortie: 'Questionnaire FSE+ : sortie',
  six_mois: 'Questionnaire FSE+ : six mois après',
};

const LE: Record<MomentFse, string> = {
  entree: 'Entrée le',
  sortie: 'Sortie le',
  six_mois: 'Répondu le',
};

/** When a question is not for everybody, the answer that leads to it. */
function direSi({ si }: Question, { questions }: Questionnaire): string {
  const avant = questions.find(({ code }) => code === si?.code);
  if (!si || !avant) return '';
  const dites = avant.choix.filter(({ code }) => si.parmi.includes(code)).map(({ label }) => `« ${label} »`);
  return dites.length > 2 ? 'Si vous êtes en emploi :' : `Si vous avez répondu ${dites.join(' ou ')} :`;
}

function Identite({ d }: { d: DonneesQuestionnaireFse }) {
  if (!d.personne)
    return (
      <div className="identite">
        <AEcrire titre="Nom et prénom" lignes={1} />
        <AEcrire titre="Date de naissance" lignes={1} />
        <AEcrire titre={LE[d.moment]} lignes={1} />
      </div>
    );
  const { naissance } = d.personne;
  return (
    <Mentions
      lignes={[
        ['Personne', nomAdministratif(d.personne)],
        ['Naissance', formaterDate(naissance)],
        [LE[d.moment], formaterDate(d.date)],
        ...(d.convention ? [['Convention', d.convention] as const] : []),
      ]}
    />
  );
}

/** What a participant of the FSE+ is asked, to fill in by hand or as it was answered. */
export function PageQuestionnaireFse({ d }: { d: DonneesQuestionnaireFse }) {
  const { structure, moment, questionnaire, personne, reponses } = d;
  // By hand, whoever fills it finds every question; read back, only those that were asked.
  const repondu = reponses.situation !== undefined;
  const questions = repondu ? questionsPosees(questionnaire, reponses) : questionnaire.questions;
  const sensibles = questions.some(({ sensible }) => sensible);
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete
        structure={structure}
        references={[
          TITRES_FSE[moment],
          `Version ${questionnaire.version}`,
          'Cofinancé par l’Union européenne',
        ]}
      />
      <div className="fse">
        <h1>{TITRES_FSE[moment]}</h1>
        <p className="chapeau">{questionnaire.consigne}</p>
        <Identite d={d} />
        <h2>Questions</h2>
        {questions.map((question) => (
          <div key={question.code}>
            {question.si && !repondu ? <p className="si">{direSi(question, questionnaire)}</p> : null}
            <QuestionPapier
              question={{
                titre: question.sensible ? `${question.texte} *` : question.texte,
                // Whoever holds the sheet was reached.
                degres: question.choix.filter(({ code }) => code !== SANS_REPONSE || repondu),
                lignes: 1,
                reponse: reponses[question.code] ?? '',
              }}
              vierge={personne === null}
            />
          </div>
        ))}
        <p className="petit droits">
          {sensibles ? '* Vous pouvez ne pas répondre, sans conséquence pour vous. ' : ''}
          Vos réponses servent à rendre compte de l’aide de l’Union européenne et sont gardées le temps des
          contrôles. Vous pouvez les lire et les faire corriger en vous adressant à {structure.raisonSociale}.
        </p>
        <Signatures
          parties={[
            { role: 'La personne', nom: personne ? nomAdministratif(personne) : '' },
            { role: 'La structure', nom: structure.raisonSociale, qualite: '' },
          ]}
        />
      </div>
    </Feuille>
  );
}

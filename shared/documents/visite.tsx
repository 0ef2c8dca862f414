import { formaterDate, formaterDateLongue, formaterHeure, formaterTelephone, insecables } from '../format.ts';
import type { ListeOuverte, ValeurListe } from '../nomenclatures/ouvertes.ts';
import type { Structure } from '../parametres/schema.ts';
import { estRepondue, GRILLE, type QuestionGrille, type Reponses } from '../visites/grille.ts';
import type { Appel, ArgumentFiche } from '../visites/schema.ts';
import { Entete, Feuille, piedDe } from './page-a4.tsx';
import { TexteSimple } from './texte-simple.tsx';

/** Who is visited and when, as the papers of a visit say it. */
export interface EnteteVisite {
  structure: Structure;
  organisation: { nom: string; adresse: string; telephone: string } | null;
  interlocuteur: { nom: string; intitule: string; telephone: string } | null;
  date: string | null;
  heure: number | null;
  lieu: string;
  auteur: string;
}

export const CSS_VISITE = `
.rappel { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.2mm 8mm; margin: 2mm 0 1mm; }
.rappel div { display: flex; gap: 2mm; align-items: baseline; min-height: 5.4mm; border-bottom: 0.2mm dotted #8a8a8a; }
.rappel dt { flex: none; color: #4d4d4d; font-size: 8.6pt; }
.rappel dd { font-weight: 600; }
.phase-intro { margin: -0.6mm 0 2mm; font-size: 8.8pt; font-style: italic; color: #4d4d4d; }
.question { display: grid; grid-template-columns: 44mm minmax(0, 1fr); gap: 0 5mm; padding: 1.5mm 0 1.2mm;
  border-bottom: 0.2mm solid #d0d0d0; break-inside: avoid; }
.question strong { display: block; font-weight: 640; }
.question small { display: block; font-size: 7.9pt; line-height: 1.32; color: #4d4d4d; }
.ecrire { height: 6.6mm; border-bottom: 0.2mm dotted #7d7d7d; }
.cases { display: flex; flex-wrap: wrap; gap: 0.9mm 4.5mm; padding-top: 0.4mm; font-size: 8.7pt; }
.case { white-space: nowrap; }
.case::before { content: ""; display: inline-block; width: 2.7mm; height: 2.7mm; margin-right: 1.4mm; border: 0.25mm solid #333;
  vertical-align: -0.35mm; }
.reponse { font-size: 9.6pt; white-space: pre-line; overflow-wrap: anywhere; }
.sans-reponse { color: #6b6b6b; font-style: italic; font-size: 8.8pt; }

.carte-appel { max-height: 132mm; padding-bottom: 4mm; border-bottom: 0.25mm dashed #8a8a8a; }
.carte-appel .demandes { grid-template-columns: 40mm minmax(0, 1fr); gap: 1.6mm 4mm; margin-top: 2mm; }
.accroche { margin: 3mm 0 0; padding: 2.4mm 3.4mm; border-left: 1mm solid #0a4f49; background: #f1efe9; font-size: 10pt; line-height: 1.46; }
.accroche small { display: block; margin-bottom: 0.6mm; font-size: 8.2pt; color: #4d4d4d; }

.argument { break-inside: avoid; padding: 1.8mm 0 2mm; font-size: 9.1pt; line-height: 1.34; border-bottom: 0.25mm solid #c4c4c4; }
.argument h2 { margin: 0 0 1.1mm; padding: 0; border: 0; font-size: 10.6pt; }
.argument li, .argument p { margin-bottom: 0.6mm; }
.argument h2::before { content: "« "; color: #6b6b6b; }
.argument h2::after { content: " »"; color: #6b6b6b; }
.argument dl { grid-template-columns: 30mm minmax(0, 1fr); gap: 1mm 4mm; }
.argument dd { font-weight: 450; }
.argument dd p:last-child, .argument dd ul:last-child { margin-bottom: 0; }
.argument .rebond { font-weight: 620; }
`;

const quand = ({ date, heure }: EnteteVisite) =>
  [date && formaterDateLongue(date), heure !== null && formaterHeure(heure)].filter(Boolean).join(' · ');

/** Who and where; on the call card, only who. */
function Rappel({ v, appel = false }: { v: EnteteVisite; appel?: boolean }) {
  const lignes = [
    ['Organisation', v.organisation?.nom ?? ''],
    [
      appel ? 'Demander' : 'Rencontre',
      [v.interlocuteur?.nom, v.interlocuteur?.intitule].filter(Boolean).join(', '),
    ],
    ['Lieu', v.lieu || (v.organisation?.adresse ?? '')],
    ['Téléphone', formaterTelephone(v.interlocuteur?.telephone || v.organisation?.telephone || '')],
    ['Date et heure', quand(v)],
    ['Par', v.auteur],
  ].filter(([nom]) => !appel || nom === 'Demander' || nom === 'Téléphone');
  return (
    <dl className="rappel">
      {lignes.map(([nom, valeur]) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  );
}

type Listes = (liste: ListeOuverte) => readonly ValeurListe[];

/** Boxes to tick, on paper. */
function Cases({ valeurs }: { valeurs: readonly ValeurListe[] }) {
  return (
    <div className="cases">
      {valeurs
        .filter(({ retiree }) => !retiree)
        .map(({ code, label }) => (
          <span className="case" key={code}>
            {label}
          </span>
        ))}
    </div>
  );
}

function Valeur(props: { question: QuestionGrille; reponses: Reponses | null; listes: Listes }) {
  const { question, reponses, listes } = props;
  const { reponse: forme } = question;
  const valeurs = 'liste' in forme ? listes(forme.liste) : [];
  if (reponses === null)
    return valeurs.length > 0 ? (
      <Cases valeurs={valeurs} />
    ) : (
      Array.from({ length: question.lignes }, (_, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical empty lines.
        <div className="ecrire" key={rang} />
      ))
    );
  const valeur = reponses[question.code];
  if (!estRepondue(valeur)) return <div className="sans-reponse">Non abordé</div>;
  const libelle = (code: string) => valeurs.find((celle) => celle.code === code)?.label ?? code;
  const dite = Array.isArray(valeur)
    ? valeur.map(libelle).join(', ')
    : valeurs.length > 0
      ? libelle(String(valeur))
      : String(valeur);
  return <div className="reponse">{dite}</div>;
}

/** The interview grid; `reponses` null prints it blank, with lines to write on. */
export function PageGrille(props: { v: EnteteVisite; reponses: Reponses | null; listes: Listes }) {
  const { v, reponses, listes } = props;
  return (
    <Feuille pied={piedDe(v.structure)}>
      <Entete
        structure={v.structure}
        references={['Grille d’entretien', reponses === null ? 'à remplir' : formaterDate(v.date)].filter(
          Boolean,
        )}
      />
      <h1>{v.organisation ? `Rencontre avec ${v.organisation.nom}` : 'Rencontre avec un employeur'}</h1>
      <Rappel v={v} />
      {GRILLE.map(({ code, titre, intro, questions }, rang) => (
        <section key={code}>
          <h2>
            {rang + 1}. {titre}
          </h2>
          <p className="phase-intro">{insecables(intro)}</p>
          {(questions as readonly QuestionGrille[]).map((question) => (
            <div className="question" key={question.code}>
              <div>
                <strong>{question.titre}</strong>
                {reponses === null && <small>{insecables(question.aide)}</small>}
              </div>
              <div>
                <Valeur question={question} reponses={reponses} listes={listes} />
              </div>
            </div>
          ))}
        </section>
      ))}
    </Feuille>
  );
}

/** The call card: the upper half of a sheet, to cut and keep by the telephone. */
export function PageAppel({ v, appel }: { v: EnteteVisite; appel: Appel }) {
  const lignes = [
    ['Objet de l’appel', appel.objet],
    ['Ce que je veux obtenir', appel.but],
    ['Ce que je demande', appel.contribution],
    ['Temps nécessaire', appel.temps],
  ] as const;
  return (
    <Feuille pied={piedDe(v.structure)}>
      <div className="carte-appel">
        <Entete structure={v.structure} references={['Fiche d’appel']} />
        <h1>{v.organisation?.nom ?? 'Appel'}</h1>
        <Rappel v={v} appel />
        <dl className="demandes">
          {lignes.map(([nom, valeur]) => (
            <Ligne key={nom} nom={nom} valeur={valeur} />
          ))}
        </dl>
        {appel.accroche && (
          <div className="accroche">
            <small>En trente secondes</small>
            {insecables(appel.accroche)}
          </div>
        )}
      </div>
    </Feuille>
  );
}

function Ligne({ nom, valeur }: { nom: string; valeur: string }) {
  return (
    <>
      <dt>{nom}</dt>
      <dd>{valeur || <div className="ecrire" />}</dd>
    </>
  );
}

/** Every argument sheet, one under the other. */
export function PageArguments(props: {
  structure: Structure;
  fiches: readonly ArgumentFiche[];
  date: string;
}) {
  const { structure, fiches, date } = props;
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete structure={structure} references={['Argumentaire', `édité le ${formaterDate(date)}`]} />
      <h1>Répondre aux idées reçues</h1>
      <p className="chapeau">
        Écouter l’objection jusqu’au bout, répondre court, donner un exemple, puis rendre la parole.
      </p>
      {fiches.map(({ titre, reponse, exemple, question }) => (
        <section className="argument" key={titre}>
          <h2>{insecables(titre)}</h2>
          <dl>
            <dt>Répondre</dt>
            <dd>
              <TexteSimple texte={reponse} />
            </dd>
            <dt>Chez nous</dt>
            <dd>{exemple ? <TexteSimple texte={exemple} /> : <div className="ecrire" />}</dd>
            {question && (
              <>
                <dt>Relancer</dt>
                <dd className="rebond">{insecables(question)}</dd>
              </>
            )}
          </dl>
        </section>
      ))}
    </Feuille>
  );
}

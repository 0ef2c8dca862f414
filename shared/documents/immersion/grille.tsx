import { formaterDate, insecables } from '../../format.ts';
import { type Degre, NON_OBSERVE } from '../../immersions/grilles.ts';
import { Entete, Feuille, piedDe, Signatures } from '../page-a4.tsx';
import { nomUsuel, RappelImmersion, type Reperes, referencesPapier } from './commun.tsx';

interface Remplie {
  date: string | null;
  evaluateur: string;
  commentaire: string;
}

/** A question as it was asked, with what was answered; the words are frozen with the answers. */
export interface DonneesDecouverte extends Reperes {
  sections: {
    titre: string;
    questions: { titre: string; degres: Degre[]; lignes: number; reponse: string }[];
  }[];
  remplie: Remplie | null;
}

export interface DonneesValidation extends Reperes {
  niveaux: Degre[];
  frequences: Degre[];
  competences: { competence: string; niveau: string; commentaire: string }[];
  savoirEtre: { titre: string; niveau: string; commentaire: string }[];
  remplie: Remplie | null;
}

export const CSS_GRILLE = `
.grille { table-layout: fixed; font-size: 8.8pt; }
.grille thead th { font-size: 7.9pt; line-height: 1.2; text-align: center; vertical-align: middle; }
.grille thead th:first-child { text-align: left; font-size: 8.8pt; }
.grille tbody th { background: none; font-weight: 500; }
.grille tbody td { text-align: center; vertical-align: middle; }
.grille tbody tr.a-ecrire th { height: 9mm; }
.grille .apart { background: #f1efe9; }
.coche { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.25mm solid #333; vertical-align: -0.5mm; }
.coche[data-vraie] { position: relative; border-width: 0.35mm; }
.coche[data-vraie]::before, .coche[data-vraie]::after { content: ""; position: absolute; left: -0.2mm; top: 1.2mm; width: 3.5mm; height: 0.45mm;
  background: #1a1a1a; transform: rotate(45deg); }
.coche[data-vraie]::after { transform: rotate(-45deg); }
.remarque { display: block; margin-top: 0.4mm; font-size: 8pt; color: #4d4d4d; font-weight: 400; overflow-wrap: anywhere; }
.apres { margin-top: 1.8mm; }
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

/** Lines in all for a page to hold the grid and its signatures, and those always left to write a competence by hand. */
const LIGNES_PAR_PAGE = 7;
const LIGNES_LIBRES = 2;

function Coche({ vraie }: { vraie: boolean }) {
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

function TeteGrille(props: {
  d: Reperes;
  nom: string;
  remplie: Remplie | null;
  projet: boolean;
  edition: number;
}) {
  const { d, nom, remplie, projet, edition } = props;
  const references = [
    ...referencesPapier(`Grille, convention n° ${d.numero}`, { projet: false, edition }),
    ...(projet && remplie ? ['Projet'] : []),
  ];
  return (
    <>
      <Entete structure={d.structure} references={references} />
      <h1>{nom}</h1>
      <RappelImmersion d={d} />
      {remplie && (
        <p className="petit apres">
          {[
            'Remplie',
            remplie.date && `le ${formaterDate(remplie.date)}`,
            remplie.evaluateur && `par ${remplie.evaluateur}`,
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
    </>
  );
}

function Commentaire({ titre, remplie, lignes }: { titre: string; remplie: Remplie | null; lignes: number }) {
  if (remplie === null) return <AEcrire titre={titre} lignes={lignes} />;
  if (remplie.commentaire === '') return null;
  return (
    <div className="dit">
      <strong>{titre}</strong>
      <p>{remplie.commentaire}</p>
    </div>
  );
}

function Lignes({ nombre }: { nombre: number }) {
  return Array.from({ length: nombre }, (_, rang) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blank lines, all alike.
    <div className="ecrire" key={rang} />
  ));
}

const lEquipe = (d: Reperes) => [
  {
    role: d.beneficiaire.sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire',
    nom: nomUsuel(d.beneficiaire),
  },
  { role: 'La structure d’accueil', nom: d.accueil.nom, qualite: d.tuteur.nom },
  { role: 'La structure d’accompagnement', nom: d.structure.raisonSociale, qualite: d.referent?.nom ?? '' },
];

export const titreDecouverte = ({ numero, beneficiaire }: Reperes) =>
  `Grille de découverte ${numero} ${beneficiaire.nom}`;
export const titreValidation = ({ numero, beneficiaire }: Reperes) =>
  `Grille de validation ${numero} ${beneficiaire.nom}`;

/** More letters than this on one line of choices would break it. */
const CHOIX_COURTS = 60;

function Question(props: {
  question: DonneesDecouverte['sections'][number]['questions'][number];
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

/** A title, and lines to write on that begin beside it. */
function AEcrire({ titre, lignes }: { titre: string; lignes: number }) {
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

/** The questionnaire of the person; blank, it is filled by hand. */
export function GrilleDecouvertePapier(props: { d: DonneesDecouverte; projet: boolean; edition: number }) {
  const { d, projet, edition } = props;
  const { remplie } = d;
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <TeteGrille d={d} nom="Grille de découverte" {...{ remplie, projet, edition }} />
      {remplie === null && (
        <p className="chapeau apres">
          À remplir par la personne en fin d’immersion, seule ou avec quelqu’un.
        </p>
      )}
      {d.sections.map(({ titre, questions }) => (
        <section key={titre}>
          <h2>{titre}</h2>
          {questions.map((question) => (
            <Question key={question.titre} question={question} vierge={remplie === null} />
          ))}
        </section>
      ))}
      <Commentaire titre="Autre chose à dire" remplie={remplie} lignes={1} />
    </Feuille>
  );
}

function Table(props: {
  titre: string;
  degres: readonly Degre[];
  lignes: readonly { titre: string; niveau: string; commentaire: string }[];
}) {
  const { titre, degres, lignes } = props;
  const colonnes = [...degres, NON_OBSERVE];
  return (
    <table className="grille" aria-label={titre}>
      <colgroup>
        <col />
        {colonnes.map(({ code }) => (
          <col key={code} style={{ width: '20mm' }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{titre}</th>
          {colonnes.map(({ code, label }) => (
            <th scope="col" key={code} className={code === NON_OBSERVE.code ? 'apart' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map(({ titre: ligne, niveau, commentaire }, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blank lines say the same; drawn once.
          <tr key={rang} className={ligne === '' ? 'a-ecrire' : undefined}>
            <th scope="row">
              {ligne}
              {commentaire && <span className="remarque">{commentaire}</span>}
            </th>
            {colonnes.map(({ code }) => (
              <td key={code} className={code === NON_OBSERVE.code ? 'apart' : undefined}>
                <Coche vraie={niveau === code} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Competences × level, then the ways of being at work; blank, the tutor ticks and adds lines by hand. */
export function GrilleValidationPapier(props: { d: DonneesValidation; projet: boolean; edition: number }) {
  const { d, projet, edition } = props;
  const { remplie } = d;
  const libres = remplie === null ? Math.max(LIGNES_LIBRES, LIGNES_PAR_PAGE - d.competences.length) : 0;
  const competences = [
    ...d.competences.map(({ competence, ...reste }) => ({ titre: competence, ...reste })),
    ...Array.from({ length: libres }, () => ({ titre: '', niveau: '', commentaire: '' })),
  ];
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <TeteGrille d={d} nom="Grille de validation" {...{ remplie, projet, edition }} />
      {remplie === null && (
        <p className="chapeau apres">
          À remplir par la personne qui encadre, avec le bénéficiaire : une case par ligne. « Non observé » ne
          dit rien de la personne : l’occasion ne s’est pas présentée.
        </p>
      )}
      {competences.length > 0 && <Table titre="Compétences" degres={d.niveaux} lignes={competences} />}
      <Table titre="Au travail" degres={d.frequences} lignes={d.savoirEtre} />
      <Commentaire titre="Commentaire" remplie={remplie} lignes={2} />
      <section className="bloc">
        <h2>Signatures</h2>
        <Signatures parties={lEquipe(d)} />
      </section>
    </Feuille>
  );
}

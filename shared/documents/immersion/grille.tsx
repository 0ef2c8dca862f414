import { formaterDate } from '../../format.ts';
import { type Degre, NON_OBSERVE } from '../../immersions/grilles.ts';
import { Entete, Feuille, piedDe, Signatures } from '../page-a4.tsx';
import { AEcrire, Coche, CSS_REMPLIR, QuestionPapier } from '../remplir.tsx';
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

export const CSS_GRILLE = `${CSS_REMPLIR}
.grille { table-layout: fixed; font-size: 8.8pt; }
.grille thead th { font-size: 7.9pt; line-height: 1.2; text-align: center; vertical-align: middle; }
.grille thead th:first-child { text-align: left; font-size: 8.8pt; }
.grille tbody th { background: none; font-weight: 500; }
.grille tbody td { text-align: center; vertical-align: middle; }
.grille tbody tr.a-ecrire th { height: 9mm; }
.grille .apart { background: #f1efe9; }
.remarque { display: block; margin-top: 0.4mm; font-size: 8pt; color: #4d4d4d; font-weight: 400; overflow-wrap: anywhere; }
.apres { margin-top: 1.8mm; }
`;

/** Lines in all for a page to hold the grid and its signatures, and those always left to write a competence by hand. */
const LIGNES_PAR_PAGE = 7;
const LIGNES_LIBRES = 2;

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
            <QuestionPapier key={question.titre} question={question} vierge={remplie === null} />
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

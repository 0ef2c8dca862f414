import { formaterDate } from '../../format.ts';
import { nomUsuel, Remplace, referencesPapier } from '../immersion/commun.tsx';
import { Entete, Feuille, piedDe, Signatures } from '../page-a4.tsx';
import { Coche, type Offert, QuestionPapier } from '../remplir.tsx';
import { RappelSession, type ReperesSession, type Stagiaire, titreStagiaire } from './commun.tsx';

/** What the person and the structure say of the training before it is decided. */
export interface DonneesPositionnement extends ReperesSession {
  stagiaire: Stagiaire;
  objectif: string;
  /** Lines of the prerequisites grid, with the code of what the person masters; empty when nobody said. */
  prerequis: { libelle: string; acquis: string }[];
  vise: string;
  attentes: string;
  amenagements: string;
  avis: string;
  avisNote: string;
  signeSalarieLe: string | null;
  signeStructureLe: string | null;
}

export const CSS_POSITIONNEMENT = `
.prerequis { table-layout: fixed; }
.prerequis tbody th { background: none; font-weight: 500; overflow-wrap: anywhere; }
.prerequis thead th:not(:first-child), .prerequis td { width: 24mm; text-align: center; vertical-align: middle; }
.prerequis tr.a-ecrire th { height: 8.4mm; }
`;

const ACQUIS: readonly Offert[] = [
  { code: 'oui', label: 'Oui' },
  { code: 'en_partie', label: 'En partie' },
  { code: 'non', label: 'Pas encore' },
];

const AVIS: readonly Offert[] = [
  { code: 'favorable', label: 'Favorable' },
  { code: 'reserve', label: 'Sous réserve' },
  { code: 'defavorable', label: 'Défavorable' },
];

/** Lines left to write prerequisites by hand when the action has none. */
const LIGNES_LIBRES = 4;

export const titrePositionnement = (d: DonneesPositionnement) => titreStagiaire('Fiche de positionnement', d);

const signeLe = (date: string | null) => (date ? `signé le ${formaterDate(date)}` : undefined);

export function FichePositionnement(props: {
  d: DonneesPositionnement;
  projet: boolean;
  edition: number;
  vierge: boolean;
}) {
  const { d, projet, edition, vierge } = props;
  const femme = d.stagiaire.sexe === 'F';
  const lignes =
    d.prerequis.length > 0
      ? d.prerequis
      : Array.from({ length: vierge ? LIGNES_LIBRES : 0 }, () => ({ libelle: '', acquis: '' }));
  const mots = (titre: string, reponse: string, nombre: number) => (
    <QuestionPapier
      question={{ titre, degres: [], lignes: nombre, reponse: vierge ? '' : reponse }}
      vierge={vierge}
    />
  );
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Entete
        structure={d.structure}
        references={referencesPapier(`Positionnement, session ${d.numero}`, { projet, edition })}
      />
      <h1>Fiche de positionnement</h1>
      <Remplace edition={edition} />
      <RappelSession d={d} />
      {d.objectif && (
        <>
          <h2>Ce que vise la formation</h2>
          <p>{d.objectif}</p>
        </>
      )}
      <h2>Ce qu’elle demande au départ</h2>
      {lignes.length > 0 ? (
        <table className="prerequis" aria-label="Prérequis">
          <thead>
            <tr>
              <th scope="col">Prérequis</th>
              {ACQUIS.map(({ code, label }) => (
                <th scope="col" key={code}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lignes.map(({ libelle, acquis }, rang) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same; drawn once.
              <tr key={rang} className={libelle === '' ? 'a-ecrire' : undefined}>
                <th scope="row">{libelle}</th>
                {ACQUIS.map(({ code }) => (
                  <td key={code}>
                    <Coche vraie={!vierge && acquis === code} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>Aucun prérequis.</p>
      )}
      <h2>Votre projet, vos attentes</h2>
      {mots('Ce que vous visez avec cette formation', d.vise, 2)}
      {mots('Ce que vous en attendez', d.attentes, 2)}
      {(vierge || d.amenagements) &&
        mots('Pour qu’elle vous convienne : rythme, trajet, matériel', d.amenagements, 2)}
      <h2>Avis de la structure</h2>
      <QuestionPapier
        question={{ titre: 'Entrée en formation', degres: AVIS, lignes: 1, reponse: vierge ? '' : d.avis }}
        vierge={vierge}
      />
      {(vierge || d.avisNote) && mots('Pourquoi, et à quelles conditions', d.avisNote, 2)}
      <section className="bloc">
        <h2>Signatures</h2>
        <Signatures
          parties={[
            {
              role: femme ? 'La stagiaire' : 'Le stagiaire',
              nom: nomUsuel(d.stagiaire),
              signe: vierge ? undefined : signeLe(d.signeSalarieLe),
            },
            {
              role: 'La structure',
              nom: d.structure.raisonSociale,
              qualite: d.referent?.nom ?? '',
              signe: vierge ? undefined : signeLe(d.signeStructureLe),
            },
          ]}
        />
      </section>
    </Feuille>
  );
}

import { formaterDate, formaterDateLongue, insecables } from '../../format.ts';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import { nomUsuel, RappelImmersion, Remplace, type Reperes, referencesPapier } from './commun.tsx';

/** What the report of one follow-up point says. */
export interface DonneesNote extends Reperes {
  titre: string;
  /** Day it was held; null while it has not been. */
  faitLe: string | null;
  echeance: string | null;
  /** Label of the channel, empty when it was not said. */
  moyen: string;
  /** Names of those who were there. */
  presents: string[];
  personne: string;
  avisTuteur: string;
  avisStructure: string;
  suite: string;
  prochain: string | null;
}

export const CSS_NOTE = `
.parole { break-inside: avoid-page; margin-top: 2mm; }
.parole .ecrire { height: 6.8mm; }
.prochain { margin-top: 4mm; }
`;

/** Title of the paper, also the name of its file. */
export const titreNote = ({ titre, beneficiaire }: DonneesNote) => `${titre} ${beneficiaire.nom}`;

/** What was said, or lines to write it by hand. */
function Parole({ qui, dit, lignes }: { qui: string; dit: string; lignes: number }) {
  return (
    <section className="parole">
      <h2>{insecables(qui)}</h2>
      {dit ? (
        <p>{dit}</p>
      ) : (
        Array.from({ length: lignes }, (_, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: identical empty lines.
          <div className="ecrire" key={rang} />
        ))
      )}
    </section>
  );
}

/** The report of a follow-up point, or the sheet to hold it with. */
export function NoteDePoint(props: { d: DonneesNote; edition: number; vierge: boolean }) {
  const { d, edition } = props;
  const vierge = props.vierge || d.faitLe === null;
  const dit = (texte: string) => (props.vierge ? '' : texte);
  const { prenom } = d.beneficiaire;
  return (
    <Feuille pied={piedDe(d.structure)}>
      <Entete
        structure={d.structure}
        references={referencesPapier(`Point intermédiaire, convention n° ${d.numero}`, {
          projet: false,
          edition,
        })}
      />
      <h1>{insecables(d.titre)}</h1>
      <p className="chapeau">
        {d.faitLe !== null && !props.vierge
          ? `Tenu le ${formaterDateLongue(d.faitLe)}.`
          : d.echeance !== null
            ? `Prévu le ${formaterDateLongue(d.echeance)}.`
            : 'Le …… / …… / …………'}
      </p>
      <Remplace edition={edition} />
      <RappelImmersion d={d} />
      <h2>Le point</h2>
      <Mentions
        lignes={[
          ['Comment', dit(d.moyen) || (vierge ? '…………………………' : 'non noté')],
          ['Avec', dit(d.presents.join(', ')) || (vierge ? '…………………………' : 'non noté')],
        ]}
      />
      <Parole
        qui={`Ce que dit ${prenom}`}
        dit={dit(d.personne) || (vierge ? '' : 'Rien de noté.')}
        lignes={3}
      />
      <Parole
        qui="Ce que dit le tuteur"
        dit={dit(d.avisTuteur) || (vierge ? '' : 'Rien de noté.')}
        lignes={3}
      />
      <Parole
        qui="Ce qu’en retient la structure d’accompagnement"
        dit={dit(d.avisStructure) || (vierge ? '' : 'Rien de noté.')}
        lignes={3}
      />
      <Parole qui="Ce qui suit" dit={dit(d.suite) || (vierge ? '' : 'Rien de noté.')} lignes={3} />
      <p className="prochain">
        <strong>
          {insecables(
            `Prochain point : ${d.prochain !== null && !props.vierge ? formaterDate(d.prochain) : vierge ? '…………………………' : 'à convenir'}`,
          )}
        </strong>
      </p>
      {vierge && (
        <section className="bloc">
          <h2>Signatures</h2>
          <Signatures
            parties={[
              {
                role: d.beneficiaire.sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire',
                nom: nomUsuel(d.beneficiaire),
              },
              { role: 'Le responsable sur place', nom: d.tuteur.nom },
              {
                role: 'La structure d’accompagnement',
                nom: d.structure.raisonSociale,
                qualite: d.referent?.nom ?? '',
              },
            ]}
          />
        </section>
      )}
    </Feuille>
  );
}

import { accorder, formaterDate, formaterDuree, insecables } from '../../format.ts';
import type { Heures } from '../../immersions/bilan.ts';
import { DECISIONS, OBJECTIFS_ATTEINTS, OBJETS, REALISATIONS } from '../../nomenclatures/immersions.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../../nomenclatures/sollicitations.ts';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import { TexteSimple } from '../texte-simple.tsx';
import {
  avecFonction,
  direDates,
  nomAdministratif,
  nomUsuel,
  Remplace,
  type Reperes,
  referencesPapier,
} from './commun.tsx';

/** What the bilan of an immersion says, signed by the three. */
export interface DonneesBilanImmersion extends Reperes {
  /** The last day first agreed, and why it was stopped before. */
  finPrevue: string | null;
  motifArret: string;
  objectifsPrecis: string;
  renouvelle: string;
  heures: Heures;
  realisation: string;
  objectifs: string;
  decision: string;
  date: string | null;
  avisSalarie: string;
  avisAccueil: string;
  avisStructure: string;
  suite: string;
  niveaux: { niveau: string; competences: string[] }[];
  reponses: { titre: string; reponse: string }[];
  embauche: { employeur: string; contrat: string; date: string; metier: string } | null;
}

export const CSS_BILAN_IMMERSION = `
.bilan dl { grid-template-columns: 46mm minmax(0, 1fr); }
.avis { margin-bottom: 2mm; padding: 1.6mm 2.6mm; border-left: 0.7mm solid #0a4f49; background: #f6f4ef; }
.avis strong { display: block; margin-bottom: 0.4mm; font-weight: 640; break-after: avoid; }
.avis p, .avis ul { margin-bottom: 0.8mm; overflow-wrap: anywhere; }
.avis > :last-child { margin-bottom: 0; }
.decision { font-size: 11pt; font-weight: 660; }
`;

/** Title of the paper, also the name of its file. */
export const titreBilanImmersion = ({ numero, beneficiaire }: Reperes) =>
  `Bilan d’immersion ${numero} ${beneficiaire.nom}`;

function direHeures({
  minutesPrevues,
  joursPrevus,
  minutesFaites,
  joursFaits,
  minutesManquees,
}: Heures): string {
  const prevues = `${formaterDuree(minutesPrevues)} prévues (${accorder(joursPrevus, 'jour')})`;
  const faites = `${formaterDuree(minutesFaites)} faites (${accorder(joursFaits, 'jour')})`;
  const manquees = minutesManquees > 0 ? `, ${formaterDuree(minutesManquees)} manquées` : '';
  return `${prevues}, ${faites}${manquees}`;
}

function Avis({ qui, texte }: { qui: string; texte: string }) {
  return (
    <div className="avis">
      <strong>{qui}</strong>
      {texte ? <TexteSimple texte={texte} /> : <p className="a-preciser">— à recueillir —</p>}
    </div>
  );
}

/** What the grids found: levels reached, then what the person answered. */
function Grilles({ d }: { d: DonneesBilanImmersion }) {
  if (d.niveaux.length === 0 && d.reponses.length === 0) return null;
  return (
    <section>
      <h2>Ce que disent les grilles</h2>
      <Mentions
        lignes={[
          ...d.niveaux.map(({ niveau, competences }) => [niveau, competences.join(' · ')] as const),
          ...d.reponses.map(({ titre, reponse }) => [insecables(titre), reponse] as const),
        ]}
      />
    </section>
  );
}

function direEmbauche({ employeur, contrat, date, metier }: NonNullable<DonneesBilanImmersion['embauche']>) {
  return [`${employeur}, ${label(CONTRATS_EMBAUCHE, contrat)} à partir du ${formaterDate(date)}`, metier]
    .filter(Boolean)
    .join(', ');
}

/** How it ended, in one word or two: a day stopped before its end is said with its reason. */
function direRealisation(d: DonneesBilanImmersion): string {
  const dite = d.realisation && label(REALISATIONS, d.realisation);
  if (d.finPrevue === null) return dite;
  const arret = `arrêtée le ${formaterDate(d.fin)} au lieu du ${formaterDate(d.finPrevue)}`;
  return [dite, [arret, d.motifArret].filter(Boolean).join(' : ')].filter(Boolean).join(', ');
}

export function BilanImmersion(props: { d: DonneesBilanImmersion; projet: boolean; edition: number }) {
  const { d, projet, edition } = props;
  const absente = d.realisation === 'absente';
  const femme = d.beneficiaire.sexe === 'F';
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Entete
        structure={d.structure}
        references={referencesPapier(`Bilan, convention n° ${d.numero}`, { projet, edition })}
      />
      <h1>{absente ? 'Constat d’absence à une immersion' : 'Bilan de l’immersion'}</h1>
      <Remplace edition={edition} />
      <div className="bilan">
        <Mentions
          lignes={[
            ['Bénéficiaire', nomAdministratif(d.beneficiaire)],
            ['Accueil', [d.accueil.nom, avecFonction(d.tuteur)].filter(Boolean).join(' · ')],
            ['Suivi par', [avecFonction(d.referent), d.structure.raisonSociale].filter(Boolean).join(' · ')],
            ...(d.metier ? ([['Métier', d.metier]] as const) : []),
            ['Objet', d.objet && label(OBJETS, d.objet)],
            ...(d.objectifsPrecis ? ([['Objectifs', d.objectifsPrecis]] as const) : []),
            ['Période', direDates(d)],
            ...(d.renouvelle ? ([['Renouvelle', `la convention n° ${d.renouvelle}`]] as const) : []),
          ]}
        />
        <h2>Comment elle s’est passée</h2>
        <Mentions
          lignes={[
            ['Immersion', direRealisation(d)],
            ['Heures', direHeures(d.heures)],
            ...(d.heures.minutesManquees > 0 && d.heures.dernierJour
              ? ([['Dernier jour présent', formaterDate(d.heures.dernierJour)]] as const)
              : []),
            ...(absente
              ? []
              : ([['Objectifs', d.objectifs && label(OBJECTIFS_ATTEINTS, d.objectifs)]] as const)),
            [absente ? 'Constaté' : 'Bilan fait à trois', d.date ? `le ${formaterDate(d.date)}` : ''],
          ]}
        />
        {!absente && <Grilles d={d} />}
        {absente ? (
          d.avisStructure && (
            <section>
              <h2>Ce qui s’est passé</h2>
              <TexteSimple texte={d.avisStructure} />
            </section>
          )
        ) : (
          <section>
            <h2>Ce que chacun en dit</h2>
            <Avis qui={nomUsuel(d.beneficiaire)} texte={d.avisSalarie} />
            <Avis qui={[d.accueil.nom, d.tuteur.nom].filter(Boolean).join(', ')} texte={d.avisAccueil} />
            {d.avisStructure && <Avis qui={d.structure.raisonSociale} texte={d.avisStructure} />}
          </section>
        )}
        {(!absente || d.suite) && (
          <section>
            <h2>{absente ? 'Ce qui suit' : 'Ce qui est décidé'}</h2>
            {!absente && (
              <p className="decision">{d.decision ? label(DECISIONS, d.decision) : '— à décider —'}</p>
            )}
            {d.embauche && !absente && <p>{direEmbauche(d.embauche)}</p>}
            {d.suite && <TexteSimple texte={d.suite} />}
          </section>
        )}
      </div>
      <section className="bloc">
        <h2>Signatures</h2>
        <Signatures
          parties={[
            ...(absente
              ? []
              : [{ role: femme ? 'La bénéficiaire' : 'Le bénéficiaire', nom: nomUsuel(d.beneficiaire) }]),
            { role: 'La structure d’accueil', nom: d.accueil.nom, qualite: d.tuteur.nom },
            {
              role: 'La structure d’accompagnement',
              nom: d.structure.raisonSociale,
              qualite: d.referent?.nom ?? '',
            },
          ]}
        />
      </section>
    </Feuille>
  );
}

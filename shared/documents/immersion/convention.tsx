import { enPhrase, formaterDate, formaterSiret, formaterTelephone } from '../../format.ts';
import type { Exception, Horaires } from '../../immersions/horaires.ts';
import type { ImmersionSaisie } from '../../immersions/schema.ts';
import { type RoleSignature, type Signataire, signatairesFiges } from '../../immersions/signataires.ts';
import { OBJETS } from '../../nomenclatures/immersions.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import type { Structure } from '../../parametres/schema.ts';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import { TexteSimple } from '../texte-simple.tsx';
import {
  adresseDe,
  avecFonction,
  couvreAccidents,
  direDates,
  direDuree,
  direFrais,
  HorairesPresence,
  nomAdministratif,
  Remplace,
  referencesPapier,
} from './commun.tsx';
import { Obligations } from './obligations.tsx';

/**
 * All a convention says. Frozen as it is when the convention is issued: it must not change when a record does. What the
 * first conventions did not say yet is optional.
 */
export interface DonneesConvention {
  version: 1;
  numero: string;
  renouvelle: { numero: string; debut: string | null; fin: string | null } | null;
  motifRenouvellement?: string;
  numeroImmersionFacilitee: string;
  structure: Structure;
  beneficiaire: { prenom: string; nom: string; sexe: string; naissance: string; contrat: string } | null;
  mineur: boolean;
  representantLegal: string;
  accueil: {
    nom: string;
    adresse: string;
    siret: string;
    activite: string;
    conventionCollective: string;
  } | null;
  tuteur: { nom: string; fonction: string };
  /** Another prescriber than the structure: an ETTI does not prescribe. */
  prescripteur: { nom: string; adresse: string } | null;
  /** Who signs for that other prescriber, and as what. */
  prescripteurReferent?: string;
  referent: { nom: string; fonction: string } | null;
  modeContrat: string;
  objet: string;
  objectifs: string;
  modalitesEvaluation: string;
  debut: string | null;
  fin: string | null;
  minutes: number;
  jours: number;
  horaires: Horaires;
  exceptions?: Exception[];
  feriesTravailles: boolean;
  alsaceMoselle?: boolean;
  lieu: string;
  metier: string;
  romeCode?: string;
  competences?: string[];
  activites: string;
  protection: string;
  prevention?: string;
  transport?: string;
  frais?: ImmersionSaisie['frais'];
  /** In the order of the boxes; the first conventions had none for the support structure. */
  signataires?: Signataire[];
}

export const CSS_CONVENTION = `
.obligations { break-inside: avoid; }
.obligations > div { columns: 2; column-gap: 6mm; font-size: 8.6pt; line-height: 1.34; }
.obligations h3 { margin: 2.6mm 0 0.8mm; }
.obligations h3:first-child { margin-top: 0; }
.obligations li { margin-bottom: 0.7mm; }
.obligations ul { padding-left: 3.6mm; }
`;

/** Title of the convention, also the name of its file. */
export function titreConvention({ numero, beneficiaire, renouvelle }: DonneesConvention): string {
  return [renouvelle ? 'Renouvellement' : 'Convention', numero, beneficiaire?.nom].filter(Boolean).join(' ');
}

/** `H2202 Conduite d’équipement` whether the code was typed with the name or chosen. */
export function direMetier({ metier, romeCode = '' }: { metier: string; romeCode?: string }): string {
  return metier.includes(romeCode) ? metier : `${metier} (${romeCode})`;
}

/** What this convention follows or replaces: two papers of one number must not be taken for one another. */
function Filiation({ d, edition }: { d: DonneesConvention; edition: number }) {
  const { renouvelle } = d;
  const dates = renouvelle && direDates(renouvelle);
  return (
    <>
      {renouvelle && (
        <div className="encadre">
          <p>
            Convention d’origine n° {renouvelle.numero}
            {dates && ` (${dates})`} : même objet, mêmes objectifs.{' '}
            {d.motifRenouvellement
              ? `Pourquoi ils ne sont pas encore atteints : ${d.motifRenouvellement}`
              : 'Ils ne sont pas encore atteints.'}
          </p>
        </div>
      )}
      <Remplace edition={edition} />
    </>
  );
}

function direMode(mode: string): string {
  if (mode === '') return '';
  return mode === 'suspendu' ? 'suspendu pendant la période' : 'maintenu pendant la période';
}

function Beneficiaire({ d }: { d: DonneesConvention }) {
  const { beneficiaire } = d;
  return (
    <section>
      <h2>1. {titreBeneficiaire(d)}</h2>
      <Mentions
        lignes={[
          ['Nom, prénom', beneficiaire ? nomAdministratif(beneficiaire) : ''],
          [beneficiaire?.sexe === 'F' ? 'Née le' : 'Né le', formaterDate(beneficiaire?.naissance)],
          ...(d.mineur ? [['Représentant légal', d.representantLegal] as const] : []),
          ['Employeur', d.structure.raisonSociale],
          ['Contrat de travail', direMode(d.modeContrat)],
          ['Accidents du travail', d.modeContrat && `couverts et déclarés par ${couvreAccidents(d)}`],
        ]}
      />
    </section>
  );
}

const titreBeneficiaire = ({ beneficiaire }: DonneesConvention) =>
  beneficiaire?.sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire';

function Accueil({ d }: { d: DonneesConvention }) {
  const { accueil } = d;
  return (
    <section>
      <h2>2. La structure d’accueil</h2>
      <Mentions
        lignes={[
          ['Dénomination', accueil?.nom ?? ''],
          ['Adresse', accueil?.adresse ?? ''],
          ['SIRET', formaterSiret(accueil?.siret ?? '')],
          ['Activité principale', accueil?.activite ?? ''],
          ['Convention collective', accueil?.conventionCollective ?? ''],
          ['Responsable sur place', avecFonction(d.tuteur)],
        ]}
      />
    </section>
  );
}

function Prescripteur({ d }: { d: DonneesConvention }) {
  const { prescripteur, structure } = d;
  const telephone = formaterTelephone(structure.telephone);
  const maison = [
    ['Adresse', adresseDe(structure)],
    ...(telephone ? [['Téléphone', telephone] as const] : []),
  ] as const;
  if (!prescripteur)
    return (
      <section>
        <h2>3. Le prescripteur et employeur</h2>
        <Mentions lignes={[['Dénomination', structure.raisonSociale], ...maison]} />
      </section>
    );
  return (
    <section>
      <h2>3. Le prescripteur et l’employeur</h2>
      <Mentions
        lignes={[
          ['Prescripteur', prescripteur.nom],
          ['Son adresse', prescripteur.adresse],
          ...(d.prescripteurReferent ? [['Représenté par', d.prescripteurReferent] as const] : []),
          ['Employeur', structure.raisonSociale],
          ...maison,
        ]}
      />
    </section>
  );
}

function Accompagnement({ d: { structure, referent } }: { d: DonneesConvention }) {
  return (
    <section>
      <h2>4. La structure d’accompagnement</h2>
      <Mentions
        lignes={[
          ['Dénomination', structure.raisonSociale],
          ['Adresse', adresseDe(structure)],
          ['Conseiller référent', avecFonction(referent)],
        ]}
      />
    </section>
  );
}

function Contenu({ d }: { d: DonneesConvention }) {
  const { competences = [], prevention = '', transport = '' } = d;
  const conditions = [
    ...(d.protection ? [['Protection', d.protection] as const] : []),
    ...(prevention ? [['Prévention', prevention] as const] : []),
    ...(transport ? [['Trajet', transport] as const] : []),
    ...(d.frais?.length ? [['Frais', frais(d)] as const] : []),
  ];
  return (
    <>
      <h2>6. Les activités confiées</h2>
      {d.metier && (
        <p>
          <strong>Métier : </strong>
          {direMetier(d)}
        </p>
      )}
      {d.activites ? <TexteSimple texte={d.activites} /> : <p className="a-preciser">— à préciser —</p>}
      {competences.length > 0 && (
        <p>
          <strong>{d.objet === 'decouvrir' ? 'Compétences à découvrir : ' : 'Compétences visées : '}</strong>
          {competences.join(' ; ')}.
        </p>
      )}
      {conditions.length > 0 && <Mentions lignes={conditions} />}
    </>
  );
}

function frais(d: DonneesConvention): string {
  return direFrais(d.frais ?? [], {
    structure: d.structure.raisonSociale,
    accueil: d.accueil?.nom ?? 'la structure d’accueil',
    prescripteur: d.prescripteur?.nom || 'le prescripteur',
    financeur: 'un financeur',
    salarie: enPhrase(titreBeneficiaire(d)),
  });
}

/** What each box is headed with; the capacity comes before the name. */
export function titreRole(role: RoleSignature, sexe: string | undefined): string {
  const titres: Record<RoleSignature, string> = {
    beneficiaire: sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire',
    representant: 'Son représentant légal',
    accueil: 'La structure d’accueil',
    prescripteur: 'Le prescripteur',
    accompagnement: 'La structure d’accompagnement',
    employeur: 'L’employeur',
  };
  return titres[role];
}

/** One box per capacity: an entity that signs thrice signs once in each. */
function blocs(d: DonneesConvention) {
  return signatairesFiges(d).map(({ role, nom }) => ({
    role: titreRole(role, d.beneficiaire?.sexe),
    nom,
    qualite:
      role === 'prescripteur' && d.prescripteurReferent
        ? d.prescripteurReferent
        : role === 'beneficiaire' || role === 'representant'
          ? undefined
          : '',
  }));
}

/** The convention of a PMSMP, its mentions and its obligations: L5135-1 to L5135-8, D5135-1 to D5135-8. */
export function Convention(props: {
  d: DonneesConvention;
  projet: boolean;
  /** Rank among those issued for this immersion: from the second on, it replaces the one before. */
  edition: number;
}) {
  const { d, projet, edition } = props;
  const references = referencesPapier(d.numero ? `Convention n° ${d.numero}` : 'Convention', {
    projet,
    edition,
  });
  if (!projet)
    references.push(
      d.numeroImmersionFacilitee
        ? `Immersion Facilitée : ${d.numeroImmersionFacilitee}`
        : 'Dépôt Immersion Facilitée : en attente',
    );
  const quoi = 'relative à une période de mise en situation en milieu professionnel';
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Entete structure={d.structure} references={references} />
      <h1>
        {d.renouvelle
          ? `Renouvellement de la convention n° ${d.renouvelle.numero} ${quoi}`
          : `Convention ${quoi}`}
      </h1>
      <p className="chapeau">Articles L5135-1 à L5135-8 et D5135-1 à D5135-8 du code du travail.</p>
      <Filiation d={d} edition={edition} />
      <div className="colonnes">
        <Beneficiaire d={d} />
        <Accueil d={d} />
      </div>
      <div className="colonnes">
        <Prescripteur d={d} />
        <Accompagnement d={d} />
      </div>
      <h2>5. La période</h2>
      <Mentions
        lignes={[
          ['Objet', d.objet && label(OBJETS, d.objet)],
          ['Objectifs précis', d.objectifs],
          ['Dates et durée', [direDates(d), direDuree(d)].filter(Boolean).join(' · ')],
          ['Lieu', d.lieu],
          ['Modalités d’évaluation', d.modalitesEvaluation],
        ]}
      />
      <HorairesPresence periode={d} />
      <Contenu d={d} />
      <section className="obligations">
        <h2>7. Les obligations des parties</h2>
        <Obligations d={d} />
      </section>
      <section className="bloc">
        <h2>8. Signatures</h2>
        <p className="petit">
          Une signature par qualité, avant le premier jour ; chaque partie garde un exemplaire.
        </p>
        <Signatures parties={blocs(d)} />
      </section>
    </Feuille>
  );
}

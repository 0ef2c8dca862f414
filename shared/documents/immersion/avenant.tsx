import { enPhrase, formaterDate, formaterDuree, formaterSiret } from '../../format.ts';
import type { Exception, Horaires } from '../../immersions/horaires.ts';
import type { ImmersionSaisie } from '../../immersions/schema.ts';
import type { ContratSalarie } from '../../salaries/schema.ts';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import {
  adresseDe,
  avecFonction,
  couvreAccidents,
  direDates,
  direDuree,
  direFrais,
  HorairesPresence,
  nomAdministratif,
  nomUsuel,
  Remplace,
  type Reperes,
  referencesPapier,
} from './commun.tsx';

/** What the amendment to the contract of employment says. */
export interface DonneesAvenant extends Reperes {
  /** The contract amended; null while none runs on the first day. */
  contrat: Pick<ContratSalarie, 'nature' | 'debut' | 'fin' | 'minutesHebdo'> | null;
  mineur: boolean;
  representantLegal: string;
  /** Another prescriber than the structure. */
  prescripteur: { nom: string; adresse: string } | null;
  modeContrat: string;
  horaires: Horaires;
  exceptions: Exception[];
  feriesTravailles: boolean;
  alsaceMoselle: boolean;
  transport: string;
  frais: ImmersionSaisie['frais'];
}

/** How the contract is called in a sentence. */
const CONTRATS_EN_PHRASE: Record<ContratSalarie['nature'], string> = {
  cddi: 'contrat à durée déterminée d’insertion',
  cdi_inclusion: 'contrat à durée indéterminée d’inclusion',
  cdd_tremplin: 'contrat à durée déterminée « tremplin »',
  cdd_usage: 'contrat à durée déterminée d’usage',
  mission: 'contrat de mission',
  cdi: 'contrat à durée indéterminée',
  cdd: 'contrat à durée déterminée',
};

export const CSS_AVENANT = `
html { font-size: 9.3pt; }
h2 { margin-top: 2.8mm; }
p { margin-bottom: 1.3mm; }
.signature { min-height: 25mm; }
.colonnes dl { grid-template-columns: 30mm minmax(0, 1fr); }
`;

/** Title of the amendment, also the name of its file. */
export const titreAvenant = ({ numero, beneficiaire }: DonneesAvenant) =>
  `Avenant ${numero} ${beneficiaire.nom}`;

/** Who has called for the person meanwhile: those who use a mission or a placement are told of the absence. */
function Utilisateur({ nature }: { nature: ContratSalarie['nature'] | undefined }) {
  if (nature === 'mission')
    return (
      <p>La mission ne se tient pas sur ces heures ; l’employeur en prévient l’entreprise utilisatrice.</p>
    );
  if (nature === 'cdd_usage')
    return (
      <p>
        Aucune mise à disposition n’est organisée sur ces heures ; l’employeur en prévient l’utilisateur
        concerné.
      </p>
    );
  return null;
}

/** What becomes of the contract meanwhile, of the salary, of an accident. */
function ContratEtSalaire({ d, salarie }: { d: DonneesAvenant; salarie: string }) {
  const suspendu = d.modeContrat === 'suspendu';
  if (d.modeContrat === '') return <p className="a-preciser">— contrat maintenu ou suspendu, à préciser —</p>;
  return (
    <>
      <p>
        {suspendu
          ? `Le contrat est suspendu ${direDates(d)} : l’employeur ne doit pas de salaire pour ces heures. La suspension ne rompt pas le contrat et n’en change pas le terme ; il reprend le lendemain du dernier jour, ou dès que la période s’arrête.`
          : 'Le contrat se poursuit : l’employeur maintient le salaire, et compte les heures faites chez l’accueil comme des heures du contrat.'}
      </p>
      <p>
        L’accueil ne verse pas de salaire. {salarie} garde son statut, a accès aux transports et aux
        installations collectives de l’accueil (L5135-3), et suit son règlement intérieur et ses consignes de
        sécurité.
      </p>
      <p>
        <strong>Accident du travail, maladie professionnelle : </strong>
        {suspendu && 'le contrat étant suspendu, '}
        {couvreAccidents(d)}, assure cette couverture et fait la déclaration dans les 48 heures. {salarie}{' '}
        prévient aussitôt l’accueil et l’employeur de tout accident, trajet compris.
      </p>
    </>
  );
}

export function Avenant({ d, projet, edition }: { d: DonneesAvenant; projet: boolean; edition: number }) {
  const { structure, beneficiaire, contrat } = d;
  const femme = beneficiaire.sexe === 'F';
  const salarie = femme ? 'La salariée' : 'Le salarié';
  const elle = femme ? 'elle' : 'il';
  const nature = contrat ? CONTRATS_EN_PHRASE[contrat.nature] : 'contrat de travail';
  return (
    <Feuille pied={piedDe(structure)} projet={projet}>
      <Entete
        structure={structure}
        references={referencesPapier(`Avenant, convention n° ${d.numero}`, { projet, edition })}
      />
      <h1>Avenant au {nature}</h1>
      <p className="chapeau">
        Pour une période de mise en situation en milieu professionnel (articles L5135-1 à L5135-8 du code du
        travail).
      </p>
      <Remplace edition={edition} />
      <div className="colonnes">
        <section>
          <h2>L’employeur</h2>
          <Mentions
            lignes={[
              ['Dénomination', structure.raisonSociale],
              ['Adresse', adresseDe(structure)],
              ...(structure.siret ? [['SIRET', formaterSiret(structure.siret)] as const] : []),
            ]}
          />
        </section>
        <section>
          <h2>{salarie}</h2>
          <Mentions
            lignes={[
              ['Nom, prénom', nomAdministratif(beneficiaire)],
              ...(d.mineur ? [['Représentant légal', d.representantLegal] as const] : []),
              [
                'Contrat',
                contrat
                  ? contrat.fin
                    ? direDates(contrat)
                    : `depuis le ${formaterDate(contrat.debut)}, sans terme`
                  : '',
              ],
              [
                'Durée du travail',
                contrat?.minutesHebdo ? `${formaterDuree(contrat.minutesHebdo)} par semaine` : '',
              ],
            ]}
          />
        </section>
      </div>
      <h2>1. Ce qui est convenu</h2>
      <p>
        {nomUsuel(beneficiaire)} effectue une période de mise en situation en milieu professionnel chez{' '}
        {d.accueil.nom}, aux conditions de la convention n° {d.numero} jointe à cet avenant. {salarie}{' '}
        l’accepte librement ; le contrat n’est modifié que pour cette période.
      </p>
      <Mentions
        lignes={[
          ['Période', [direDates(d), direDuree(d)].filter(Boolean).join(' · ')],
          ['Lieu', d.lieu],
          ['Responsable sur place', avecFonction(d.tuteur)],
          ['Suivi par l’employeur', avecFonction(d.referent)],
          ...(d.transport ? [['Trajet', d.transport] as const] : []),
          [
            'Frais',
            direFrais(d.frais, {
              structure: structure.raisonSociale,
              accueil: d.accueil.nom,
              prescripteur: d.prescripteur?.nom || 'le prescripteur',
              financeur: 'un financeur',
              salarie: enPhrase(salarie),
            }) || 'aucun n’est prévu ; une dépense qui apparaîtrait se décide ensemble',
          ],
        ]}
      />
      <h2>2. Horaires</h2>
      <p>Pour cette seule période, ceux de l’accueil remplacent ceux du contrat.</p>
      <HorairesPresence periode={d} />
      <Utilisateur nature={contrat?.nature} />
      <h2>3. Contrat, salaire, accidents</h2>
      <ContratEtSalaire d={d} salarie={salarie} />
      <h2>4. Liberté de refuser, d’arrêter, retour au poste</h2>
      <p>
        {salarie} peut refuser cette période, ou l’arrêter à tout moment en prévenant l’employeur, sans
        sanction et sans que le contrat puisse être rompu pour cette raison. À la fin, ou dès l’arrêt, {elle}{' '}
        retrouve son poste, ses horaires et son salaire. Les autres clauses du contrat ne changent pas.
      </p>
      <section className="bloc">
        <p>Fait en deux exemplaires{structure.ville && `, à ${structure.ville}`}.</p>
        <Signatures
          parties={[
            { role: 'L’employeur', nom: structure.raisonSociale, qualite: '' },
            { role: salarie, nom: nomUsuel(beneficiaire) },
            ...(d.mineur ? [{ role: 'Son représentant légal', nom: d.representantLegal }] : []),
          ]}
        />
      </section>
    </Feuille>
  );
}

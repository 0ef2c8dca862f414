import { accorder, formaterDate, formaterDuree, formaterHeure, formaterSiret, JOURS } from '../format.ts';
import { calendrier, type Horaires, nomFerie, type Plage } from '../immersions/horaires.ts';
import { MODES_CONTRAT, OBJETS } from '../nomenclatures/immersions.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import type { Structure } from '../parametres/schema.ts';
import { Entete, Feuille, Mentions, piedDe, Signatures } from './page-a4.tsx';

/** All a convention says. Frozen as it is when the convention is issued: it must not change when a record does. */
export interface DonneesConvention {
  version: 1;
  numero: string;
  renouvelle: { numero: string; debut: string | null; fin: string | null } | null;
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
  feriesTravailles: boolean;
  lieu: string;
  metier: string;
  activites: string;
  protection: string;
}

const MIDI = 12 * 60 + 30;

function adresseDe({ adresse, codePostal, ville }: Structure): string {
  return [adresse, [codePostal, ville].filter(Boolean).join('\u00a0')].filter(Boolean).join(', ');
}

/** Title of the convention, also the name of its file. */
export function titreConvention({ numero, beneficiaire }: DonneesConvention): string {
  return ['Convention', numero, beneficiaire?.nom].filter(Boolean).join(' ');
}

function Plages({ plages }: { plages: readonly Plage[] }) {
  if (plages.length === 0) return <>–</>;
  return plages.map(({ debut, fin }, rang) => (
    <span key={debut}>
      {rang > 0 && <br />}
      {formaterHeure(debut)} – {formaterHeure(fin)}
    </span>
  ));
}

/** Presence by weekday; Saturday and Sunday only when there is one. */
function TableHoraires({ horaires }: { horaires: Horaires }) {
  const jours = JOURS.map((nom, rang) => ({ nom, plages: horaires[rang] ?? [] })).filter(
    ({ plages }, rang) => rang < 5 || plages.length > 0,
  );
  const apresMidi = jours.some(({ plages }) => plages.some(({ debut }) => debut >= MIDI));
  return (
    <table className={jours.length > 5 ? 'centre serre' : 'centre'} aria-label="Horaires de présence">
      <thead>
        <tr>
          <td />
          {jours.map(({ nom }) => (
            <th key={nom} scope="col">
              {nom.charAt(0).toUpperCase() + nom.slice(1)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{apresMidi ? 'Matin' : 'Présence'}</th>
          {jours.map(({ nom, plages }) => (
            <td key={nom}>
              <Plages plages={plages.filter(({ debut }) => debut < MIDI)} />
            </td>
          ))}
        </tr>
        {apresMidi && (
          <tr>
            <th scope="row">Après-midi</th>
            {jours.map(({ nom, plages }) => (
              <td key={nom}>
                <Plages plages={plages.filter(({ debut }) => debut >= MIDI)} />
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Periode(d: DonneesConvention) {
  const dates = d.debut && d.fin ? `du ${formaterDate(d.debut)} au ${formaterDate(d.fin)}` : '';
  const feries = calendrier({ ...d, feriesTravailles: true }).flatMap(({ date }) =>
    nomFerie(date) === null ? [] : formaterDate(date),
  );
  const compte = d.minutes > 0 ? `${accorder(d.jours, 'jour')} · ${formaterDuree(d.minutes)}` : '';
  return (
    <>
      <Mentions
        lignes={[
          ['Objet', d.objet && label(OBJETS, d.objet)],
          ['Objectifs', d.objectifs],
          ['Dates et durée', [dates, compte].filter(Boolean).join(' · ')],
          ['Lieu', d.lieu],
          ['Modalités d’évaluation', d.modalitesEvaluation],
        ]}
      />
      <TableHoraires horaires={d.horaires} />
      {feries.length > 0 && (
        <p className="petit">
          {feries.length > 1 ? 'Jours fériés' : 'Jour férié'}{' '}
          {d.feriesTravailles ? 'avec présence' : 'sans présence, non compté'}
          {feries.length > 1 && !d.feriesTravailles && 's'} : {feries.join(', ')}.
        </p>
      )}
    </>
  );
}

/** What this convention follows or replaces: two papers of one number must not be taken for one another. */
function Filiation({ d: { renouvelle }, edition }: { d: DonneesConvention; edition: number }) {
  const dates = renouvelle?.debut && renouvelle.fin;
  return (
    <>
      {renouvelle && (
        <p>
          Renouvellement de la convention n° {renouvelle.numero}
          {dates && ` (du ${formaterDate(renouvelle.debut)} au ${formaterDate(renouvelle.fin)})`}, dont les
          objectifs n’ont pas encore été atteints.
        </p>
      )}
      {edition > 1 && <p>Cette version {edition} remplace les précédentes, qui ne valent plus.</p>}
    </>
  );
}

/** One line per capacity: an entity that signs twice signs once in each. */
function signataires(d: DonneesConvention): { role: string; nom: string }[] {
  const beneficiaire = d.beneficiaire ? `${d.beneficiaire.prenom} ${d.beneficiaire.nom}` : '';
  return [
    { role: d.beneficiaire?.sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire', nom: beneficiaire },
    ...(d.mineur ? [{ role: 'Son représentant légal', nom: d.representantLegal }] : []),
    { role: 'La structure d’accueil', nom: d.accueil?.nom ?? '' },
    { role: 'Le prescripteur', nom: d.prescripteur?.nom ?? d.structure.raisonSociale },
    { role: 'L’employeur', nom: d.structure.raisonSociale },
  ];
}

/** What each party undertakes, in our own words, from the articles cited. */
function Obligations({ d }: { d: DonneesConvention }) {
  const suspendu = d.modeContrat === 'suspendu';
  const prescripteur = d.prescripteur?.nom || d.structure.raisonSociale;
  return (
    <>
      <h1>Obligations des parties</h1>
      <p className="chapeau">
        Elles font partie de la convention. Articles du code du travail entre parenthèses.
      </p>
      <h2>{d.beneficiaire?.sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire'}</h2>
      <ul>
        <li>
          Garde pendant toute la période le statut qui est le sien : l’accueil ne lui verse pas de salaire et
          n’en devient pas l’employeur (L5135-3).
        </li>
        <li>
          Exerce les seules activités décrites par la convention, dans le respect des horaires, du règlement
          intérieur et des consignes d’hygiène et de sécurité de l’accueil (L5135-6).
        </li>
        <li>
          A accès aux transports et aux installations collectives de l’accueil comme les personnes qui y
          travaillent (L5135-3).
        </li>
        <li>Prévient le jour même l’accueil et son référent de toute absence ou difficulté.</li>
        <li>Retrouve son poste chez son employeur à la fin de la période (L5135-3).</li>
      </ul>
      <h2>La structure d’accueil</h2>
      <ul>
        <li>
          Désigne le responsable nommé dans la convention : il accueille, guide, explique les consignes de
          santé et de sécurité et suit la période (D5135-2).
        </li>
        <li>
          Applique ses propres règles de durée du travail, de repos, de travail de nuit et de jours fériés,
          sans dépasser ce que permet le code (L5135-6).
        </li>
        <li>
          Ne confie ni la tâche régulière d’un poste permanent, ni un surcroît d’activité, ni un emploi
          saisonnier, ni le remplacement d’une personne absente (L5135-7).
        </li>
        <li>Fournit les équipements de protection que demandent les activités confiées.</li>
        <li>
          Vérifie que son assurance de responsabilité civile couvre la présence de la personne accueillie.
        </li>
        <li>
          Prévient la structure d’accompagnement de tout accident, sur place ou sur le trajet, dans les 24
          heures (D5135-5).
        </li>
        <li>Participe au bilan et dit ce qu’elle a observé au regard des objectifs.</li>
      </ul>
      <h2>La structure d’accompagnement</h2>
      <ul>
        <li>Nomme un référent, qui reste joignable et fait le point avec la personne et l’accueil.</li>
        <li>
          Transmet sans délai à {suspendu ? 'celui qui prescrit' : 'l’employeur'} l’information d’un accident
          ; il est déclaré à la caisse d’assurance maladie dans les 48 heures (D5135-5).
        </li>
        <li>Vérifie les informations de la convention, puis établit le bilan avec les parties (D5135-6).</li>
      </ul>
      <h2>Le prescripteur et l’employeur</h2>
      <ul>
        <li>
          {prescripteur}, qui prescrit, s’assure que l’objet et les activités relèvent d’une mise en situation
          et que la durée respecte un mois de date à date (L5135-2, D5135-3).
        </li>
        <li>
          {suspendu
            ? `Le contrat de travail est suspendu pendant la période : ${prescripteur} couvre les accidents du travail et les maladies professionnelles et fait la déclaration.`
            : `Le contrat de travail se poursuit : ${d.structure.raisonSociale}, employeur, maintient le salaire, couvre les accidents du travail et les maladies professionnelles et fait la déclaration.`}
        </li>
        <li>L’employeur rend son poste à la personne au terme de la période (L5135-3).</li>
      </ul>
      <h2>Renouvellement et fin</h2>
      <ul>
        <li>
          La période peut être renouvelée une fois, pour le même objet et les mêmes objectifs, s’ils n’ont pas
          été atteints. Chez un même accueil : deux conventions et 60 jours au plus en douze mois (D5135-3).
        </li>
        <li>
          Chaque partie peut mettre fin à la période en prévenant les autres ; la date et la raison sont
          notées au bilan.
        </li>
      </ul>
    </>
  );
}

/** The convention of a PMSMP, its mentions and its obligations: L5135-1 to L5135-8, D5135-1 to D5135-8. */
export function Convention(props: {
  d: DonneesConvention;
  projet: boolean;
  /** Rank among those issued for this immersion: from the second on, it replaces the one before. */
  edition: number;
}) {
  const { d, projet, edition } = props;
  const pied = piedDe(d.structure);
  const { beneficiaire, accueil, referent, prescripteur } = d;
  const nee = beneficiaire?.sexe === 'F' ? 'Née le' : 'Né le';
  const numero = d.numero ? `Convention n° ${d.numero}` : 'Convention';
  const references = [
    edition > 1 ? `${numero}, version ${edition}` : numero,
    projet
      ? 'Projet, à ne pas signer'
      : d.numeroImmersionFacilitee
        ? `Immersion Facilitée : ${d.numeroImmersionFacilitee}`
        : 'Dépôt Immersion Facilitée : en attente',
  ];
  return (
    <>
      <Feuille pied={pied} projet={projet}>
        <Entete structure={d.structure} references={references} />
        <h1>Convention relative à une période de mise en situation en milieu professionnel</h1>
        <p className="chapeau">Articles L5135-1 à L5135-8 et D5135-1 à D5135-8 du code du travail.</p>
        <Filiation d={d} edition={edition} />
        <div className="colonnes">
          <section>
            <h2>1. {beneficiaire?.sexe === 'F' ? 'La bénéficiaire' : 'Le bénéficiaire'}</h2>
            <Mentions
              lignes={[
                [
                  'Nom, prénom',
                  beneficiaire ? `${beneficiaire.nom.toLocaleUpperCase('fr')} ${beneficiaire.prenom}` : '',
                ],
                [nee, formaterDate(beneficiaire?.naissance)],
                [
                  'Employeur',
                  [d.structure.raisonSociale, beneficiaire?.contrat && `(${beneficiaire.contrat})`]
                    .filter(Boolean)
                    .join(' '),
                ],
                ['Contrat', d.modeContrat && label(MODES_CONTRAT, d.modeContrat)],
                ...(d.mineur ? [['Représentant légal', d.representantLegal] as const] : []),
              ]}
            />
          </section>
          <section>
            <h2>2. La structure d’accueil</h2>
            <Mentions
              lignes={[
                ['Dénomination', accueil?.nom ?? ''],
                ['Adresse', accueil?.adresse ?? ''],
                ['SIRET', formaterSiret(accueil?.siret ?? '')],
                ['Activité', accueil?.activite ?? ''],
                ['Convention collective', accueil?.conventionCollective ?? ''],
                ['Responsable sur place', [d.tuteur.nom, d.tuteur.fonction].filter(Boolean).join(', ')],
              ]}
            />
          </section>
        </div>
        <div className="colonnes">
          <section>
            <h2>3. {prescripteur ? 'Le prescripteur, l’employeur' : 'Le prescripteur et employeur'}</h2>
            <Mentions
              lignes={
                prescripteur
                  ? [
                      ['Prescripteur', prescripteur.nom],
                      ['Son adresse', prescripteur.adresse],
                      ['Employeur', d.structure.raisonSociale],
                      ['Son adresse ', adresseDe(d.structure)],
                    ]
                  : [
                      ['Dénomination', d.structure.raisonSociale],
                      ['Adresse', adresseDe(d.structure)],
                    ]
              }
            />
          </section>
          <section>
            <h2>4. L’accompagnement</h2>
            <Mentions
              lignes={[
                ['Structure', d.structure.raisonSociale],
                ['Adresse', adresseDe(d.structure)],
                ['Suivi par', [referent?.nom, referent?.fonction].filter(Boolean).join(', ')],
              ]}
            />
          </section>
        </div>
        <h2>5. La période</h2>
        <Periode {...d} />
        <h2>6. Les activités confiées</h2>
        {d.metier && <p>Métier : {d.metier}</p>}
        {d.activites ? <p>{d.activites}</p> : <p className="a-preciser">— à préciser —</p>}
        {d.protection && <p>Protection : {d.protection}</p>}
        <section className="bloc">
          <h2>7. Signatures</h2>
          <Signatures parties={signataires(d)} />
        </section>
      </Feuille>
      <Feuille pied={pied} projet={projet}>
        <Obligations d={d} />
      </Feuille>
    </>
  );
}

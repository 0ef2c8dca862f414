import { formaterDateLongue, formaterHeure, formaterJourCourt, formaterTelephone } from '../../format.ts';
import { calendrier, type Exception, type Horaires } from '../../immersions/horaires.ts';
import { pointsDe } from '../../immersions/regles-points.ts';
import { OBJETS } from '../../nomenclatures/immersions.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import { Entete, Feuille, Mentions, piedDe } from '../page-a4.tsx';
import { TexteSimple } from '../texte-simple.tsx';
import {
  avecFonction,
  direDates,
  direDuree,
  HorairesPresence,
  nomUsuel,
  Remplace,
  type Reperes,
  referencesPapier,
} from './commun.tsx';

/** What the tutor's page says. */
export interface DonneesAccueil extends Reperes {
  objectifs: string;
  competences: string[];
  activites: string;
  modalitesEvaluation: string;
  protection: string;
  prevention: string;
  transport: string;
  /** Who declares an accident. */
  declarant: string;
  horaires: Horaires;
  exceptions: Exception[];
  feriesTravailles: boolean;
  alsaceMoselle: boolean;
}

export const CSS_ACCUEIL = `
html { font-size: 9.1pt; }
h2 { margin-top: 2.8mm; }
p { margin-bottom: 1.2mm; }
table { margin: 1.4mm 0; }
li { margin-bottom: 0.7mm; }
.colonnes dl { grid-template-columns: 25mm minmax(0, 1fr); }
`;

/** Title of the page, also the name of its file. */
export const titreAccueil = ({ numero, beneficiaire }: DonneesAccueil) =>
  `Fiche d’accueil ${numero} ${beneficiaire.nom}`;

function premierJour(d: DonneesAccueil): string {
  const premier = calendrier(d)[0];
  if (!premier) return '';
  return `${formaterDateLongue(premier.date)}, ${formaterHeure(premier.plages[0]!.debut)}`;
}

function dernierJour(d: DonneesAccueil): string {
  const dernier = calendrier(d).at(-1);
  return dernier ? formaterDateLongue(dernier.date) : '';
}

/** Days of the weekly points that follow from the dates. */
function pointsEtape(d: DonneesAccueil): string[] {
  const convenue = { ...d, statut: 'prete', finPrevue: null, bilanLe: null };
  return pointsDe(convenue, [], '').flatMap(({ genre, prevu }) =>
    genre === 'semaine' ? [formaterJourCourt(prevu)] : [],
  );
}

export function FicheAccueil({
  d,
  projet,
  edition,
}: {
  d: DonneesAccueil;
  projet: boolean;
  edition: number;
}) {
  const { structure, beneficiaire } = d;
  const femme = beneficiaire.sexe === 'F';
  const dernier = dernierJour(d);
  const points = pointsEtape(d);
  const telephone = formaterTelephone(structure.telephone);
  return (
    <Feuille pied={piedDe(structure)} projet={projet}>
      <Entete
        structure={structure}
        references={referencesPapier(`Accueil, convention n° ${d.numero}`, { projet, edition })}
      />
      <h1>Accueillir {nomUsuel(beneficiaire)}</h1>
      <p className="chapeau">
        Merci de lui ouvrir vos portes. Cette page, pour {d.tuteur.nom || 'la personne qui l’accueille'},
        tient l’essentiel : gardez-la à portée de main. Un doute ? Appelez-nous.
      </p>
      <Remplace edition={edition} />
      <div className="colonnes">
        <section>
          <h2>Quand et où</h2>
          <Mentions
            lignes={[
              ['Premier jour', premierJour(d)],
              ['Période', direDates(d)],
              ['Durée', direDuree(d)],
              ['Lieu', d.lieu],
              ...(d.transport ? [['Trajet', d.transport] as const] : []),
            ]}
          />
        </section>
        <section>
          <h2>Qui joindre</h2>
          <Mentions
            lignes={[
              ['Référent', avecFonction(d.referent)],
              ['Structure', structure.raisonSociale],
              ['Téléphone', telephone],
              ...(structure.courriel ? [['Courriel', structure.courriel] as const] : []),
            ]}
          />
        </section>
      </div>
      <HorairesPresence periode={d} />
      <h2>Ce que l’on vise</h2>
      <p>
        <strong>{d.objet && label(OBJETS, d.objet)}.</strong> {d.objectifs}
      </p>
      {d.competences.length > 0 && <p>À regarder en particulier : {d.competences.join(' ; ')}.</p>}
      <div className="colonnes">
        <section>
          <h2>À lui confier</h2>
          {d.metier && <p>Métier : {d.metier}</p>}
          <TexteSimple texte={d.activites} />
          {d.protection && <p>Équipement : {d.protection}</p>}
          {d.prevention && <p>Prévention : {d.prevention}</p>}
        </section>
        <section>
          <h2>À ne pas lui confier</h2>
          <ul>
            <li>la tâche régulière d’un poste permanent ;</li>
            <li>le remplacement d’une personne absente ;</li>
            <li>un surcroît d’activité, un emploi de saison ;</li>
            <li>une activité hors de la convention, un poste isolé.</li>
          </ul>
          <p className="petit">
            {femme ? 'Elle' : 'Il'} n’est pas votre {femme ? 'salariée' : 'salarié'} : pas de salaire, pas
            d’objectif de production (L5135-3, L5135-7).
          </p>
        </section>
      </div>
      <div className="colonnes">
        <section>
          <h2>Le premier jour</h2>
          <ul className="a-cocher">
            <li>Présenter l’équipe, et à qui poser ses questions</li>
            <li>Visiter : poste, vestiaire, toilettes, pause, repas</li>
            <li>Dire les risques, les consignes, l’issue de secours</li>
            <li>Remettre les équipements, vérifier qu’ils vont</li>
            <li>Redire horaires, pauses, qui prévenir d’un retard</li>
            <li>Montrer une activité, puis la faire ensemble</li>
            <li>Le soir, faire le point et signer la présence</li>
          </ul>
        </section>
        <section>
          <h2>Si quelque chose arrive</h2>
          <p>
            <strong>Absence ou retard</strong> : prévenez-nous le jour même
            {telephone && (
              <>
                {' '}
                au <span className="insecable">{telephone}</span>
              </>
            )}
            .
          </p>
          <p>
            <strong>Accident</strong>, même léger, même sur le trajet : les secours d’abord (15 ou 112), puis
            appelez-nous aussitôt, 24 heures au plus. Notez l’heure, le lieu, les témoins.{' '}
            {d.declarant ? `La déclaration est faite par ${d.declarant}.` : ''}
          </p>
          <p>
            <strong>Cela ne va pas ?</strong> Appelez-nous : tout peut se réajuster, et chacun peut arrêter.
          </p>
        </section>
      </div>
      <div className="colonnes">
        <section>
          <h2>Votre regard compte</h2>
          <p>
            {points.length > 0 ? `Un point le ${points.join(', le ')}` : 'Un point en cours de route'}, puis
            le bilan à trois le dernier jour{dernier && `, ${dernier}`}.
          </p>
          {d.modalitesEvaluation && <p>{d.modalitesEvaluation}</p>}
        </section>
        <section>
          <h2>Vos notes</h2>
          <div className="ecrire" />
          <div className="ecrire" />
        </section>
      </div>
    </Feuille>
  );
}

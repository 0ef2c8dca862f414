import { formaterDateLongue, formaterHeure, formaterTelephone } from '../../format.ts';
import { calendrier, type Exception, type Horaires } from '../../immersions/horaires.ts';
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
  const elle = femme ? 'elle' : 'il';
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
              ['Période', [direDates(d), direDuree(d)].filter(Boolean).join(' · ')],
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
            <li>le travail d’un poste permanent, comme si {elle} l’occupait ;</li>
            <li>le remplacement d’une personne absente ;</li>
            <li>un coup de feu ou un travail de saison ;</li>
            <li>
              une activité qui n’est pas dans la convention, un travail {femme ? 'seule' : 'seul'} et isolé.
            </li>
          </ul>
          <p>
            {femme ? 'Elle' : 'Il'} n’est pas votre {femme ? 'salariée' : 'salarié'} : pas de salaire, pas
            d’objectif de production (L5135-3, L5135-7).
          </p>
        </section>
      </div>
      <div className="colonnes">
        <section>
          <h2>Le premier jour</h2>
          <ul className="a-cocher">
            <li>Présenter l’équipe, et la personne à qui poser ses questions</li>
            <li>Visiter : poste, vestiaire, toilettes, lieu de pause et de repas</li>
            <li>Expliquer les risques, les consignes, l’issue de secours</li>
            <li>Remettre les équipements de protection et vérifier qu’ils vont</li>
            <li>Redire les horaires, les pauses et qui prévenir en cas de retard</li>
            <li>Montrer une première activité, puis la faire ensemble</li>
            <li>Faire le point en fin de journée et signer la feuille de présence</li>
          </ul>
        </section>
        <section>
          <h2>Si quelque chose arrive</h2>
          <p>
            <strong>Absence ou retard</strong> : prévenez-nous le jour même{telephone && ` au ${telephone}`}.
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
      <h2>Le regard que vous porterez</h2>
      <Mentions
        lignes={[
          ['Chaque jour', 'la feuille de présence, signée à deux'],
          ['Dernier jour', [dernierJour(d), 'bilan à trois'].filter(Boolean).join(' : ')],
          ['Comment', d.modalitesEvaluation],
        ]}
      />
    </Feuille>
  );
}

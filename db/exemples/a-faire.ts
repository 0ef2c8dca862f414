import { ajouterJours, type DateCivile } from '../../shared/dates.ts';
import { appellation, type Fiche, presents } from './carnet.ts';
import type { Equipe } from './equipe.ts';
import type { Phrase } from './phrases.ts';
import { ouvreDepuis, type Scene } from './scene.ts';

/** What each member has to do now: the exchange that promised it, then the next action; `*` is the person met. */
const A_FAIRE: readonly {
  qui: keyof Equipe;
  ou: string;
  /** Days from today to the exchange, then to the next action: late, today, soon. */
  echange: number;
  echeance: number | null;
  /** What the next action waits for. */
  evenement?: string;
  canal: Phrase['canal'];
  nature: Phrase['nature'];
  resultat: Phrase['resultat'];
  texte: string;
  libelle: string;
}[] = [
  {
    qui: 'cip',
    ou: 'Établissements Morelon',
    echange: -17,
    echeance: -5,
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'a_suivre',
    texte: '* devait confirmer deux immersions après l’arrivée du nouveau chantier.',
    libelle: 'Rappeler * pour les deux immersions',
  },
  {
    qui: 'cip',
    ou: 'Boulangerie Fauret',
    echange: -12,
    echeance: -2,
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'realisee',
    texte: 'Immersion de Souleymane terminée : * apprécie son travail et aimerait voir l’atelier.',
    libelle: 'Proposer à * une visite de l’atelier',
  },
  {
    qui: 'cip',
    ou: 'Paysage Rochebelle',
    echange: -11,
    echeance: 0,
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'interessee',
    texte:
      'Une immersion en atelier est possible pour la saison. * demande la grille de compétences avant de décider.',
    libelle: 'Rappeler *, envoyer la grille avant',
  },
  {
    qui: 'cip',
    ou: 'Ressourcerie Le Deuxième Tour',
    echange: -6,
    echeance: 0,
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'accord',
    texte: 'Aminata a bien commencé, point d’étape convenu avec * en fin de semaine.',
    libelle: 'Point d’étape d’Aminata avec *',
  },
  {
    qui: 'cip',
    ou: 'Mairie de Saint-Amable-les-Eaux',
    echange: -20,
    echeance: null,
    evenement: 'Vote du budget communal',
    canal: 'courriel',
    nature: 'intermediation',
    resultat: 'a_suivre',
    texte: 'Un poste aux services techniques est à l’étude. Réponse après le vote du budget.',
    libelle: 'Relancer * après le conseil',
  },
  {
    qui: 'cip',
    ou: 'La Table d’Ysée',
    echange: -3,
    echeance: 3,
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'accord',
    texte: 'D’accord pour recevoir Sarah deux semaines. * rappelle que la cuisine ferme le lundi.',
    libelle: 'Compléter la convention de Sarah et l’envoyer à *',
  },
  {
    qui: 'cip',
    ou: 'Résidence Les Tilleuls argentés',
    echange: -8,
    echeance: 5,
    canal: 'reunion',
    nature: 'formation',
    resultat: 'interessee',
    texte: 'Rencontre sur la formation d’agent de service : * ouvrirait deux places de pratique.',
    libelle: 'Envoyer à * le programme de la formation',
  },
  {
    qui: 'cip',
    ou: 'Supermarché La Bonne Limagne',
    echange: -4,
    echeance: 9,
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'interessee',
    texte: 'Deux renforts prévus pour les fêtes. * veut voir les profils avant le recrutement.',
    libelle: 'Proposer deux profils à *',
  },
  {
    qui: 'relations',
    ou: 'Coutellerie Durolle et Sœurs',
    echange: -15,
    echeance: -3,
    canal: 'visite',
    nature: 'developpement',
    resultat: 'interessee',
    texte: 'Visite de l’atelier de montage. * étudie une petite série à confier à la structure.',
    libelle: 'Envoyer le devis de montage à *',
  },
  {
    qui: 'relations',
    ou: 'Transports Delmas-Rivoire',
    echange: -9,
    echeance: 0,
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'a_suivre',
    texte: 'Préparateurs recherchés sur le quai du soir. * vérifie la navette avant de décider.',
    libelle: 'Rappeler * au sujet de la navette',
  },
  {
    qui: 'relations',
    ou: 'Sources du Grand-Cratère',
    echange: -7,
    echeance: 3,
    canal: 'courriel',
    nature: 'decouverte',
    resultat: 'accord',
    texte: 'Visite de la ligne d’embouteillage acceptée pour huit personnes.',
    libelle: 'Confirmer la liste des visiteurs à *',
  },
  {
    qui: 'relations',
    ou: 'Hôtel des Thermes-Neufs',
    echange: -5,
    echeance: 7,
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'interessee',
    texte: 'La saison se prépare : trois postes d’étage, * préfère commencer par des immersions.',
    libelle: 'Présenter trois candidates et candidats à *',
  },
  {
    qui: 'relations',
    ou: 'Net’Limagnes',
    echange: -10,
    echeance: 12,
    evenement: 'Notification du marché',
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'a_suivre',
    texte: 'Nouveau marché de nettoyage en attente de notification.',
    libelle: 'Demander à * si le marché est gagné',
  },
  {
    qui: 'directrice',
    ou: 'Communauté de communes des Trois-Sources',
    echange: -21,
    echeance: -8,
    canal: 'reunion',
    nature: 'developpement',
    resultat: 'a_suivre',
    texte: 'Réunion sur la clause sociale du prochain marché d’espaces verts. Compte rendu attendu.',
    libelle: 'Demander le compte rendu à *',
  },
  {
    qui: 'directrice',
    ou: 'Inter’Vallées Services',
    echange: -6,
    echeance: 2,
    canal: 'reunion',
    nature: 'developpement',
    resultat: 'accord',
    texte: 'Accord de principe pour un parcours commun entre nos deux structures.',
    libelle: 'Envoyer à * le projet de charte',
  },
  {
    qui: 'directrice',
    ou: 'Hôpital local des Deux-Puys',
    echange: -13,
    echeance: 14,
    canal: 'courrier',
    nature: 'developpement',
    resultat: 'a_suivre',
    texte: 'Courrier pour un partenariat sur les métiers du soin, transmis à la direction.',
    libelle: 'Appeler * au sujet du partenariat',
  },
  {
    qui: 'encadrant',
    ou: 'Charpentes Vauzelles',
    echange: -6,
    echeance: 0,
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'realisee',
    texte: 'Passage à l’atelier : Tesfay est à l’aise, * veut parler de la suite.',
    libelle: 'Rappeler * pour la suite du parcours de Tesfay',
  },
  {
    qui: 'encadrant',
    ou: 'Ferme du Bois-l’Abbesse',
    echange: -8,
    echeance: 4,
    canal: 'telephone',
    nature: 'developpement',
    resultat: 'interessee',
    texte: '* cherche une équipe pour la taille des haies cet hiver.',
    libelle: 'Passer voir les haies avec *',
  },
];

/** Organisations whose last exchange is told here. */
export const EN_ATTENTE = new Map(A_FAIRE.map(({ ou, echange }) => [ou, echange]));

/** The day itself when it is today's; else one when people work, on the same side of today. */
function jourDu(today: DateCivile, echeance: number): DateCivile {
  const jour = ajouterJours(today, echeance);
  return echeance === 0 ? jour : ouvreDepuis(jour, echeance < 0 ? -1 : 1);
}

/** The exchanges of the last weeks and the follow-ups they promised, late ones included. */
export function promettre(scene: Scene, equipe: Equipe, fiches: readonly Fiche[]): void {
  const { today } = scene;
  for (const { qui, ou, echange, echeance, evenement = '', libelle, texte, ...reste } of A_FAIRE) {
    const fiche = fiches.find(({ nom }) => nom === ou)!;
    const date = scene.ouvre(ajouterJours(today, echange));
    const due = echeance === null ? null : jourDu(today, echeance);
    scene.le(date, () => {
      const personne = presents(fiche, date)[0]!;
      const dire = (phrase: string) => phrase.replaceAll('*', appellation(personne));
      scene.par(equipe[qui]);
      scene.appeler('sollicitations.record', {
        date,
        ...reste,
        texte: dire(texte),
        organisationIds: [fiche.id],
        interlocuteurIds: [personne.id],
        relance: { libelle: dire(libelle), echeance: due !== null && due < date ? date : due, evenement },
      });
    });
  }
}

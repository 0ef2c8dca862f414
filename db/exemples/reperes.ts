import { ajouterJours } from '../../shared/dates.ts';
import { appellation, type Fiche, presents } from './carnet.ts';
import type { Equipe } from './equipe.ts';
import type { Scene } from './scene.ts';

/** An organisation asked so often of late that it should be left alone for a while. */
const TROP_SOLLICITEE = 'Boulangerie Fauret';
const DEMANDES: readonly (readonly [jours: number, objet: string, texte: string])[] = [
  [-96, 'Immersion de découverte', '* accepterait une personne, plutôt après la rentrée.'],
  [-74, 'Immersion', 'Deuxième profil présenté à *, qui demande à voir la lettre de motivation.'],
  [-52, 'Visite du fournil', '* ne peut pas recevoir de groupe la nuit, propose un après-midi.'],
  [-38, 'Job dating', 'Invitation au job dating : * viendra si la boutique est couverte.'],
  [-26, 'Immersion de Souleymane', '* est d’accord pour deux semaines au fournil.'],
];

const SILENCES = [
  { motif: 'demande', note: 'La direction ne souhaite plus être appelée par des structures d’insertion.' },
  { motif: 'incident', note: 'Consignes de sécurité non tenues pendant une immersion, malgré deux rappels.' },
] as const;

/** What the screens must have to show: a firm asked too often, others not to be contacted, a person in two places. */
export function marquer(scene: Scene, equipe: Equipe, fiches: readonly Fiche[]): void {
  const { today } = scene;
  const trouver = (nom: string) => fiches.find((fiche) => fiche.nom === nom)!;
  const sollicitee = trouver(TROP_SOLLICITEE);
  for (const [jours, objet, texte] of DEMANDES) {
    const date = scene.ouvre(ajouterJours(today, jours));
    scene.le(date, () => {
      const personne = presents(sollicitee, date)[0]!;
      scene.par(jours < -60 ? equipe.relations : equipe.cip);
      scene.appeler('sollicitations.record', {
        date,
        canal: 'telephone',
        nature: 'intermediation',
        resultat: 'interessee',
        objet,
        texte: texte.replaceAll('*', appellation(personne)),
        dureeMinutes: 10,
        organisationIds: [sollicitee.id],
        interlocuteurIds: [personne.id],
      });
    });
  }
  const endormies = fiches.filter(({ relation }) => relation === 'dormante');
  SILENCES.forEach((silence, rang) => {
    scene.le(scene.ouvre(ajouterJours(today, -60 * (rang + 1))), () => {
      scene.par(equipe.directrice);
      scene.appeler('reseau.silence', { id: endormies[rang]!.id, ...silence });
    });
  });
  scene.le(scene.ouvre(ajouterJours(today, -400)), () => {
    const { id, civilite, prenom, nom } = trouver('Établissements Morelon').personnes[0]!;
    scene.par(equipe.directrice);
    scene.appeler('reseau.saveInterlocuteur', {
      organisationId: trouver('Festival Les Nuits de lave').id,
      id,
      civilite,
      prenom,
      nom,
      qualite: 'dirigeant',
      intitule: civilite === 'Mme' ? 'Présidente' : 'Président',
      debut: scene.ouvre(ajouterJours(today, -400)),
      fin: null,
    });
  });
}

import type { Dossier } from '../shared/immersions/dossier.ts';
import { controler } from '../shared/immersions/regles.ts';
import { type Controle, immersionSaisie } from '../shared/immersions/schema.ts';
import { idDeRang } from './appui.ts';
import { SEMAINE, saisieComplete } from './immersions.ts';

type Salarie = NonNullable<Dossier['salarie']>;
type Accueil = NonNullable<Dossier['organisation']>;
type Structure = NonNullable<Dossier['structure']>;
type Contrat = Salarie['contrats'][number];
export type Autre = Salarie['immersions'][number];

/** What a test says of a file; the rest lacks nothing. */
export interface Reste {
  salarie?: Partial<Omit<Salarie, 'contrats' | 'immersions'>> & {
    contrats?: (Omit<Contrat, 'minutesHebdo'> & Partial<Contrat>)[];
    immersions?: Autre[];
  };
  organisation?: Partial<Accueil>;
  structure?: Partial<Structure>;
  referent?: Dossier['referent'];
  today?: string;
  immersionId?: string;
  statut?: Dossier['statut'];
  seuils?: Dossier['seuils'];
  signatures?: Dossier['signatures'];
}

/** A file that no check finds fault with, looked at on 24/03/2026: ten days from 07/04 to 17/04/2026. */
export function dossier(saisie: Partial<Dossier['saisie']> = {}, reste: Reste = {}): Dossier {
  const { contrats = [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-12-31' }], ...salarie } =
    reste.salarie ?? {};
  return {
    today: reste.today ?? '2026-03-24',
    immersionId: reste.immersionId ?? null,
    statut: reste.statut ?? 'brouillon',
    seuils: reste.seuils ?? [],
    signatures: reste.signatures ?? [],
    saisie: {
      ...immersionSaisie.parse(saisieComplete(idDeRang(1), idDeRang(2))),
      ...saisie,
    },
    salarie: {
      id: 's',
      prenom: 'Aminata',
      nom: 'Diallo',
      sexe: 'F',
      naissance: '1991-07-14',
      immersions: [],
      formations: [],
      ...salarie,
      contrats: contrats.map((contrat) => ({ minutesHebdo: null, ...contrat })),
    },
    organisation: {
      id: 'o',
      nom: 'Atelier du Réemploi',
      adresse: '',
      codePostal: '',
      ville: '',
      siret: '',
      activite: '',
      conventionCollective: '',
      interlocuteurs: [],
      sites: [],
      roles: [],
      saturation: {
        niveau: 'calme',
        demandes: 0,
        immersions: 0,
        charge: 0,
        seuil: 5,
        mois: 6,
        limite: false,
        derniere: null,
        jusquAu: null,
        phrase: 'Aucune demande en 6 mois ; alerte à 5. Vous pouvez proposer une immersion.',
      },
      silence: null,
      ...reste.organisation,
    },
    structure: {
      raisonSociale: 'Les Ateliers du Val',
      genre: 'ACI',
      siret: '',
      adresse: '12 rue des Lavoirs',
      codePostal: '63200',
      ville: 'Riom',
      telephone: '',
      courriel: '',
      conventionNumero: '',
      logo: '',
      ...reste.structure,
    },
    referent:
      reste.referent === undefined
        ? { id: 'm', prenom: 'Karine', nom: 'Brunet', fonction: 'conseillère' }
        : reste.referent,
  };
}

/** Another immersion of the person, with the same host, over; its days of presence are Mondays to Fridays. */
export function autre(debut: string, fin: string, reste: Partial<Autre> = {}): Autre {
  return {
    id: `i-${debut}`,
    numero: `n-${debut}`,
    statut: 'terminee',
    objet: 'decouvrir',
    objectifs: 'Autres',
    debut,
    fin,
    jours: 8,
    organisation: { id: 'o', nom: 'Atelier du Réemploi', siret: '' },
    renouvelleId: null,
    horaires: SEMAINE,
    exceptions: [],
    feriesTravailles: false,
    alsaceMoselle: false,
    ...reste,
  };
}

/** An address of a host elsewhere than the one of `dossier`. */
export const AILLEURS: Autre['organisation'] = { id: 'x', nom: 'Ailleurs', siret: '' };

/** The check of a code, or undefined when nothing is said. */
export const trouver = (lu: Dossier, code: string): Controle | undefined =>
  controler(lu).find((constat) => constat.code === code);

export const niveau = (lu: Dossier, code: string) => trouver(lu, code)?.niveau;

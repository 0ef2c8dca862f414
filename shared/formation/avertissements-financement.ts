import { ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, enPhrase, formaterDate, formaterDuree } from '../format.ts';
import { formaterEuros } from '../montant.ts';
import { MOUVEMENTS, PHASES_COUT } from '../nomenclatures/formation.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { type CoutPhase, PHASES, partsPartenaires, type SessionACouter, stagiairesComptes } from './couts.ts';
import type { Avertissement, LigneLue } from './financement.ts';
import { direPart } from './part.ts';
import type { Bouclage } from './regles-financement.ts';

/** Who pays a line, as sentences name it. */
export const nommerFinanceur = (organisation: { nom: string } | null): string =>
  organisation?.nom ?? 'Fonds propres';

/** How the formula of a phase comes to its amount, in one line. */
export function direFormule(
  session: SessionACouter,
  { phase, calcule }: Pick<CoutPhase, 'phase' | 'calcule'>,
  minutes: number,
  centimesHeure: number,
): string {
  if (!calcule) return '';
  const stagiaires = accorder(stagiairesComptes(session), 'stagiaire');
  const qui =
    session.engages > 0
      ? `${stagiaires} engagé${session.engages > 1 ? 's' : ''}`
      : `${stagiaires} prévu${session.stagiairesPrevus > 1 ? 's' : ''}`;
  if (phase === 'salaires') return `${qui} × ${formaterDuree(minutes)} × ${formaterEuros(centimesHeure)}`;
  if (session.coutMode === 'heure_stagiaire') {
    return `${qui} × ${formaterDuree(minutes)} × ${formaterEuros(session.coutCentimes)}`;
  }
  const partenaires = partsPartenaires(session).reduce((somme, lue) => somme + lue, 0);
  return partenaires === 0
    ? `forfait de ${formaterEuros(session.coutCentimes)}`
    : `forfait de ${formaterEuros(session.coutCentimes)}, dont ${formaterEuros(partenaires)} pour les partenaires`;
}

export interface ARegarder {
  today: DateCivile;
  annulee: boolean;
  fin: DateCivile;
  couts: readonly CoutPhase[];
  lignes: readonly LigneLue[];
  bouclage: Bouclage;
  parPhase: readonly (Bouclage & { phase: string })[];
  /** Days before a deadline, months after the end of the session. */
  seuils: { echeance: number; avance: number };
}

type Regle = (vu: ARegarder) => Avertissement[];

const aVoir = (phrase: string, ligneId: string | null = null): Avertissement => ({
  niveau: 'a_voir',
  phrase,
  ligneId,
});

const sansCompter: Regle = ({ annulee }) =>
  annulee
    ? [
        {
          niveau: 'info',
          phrase: 'Cette session est annulée : ses coûts et ses financements ne comptent plus nulle part.',
          ligneId: null,
        },
      ]
    : [];

/** What does not meet: funding above the cost of a phase, or a cost that nothing covers. */
const boucle: Regle = ({ bouclage, parPhase, lignes }) => {
  const trop = parPhase
    .filter(({ ecart }) => ecart < 0)
    .map(({ phase, cout, ecart }) =>
      aVoir(
        `${label(PHASES_COUT, phase)} : ${formaterEuros(cout - ecart)} de financements pour ${formaterEuros(cout)} de coût, soit ${formaterEuros(-ecart)} de trop.`,
      ),
    );
  if (bouclage.cout === 0 && lignes.length === 0) return trop;
  if (lignes.length === 0) {
    return [
      {
        niveau: 'info',
        phrase: `Aucun financement n’est noté : ${formaterEuros(bouclage.cout)} restent à la charge de votre structure.`,
        ligneId: null,
      },
    ];
  }
  // By phase, so that an excess here does not hide what is missing there.
  const manques = parPhase.filter(({ ecart }) => ecart > 0);
  const manque = manques.reduce((somme, { ecart }) => somme + ecart, 0);
  if (manque === 0) return trop;
  const detail = manques.map(
    ({ phase, ecart }) => `${enPhrase(label(PHASES_COUT, phase))} ${formaterEuros(ecart)}`,
  );
  return [
    ...trop,
    aVoir(
      `Coûts et financements ne se rejoignent pas : ${formaterEuros(manque)} sur ${formaterEuros(bouclage.cout)} ne sont couverts par personne (${detail.join(', ')}).`,
    ),
  ];
};

const partsAuDela: Regle = ({ lignes }) => {
  const cles = [...new Set(lignes.map(({ phase, exercice }) => `${phase} ${exercice}`))];
  return cles.flatMap((cle) => {
    const celles = lignes.filter(({ phase, exercice }) => `${phase} ${exercice}` === cle);
    const somme = celles.reduce((total, { part }) => total + (part ?? 0), 0);
    const { phase, exercice } = celles[0]!;
    return somme <= 1000
      ? []
      : [aVoir(`${label(PHASES_COUT, phase)} ${exercice} : les parts font ${direPart(somme)} du coût.`)];
  });
};

const depassement: Regle = ({ couts }) =>
  PHASES.flatMap((phase) => {
    const connus = couts.filter((cout) => cout.phase === phase && cout.reelCentimes !== null);
    const prevu = connus.reduce((somme, { prevuCentimes }) => somme + prevuCentimes, 0);
    const reel = connus.reduce((somme, { reelCentimes }) => somme + (reelCentimes ?? 0), 0);
    return reel <= prevu
      ? []
      : [
          aVoir(
            `${label(PHASES_COUT, phase)} : ${formaterEuros(reel)} réels pour ${formaterEuros(prevu)} prévus, soit ${formaterEuros(reel - prevu)} de plus.`,
          ),
        ];
  });

/** `OPCO Uniformation, salaires` */
const dire = ({ organisation, phase }: LigneLue) =>
  `${nommerFinanceur(organisation)}, ${enPhrase(label(PHASES_COUT, phase))}`;

const sansBase: Regle = ({ lignes, couts }) =>
  lignes
    .filter(
      (ligne) =>
        ligne.part !== null &&
        !couts.some((cout) => cout.phase === ligne.phase && cout.exercice === ligne.exercice),
    )
    .map((ligne) =>
      aVoir(
        `${dire(ligne)} : ce poste ne coûte rien en ${ligne.exercice}, une part de ${direPart(ligne.part!)} vaut 0,00\u00a0€.`,
        ligne.id,
      ),
    );

const montants: Regle = ({ lignes }) =>
  lignes.flatMap((ligne) => {
    const { demande, accorde, refuse, facture, verse } = ligne;
    const phrases = [
      accorde > 0 &&
        accorde < demande &&
        `${formaterEuros(accorde)} accordés sur ${formaterEuros(demande)} demandés`,
      accorde > 0 &&
        verse > accorde &&
        `${formaterEuros(verse)} versés pour ${formaterEuros(accorde)} accordés`,
      accorde > 0 &&
        facture > accorde &&
        `${formaterEuros(facture)} facturés pour ${formaterEuros(accorde)} accordés`,
      accorde === 0 && verse > 0 && `${formaterEuros(verse)} versés sans accord noté`,
      accorde === 0 &&
        refuse > demande &&
        demande > 0 &&
        `${formaterEuros(refuse)} refusés pour ${formaterEuros(demande)} demandés`,
    ];
    return phrases.filter((lue) => lue !== false).map((lue) => aVoir(`${dire(ligne)} : ${lue}.`, ligne.id));
  });

/** Steps that come one after the other; what is paid ahead or refused has no rank. */
const SUITE = ['demande', 'accorde', 'facture', 'verse'];

const desordre: Regle = ({ lignes }) =>
  lignes.flatMap((ligne) => {
    for (const [rang, genre] of SUITE.entries()) {
      const premier = ligne.mouvements
        .filter((lu) => lu.genre === genre)
        .map(({ date }) => date)
        .sort()[0];
      const avant = ligne.mouvements
        .filter((lu) => SUITE.indexOf(lu.genre) > rang && premier !== undefined && lu.date < premier)
        .at(0);
      if (premier === undefined || avant === undefined) continue;
      const mot = (code: string) => enPhrase(label(MOUVEMENTS, code));
      return [
        aVoir(
          `${dire(ligne)} : ${mot(avant.genre)} le ${formaterDate(avant.date)}, avant d’être ${mot(genre)} le ${formaterDate(premier)}. Vérifiez les dates.`,
          ligne.id,
        ),
      ];
    }
    return [];
  });

const echeances: Regle = ({ lignes, today, seuils }) =>
  lignes.flatMap((ligne) => {
    if (ligne.echeance === null) return [];
    const reste = ecartJours(today, ligne.echeance);
    if (reste > seuils.echeance) return [];
    const quoi = ligne.echeanceObjet === '' ? 'échéance' : `« ${ligne.echeanceObjet} »`;
    const quand =
      reste < 0
        ? `il y a ${accorder(-reste, 'jour')}`
        : reste === 0
          ? 'aujourd’hui'
          : `dans ${accorder(reste, 'jour')}`;
    return [aVoir(`${dire(ligne)} : ${quoi} au ${formaterDate(ligne.echeance)}, ${quand}.`, ligne.id)];
  });

/** Money paid ahead and never seen again, and lines that nobody asked for in time. */
const apresSession: Regle = ({ lignes, today, fin, seuils }) => {
  if (fin >= today) return [];
  return lignes.flatMap((ligne) => [
    ...(ligne.aRembourser > 0 && ajouterMois(fin, seuils.avance) < today
      ? [
          aVoir(
            `${dire(ligne)} : ${formaterEuros(ligne.aRembourser)} avancés ne sont pas remboursés, et la session est finie depuis le ${formaterDate(fin)}.`,
            ligne.id,
          ),
        ]
      : []),
    ...(ligne.etat === 'a_demander' && ligne.retenu > 0
      ? [
          aVoir(
            `${dire(ligne)} : ${formaterEuros(ligne.retenu)} ne sont pas demandés, et la session est finie depuis le ${formaterDate(fin)}.`,
            ligne.id,
          ),
        ]
      : []),
  ]);
};

const REGLES: Regle[] = [
  boucle,
  partsAuDela,
  echeances,
  montants,
  apresSession,
  desordre,
  sansBase,
  depassement,
];

/** Everything to look at in the money of a session, what weighs most first; nothing blocks. */
export function avertir(vu: ARegarder): Avertissement[] {
  const [annulee, ...regles] = [sansCompter, ...REGLES];
  const dite = annulee!(vu);
  return dite.length > 0 ? dite : regles.flatMap((regle) => regle(vu));
}

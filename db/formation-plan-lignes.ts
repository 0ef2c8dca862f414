import type { LigneOuverte } from '../shared/bilans/lignes.ts';
import { accorder, formaterDate, formaterDuree } from '../shared/format.ts';
import type { ChoixPlan, FigurePlan } from '../shared/formation/plan.ts';
import { resteDe } from '../shared/formation/plan-parties.ts';
import {
  type AxePlan,
  additionner,
  certificationDe,
  codeDe,
  issueDe,
} from '../shared/formation/regles-plan.ts';
import { direTitre } from '../shared/formation/titre-session.ts';
import { formaterEuros } from '../shared/montant.ts';
import { RESULTATS_CERTIFICATION, STATUTS_INSCRIPTION } from '../shared/nomenclatures/formation.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { type Lecteur, type PartLue, readPlan } from './formation-plan-calcul.ts';
import { type Colonne, colonne } from './tableur.ts';

/** What a part weighs in a figure: the rows of a figure are the parts that weigh something, and add up to it. */
function poids(figure: FigurePlan, part: PartLue): number {
  switch (figure) {
    case 'sessions':
      return part.dansAnnee ? 1 : 0;
    case 'stagiaires':
    case 'inscriptions':
      return part.dansAnnee && part.inscription !== null ? 1 : 0;
    case 'prevues':
    case 'engagees':
    case 'realisees':
    case 'cout':
    case 'accorde':
    case 'attendu':
      return part[figure];
    case 'reste':
      return resteDe(part);
    case 'auBout':
    case 'interrompus':
    case 'enCours':
      return issueDe(part) === figure ? 1 : 0;
    default:
      return certificationDe(part) === figure ? 1 : 0;
  }
}

/** The parts behind a figure of the year, or behind the line of a breakdown. */
export const retenues = (
  parts: readonly PartLue[],
  { figure, axe, code }: Omit<ChoixPlan, 'annee'>,
): PartLue[] =>
  parts.filter((part) => (axe === null || codeDe(axe, part) === code) && poids(figure, part) !== 0);

const MONTANTS: readonly FigurePlan[] = ['cout', 'accorde', 'attendu', 'reste'];

const enMots = (figure: FigurePlan, valeur: number): string =>
  MONTANTS.includes(figure) ? formaterEuros(valeur) : formaterDuree(valeur);

const sommeDe = (figure: FigurePlan, parts: readonly PartLue[]) =>
  parts.reduce((somme, part) => somme + poids(figure, part), 0);

function parSession(figure: FigurePlan, parts: readonly PartLue[]): LigneOuverte[] {
  return [...Map.groupBy(parts, ({ session }) => session.id)].map(([id, siennes]): LigneOuverte => {
    const { session } = siennes[0]!;
    const { inscriptions } = additionner(siennes);
    return {
      id,
      date: session.debut,
      titre: direTitre(session),
      detail: [
        session.numero,
        session.organisme,
        figure === 'sessions'
          ? `${accorder(inscriptions, 'inscription')} · ${formaterDuree(session.minutes)} par stagiaire`
          : enMots(figure, sommeDe(figure, siennes)),
      ]
        .filter(Boolean)
        .join(' · '),
      fiche: { genre: 'session', id },
    };
  });
}

function parPersonne(parts: readonly PartLue[]): LigneOuverte[] {
  return [...Map.groupBy(parts, ({ inscription }) => inscription!.salarieId)]
    .map(([id, siennes]): LigneOuverte => {
      const { prenom, nom } = siennes[0]!.inscription!;
      const { inscriptions, engagees, realisees } = additionner(siennes);
      return {
        id,
        date: null,
        titre: `${nom} ${prenom}`.trim(),
        detail: [
          accorder(inscriptions, 'inscription'),
          `${formaterDuree(engagees)} engagées`,
          `${formaterDuree(realisees)} réalisées`,
        ].join(' · '),
        fiche: { genre: 'salarie', id },
      };
    })
    .sort((a, b) => a.titre.localeCompare(b.titre, 'fr'));
}

function parInscription(figure: FigurePlan, parts: readonly PartLue[]): LigneOuverte[] {
  return parts.map((part): LigneOuverte => {
    const { id, prenom, nom, statut, resultat } = part.inscription!;
    const { session } = part;
    return {
      id,
      date: session.debut,
      titre: `${prenom} ${nom} · ${direTitre(session)}`.trim(),
      detail: [
        session.numero,
        label(STATUTS_INSCRIPTION, statut),
        resultat && label(RESULTATS_CERTIFICATION, resultat),
        figure === 'engagees' || figure === 'realisees'
          ? enMots(figure, poids(figure, part))
          : `jusqu’au ${formaterDate(session.fin)}`,
      ]
        .filter(Boolean)
        .join(' · '),
      fiche: { genre: 'session', id: session.id },
    };
  });
}

const PAR_SESSION: readonly FigurePlan[] = ['sessions', 'prevues', ...MONTANTS];

/** Rows behind a figure: sessions, persons or registrations, whichever it counts. */
export function readRows(lecteur: Lecteur, { annee, ...choix }: ChoixPlan): LigneOuverte[] {
  const parts = retenues(readPlan(lecteur, annee).courante.parts, choix);
  if (PAR_SESSION.includes(choix.figure)) return parSession(choix.figure, parts);
  return choix.figure === 'stagiaires' ? parPersonne(parts) : parInscription(choix.figure, parts);
}

/** One part a line: every sum of the plan can be made again from them. */
export function colonnesParts(nommer: (axe: AxePlan, code: string) => string): Colonne<PartLue>[] {
  const par = (titre: string, axe: AxePlan) =>
    colonne.texte<PartLue>(titre, (part) => nommer(axe, codeDe(axe, part)));
  return [
    colonne.texte('Session', ({ session }) => session.numero),
    colonne.texte('Intitulé', ({ session }) => direTitre(session)),
    par('Nature', 'genre'),
    par('Thème', 'theme'),
    par('Organisme', 'organisme'),
    colonne.date('Du', ({ session }) => session.debut),
    colonne.date('Au', ({ session }) => session.fin),
    colonne.texte('Nom', ({ inscription }) => inscription?.nom ?? ''),
    colonne.texte('Prénom', ({ inscription }) => inscription?.prenom ?? ''),
    par('Sexe', 'sexe'),
    par('Support', 'support'),
    colonne.texte('Étape', ({ inscription }) =>
      inscription ? label(STATUTS_INSCRIPTION, inscription.statut) : '',
    ),
    colonne.texte('Certification', ({ inscription }) =>
      inscription?.resultat ? label(RESULTATS_CERTIFICATION, inscription.resultat) : '',
    ),
    colonne.heures('Heures prévues', ({ prevues }) => prevues),
    colonne.heures('Heures engagées', ({ engagees }) => engagees),
    colonne.heures('Heures réalisées', ({ realisees }) => realisees),
    colonne.euros('Coût', ({ cout }) => cout / 100),
    colonne.euros('Accordé', ({ accorde }) => accorde / 100),
    colonne.euros('Attendu', ({ attendu }) => attendu / 100),
    colonne.euros('Reste à charge', (part) => resteDe(part) / 100),
  ];
}

import { refreshSummary } from '../db/organisations.ts';
import type { Axe } from '../shared/bilans/axes.ts';
import type { LigneIndicateur } from '../shared/bilans/bilan.ts';
import type { Horaires } from '../shared/immersions/horaires.ts';
import { calendrier, totaux } from '../shared/immersions/horaires.ts';
import { type Essai, idDeRang } from './appui.ts';

const INSTANT = '2026-01-01T00:00:00.000Z';
/** 9–12 and 13–17, Monday to Friday: 35 hours. */
export const SEMAINE: Horaires = [0, 1, 2, 3, 4, 5, 6].map((jour) =>
  jour < 5
    ? [
        { debut: 540, fin: 720 },
        { debut: 780, fin: 1020 },
      ]
    : [],
);

/** Ranks of the ids far from those the application gives itself in a test. */
const GENRES = {
  organisation: 1,
  sollicitation: 2,
  relance: 3,
  salarie: 4,
  immersion: 5,
  membre: 6,
  embauche: 7,
} as const;
export function idDe(genre: keyof typeof GENRES, rang: number): string {
  return idDeRang(GENRES[genre] * 1_000_000 + rang);
}

export interface Faits {
  organisations: {
    nom?: string;
    genre?: string;
    stade?: string;
    /** Day it asked not to be contacted any more. */
    silence?: string | null;
    archivee?: boolean;
  }[];
  sollicitations?: {
    date: string;
    canal?: string;
    nature?: string;
    sousNature?: string;
    sens?: string;
    resultat?: string;
    cause?: string;
    texte?: string;
    organisations: number[];
    archivee?: boolean;
  }[];
  relances?: { organisation: number; echeance: string; faitLe?: string | null; archivee?: boolean }[];
  salaries?: { prenom?: string; nom?: string; sexe?: string }[];
  immersions?: {
    salarie: number;
    organisation: number;
    debut: string | null;
    fin: string | null;
    statut?: string;
    objet?: string;
    /** Rank of the one it renews. */
    renouvelle?: number;
    /** Minutes of the days that did not go as agreed, by day. */
    presences?: { date: string; minutes: number }[];
    realisation?: string;
    /** Its bilan is closed, and says so. */
    decision?: string;
    archivee?: boolean;
  }[];
  embauches?: {
    organisation: number;
    /** Null: somebody the structure does not follow. */
    salarie: number | null;
    date: string;
    contrat?: string;
    archivee?: boolean;
  }[];
}

/** Writes facts straight into the tables, ranks as references: a bilan reads what is there, whoever wrote it. */
export function planter({ depot }: Essai, faits: Faits): void {
  const { sqlite } = depot.base();
  const organisationIds = faits.organisations.map((_, rang) => idDe('organisation', rang));
  const inserer = (table: string, ligne: Record<string, unknown>) => {
    const noms = Object.keys(ligne);
    sqlite
      .prepare(
        `INSERT OR IGNORE INTO ${table} (${noms.join(', ')}) VALUES (${noms.map((nom) => `@${nom}`).join(', ')})`,
      )
      .run(ligne);
  };
  const suivi = (archivee?: boolean) => ({
    created_at: INSTANT,
    updated_at: INSTANT,
    archived_at: archivee ? INSTANT : null,
  });
  sqlite.transaction(() => {
    for (const [rang, fait] of faits.organisations.entries()) {
      const titre = fait.nom ?? `Organisation ${rang}`;
      inserer('organisation', {
        id: organisationIds[rang],
        nom: titre,
        nom_tri: titre.toLowerCase(),
        genre: fait.genre ?? '',
        stade: fait.stade ?? 'contactee',
        ne_plus_contacter_le: fait.silence ?? null,
        ...suivi(fait.archivee),
      });
    }
    for (const [rang, fait] of (faits.sollicitations ?? []).entries()) {
      const id = idDe('sollicitation', rang);
      inserer('sollicitation', {
        id,
        date: fait.date,
        canal: fait.canal ?? 'telephone',
        sens: fait.sens ?? 'sortante',
        nature: fait.nature ?? '',
        sous_nature: fait.sousNature ?? '',
        resultat: fait.resultat ?? 'a_suivre',
        cause: fait.cause ?? '',
        texte: fait.texte ?? '',
        ...suivi(fait.archivee),
      });
      for (const organisation of fait.organisations) {
        inserer('sollicitation_organisation', {
          sollicitation_id: id,
          organisation_id: idDe('organisation', organisation),
        });
      }
    }
    for (const [rang, { organisation, echeance, faitLe, archivee }] of (faits.relances ?? []).entries()) {
      inserer('relance', {
        id: idDe('relance', rang),
        organisation_id: idDe('organisation', organisation),
        libelle: 'Rappeler',
        echeance,
        fait_le: faitLe ?? null,
        ...suivi(archivee),
      });
    }
    for (const [rang, { prenom, nom, sexe }] of (faits.salaries ?? []).entries()) {
      inserer('salarie', {
        id: idDe('salarie', rang),
        prenom: prenom ?? 'Prénom',
        nom: nom ?? `Nom ${rang}`,
        nom_tri: nom ?? `nom ${rang}`,
        sexe: sexe ?? 'F',
        naissance: '1990-01-01',
        ...suivi(),
      });
    }
    for (const [rang, fait] of (faits.immersions ?? []).entries()) {
      const { debut, fin } = fait;
      const jours = calendrier({ debut, fin, horaires: SEMAINE, feriesTravailles: false });
      const { presences = [], realisation, renouvelle } = fait;
      const notes = new Set(presences.map(({ date }) => date));
      const faites =
        totaux(jours.filter(({ date }) => !notes.has(date))).minutes +
        presences.reduce((somme, { minutes }) => somme + minutes, 0);
      const id = idDe('immersion', rang);
      inserer('immersion', {
        id,
        numero: `2025-${rang}`,
        statut: fait.statut ?? 'terminee',
        salarie_id: idDe('salarie', fait.salarie),
        organisation_id: idDe('organisation', fait.organisation),
        objet: fait.objet ?? 'decouvrir',
        debut,
        fin,
        horaires: JSON.stringify(SEMAINE),
        ...totaux(jours),
        minutes_faites: presences.length === 0 ? null : faites,
        renouvelle_id: renouvelle === undefined ? null : idDe('immersion', renouvelle),
        ...suivi(fait.archivee),
      });
      for (const presence of presences)
        inserer('immersion_presence', { immersion_id: id, ...presence, updated_at: INSTANT });
      if (realisation || fait.decision)
        inserer('immersion_bilan', {
          immersion_id: id,
          realisation: realisation ?? 'complete',
          decision: fait.decision ?? '',
          fait_le: fait.decision ? fin : null,
          updated_at: INSTANT,
        });
    }
    for (const [rang, { organisation, salarie, date, contrat, archivee }] of (
      faits.embauches ?? []
    ).entries()) {
      inserer('embauche', {
        id: idDe('embauche', rang),
        organisation_id: idDe('organisation', organisation),
        salarie_id: salarie === null ? null : idDe('salarie', salarie),
        date,
        contrat: contrat ?? 'cdi',
        ...suivi(archivee),
      });
    }
  })();
  refreshSummary(depot.base(), organisationIds);
}

/** One figure of a period, with its breakdowns. */
export async function lireLigne(
  e: Essai,
  code: string,
  axes: readonly string[],
  periode: { debut: string; fin: string },
  conventionId: string | null = null,
): Promise<LigneIndicateur> {
  const { lignes } = await e.reussir('bilans.mesurer', {
    ...periode,
    indicateurs: [{ code, axes: axes as Axe[] }],
    conventionId,
  });
  if (!lignes[0]) throw new Error(`No such indicator: ${code}`);
  return lignes[0];
}

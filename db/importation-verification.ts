import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterSiret, formaterTelephone } from '../shared/format.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { STADES, TAILLES } from '../shared/nomenclatures/reseau.ts';
import { GENRES_ORGANISATION } from '../shared/nomenclatures/structures.ts';
import type { FicheLue } from '../shared/reseau/import/fiche.ts';
import type {
  AnalyseImport,
  demandeLignes,
  fichierImport,
  LigneAnalysee,
  LigneResumee,
  ListeLue,
} from '../shared/reseau/import/schema.ts';
import type { Contexte } from './contexte.ts';
import { examiner, type LigneExaminee } from './importation-analyse.ts';
import { arreterSiDemande, oublierDecoupe, sansAvancement } from './importation-decoupe.ts';
import { type ColonnesMemorisees, type Liste, lireListe } from './importation-lecture.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { readReglage } from './parametres.ts';

export const MEMOIRE_COLONNES = 'import_colonnes';

/** Columns chosen for former lists, latest first. */
export const memoire = (db: Base) => readReglage<ColonnesMemorisees[]>(db, MEMOIRE_COLONNES, []);

/** Last dry run of a connection: its lines are read by the screen as they come in sight. */
const verifications = new WeakMap<Database, { id: string; lignes: ReadonlyMap<number, LigneExaminee> }>();

/** Gives the memory of the last dry run back, once it is imported. */
export function oublierVerification({ sqlite }: Base): void {
  verifications.delete(sqlite);
  oublierDecoupe();
}

/** Longest text of a preview: the screen shows one line of it. */
const APERCU_MAX = 160;

const court = (texte: string) => {
  const plat = texte.replaceAll('\n', ', ');
  return plat.length > APERCU_MAX ? `${plat.slice(0, APERCU_MAX - 1)}…` : plat;
};

/** How the codes of a line are said, in the words of this base. */
function diseur(db: Base): (fiche: FicheLue) => string {
  const [categorie, secteur, origine, role] = (['categories', 'secteurs', 'origines', 'roles'] as const).map(
    (liste) => libelles(db, liste),
  ) as [Dire, Dire, Dire, Dire];
  const membre = db.sqlite.prepare("SELECT trim(prenom || ' ' || nom) FROM membre WHERE id = ?").pluck();
  return (fiche) =>
    [
      ['Catégorie', fiche.categorie && categorie(fiche.categorie)],
      ['Secteur', fiche.secteur && secteur(fiche.secteur)],
      ['NAF', fiche.naf],
      ['Effectif', fiche.effectif === null ? fiche.taille && label(TAILLES, fiche.taille) : fiche.effectif],
      ['Zone', fiche.zone],
      ['Stade', fiche.stade && label(STADES, fiche.stade)],
      ['Rôles', fiche.roles.map(role).join(', ')],
      ['Référent', fiche.referentId && (membre.get(fiche.referentId) as string)],
      ['Origine', fiche.origine ? origine(fiche.origine) : fiche.originePrecision],
    ]
      .filter(([, dit]) => dit !== '' && dit !== null)
      .map(([nom, dit]) => `${nom} : ${dit}`)
      .join(' · ');
}

type Dire = (code: string) => string;

function apercuDe(fiche: FicheLue, dire: (fiche: FicheLue) => string): NonNullable<LigneAnalysee['apercu']> {
  return {
    nom: fiche.nom,
    type: fiche.genreSiae || (fiche.genre && label(GENRES_ORGANISATION, fiche.genre)),
    activite: court(fiche.activite),
    siret: formaterSiret(fiche.siret),
    adresse: court(fiche.adresse),
    codePostal: fiche.codePostal,
    ville: fiche.ville,
    telephone: [fiche.telephone, fiche.autreTelephone].filter(Boolean).map(formaterTelephone).join(' / '),
    courriel: [fiche.courriel, fiche.autreCourriel].filter(Boolean).join(' / '),
    interlocuteur: court(
      fiche.interlocuteurs
        .map(({ prenom, nom, intitule }) => [`${prenom} ${nom}`.trim(), intitule].filter(Boolean).join(', '))
        .join(' ; '),
    ),
    autres: dire(fiche),
    note: court(fiche.note),
  };
}

function versAnalysee(
  { ligne, cellules, lue, doublon }: LigneExaminee,
  dire: (fiche: FicheLue) => string,
): LigneAnalysee {
  if (lue.rejet !== null) {
    return {
      ligne,
      etat: 'rejetee',
      apercu: null,
      contenu: court(cellules.filter((cellule) => cellule.trim() !== '').join(' ; ')),
      doublonDe: null,
      proposition: null,
      raison: lue.rejet,
      remarques: [],
    };
  }
  const connue = doublon?.connue;
  return {
    ligne,
    etat: doublon ? 'doublon' : 'nouvelle',
    apercu: apercuDe(lue.fiche, dire),
    contenu: '',
    doublonDe: connue ? { id: connue.id, ligne: connue.ligne, nom: connue.nom, ville: connue.ville } : null,
    proposition: doublon?.proposition ?? 'creer',
    raison: doublon?.raison ?? '',
    remarques: lue.remarques.map(court),
  };
}

function exemplesDe(liste: Liste, rang: number): string[] {
  const exemples: string[] = [];
  for (const { cellules } of liste.enregistrements) {
    const cellule = court((cellules[rang] ?? '').trim());
    if (cellule !== '' && !exemples.includes(cellule)) exemples.push(cellule);
    if (exemples.length === 3) break;
  }
  return exemples;
}

function resumer({ ligne, lue, doublon }: LigneExaminee): LigneResumee {
  const aRelire = lue.remarques.length > 0;
  if (lue.rejet !== null) return { ligne, etat: 'rejetee', proposition: null, aRelire: false };
  if (doublon) return { ligne, etat: 'doublon', proposition: doublon.proposition, aRelire };
  return { ligne, etat: 'nouvelle', proposition: 'creer', aRelire };
}

function decrire(liste: Liste): ListeLue {
  const { enregistrements, entetes: _, ...description } = liste;
  return {
    ...description,
    colonnes: liste.colonnes.map((col, rang) => ({ ...col, exemples: exemplesDe(liste, rang) })),
    nombre: enregistrements.length,
  };
}

export async function readImport(
  { db, tasks }: Contexte,
  entree: z.output<typeof fichierImport>,
): Promise<ListeLue> {
  tasks.begin();
  return decrire(await lireListe(entree, memoire(db), tasks));
}

export async function analyzeImport(
  { db, ids, tasks }: Contexte,
  entree: z.output<typeof fichierImport>,
): Promise<AnalyseImport> {
  tasks.begin();
  const liste = await lireListe(entree, memoire(db), sansAvancement(tasks));
  const examinees = examiner(db, liste, (fait) => {
    arreterSiDemande(tasks);
    tasks.progress(fait, liste.enregistrements.length);
  });
  const id = ids.next();
  verifications.set(db.sqlite, {
    id,
    lignes: new Map(examinees.map((examinee) => [examinee.ligne, examinee])),
  });
  const lignes = examinees.map(resumer);
  const compter = (etat: LigneResumee['etat']) => lignes.filter((ligne) => ligne.etat === etat).length;
  return {
    ...decrire(liste),
    id,
    lignes,
    totaux: {
      lignes: lignes.length,
      nouvelles: compter('nouvelle'),
      doublons: compter('doublon'),
      rejetees: compter('rejetee'),
      remarques: lignes.filter(({ aRelire }) => aRelire).length,
    },
  };
}

export function importLines(
  { db }: Contexte,
  { id, lignes }: z.output<typeof demandeLignes>,
): LigneAnalysee[] {
  const connue = verifications.get(db.sqlite);
  if (connue?.id !== id) {
    throw new ErreurMetier('conflit', {
      message: 'Une autre liste a été vérifiée depuis : revenez aux colonnes, puis vérifiez à nouveau.',
    });
  }
  const dire = diseur(db);
  return lignes.flatMap((ligne) => {
    const examinee = connue.lignes.get(ligne);
    return examinee ? [versAnalysee(examinee, dire)] : [];
  });
}

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { startTransition, useState } from 'react';
import type { Sortie } from '../../../shared/contrat.ts';
import type { Cible } from '../../../shared/reseau/import/cibles.ts';
import type { AnalyseImport, ListeLue } from '../../../shared/reseau/import/schema.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { GardeSaisie } from '../../components/formulaire.tsx';
import { TetePage } from '../../components/page.tsx';
import { AvancementImport } from './avancement-import.tsx';
import { ChoixFichier } from './choix-fichier.tsx';
import { Colonnes, type Lecture, lectureDe } from './colonnes.tsx';
import type { Decisions } from './decisions.ts';
import { Etapes } from './etapes.tsx';
import styles from './importer.module.css';
import { ImportsPrecedents } from './imports-precedents.tsx';
import { Lignes } from './lignes.tsx';
import { type FichierLu, FichierRefuse, fichierColle, lireFichier } from './lire-fichier.ts';
import { Resultat } from './resultat.tsx';

interface Lue {
  fichier: FichierLu;
  liste: ListeLue;
}

interface Verifiee {
  fichier: FichierLu;
  analyse: AnalyseImport;
}

type Etat =
  | { etape: 'fichier' }
  | (Lue & { etape: 'colonnes'; cibles: readonly Cible[] })
  | (Verifiee & { etape: 'lignes' | 'import'; decisions: Decisions })
  | (Verifiee & { etape: 'resultat'; decisions: Decisions; rendu: Sortie<'reseau.runImport'> });

const RANGS: Record<Etat['etape'], number> = { fichier: 0, colonnes: 1, lignes: 2, import: 2, resultat: 3 };

const ciblesDe = (liste: ListeLue) => liste.colonnes.map(({ cible }) => cible);

/** The file with everything that was understood of it: what was checked is what is imported. */
function demandeDe({ fichier, analyse }: Verifiee, decisions: Decisions) {
  return {
    ...fichier,
    ...lectureDe(analyse),
    colonnes: ciblesDe(analyse),
    decisions: [...decisions].map(([ligne, action]) => ({ ligne, action })),
  };
}

/** From a list of addresses to the network: choose, check the columns, check the lines, import, or take it back. */
export function EcranImporter() {
  const [etat, setEtat] = useState<Etat>({ etape: 'fichier' });
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);

  /** Runs a step; a refusal is said where the file is chosen, or in a notification further on. */
  async function tenter(travail: () => Promise<Etat>) {
    setEnCours(true);
    setRefus(null);
    try {
      const suivant = await travail();
      // Dozens of fields are about to be drawn: in slices, so that the window answers meanwhile.
      // What acts on the step before stays asleep until the next one is there.
      startTransition(() => {
        setEtat(suivant);
        setEnCours(false);
      });
    } catch (erreur) {
      setEnCours(false);
      if (!(erreur instanceof ErreurOperation || erreur instanceof FichierRefuse)) throw erreur;
      if (etat.etape === 'fichier') setRefus(erreur.message);
      else notifications.show({ message: erreur.message, color: 'red', autoClose: 10_000 });
    }
  }

  const choisir = (choisi: File) =>
    tenter(async () => {
      const fichier = await lireFichier(choisi);
      const liste = await appeler('reseau.readImport', fichier);
      return { etape: 'colonnes', fichier, liste, cibles: ciblesDe(liste) };
    });

  const relire = (fichier: FichierLu, lecture: Lecture) =>
    tenter(async () => {
      const liste = await appeler('reseau.readImport', { ...fichier, ...lecture });
      return { etape: 'colonnes', fichier, liste, cibles: ciblesDe(liste) };
    });

  const verifier = ({ fichier, liste }: Lue, cibles: readonly Cible[]) =>
    tenter(async () => {
      const lecture = { ...lectureDe(liste), colonnes: [...cibles] };
      const analyse = await appeler('reseau.analyzeImport', { ...fichier, ...lecture });
      return { etape: 'lignes', fichier, analyse, decisions: new Map() };
    });

  async function importer(lue: Verifiee, decisions: Decisions) {
    setEtat({ ...lue, etape: 'import', decisions });
    try {
      const rendu = await appeler('reseau.runImport', demandeDe(lue, decisions));
      setEtat({ ...lue, etape: 'resultat', decisions, rendu });
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      notifications.show({ message: erreur.message, color: 'red', autoClose: 10_000 });
      setEtat({ ...lue, etape: 'lignes', decisions });
    }
  }

  const recommencer = () => setEtat({ etape: 'fichier' });
  const entamee = etat.etape === 'colonnes' || etat.etape === 'lignes' || etat.etape === 'import';
  return (
    <>
      <GardeSaisie modifie={entamee} />
      <TetePage
        titre="Importer une liste"
        fil={[{ label: 'Réseau', vers: '/reseau' }]}
        sous={etat.etape === 'fichier' ? undefined : etat.fichier.nom}
        actions={
          etat.etape === 'colonnes' || etat.etape === 'lignes' ? (
            <Button variant="default" onClick={recommencer}>
              Choisir un autre fichier
            </Button>
          ) : undefined
        }
      />
      <Etapes rang={RANGS[etat.etape]} />
      {etat.etape === 'fichier' ? (
        <ChoixFichier
          enCours={enCours}
          refus={refus}
          choisir={(choisi) => void choisir(choisi)}
          coller={(texte) => void choisir(fichierColle(texte))}
        />
      ) : null}
      {etat.etape === 'colonnes' ? (
        <Colonnes
          liste={etat.liste}
          cibles={etat.cibles}
          enCours={enCours}
          relire={(lecture) => void relire(etat.fichier, lecture)}
          viser={(rang, cible) => setEtat({ ...etat, cibles: etat.cibles.with(rang, cible) })}
          continuer={() => void verifier(etat, etat.cibles)}
        />
      ) : null}
      {etat.etape === 'lignes' ? (
        <Lignes
          analyse={etat.analyse}
          decisions={etat.decisions}
          decider={(decisions) => setEtat({ ...etat, decisions })}
          revenir={() =>
            setEtat({
              etape: 'colonnes',
              fichier: etat.fichier,
              liste: etat.analyse,
              cibles: ciblesDe(etat.analyse),
            })
          }
          importer={() => void importer(etat, etat.decisions)}
        />
      ) : null}
      {etat.etape === 'import' ? <AvancementImport fichier={etat.fichier.nom} /> : null}
      {etat.etape === 'resultat' ? (
        <Resultat rendu={etat.rendu} demande={demandeDe(etat, etat.decisions)} recommencer={recommencer} />
      ) : null}
      {etat.etape === 'fichier' || etat.etape === 'resultat' ? (
        <div className={styles.bas}>
          <ImportsPrecedents />
        </div>
      ) : null}
    </>
  );
}

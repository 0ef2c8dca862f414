import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Entree, Sortie } from '../../shared/contrat.ts';
import { accorder, insecables } from '../../shared/format.ts';
import type { AnalysePaie } from '../../shared/heures/schema.ts';
import { moisVoisin } from '../../shared/immersions/calendrier.ts';
import { useAnnee } from '../app/annee.ts';
import { useJour } from '../app/jour.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import { GardeSaisie } from '../components/formulaire.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { FichierRefuse, fichierColle, lireFichier } from '../reseau/importer/lire-fichier.ts';
import { ChoixPaie } from './choix-paie.tsx';
import { ColonnesPaie } from './colonnes-paie.tsx';
import { LignesPaie } from './lignes-paie.tsx';
import { LotsHeures } from './lots-heures.tsx';
import styles from './paie.module.css';

type Demande = Entree<'heures.importer'>;

interface Verifiee {
  demande: Demande;
  analyse: AnalysePaie;
}

/** From a payroll file to the grid: choose it, check its columns and its lines, write them, or take them back. */
export function EcranImporterPaie() {
  const { annee } = useAnnee();
  const today = useJour();
  const [verifiee, setVerifiee] = useState<Verifiee | null>(null);
  const [fait, setFait] = useState<Sortie<'heures.importer'> | null>(null);
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);

  async function tenter(travail: () => Promise<void>): Promise<void> {
    setEnCours(true);
    setRefus(null);
    try {
      await travail();
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation || erreur instanceof FichierRefuse)) throw erreur;
      if (verifiee === null) setRefus(erreur.message);
      else notifications.show({ message: erreur.message, color: 'red', autoClose: 10_000 });
    } finally {
      setEnCours(false);
    }
  }
  const verifier = (demande: Demande) =>
    tenter(async () => setVerifiee({ demande, analyse: await appeler('heures.analyser', demande) }));
  const choisir = (fichier: File) =>
    tenter(async () => {
      setFait(null);
      const { nom, contenu } = await lireFichier(fichier);
      // Payroll comes once a month is over: the one before, unless another year is being filled.
      const precedent = moisVoisin(today.slice(0, 7), -1);
      const mois = precedent.startsWith(String(annee)) ? precedent : `${annee}-12`;
      const demande = { nom, contenu, annee, mois };
      setVerifiee({ demande, analyse: await appeler('heures.analyser', demande) });
    });
  const importer = ({ demande }: Verifiee) =>
    tenter(async () => {
      const rendu = await appeler('heures.importer', demande);
      setFait(rendu);
      setVerifiee(null);
      const { id } = rendu;
      if (id !== null)
        annoncerAnnulable(
          insecables(`${accorder(rendu.changees, 'mois de contrat importé', 'mois de contrat importés')}.`),
          async () => {
            await appeler('heures.annulerImport', { id });
            setFait(null);
          },
        );
    });
  return (
    <>
      <GardeSaisie modifie={verifiee !== null} />
      <TetePage
        titre="Importer la paie"
        fil={[
          { label: 'Bilans', vers: '/bilans' },
          { label: 'Heures et ETP', vers: `/bilans/heures?annee=${annee}` },
        ]}
        sous={verifiee?.demande.nom}
        actions={
          verifiee ? (
            <Button variant="default" onClick={() => setVerifiee(null)}>
              Choisir un autre fichier
            </Button>
          ) : undefined
        }
      />
      {verifiee ? (
        <div className={styles.page}>
          {verifiee.analyse.avertissements.map((phrase) => (
            <p key={phrase} className={styles.alerte} role="status">
              {phrase}
            </p>
          ))}
          <ColonnesPaie
            demande={verifiee.demande}
            analyse={verifiee.analyse}
            enCours={enCours}
            changer={(change) => void verifier({ ...verifiee.demande, ...change })}
          />
          <LignesPaie
            analyse={verifiee.analyse}
            choix={verifiee.demande.choix ?? []}
            enCours={enCours}
            choisir={(choix) => void verifier({ ...verifiee.demande, choix })}
            importer={() => void importer(verifiee)}
          />
        </div>
      ) : (
        <div className={styles.page}>
          {fait ? <Fait fait={fait} annee={annee} /> : null}
          <ChoixPaie
            enCours={enCours}
            refus={refus}
            choisir={(fichier) => void choisir(fichier)}
            coller={(texte) => void choisir(fichierColle(texte))}
          />
          <LotsHeures />
        </div>
      )}
    </>
  );
}

function Fait({ fait, annee }: { fait: Sortie<'heures.importer'>; annee: number }) {
  const { changees, identiques, restees } = fait;
  return (
    <Carte titre="C’est importé">
      <p className={styles.fait} role="status">
        {insecables(
          `${[
            accorder(changees, 'mois de contrat écrit', 'mois de contrat écrits'),
            identiques > 0 && `${accorder(identiques, 'déjà à jour', 'déjà à jour')}`,
            restees > 0 && accorder(restees, 'ligne laissée de côté', 'lignes laissées de côté'),
          ]
            .filter(Boolean)
            .join(', ')}.`,
        )}
      </p>
      <Button component={Link} to={`/bilans/heures?annee=${annee}`}>
        Voir les heures
      </Button>
    </Carte>
  );
}

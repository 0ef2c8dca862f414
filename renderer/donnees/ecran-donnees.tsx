import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { EtatDonnees } from '../../shared/donnees/contrat.ts';
import { formaterMoment, formaterTaille, MOIS_GARDES } from '../../shared/donnees/regles.ts';
import { PHRASES } from '../../shared/erreurs.ts';
import { accorder } from '../../shared/format.ts';
import { useAction, useLecture } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { Avancement } from './avancement.tsx';
import { Avis } from './avis.tsx';
import { AvisEmplacement } from './avis-emplacement.tsx';
import styles from './donnees.module.css';
import { Emporter } from './emporter.tsx';
import { ouvrirDossier } from './ouvrir-dossier.ts';
import { VosSauvegardes } from './vos-sauvegardes.tsx';

const moment = (instant: string | null) => (instant ? formaterMoment(instant, new Date()) : null);

/** Kept files shown by name; the others become a number. */
const NOMMEES = 5;

function PiecesPerdues({ noms }: { noms: string[] }) {
  const reste = noms.length - NOMMEES;
  return (
    <p className={styles.refus} role="alert">
      {accorder(
        noms.length,
        'fichier gardé a disparu ou a été abîmé',
        'fichiers gardés ont disparu ou ont été abîmés',
      )}{' '}
      : {noms.slice(0, NOMMEES).join(', ')}
      {reste > 0 ? ` et ${accorder(reste, 'autre')}` : ''}. Une pièce jointe se remplace ou se retire depuis
      son échange ; un document d’immersion se réimprime depuis l’immersion, à partir de ce qui a été émis.
    </p>
  );
}

/** Where the base is, how big, when it was last found sound. */
function VotreBase({ etat }: { etat: EtatDonnees }) {
  const { data: place } = useLecture('donnees.place', {});
  const verifier = useAction('donnees.check');
  const [perdues, setPerdues] = useState<string[]>([]);

  async function verifierTout() {
    try {
      const { ouverte, piecesPerdues } = await verifier.mutateAsync({ complet: true });
      setPerdues(piecesPerdues);
      if (ouverte) notifications.show({ message: 'La base a été relue en entier : elle est saine.' });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  return (
    <Carte titre={etat.exemples ? 'Ouverte en ce moment' : 'Votre base'}>
      <dl className={styles.fiche}>
        <dt>Dossier</dt>
        <dd className={styles.chemin}>{place?.dossier}</dd>
        <dt>Taille</dt>
        <dd>{place ? formaterTaille(place.taille) : null}</dd>
        <dt>Dernière vérification</dt>
        <dd>{moment(etat.verifieeLe) ?? 'pas encore'}</dd>
        {etat.exemples ? null : (
          <>
            <dt>Dernière sauvegarde vérifiée</dt>
            <dd>{moment(etat.derniereSauvegarde) ?? 'pas encore'}</dd>
          </>
        )}
      </dl>
      {perdues.length > 0 ? <PiecesPerdues noms={perdues} /> : null}
      {verifier.isPending ? (
        <Avancement libelle="Relecture de toute la base…" />
      ) : (
        <Stack gap="xs">
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={18} stroke={1.6} />}
            onClick={ouvrirDossier}
          >
            Ouvrir le dossier
          </Button>
          <Button variant="default" onClick={() => void verifierTout()}>
            Vérifier maintenant
          </Button>
        </Stack>
      )}
    </Carte>
  );
}

/** Opens the examples, or gives the structure's own base back. */
function Exemples({ ouverts }: { ouverts: boolean }) {
  const ouvrir = useAction('donnees.openExamples');
  const retirer = useAction('donnees.removeExamples');
  const refus = ouvrir.error ?? retirer.error;
  return (
    <Carte titre="Base d’exemples">
      <p className={styles.texte}>
        {ouverts
          ? 'Elle est ouverte en ce moment. Vos propres données attendent, intactes ; ce que vous essayez ici disparaîtra avec les exemples.'
          : 'Une structure imaginaire et quatre ans d’activité, pour découvrir Passerelle ou former un collègue. Vos propres données restent intactes.'}
      </p>
      {ouverts ? (
        <Button variant="default" loading={retirer.isPending} onClick={() => retirer.mutate({})}>
          Retirer les exemples
        </Button>
      ) : (
        <Button variant="default" loading={ouvrir.isPending} onClick={() => ouvrir.mutate({})}>
          Ouvrir les exemples
        </Button>
      )}
      {refus ? (
        <p className={styles.refus} role="alert">
          {refus.message}
        </p>
      ) : null}
    </Carte>
  );
}

function sousTitre(exemples: boolean, danger: boolean): string {
  if (exemples) return 'Vous regardez les exemples. Vos propres données et leurs sauvegardes vous attendent.';
  if (danger) return 'Où sont vos données, et comment elles sont protégées.';
  return 'Tout est sur cet ordinateur. Une sauvegarde vérifiée est faite chaque jour, sans y penser.';
}

/** Where the data is, how it is protected, and how to go back. */
export function EcranDonnees() {
  const { data: etat } = useLecture('donnees.etat', {});
  const { data: place } = useLecture('donnees.place', {});
  const sauvegarder = useAction('donnees.backupNow');

  async function sauvegarderMaintenant() {
    try {
      await sauvegarder.mutateAsync({});
      notifications.show({ message: 'Sauvegarde faite, relue et vérifiée.' });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  if (!etat) return <TetePage titre="Données" />;
  return (
    <>
      <TetePage
        titre="Données"
        sous={sousTitre(etat.exemples, Boolean(place?.danger))}
        actions={
          etat.exemples ? null : (
            <Button
              leftSection={<IconDeviceFloppy size={18} stroke={1.6} />}
              loading={sauvegarder.isPending}
              onClick={() => void sauvegarderMaintenant()}
            >
              Sauvegarder maintenant
            </Button>
          )
        }
      />
      <div className={styles.page}>
        <div className={styles.colonne}>
          {place?.danger ? <AvisEmplacement danger={place.danger} /> : null}
          {etat.echecSauvegarde ? (
            <Avis titre="La sauvegarde du jour n’a pas pu être faite">
              {PHRASES[etat.echecSauvegarde]} Corrigez la cause, puis cliquez sur « Sauvegarder maintenant ».
            </Avis>
          ) : null}
          {sauvegarder.isPending ? (
            <Avancement libelle="Copie de la base, puis relecture de la copie…" />
          ) : null}
          <VosSauvegardes
            titre={etat.exemples ? 'Sauvegardes de vos propres données' : 'Sauvegardes'}
            vide="La première sera faite d’elle-même, dès que votre structure sera enregistrée."
            restaurable={!etat.exemples}
          />
          <p className={styles.note}>
            Passerelle garde les sept derniers jours, puis une sauvegarde par semaine et par mois, jusqu’à{' '}
            {MOIS_GARDES} mois. Pour parer au vol ou à la panne, enregistrez de temps en temps une copie sur
            une clé : elle suffit à tout retrouver sur un autre ordinateur.
          </p>
        </div>
        <div className={styles.colonne}>
          <VotreBase etat={etat} />
          <Emporter exemples={etat.exemples} />
          <Exemples ouverts={etat.exemples} />
        </div>
      </div>
    </>
  );
}

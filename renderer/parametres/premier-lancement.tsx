import { Button, Divider, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { STRUCTURE_VIDE } from '../../shared/parametres/schema.ts';
import { useAction, useLecture } from '../app/operations.ts';
import { useFormulaire } from '../components/formulaire.tsx';
import { Carte } from '../components/page.tsx';
import { VosSauvegardes } from '../donnees/vos-sauvegardes.tsx';
import { ChampsEquipe, PERSONNE_VIDE } from './champs-equipe.tsx';
import { ChampsStructure } from './champs-structure.tsx';
import styles from './parametres.module.css';

/** First run: the structure and its team, on one screen. */
export function PremierLancement() {
  useEffect(() => {
    document.title = 'Bienvenue · Passerelle';
  }, []);
  const { data } = useLecture('parametres.get', {});
  const [reprise, setReprise] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const equipe = useFormulaire('parametres.saveEquipe', { membres: [{ ...PERSONNE_VIDE }] }, () => undefined);
  const structure = useFormulaire(
    'parametres.saveStructure',
    data?.structure ?? STRUCTURE_VIDE,
    () => void equipe.envoyer(),
  );
  const exemples = useAction('donnees.openExamples');

  async function commencer() {
    const fautes = [structure.form.validate().hasErrors, equipe.form.validate().hasErrors];
    if (fautes.some(Boolean)) {
      setRefus('Il reste une information à corriger : elle est signalée en rouge.');
      return;
    }
    setRefus(null);
    await structure.envoyer();
  }

  return (
    <main className={styles.premier}>
      <div className={styles.accueil}>
        <img src="./icone.svg" alt="" width={52} height={52} />
        <h1>Bienvenue dans Passerelle</h1>
        <p>
          Votre réseau d’employeurs, vos échanges, vos conventions d’immersion et vos bilans. Tout reste sur
          cet ordinateur : aucune donnée n’est envoyée ailleurs.
        </p>
        <p>Deux minutes suffisent pour commencer. Chaque information pourra être modifiée dans Paramètres.</p>
        <div className={styles.exemples}>
          <p>
            Vous préférez regarder d’abord ? Ouvrez une base d’exemples : une structure imaginaire, quatre ans
            d’activité. Un clic la retire.
          </p>
          <Button variant="default" loading={exemples.isPending} onClick={() => exemples.mutate({})}>
            Ouvrir les exemples
          </Button>
          {exemples.error ? <p role="alert">{exemples.error.message}</p> : null}
        </div>
        <div className={styles.exemples}>
          <p>Passerelle a déjà servi, ici ou ailleurs ? Retrouvez tout à partir d’une sauvegarde.</p>
          <Button variant="default" onClick={() => setReprise(true)}>
            Reprendre une sauvegarde
          </Button>
        </div>
      </div>
      <Modal
        opened={reprise}
        onClose={() => setReprise(false)}
        title="Reprendre une sauvegarde"
        size={820}
        centered
      >
        <VosSauvegardes
          titre="Sauvegardes de cet ordinateur"
          vide="Si vous en avez une sur une clé, ajoutez-la depuis son fichier : il se termine par « .sqlite »."
          restaurable
        />
      </Modal>
      <Carte>
        <form
          noValidate
          onSubmit={(evenement) => {
            evenement.preventDefault();
            void commencer();
          }}
        >
          <h2 className={styles.section}>Votre structure</h2>
          <ChampsStructure form={structure.form} />
          <Divider my="lg" color="var(--filet)" />
          <h2 className={styles.section}>Votre équipe</h2>
          <ChampsEquipe form={equipe.form} />
          <div className={styles.pied}>
            <Button type="submit" loading={structure.enCours || equipe.enCours}>
              Commencer
            </Button>
            <span className={styles.refus} role="alert">
              {refus ?? structure.refus ?? equipe.refus}
            </span>
          </div>
        </form>
      </Carte>
    </main>
  );
}

import { Button, NumberInput, Popover, Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { LigneSecteur } from '../../shared/reseau/secteurs.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import styles from './secteurs.module.css';

const nombre = (saisi: string | number) => (saisi === '' ? null : Number(saisi));

/** Score of a sector in the year's survey: shown, and typed in a small form over the table. */
export function ScoreSecteur({ ligne, annee, nom }: { ligne: LigneSecteur; annee: number; nom: string }) {
  const [ouvert, setOuvert] = useState(false);
  const { score, scorePrecedent } = ligne;
  return (
    <Popover
      opened={ouvert}
      onChange={setOuvert}
      width={280}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.chiffre}
          aria-label={`Score ${annee}, ${nom} : ${score ?? 'à saisir'}`}
          onClick={() => setOuvert((avant) => !avant)}
        >
          {score ?? <IconPencil size={15} stroke={1.6} aria-hidden />}
        </button>
      </Popover.Target>
      {scorePrecedent === null ? null : (
        <small className={styles.avant}>
          <span className="visuellement-cache">{annee - 1} : </span>
          {scorePrecedent}
        </small>
      )}
      <Popover.Dropdown>
        <Saisie ligne={ligne} annee={annee} nom={nom} fermer={() => setOuvert(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Saisie(props: { ligne: LigneSecteur; annee: number; nom: string; fermer: () => void }) {
  const { ligne, annee, nom, fermer } = props;
  const [score, setScore] = useState<string | number>(ligne.score ?? '');
  const [repondants, setRepondants] = useState<string | number>(ligne.repondants ?? '');
  const [note, setNote] = useState(ligne.note);
  const [fautes, setFautes] = useState<Record<string, string>>({});
  async function enregistrer() {
    try {
      const avant = await appeler('reseau.saveSecteurScore', {
        secteur: ligne.secteur,
        annee,
        score: nombre(score),
        repondants: nombre(repondants),
        note,
      });
      fermer();
      annoncerAnnulable(
        score === '' ? `${nom} n’a plus de score en ${annee}.` : `${nom} : ${score} sur 100 en ${annee}.`,
        () => appeler('reseau.saveSecteurScore', avant),
      );
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setFautes(erreur.enveloppe.champs ?? { score: erreur.message });
    }
  }
  return (
    <form
      noValidate
      className={styles.saisie}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void enregistrer();
      }}
    >
      <strong>
        {nom}, {annee}
      </strong>
      <NumberInput
        label="Score du questionnaire, de 0 à 100"
        data-autofocus
        hideControls
        allowDecimal={false}
        value={score}
        error={fautes.score}
        onChange={setScore}
      />
      <NumberInput
        label="Réponses reçues"
        hideControls
        allowDecimal={false}
        value={repondants}
        error={fautes.repondants}
        onChange={setRepondants}
      />
      <Textarea
        label="Remarque"
        autosize
        minRows={2}
        value={note}
        error={fautes.note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit">Enregistrer</Button>
    </form>
  );
}

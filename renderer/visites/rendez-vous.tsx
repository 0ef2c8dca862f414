import { Button, Select, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconDownload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Champs } from '../../shared/erreurs.ts';
import { formaterDateLongue, formaterHeure } from '../../shared/format.ts';
import { lireHeure } from '../../shared/visites/regles.ts';
import type { Entretien } from '../../shared/visites/schema.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { Carte } from '../components/page.tsx';
import styles from './visites.module.css';

const DUREES = [30, 45, 60, 90, 120].map((minutes) => ({ value: `${minutes}`, label: `${minutes} min` }));

const HEURE_ILLISIBLE = 'Écrivez l’heure ainsi : 14 h 30.';

/** When and where; fixing it also writes it in the list of what is to be done. */
export function RendezVous(props: {
  entretien: Entretien | null;
  adresse: string;
  /** Makes sure the interview exists; its id. */
  assurer: () => Promise<string>;
}) {
  const { entretien } = props;
  const [date, setDate] = useState<string | null>(entretien?.date ?? null);
  const [heure, setHeure] = useState(entretien?.heure != null ? formaterHeure(entretien.heure) : '');
  const [duree, setDuree] = useState(`${entretien?.dureeMinutes ?? 60}`);
  const [lieu, setLieu] = useState(entretien?.lieu || props.adresse);
  const [champs, setChamps] = useState<Champs>({});
  const [attente, setAttente] = useState(false);
  const ics = useExport('visites.ics');
  const fixe = entretien?.date ? entretien : null;
  const minutes = heure.trim() === '' ? null : lireHeure(heure);
  const change =
    !fixe ||
    fixe.date !== date ||
    fixe.heure !== minutes ||
    `${fixe.dureeMinutes}` !== duree ||
    fixe.lieu !== lieu;

  async function enregistrer() {
    if (date === null) return setChamps({ date: 'Indiquez le jour de la visite.' });
    if (heure.trim() !== '' && minutes === null) return setChamps({ heure: HEURE_ILLISIBLE });
    setChamps({});
    setAttente(true);
    try {
      const id = await props.assurer();
      await appeler('visites.setRendezVous', { id, date, heure: minutes, dureeMinutes: Number(duree), lieu });
      annoncerAnnulable(
        `Rendez-vous fixé au ${formaterDateLongue(date)} : il est aussi dans vos actions à faire.`,
        () =>
          appeler('visites.setRendezVous', {
            id,
            date: fixe?.date ?? null,
            heure: fixe?.heure ?? null,
            dureeMinutes: fixe?.dureeMinutes ?? 60,
            lieu: fixe?.lieu ?? '',
          }),
      );
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      const fautes = erreur.enveloppe.champs ?? {};
      setChamps(fautes);
      if (Object.keys(fautes).length === 0) annoncerRefus(erreur);
    } finally {
      setAttente(false);
    }
  }
  async function retirer() {
    if (!fixe) return;
    const { id, heure: h, dureeMinutes, lieu: l, date: d } = fixe;
    try {
      await appeler('visites.setRendezVous', { id, date: null, lieu: '' });
      setDate(null);
      setHeure('');
      annoncerAnnulable('Le rendez-vous est retiré.', async () => {
        await appeler('visites.setRendezVous', { id, date: d, heure: h, dureeMinutes, lieu: l });
        setDate(d);
        setHeure(h === null ? '' : formaterHeure(h));
      });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <Carte
      titre="Le rendez-vous"
      suite={
        fixe
          ? `${formaterDateLongue(fixe.date!)}${fixe.heure === null ? '' : `, ${formaterHeure(fixe.heure)}`}`
          : 'Prévoir 45 à 60 minutes'
      }
    >
      <form
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void enregistrer();
        }}
      >
        <div className={styles.rendezVous}>
          <ChampDate
            label="Date"
            sens="avenir"
            value={date}
            error={champs.date}
            onChange={(valeur) => {
              setDate(valeur);
              setChamps({});
            }}
          />
          <TextInput
            label="Heure"
            placeholder="14 h 30"
            autoComplete="off"
            maxLength={10}
            value={heure}
            error={champs.heure}
            onChange={({ currentTarget }) => setHeure(currentTarget.value)}
            onBlur={() => minutes !== null && setHeure(formaterHeure(minutes))}
          />
          <Select
            label="Durée"
            allowDeselect={false}
            data={
              DUREES.some(({ value }) => value === duree)
                ? DUREES
                : [...DUREES, { value: duree, label: `${duree} min` }]
            }
            value={duree}
            onChange={(choix) => choix && setDuree(choix)}
          />
          <TextInput
            label="Lieu"
            maxLength={300}
            className={styles.lieu}
            value={lieu}
            error={champs.lieu}
            onChange={({ currentTarget }) => setLieu(currentTarget.value)}
          />
        </div>
        <div className={styles.boutons}>
          <Button
            type="submit"
            variant={change ? 'filled' : 'default'}
            disabled={!change}
            loading={attente}
            leftSection={<IconCalendarPlus size={17} stroke={1.6} />}
          >
            {fixe ? 'Déplacer le rendez-vous' : 'Fixer le rendez-vous'}
          </Button>
          {fixe && (
            <>
              <Button
                variant="default"
                loading={ics.enCours}
                leftSection={<IconDownload size={17} stroke={1.6} />}
                onClick={() => void ics.exporter({ id: fixe.id })}
              >
                Fichier pour l’agenda
              </Button>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconX size={16} stroke={1.6} />}
                onClick={() => void retirer()}
              >
                Retirer
              </Button>
            </>
          )}
        </div>
      </form>
    </Carte>
  );
}

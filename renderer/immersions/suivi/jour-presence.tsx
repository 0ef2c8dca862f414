import { Button, Group, Popover, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formaterDuree, formaterJour, insecables } from '../../../shared/format.ts';
import { ecrireHoraires } from '../../../shared/immersions/horaires.ts';
import {
  direRepos,
  type JourSuivi,
  lirePresence,
  motifProbable,
} from '../../../shared/immersions/regles-presences.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { MOTIFS_PRESENCE } from '../../../shared/nomenclatures/immersions.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import styles from './suivi.module.css';

type Motif = (typeof MOTIFS_PRESENCE)['valeurs'][number]['code'];

const ILLISIBLE = 'Écrivez une durée (3h30) ou des heures (9-12).';

interface Jour {
  fiche: ImmersionFiche;
  date: string;
  jour: JourSuivi | undefined;
}

/** What was done that day, in the words one would use; the reason follows the figures until it is chosen. */
function Saisie({ fiche, date, jour, fermer }: Jour & { fermer: () => void }) {
  const prevues = jour?.prevues ?? 0;
  const presence = jour?.presence ?? null;
  const [texte, setTexte] = useState(
    presence ? formaterDuree(presence.minutes).replaceAll(/[\s\u00a0\u202f]/g, '') : '',
  );
  const [choisi, setChoisi] = useState<string | null>(presence?.motif ?? null);
  const [note, setNote] = useState(presence?.note ?? '');
  const [faute, setFaute] = useState<{ texte?: string; motif?: string }>({});
  const minutes = lirePresence(texte, prevues);
  const motif = choisi ?? motifProbable(minutes ?? prevues, prevues);

  async function envoyer(evenement?: FormEvent, commePrevu = false) {
    evenement?.preventDefault();
    if (minutes === null && !commePrevu) {
      setFaute({ texte: ILLISIBLE });
      return;
    }
    const avant = presence
      ? { date, minutes: presence.minutes, motif: presence.motif as Motif, note: presence.note }
      : { date, minutes: null };
    const apres = commePrevu
      ? { date, minutes: null }
      : { date, minutes, motif: (minutes === prevues ? '' : motif) as Motif, note };
    try {
      await appeler('immersions.savePresences', { id: fiche.id, jours: [apres] });
      fermer();
      annoncerAnnulable(
        insecables(`${formaterJour(date)} : ${formaterDuree(apres.minutes ?? prevues)}.`).replace(/^./, (l) =>
          l.toUpperCase(),
        ),
        () => appeler('immersions.savePresences', { id: fiche.id, jours: [avant] }),
      );
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      const { champs = {} } = erreur.enveloppe;
      setFaute({
        texte: champs['jours.0.motif'] ? undefined : erreur.message,
        motif: champs['jours.0.motif'],
      });
    }
  }

  return (
    <form className={styles.saisieJour} noValidate onSubmit={(evenement) => void envoyer(evenement)}>
      <strong>{formaterJour(date)}</strong>
      <p className={styles.prevu}>
        {prevues > 0
          ? insecables(
              `Prévu : ${formaterDuree(prevues)} (${ecrireHoraires(jour?.plages ?? []).replaceAll('\n', ', ')})`,
            )
          : 'Pas de présence prévue.'}
      </p>
      <TextInput
        label="Ce qui a été fait"
        placeholder="3h30, 9-12, absent"
        data-autofocus
        size="sm"
        value={texte}
        error={faute.texte}
        description={
          texte.trim() !== '' && minutes !== null
            ? insecables(`Compte pour ${formaterDuree(minutes)}`)
            : undefined
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(evenement) => {
          setFaute({});
          setTexte(evenement.currentTarget.value);
        }}
      />
      <Select
        label="Motif"
        size="sm"
        data={MOTIFS_PRESENCE.valeurs.map(({ code, label }) => ({ value: code, label }))}
        value={motif || null}
        error={faute.motif}
        placeholder="Comme prévu"
        disabled={minutes === prevues && choisi === null}
        comboboxProps={{ withinPortal: false }}
        onChange={setChoisi}
      />
      <TextInput
        label="Précision"
        size="sm"
        maxLength={300}
        value={note}
        description={alerteTexte(note) ?? 'Rien sur la santé : « absente » suffit.'}
        onChange={(evenement) => setNote(evenement.currentTarget.value)}
      />
      <Group gap={8} mt={4}>
        <Button type="submit" size="xs">
          Enregistrer
        </Button>
        {presence && (
          <Button size="xs" variant="default" onClick={() => void envoyer(undefined, true)}>
            Comme prévu
          </Button>
        )}
      </Group>
    </form>
  );
}

const COURTS: Record<string, string> = {
  absence_justifiee: 'absence',
  absence_injustifiee: 'absence non justifiée',
  retard: 'retard',
  accueil_ferme: 'accueil fermé',
  rendez_vous: 'rendez-vous',
  heures_en_plus: 'en plus',
};

/** Read aloud with what stands beside it; on screen, place and colour say it. */
function Tu({ children }: { children: string }) {
  return <span className="visuellement-cache">{children}</span>;
}

/** What the button says: in order, so that it is heard as it is seen. */
function Contenu({ date, jour, repos }: { date: string; jour: JourSuivi | undefined; repos: string }) {
  const [nomJour, quantieme, mois] = formaterJour(date).split(' ');
  const presence = jour?.presence ?? null;
  return (
    <>
      <span>
        <Tu>{`${nomJour} `}</Tu>
        {quantieme}
        <Tu>{` ${mois}, `}</Tu>
      </span>
      {jour ? (
        <strong>
          {formaterDuree(jour.faites)}
          <Tu>{presence ? ` sur ${formaterDuree(jour.prevues)}` : ' comme prévu'}</Tu>
        </strong>
      ) : (
        <em>{repos === 'repos' ? <Tu>repos</Tu> : 'férié'}</em>
      )}
      {presence && presence.motif !== '' && <small>{COURTS[presence.motif] ?? presence.motif}</small>}
    </>
  );
}

/** One day of the calendar: a button that opens what was done. Days outside the period are blank. */
export function JourPresence({ fiche, date, jour, today }: Jour & { today: string }) {
  const [ouvert, setOuvert] = useState(false);
  const { debut, fin } = fiche;
  if (debut === null || fin === null || date < debut || date > fin) return null;
  const repos = direRepos(fiche, date);
  const presence = jour?.presence ?? null;
  const ecart = jour && presence ? jour.faites - jour.prevues : 0;
  return (
    <Popover
      opened={ouvert}
      onChange={setOuvert}
      position="bottom"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
      width={290}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.jour}
          data-repos={!jour || undefined}
          data-avenir={date > today || undefined}
          data-ecart={ecart < 0 ? 'moins' : ecart > 0 ? 'plus' : presence ? 'note' : undefined}
          title={presence?.note || undefined}
          onClick={() => setOuvert(!ouvert)}
        >
          <Contenu date={date} jour={jour} repos={repos} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Présence du ${formaterJour(date)}`}>
        <Saisie fiche={fiche} date={date} jour={jour} fermer={() => setOuvert(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

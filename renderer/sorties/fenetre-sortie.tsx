import { Checkbox, Loader, Modal, NumberInput, Radio, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { estDateCivile } from '../../shared/dates.ts';
import { enPhrase, formaterDate, insecables } from '../../shared/format.ts';
import { label, type Nomenclature } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../../shared/nomenclatures/sollicitations.ts';
import { CATEGORIES_SORTIE, CONTRATS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import type { LigneEmbauche } from '../../shared/sollicitations/embauche.ts';
import type { PreparationSortie, SortieLue, SortieSaisie } from '../../shared/sorties/contrat.ts';
import {
  aUneDuree,
  contratEmbauche,
  contratsDe,
  depuisEmbauche,
  motifsAu,
} from '../../shared/sorties/motifs.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { ChampHeures } from '../components/champ-heures.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { TexteLibre } from '../components/texte-libre.tsx';
import { ChoixOrganisation } from '../reseau/choix-organisation.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { ChoixSalarie } from '../salaries/choix-salarie.tsx';
import { EncadreVerdict } from './apparence.tsx';
import styles from './sorties.module.css';

interface Commun {
  /** The exit being corrected; null to note a new one. */
  sortie: SortieLue | null;
  fermer: () => void;
}

function depart({ sortie }: Commun, preparation: PreparationSortie): SortieSaisie {
  return {
    salarieId: preparation.salarie.id,
    date: sortie?.date ?? preparation.date,
    motif: sortie?.motif.code ?? '',
    contrat: sortie?.contrat ?? '',
    dureeMois: sortie?.dureeMois ?? null,
    organisationId: sortie?.organisation?.id ?? null,
    embaucheId: sortie?.embaucheId ?? null,
    metier: sortie?.metier ?? '',
    minutesHebdo: sortie?.minutesHebdo ?? null,
    note: sortie?.note ?? '',
    terminerContrat: false,
  };
}

/** The same fields note an exit and correct one: one of the two forms is on screen. */
function useSaisie(commun: Commun, preparation: PreparationSortie) {
  const { sortie, fermer } = commun;
  const nom = nomComplet(preparation.salarie);
  const valeurs = depart(commun, preparation);
  const creation = useFormulaire(
    'sorties.create',
    { ...valeurs, creerEmbauche: false },
    ({ id }) => {
      fermer();
      // A contract that was ended stays so: there is then more to take back than the exit.
      const termine = creation.form.getValues().terminerContrat;
      if (termine) notifications.show({ message: `La sortie de ${nom} est notée, son contrat est terminé.` });
      else annoncerAnnulable(`La sortie de ${nom} est notée.`, () => appeler('sorties.archive', { id }));
    },
    'sortie',
  );
  const correction = useFormulaire(
    'sorties.update',
    { ...valeurs, id: sortie?.id ?? '' },
    () => {
      fermer();
      notifications.show({ message: 'La sortie est corrigée.' });
    },
    'sortie-corrigee',
  );
  const { envoyer, enCours, refus } = sortie ? correction : creation;
  return {
    envoyer,
    enCours,
    refus,
    form: (sortie ? correction.form : creation.form) as typeof creation.form,
  };
}

type Saisie = ReturnType<typeof useSaisie>['form'];

/** Motifs as they read on the day of the exit, by category; the one already chosen stays. */
function useMotifs(date: string, courant: string) {
  const { data } = useLecture('sorties.motifs', {});
  const lus = data ? motifsAu(date, data.propres) : [];
  const offerts = lus.filter(({ code, retire }) => !retire || code === courant);
  return {
    lu: lus.find(({ code }) => code === courant) ?? null,
    choix: CATEGORIES_SORTIE.valeurs.map((categorie) => ({
      group: categorie.label,
      items: offerts
        .filter((motif) => motif.categorie === categorie.code)
        .map((motif) => ({ value: motif.code, label: motif.label })),
    })),
  };
}

/** Changes of motif take away what no longer goes with it, and choose what is the only choice. */
function choisirMotif(form: Saisie, motif: string): void {
  const { contrat = '', dureeMois = null } = form.getValues();
  const contrats = contratsDe(motif);
  const garde = (contrats as readonly string[]).includes(contrat)
    ? contrat
    : contrats.length === 1
      ? contrats[0]!
      : '';
  form.setValues({
    motif,
    contrat: garde as '',
    dureeMois: aUneDuree(motif, garde) ? dureeMois : null,
    ...(contrats.length === 0
      ? { organisationId: null, embaucheId: null, metier: '', minutesHebdo: null, creerEmbauche: false }
      : {}),
  } as Partial<typeof form.values>);
}

const AUCUNE = 'aucune';

/** Hires already noted on the sheets of employers: choosing one fills in what it says. */
function Embauches({ form, embauches }: { form: Saisie; embauches: readonly LigneEmbauche[] }) {
  const [choisie, setChoisie] = useState(AUCUNE);
  if (embauches.length === 0) return null;
  function choisir(cle: string) {
    setChoisie(cle);
    const embauche = embauches.find(({ id }) => id === cle);
    if (!embauche) {
      form.setFieldValue('embaucheId', null as never);
      return;
    }
    const { motif, contrat } = depuisEmbauche(embauche.contrat);
    form.setValues({
      embaucheId: embauche.id,
      organisationId: embauche.organisation.id,
      metier: embauche.metier,
      motif: motif || (form.getValues().motif as string),
      contrat,
      dureeMois: null,
      creerEmbauche: false,
    } as Partial<typeof form.values>);
  }
  return (
    <Radio.Group label="Une embauche est déjà notée : est-ce elle ?" value={choisie} onChange={choisir}>
      <div className={styles.champs} style={{ gap: 7, marginTop: 6 }}>
        {embauches.map(({ id, contrat, date, metier, organisation }) => (
          <Radio
            key={id}
            value={id}
            label={[
              `${label(CONTRATS_EMBAUCHE, contrat)} chez ${organisation.nom}, dès le ${formaterDate(date)}`,
              metier && enPhrase(metier),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
        <Radio value={AUCUNE} label="Non, autre chose" />
      </div>
    </Radio.Group>
  );
}

const enChoix = (liste: Nomenclature, codes: readonly string[]) =>
  liste.valeurs
    .filter(({ code }) => codes.includes(code))
    .map(({ code, label: nom }) => ({ value: code as string, label: nom }));

/** The job found: only for motifs that are towards one. */
function Emploi({ form, nouvelle }: { form: Saisie; nouvelle: boolean }) {
  const { motif, contrat = '', dureeMois = null, organisationId, embaucheId } = form.values;
  const contrats = contratsDe(motif);
  if (motif === '' || contrats.length === 0) return null;
  const hire = contratEmbauche({ motif, contrat, dureeMois });
  return (
    <>
      <div className={styles.deux}>
        <Select
          label="Contrat trouvé"
          placeholder="Pas encore connu"
          clearable
          clearButtonProps={{ 'aria-label': 'Effacer le contrat' }}
          data={enChoix(CONTRATS_SORTIE, contrats)}
          {...form.getInputProps('contrat')}
          value={contrat || null}
          onChange={(choisi) => {
            form.setFieldValue('contrat', (choisi ?? '') as never);
            if (!aUneDuree(motif, choisi ?? '')) form.setFieldValue('dureeMois', null as never);
          }}
        />
        {aUneDuree(motif, contrat) ? (
          <NumberInput
            label="Durée de ce contrat"
            placeholder="En mois"
            suffix=" mois"
            hideControls
            allowDecimal={false}
            allowNegative={false}
            autoComplete="off"
            {...form.getInputProps('dureeMois')}
            value={dureeMois ?? ''}
            onChange={(mois) => form.setFieldValue('dureeMois', (mois === '' ? null : Number(mois)) as never)}
          />
        ) : null}
        <ChoixOrganisation
          label="Employeur"
          {...form.getInputProps('organisationId')}
          value={organisationId ?? null}
          onChange={(choisie) => form.setFieldValue('organisationId', choisie as never)}
        />
        <TextInput
          label="Métier"
          placeholder="Ouvrière paysagiste"
          maxLength={160}
          autoComplete="off"
          {...form.getInputProps('metier')}
        />
        <ChampHeures
          label="Heures par semaine"
          {...form.getInputProps('minutesHebdo')}
          minutes={form.values.minutesHebdo ?? null}
          surMinutes={(minutes) => form.setFieldValue('minutesHebdo', minutes as never)}
        />
      </div>
      {nouvelle && organisationId && !embaucheId && hire !== null ? (
        <Checkbox
          label={`Noter aussi l’embauche sur la fiche de l’employeur (${enPhrase(label(CONTRATS_EMBAUCHE, hire))})`}
          {...form.getInputProps('creerEmbauche', { type: 'checkbox' })}
        />
      ) : null}
    </>
  );
}

/** Contracts that still run on the day of the exit: they end with it, once one says so. */
function Terminer({ form, contrats }: { form: Saisie; contrats: PreparationSortie['contrats'] }) {
  const { date } = form.values;
  if (!date || !estDateCivile(date)) return null;
  const ouverts = contrats.filter(({ debut, fin }) => debut <= date && (fin === null || fin > date));
  if (ouverts.length === 0) return null;
  const dits = ouverts.map(({ libelle, fin }) =>
    fin === null ? `le ${libelle} n’a pas de fin` : `le ${libelle} va jusqu’au ${formaterDate(fin)}`,
  );
  return (
    <Checkbox
      label={`Terminer le contrat au ${formaterDate(date)}`}
      description={insecables(`Aujourd’hui, ${dits.join(' ; ')}.`)}
      {...form.getInputProps('terminerContrat', { type: 'checkbox' })}
    />
  );
}

/** What the exit is counted as, while it is being typed. */
function Verdict({ form, sortie }: { form: Saisie; sortie: SortieLue | null }) {
  const { salarieId, date, motif, contrat, dureeMois } = form.values;
  const lisible = motif !== '' && Boolean(date) && estDateCivile(date);
  const { data } = useLecture(
    'sorties.apercu',
    { ...(sortie ? { id: sortie.id } : {}), salarieId, date, motif, contrat, dureeMois },
    { actif: lisible && (dureeMois === null || Number.isInteger(dureeMois)), garderPrecedent: true },
  );
  if (!lisible || !data?.verdict) return null;
  return <EncadreVerdict verdict={data.verdict} />;
}

function SaisieSortie(props: Commun & { preparation: PreparationSortie }) {
  const { sortie, preparation, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useSaisie(props, preparation);
  const { date, motif } = form.values;
  const motifs = useMotifs(date && estDateCivile(date) ? date : today, motif);
  return (
    <FenetreSaisie
      titre={`${sortie ? 'Corriger la sortie' : 'Noter la sortie'} de ${nomComplet(preparation.salarie)}`}
      taille="lg"
      valider="Enregistrer la sortie"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <Embauches form={form} embauches={preparation.embauches} />
        <div className={styles.jourMotif}>
          <ChampDate
            label="Dernier jour dans la structure"
            withAsterisk
            sens="passe"
            data-autofocus
            {...form.getInputProps('date')}
          />
          <Select
            label="Motif"
            withAsterisk
            searchable
            allowDeselect={false}
            placeholder="Choisissez, ou tapez un mot"
            nothingFoundMessage="Aucun motif de ce nom."
            maxDropdownHeight={340}
            data={motifs.choix}
            {...form.getInputProps('motif')}
            value={motif || null}
            onChange={(choisi) => choisirMotif(form, choisi ?? '')}
            description={motifs.lu ? label(CATEGORIES_SORTIE, motifs.lu.categorie) : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </div>
        <Terminer form={form} contrats={preparation.contrats} />
        <Emploi form={form} nouvelle={sortie === null} />
        <TexteLibre
          label="Note"
          placeholder="La pièce vue, et par qui"
          maxLength={1000}
          {...form.getInputProps('note')}
        />
        <Verdict form={form} sortie={sortie} />
      </div>
    </FenetreSaisie>
  );
}

/** Notes or corrects the exit of somebody; the verdict shows as it is typed. */
export function FenetreSortie(props: Commun & { salarieId: string }) {
  const { data } = useLecture('sorties.preparer', { salarieId: props.salarieId });
  // What the form starts from must not change under what is typed.
  const [preparation, setPreparation] = useState<PreparationSortie | null>(null);
  if (data && preparation === null) setPreparation(data);
  if (preparation) return <SaisieSortie {...props} preparation={preparation} />;
  return (
    <Modal
      opened
      onClose={props.fermer}
      title="Noter la sortie"
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <Loader />
    </Modal>
  );
}

/** From a list: who left, then the exit itself. */
export function FenetreQui({ fermer }: { fermer: () => void }) {
  const [salarieId, setSalarieId] = useState<string | null>(null);
  if (salarieId !== null) return <FenetreSortie salarieId={salarieId} sortie={null} fermer={fermer} />;
  return (
    <Modal
      opened
      onClose={fermer}
      title="Qui est sorti ?"
      size={580}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <ChoixSalarie label="Salarié" value={null} onChange={setSalarieId} data-autofocus />
    </Modal>
  );
}

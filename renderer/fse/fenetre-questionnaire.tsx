import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ageAu, estDateCivile } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterTelephone, insecables } from '../../shared/format.ts';
import type { HistoriqueFse, PreparationFse } from '../../shared/fse/contrat.ts';
import {
  type MomentFse,
  questionnaireDe,
  questionsSansReponse,
  type Reponses,
} from '../../shared/fse/questionnaire.ts';
import { alerteTexte } from '../../shared/mots-sensibles.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { ChampsQuestionnaire } from './champs-questionnaire.tsx';
import { type LigneFse, NOMS_MOMENT, type PersonneFse } from './demandes.ts';
import styles from './fse.module.css';

const LE: Record<MomentFse, string> = {
  entree: 'Entrée le',
  sortie: 'Sortie le',
  six_mois: 'Répondu le',
};

function ChoixConvention(props: {
  conventions: HistoriqueFse['conventions'];
  value: string | null;
  onChange: (id: string | null) => void;
  error?: unknown;
}) {
  const { conventions, value, onChange, error } = props;
  return (
    <Select
      label="Convention"
      placeholder={conventions.length === 0 ? 'Aucune convention FSE+ ou PLIE' : 'Choisissez'}
      disabled={conventions.length === 0}
      clearable
      clearButtonProps={{ 'aria-label': 'Ne choisir aucune convention' }}
      data={conventions.map(({ id, intitule, debut, fin }) => ({
        value: id,
        label: `${intitule} (${debut.slice(0, 4)}-${fin.slice(0, 4)})`,
      }))}
      value={value}
      onChange={onChange}
      error={error as string | undefined}
    />
  );
}

type Fiche = HistoriqueFse['participations'][number]['salarie'] | undefined;

/** What to know before asking: the age that counts, the number to dial, the last day to ask. */
function Reperes(props: { moment: MomentFse; date: string | null; naissance?: string; fiche: Fiche }) {
  const { moment, date, naissance, fiche } = props;
  const reperes = [
    moment === 'entree' && naissance && date && estDateCivile(date) && date > naissance
      ? `${accorder(ageAu(naissance, date), 'an')} à l’entrée`
      : '',
    moment !== 'entree' && fiche
      ? fiche.telephone
        ? `Téléphone : ${formaterTelephone(fiche.telephone)}`
        : 'Pas de téléphone dans sa fiche'
      : '',
    moment === 'sortie' ? 'À demander dans les quatre semaines' : '',
  ].filter(Boolean);
  return reperes.length > 0 ? <p className={styles.second}>{insecables(reperes.join(' · '))}.</p> : null;
}

function manquantes(moment: MomentFse, version: string | undefined, reponses: Reponses): string {
  const vides = questionsSansReponse(questionnaireDe(moment, version), reponses).length;
  return vides === 0
    ? 'Questionnaire complet.'
    : `Encore ${accorder(vides, 'question')} sans réponse : vous pourrez compléter plus tard.`;
}

function Noter(props: {
  salarie: PersonneFse;
  moment: MomentFse;
  participation?: number;
  preparation: PreparationFse;
  histoire: HistoriqueFse;
  naissance: string;
  fermer: () => void;
}) {
  const { salarie, moment, preparation, histoire, naissance, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'fse.noter',
    {
      salarieId: salarie.id,
      conventionId: preparation.conventionId,
      moment,
      participation: props.participation ?? null,
      date: preparation.date ?? '',
      recueilliLe: today,
      reponses: preparation.reponses,
    },
    ({ id }) => {
      annoncerAnnulable(
        `${nomComplet(salarie)} : ${NOMS_MOMENT[moment].toLocaleLowerCase('fr')}, c’est noté.`,
        () => appeler('fse.annuler', { id, pourquoi: 'Noté par erreur' }),
      );
      fermer();
    },
    'fse',
  );
  const { date, reponses, conventionId } = form.getValues();
  const derniere = histoire.participations.at(-1);
  return (
    <FenetreSaisie
      titre={insecables(`FSE+, ${NOMS_MOMENT[moment].toLocaleLowerCase('fr')} : ${nomComplet(salarie)}`)}
      taille={820}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <Reperes moment={moment} date={date} naissance={naissance} fiche={derniere?.salarie} />
        <div className={styles.ligneChamps} data-deux={moment === 'sortie' || undefined}>
          <ChampDate
            label={LE[moment]}
            withAsterisk
            sens="passe"
            data-autofocus
            {...form.getInputProps('date')}
          />
          {moment === 'six_mois' ? null : (
            <ChampDate label="Questionnaire rempli le" sens="passe" {...form.getInputProps('recueilliLe')} />
          )}
          {moment === 'entree' ? (
            <ChoixConvention
              conventions={histoire.conventions}
              value={conventionId ?? null}
              onChange={(id) => form.setFieldValue('conventionId', id)}
              error={form.errors.conventionId}
            />
          ) : null}
        </div>
        {form.errors.moment ? (
          <p className={styles.erreur} role="alert">
            {form.errors.moment}
          </p>
        ) : null}
        <ChampsQuestionnaire
          moment={moment}
          reponses={reponses as Reponses}
          indices={preparation.indices}
          erreurs={form.errors}
          formulaire="fse"
          changer={(dites) => form.setFieldValue('reponses', dites)}
        />
        <p className={styles.second} role="status">
          {insecables(manquantes(moment, undefined, reponses as Reponses))}
        </p>
      </div>
    </FenetreSaisie>
  );
}

function Corriger(props: {
  salarie: PersonneFse;
  ligne: LigneFse;
  histoire: HistoriqueFse;
  naissance: string;
  fermer: () => void;
}) {
  const { salarie, ligne, histoire, naissance, fermer } = props;
  const { moment, version } = ligne;
  const avant = {
    conventionId: ligne.conventionId,
    date: ligne.date,
    recueilliLe: ligne.recueilliLe,
    reponses: ligne.reponses,
  };
  const incomplete = questionsSansReponse(questionnaireDe(moment, version), ligne.reponses).length > 0;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'fse.corriger',
    { id: ligne.id, ...avant, pourquoi: incomplete ? 'Questionnaire complété' : '' },
    ({ id }) => {
      annoncerAnnulable('La correction est écrite ; la ligne d’avant reste dans l’historique.', () =>
        appeler('fse.corriger', { id, ...avant, pourquoi: 'Correction reprise' }),
      );
      fermer();
    },
    'fse',
  );
  const { date, reponses, conventionId, pourquoi } = form.getValues();
  return (
    <FenetreSaisie
      titre={insecables(
        `${incomplete ? 'Compléter' : 'Corriger'}, ${NOMS_MOMENT[moment].toLocaleLowerCase('fr')} : ${nomComplet(salarie)}`,
      )}
      taille={820}
      valider="Enregistrer la correction"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <p className={styles.second}>
          Ce qui a été dit le {formaterDate(ligne.recueilliLe)} reste dans l’historique : votre correction s’y
          ajoute.
        </p>
        <Reperes moment={moment} date={date} naissance={naissance} fiche={undefined} />
        <div className={styles.ligneChamps} data-deux={moment === 'sortie' || undefined}>
          <ChampDate label={LE[moment]} withAsterisk sens="passe" {...form.getInputProps('date')} />
          {moment === 'six_mois' ? null : (
            <ChampDate label="Questionnaire rempli le" sens="passe" {...form.getInputProps('recueilliLe')} />
          )}
          {moment === 'entree' ? (
            <ChoixConvention
              conventions={histoire.conventions}
              value={conventionId ?? null}
              onChange={(id) => form.setFieldValue('conventionId', id)}
              error={form.errors.conventionId}
            />
          ) : null}
        </div>
        <ChampsQuestionnaire
          moment={moment}
          version={version}
          reponses={reponses as Reponses}
          indices={{}}
          erreurs={form.errors}
          formulaire="fse"
          changer={(dites) => form.setFieldValue('reponses', dites)}
        />
        <TextInput
          label="Pourquoi"
          withAsterisk
          maxLength={200}
          placeholder="Le diplôme a été vérifié, une erreur de saisie…"
          description={alerteTexte(pourquoi)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('pourquoi')}
        />
      </div>
    </FenetreSaisie>
  );
}

/** The questionnaire of a moment, to note it or to correct a line of it. */
export function FenetreQuestionnaire(props: {
  salarie: PersonneFse;
  moment: MomentFse;
  participation?: number | undefined;
  ligne?: LigneFse | undefined;
  fermer: () => void;
}) {
  const { salarie, moment, participation, ligne, fermer } = props;
  const { data: histoire } = useLecture('fse.historique', { salarieId: salarie.id });
  const { data: fiche } = useLecture('salaries.get', { id: salarie.id });
  // What is typed must not change under the hand when something else is saved.
  const { data: lue } = useLecture('fse.preparer', { salarieId: salarie.id, moment }, { actif: !ligne });
  const [preparation, garder] = useState<PreparationFse | null>(null);
  if (lue && !preparation) garder(lue);
  if (!histoire || !fiche) return null;
  const commun = { salarie, histoire, naissance: fiche.naissance, fermer };
  if (ligne) return <Corriger {...commun} ligne={ligne} />;
  if (!preparation) return null;
  return (
    <Noter
      {...commun}
      moment={moment}
      preparation={preparation}
      {...(participation === undefined ? {} : { participation })}
    />
  );
}

import { Button, NumberInput, Radio, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { accorder } from '../../../shared/format.ts';
import { PLACES_MAX } from '../../../shared/formation/action.ts';
import type { SessionFiche } from '../../../shared/formation/session.ts';
import type { StatutSession } from '../../../shared/formation/statuts.ts';
import { enAlsaceMoselle } from '../../../shared/immersions/horaires.ts';
import { useJour } from '../../app/jour.ts';
import { useListe } from '../../app/listes.ts';
import { lire, useLecture } from '../../app/operations.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { ChampHeures } from '../../components/champ-heures.tsx';
import { GardeSaisie, useFormulaire } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { ChoixOuNouvelle } from '../../reseau/choix-ou-nouvelle.tsx';
import { ChampsPlacesCout } from '../actions/champs-action.tsx';
import { FenetreAction } from '../actions/formulaire-action.tsx';
import { ChampsCalendrier } from './champs-calendrier.tsx';
import { ChampsPartenaires } from './champs-partenaires.tsx';
import styles from './formulaire.module.css';
import { Points } from './points.tsx';
import {
  ecartsAvec,
  type Form,
  fauteHeures,
  lignesDe,
  pointsDe,
  repriseDe,
  repriseSans,
  SESSION_VIDE,
  saisieDe,
} from './saisie.ts';

interface Depart {
  actionId: string | null;
  theme: string;
  besoinIds: string[];
}

/**
 * The training of the session; it fills what nobody typed with its usual places, hours and cost. A session that exists
 * keeps all of its own, unless asked.
 */
function ChampAction({ form, theme, existante }: { form: Form; theme: string; existante: boolean }) {
  const { data } = useLecture('formation.actions', {});
  const [ouverte, setOuverte] = useState(false);
  const { actionId } = form.values;
  const actuelle = useLecture('formation.action', { id: actionId }, { actif: actionId !== '' });
  const proposees = (data ?? []).toSorted(
    (a, b) => Number(theme !== '' && b.theme === theme) - Number(theme !== '' && a.theme === theme),
  );
  const choix = proposees.map(({ id, titre, organisme }) => ({
    value: id,
    label: organisme ? `${titre} · ${organisme.nom}` : titre,
  }));
  const retiree = actuelle.data && !choix.some(({ value }) => value === actionId) ? [actuelle.data] : [];
  const [choisie, setChoisie] = useState(false);
  const ecarts = choisie && actuelle.data ? ecartsAvec(form.values, actuelle.data) : [];
  async function choisir(id: string | null) {
    if (id === null || id === actionId) return;
    const action = await lire('formation.action', { id });
    const avant =
      actionId === '' ? SESSION_VIDE : repriseDe(await lire('formation.action', { id: actionId }));
    form.setValues(repriseSans(form.getValues(), existante ? {} : avant, action) as never);
    setChoisie(true);
  }
  const champ = form.getInputProps('actionId');
  return (
    <div className={styles.action}>
      <Select
        label="Action de formation"
        withAsterisk
        searchable
        allowDeselect={false}
        placeholder={data?.length === 0 ? 'Décrivez d’abord la formation' : 'Choisissez la formation'}
        nothingFoundMessage="Aucune action de ce nom."
        data={[...choix, ...retiree.map(({ id, titre }) => ({ value: id, label: titre }))]}
        limit={200}
        {...champ}
        value={actionId || null}
        onChange={(id) => void choisir(id)}
      />
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOuverte(true)}>
        Nouvelle action
      </Button>
      {ouverte ? (
        <FenetreAction
          depart={{ theme }}
          fermer={() => setOuverte(false)}
          surSucces={(id) => {
            setOuverte(false);
            void choisir(id);
          }}
        />
      ) : null}
      {ecarts.length > 0 && actuelle.data ? (
        <p className={styles.ecarts} role="status">
          {`Ce qui était saisi reste : ${ecarts.join(', ')}. `}
          <Button
            size="compact-xs"
            mih={24}
            variant="subtle"
            onClick={() => form.setValues(repriseDe(actuelle.data!) as never)}
          >
            Prendre plutôt ceux de l’action
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function useControles(form: Form, session: SessionFiche | null, statut: StatutSession) {
  const { actionId, organismeId } = form.values;
  const today = useJour();
  const parametres = useLecture('parametres.get', {});
  const alsaceMoselle = enAlsaceMoselle(parametres.data?.structure?.codePostal ?? '');
  const action = useLecture('formation.action', { id: actionId }, { actif: actionId !== '' }).data;
  const fiche = useLecture('reseau.get', { id: organismeId ?? '' }, { actif: organismeId !== null }).data;
  const organisme =
    organismeId !== null && fiche
      ? {
          nom: fiche.nom,
          reconnu: fiche.roles.some(
            ({ role, fin }) => role === 'organisme_formation' && (fin === null || fin >= today),
          ),
        }
      : null;
  const points = pointsDe(form.values, { action, session, statut, organisme, alsaceMoselle, today });
  return { points, alsaceMoselle, membres: parametres.data?.membres ?? [], today };
}

/** A session, to create (`session` null) or to change: what, when, for how many, at what price. */
export function FormulaireSession(props: {
  session: SessionFiche | null;
  depart: Depart;
  surSucces: (id: string) => void;
  surAbandon: () => void;
}) {
  const { session, depart } = props;
  const [statut, setStatut] = useState<'envisagee' | 'confirmee'>('envisagee');
  const { form, envoyer, enCours, refus } = useFormulaire(
    session ? 'formation.updateSession' : 'formation.createSession',
    (session
      ? { id: session.id, ...saisieDe(session) }
      : {
          ...SESSION_VIDE,
          stagiairesPrevus: depart.besoinIds.length,
          statut: 'envisagee',
          besoinIds: depart.besoinIds,
        }) as never,
    ({ id }) => props.surSucces(id),
  ) as unknown as { form: Form; envoyer: () => Promise<void>; enCours: boolean; refus: string | null };
  const [lignes, setLignes] = useState(() => lignesDe(form.values.creneaux));
  const supports = useListe('supports');
  const { points, alsaceMoselle, membres, today } = useControles(form, session, session?.statut ?? statut);
  const illisible = lignes.some(({ matin, apresMidi }) => fauteHeures(matin) ?? fauteHeures(apresMidi));
  const calendrier = useRef<HTMLDivElement>(null);

  const { debut, fin } = form.values;
  // Hours refused for the dates they were in are not refused for others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the dates change.
  useEffect(() => form.clearFieldError('minutes'), [debut, fin]);

  const demarre = useRef(false);
  // The action named by the address gives the form its first values, once.
  useEffect(() => {
    if (session !== null || depart.actionId === null || demarre.current) return;
    demarre.current = true;
    lire('formation.action', { id: depart.actionId }).then(
      (action) => {
        form.setValues(repriseDe(action) as never);
        form.resetDirty();
      },
      () => undefined,
    );
  }, [session, depart.actionId, form]);

  function enregistrer() {
    // Hours that cannot be read would leave the calendar without a word.
    if (illisible) calendrier.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else void envoyer();
  }
  const minutes = form.getInputProps('minutes');
  return (
    <form
      noValidate
      className={styles.page}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        enregistrer();
      }}
    >
      <GardeSaisie modifie={form.isDirty()} />
      <div className={styles.colonne}>
        <Carte titre="Formation">
          <div className={styles.deux}>
            <ChampAction form={form} theme={depart.theme} existante={session !== null} />
            <ChoixOuNouvelle
              enTantQue="organisme_formation"
              label="Organisme"
              placeholder="Aucun : la structure elle-même"
              value={form.values.organismeId}
              onChange={(id) => form.setFieldValue('organismeId', id)}
              error={form.errors.organismeId as ReactNode}
            />
            <TextInput
              label="Formateur ou formatrice"
              autoComplete="off"
              {...form.getInputProps('formateur')}
            />
            <TextInput label="Lieu" autoComplete="off" {...form.getInputProps('lieu')} />
            <TextInput
              label="Ce qui la distingue"
              placeholder="Groupe 2, niveau débutant…"
              autoComplete="off"
              {...form.getInputProps('intitule')}
            />
            <Select
              label="Support d’activité"
              placeholder="Tous les supports"
              clearable
              clearButtonProps={{ 'aria-label': 'Tous les supports' }}
              data={supports.choix([form.values.support])}
              {...form.getInputProps('support')}
              value={form.values.support || null}
              onChange={(code) => form.setFieldValue('support', code ?? '')}
            />
            <Select
              label="Suivie par"
              placeholder="Personne en particulier"
              clearable
              clearButtonProps={{ 'aria-label': 'Personne en particulier' }}
              data={membres.map(({ id, prenom, nom }) => ({ value: id, label: `${prenom} ${nom}`.trim() }))}
              {...form.getInputProps('referentId')}
            />
          </div>
        </Carte>
        <Carte titre="Dates et heures">
          <div className={styles.trois}>
            <ChampDate label="Premier jour" withAsterisk {...form.getInputProps('debut')} />
            <ChampDate label="Dernier jour" withAsterisk {...form.getInputProps('fin')} />
            <ChampHeures
              label="Heures par stagiaire"
              withAsterisk
              error={minutes.error}
              onBlur={minutes.onBlur}
              minutes={form.values.minutes || null}
              surMinutes={(lues) => form.setFieldValue('minutes', lues ?? 0)}
            />
          </div>
          <div ref={calendrier}>
            <ChampsCalendrier
              form={form}
              alsaceMoselle={alsaceMoselle}
              lignes={lignes}
              setLignes={setLignes}
            />
          </div>
        </Carte>
        <Carte titre="Places et coût">
          <ChampsPlacesCout form={form as never}>
            <NumberInput
              label="Stagiaires prévus chez nous"
              allowDecimal={false}
              allowNegative={false}
              max={PLACES_MAX}
              {...form.getInputProps('stagiairesPrevus')}
            />
          </ChampsPlacesCout>
        </Carte>
        <Carte titre="Places réservées à des partenaires">
          <ChampsPartenaires form={form} passee={form.values.debut !== '' && form.values.debut <= today} />
        </Carte>
        <Carte titre="À savoir">
          <div className={styles.colonne}>
            <TexteLibre
              label="Accessibilité"
              minRows={1}
              {...form.getInputProps('accessibilite')}
              value={form.values.accessibilite}
            />
            <TexteLibre label="Note" minRows={1} {...form.getInputProps('note')} value={form.values.note} />
          </div>
        </Carte>
        {session ? null : (
          <Radio.Group
            aria-label="Décision"
            value={statut}
            onChange={(choisi) => {
              setStatut(choisi as typeof statut);
              form.setFieldValue('statut', choisi);
            }}
          >
            <div className={styles.pied}>
              <Radio value="envisagee" label="Envisagée pour l’instant" />
              <Radio value="confirmee" label="Confirmée" />
            </div>
          </Radio.Group>
        )}
        <div className={styles.pied}>
          <Button type="submit" loading={enCours}>
            {session ? 'Enregistrer' : 'Créer la session'}
          </Button>
          <Button variant="default" onClick={props.surAbandon}>
            Annuler
          </Button>
          <span className={styles.refus} role="alert">
            {illisible ? 'Des heures du calendrier ne peuvent pas être lues.' : refus}
          </span>
        </div>
      </div>
      <aside className={styles.cote}>
        {depart.besoinIds.length > 0 && session === null ? (
          <Carte titre="Besoins">
            <p className={styles.juste}>
              {accorder(depart.besoinIds.length, 'besoin rattaché', 'besoins rattachés')} : les personnes
              nommées seront repérées sur cette session dès sa création.
            </p>
          </Carte>
        ) : null}
        <Carte titre="À voir">
          {points.length > 0 ? (
            <Points points={points} />
          ) : (
            <p className={styles.juste}>
              {form.values.debut && form.values.actionId
                ? 'Rien à signaler : dates, heures, places et coût concordent.'
                : 'Les contrôles viennent ici pendant la saisie : dates, jours fériés, heures, places, coût.'}
            </p>
          )}
        </Carte>
      </aside>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ActionFiche } from '../../../shared/formation/action.ts';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { GardeSaisie, useFormulaire } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import styles from './actions.module.css';
import {
  ACTION_VIDE,
  ChampsCertification,
  ChampsContenu,
  ChampsEssentiels,
  ChampsPlacesCout,
  type FormAction,
  type SaisieAction,
} from './champs-action.tsx';

function initialDe(action: ActionFiche): SaisieAction {
  const valeurs = Object.fromEntries(
    Object.keys(ACTION_VIDE).map((cle) => [cle, action[cle as keyof ActionFiche]]),
  ) as unknown as SaisieAction;
  return { ...valeurs, organismeId: action.organisme?.id ?? null };
}

interface Formulaire {
  form: FormAction;
  envoyer: () => Promise<void>;
  enCours: boolean;
  refus: string | null;
}

/** The sheet of an action, to create (`action` null) or to change. */
export function FormulaireAction(props: {
  action: ActionFiche | null;
  surSucces: (id: string) => void;
  surAbandon: () => void;
}) {
  const { action } = props;
  const { form, envoyer, enCours, refus } = useFormulaire(
    action ? 'formation.updateAction' : 'formation.createAction',
    (action ? { id: action.id, ...initialDe(action) } : ACTION_VIDE) as never,
    ({ id }) => props.surSucces(id),
  ) as unknown as Formulaire;
  const formulaire = useRef<HTMLFormElement>(null);
  // A page opened to create something is a page to type in.
  useEffect(() => {
    if (action === null) formulaire.current?.querySelector('input')?.focus();
  }, [action]);
  return (
    <form
      ref={formulaire}
      noValidate
      className={styles.formulaire}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <GardeSaisie modifie={form.isDirty()} />
      <Carte titre="Formation">
        <ChampsEssentiels form={form} />
      </Carte>
      <Carte titre="Ce qui s’y apprend">
        <ChampsContenu form={form} />
      </Carte>
      <Carte titre="Certification">
        <ChampsCertification form={form} />
      </Carte>
      <Carte titre="Places et coût habituels" suite="Repris par chaque nouvelle session">
        <ChampsPlacesCout form={form as never} />
      </Carte>
      <div className={styles.pied}>
        <Button type="submit" loading={enCours}>
          Enregistrer
        </Button>
        <Button variant="default" onClick={props.surAbandon}>
          Annuler
        </Button>
        <span className={styles.refus} role="alert">
          {refus}
        </span>
      </div>
    </form>
  );
}

/** The same in a window, with what matters first: the rest is completed on its sheet. */
export function FenetreAction(props: {
  depart: Partial<SaisieAction>;
  surSucces: (id: string) => void;
  fermer: () => void;
}) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.createAction',
    { ...ACTION_VIDE, ...props.depart } as never,
    ({ id }) => props.surSucces(id),
    'action',
  ) as unknown as Formulaire;
  return (
    <FenetreSaisie
      titre="Nouvelle action de formation"
      taille="lg"
      valider="Créer l’action"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={props.fermer}
    >
      <ChampsEssentiels form={form} />
    </FenetreSaisie>
  );
}

import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { seuilsAu } from '../../shared/parametres/seuils.ts';
import { controlerParcours } from '../../shared/salaries/regles-parcours.ts';
import type { SalarieFiche } from '../../shared/salaries/schema.ts';
import { useLecture } from '../app/operations.ts';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import { Carte } from '../components/page.tsx';
import { ChampsContrats } from './saisie/champs-contrats.tsx';
import { ChampsEquipe } from './saisie/champs-equipe.tsx';
import { ChampsFreins } from './saisie/champs-freins.tsx';
import { ChampsIdentite } from './saisie/champs-identite.tsx';
import { ChampsMobilite } from './saisie/champs-mobilite.tsx';
import { ChampsOrientation } from './saisie/champs-orientation.tsx';
import { ChampsPass } from './saisie/champs-pass.tsx';
import { ChampsProjet } from './saisie/champs-projet.tsx';
import styles from './saisie/saisie.module.css';
import { aModifier, type Form, SAISIE_VIDE, type Saisie, SECTIONS, type Section } from './saisie/saisie.ts';
import { allerASection, Sommaire } from './saisie/sommaire.tsx';

function useSaisie(initial: Saisie, salarie: SalarieFiche | null, surSucces: (id: string) => void) {
  // Both operations take the same answers; the id of a change travels with them.
  return useFormulaire(
    salarie ? 'salaries.update' : 'salaries.create',
    initial as never,
    ({ id }) => surSucces(id),
    'salarie',
  ) as unknown as { form: Form; envoyer: () => Promise<void>; enCours: boolean; refus: string | null };
}

function Formulaire(props: {
  envoyer: () => Promise<void>;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <form
      noValidate
      className={props.className}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        // A portal's submit climbs the React tree: the form around the picker must not send itself too.
        evenement.stopPropagation();
        void props.envoyer();
      }}
    >
      {props.children}
    </form>
  );
}

function Pied(props: {
  enCours: boolean;
  refus: string | null;
  surAbandon: () => void;
  className: string | undefined;
}) {
  return (
    <div className={props.className}>
      <Button type="submit" loading={props.enCours}>
        Enregistrer
      </Button>
      <Button variant="default" onClick={props.surAbandon}>
        Annuler
      </Button>
      <span className={styles.refus} role="alert">
        {props.refus}
      </span>
    </div>
  );
}

/** What is needed to start: who, and under which contract. In a window over the form that wants somebody. */
export function NouveauSalarieBref(props: {
  /** What was typed in the picker. */
  depart: string;
  surSucces: (id: string) => void;
  surAbandon: () => void;
}) {
  const { form, envoyer, enCours, refus } = useSaisie(
    { ...SAISIE_VIDE, nom: props.depart },
    null,
    props.surSucces,
  );
  return (
    <Formulaire envoyer={envoyer}>
      <p className={styles.aide}>
        L’essentiel pour continuer ici&nbsp;: PASS IAE, projet et équipe se complètent ensuite, sur la fiche
        de la personne.
      </p>
      <ChampsIdentite form={form} nouveau complet={false} choisir={props.surSucces} />
      <h2 className={styles.titre}>Contrats</h2>
      <ChampsContrats form={form} remarques={[]} complet={false} />
      <Pied enCours={enCours} refus={refus} surAbandon={props.surAbandon} className={styles.piedFenetre} />
    </Formulaire>
  );
}

const estSection = (cle: string | null): cle is Section => SECTIONS.some((section) => section.cle === cle);

/** The whole record on a page of its own, to create (`salarie` null) or to change; `ouvrir`: where to start. */
export function FormulaireSalarie(props: {
  salarie: SalarieFiche | null;
  depart?: string;
  ouvrir?: string | null;
  surSucces: (id: string) => void;
  surAbandon: () => void;
}) {
  const { salarie, depart = '', ouvrir = null } = props;
  const { form, envoyer, enCours, refus } = useSaisie(
    salarie ? aModifier(salarie) : { ...SAISIE_VIDE, nom: depart },
    salarie,
    props.surSucces,
  );
  const { data: parametres } = useLecture('parametres.get', {});
  const { data: propres } = useLecture('parametres.seuils', {});
  const seuils = useMemo(() => seuilsAu(dateLocale(new Date()), propres ?? []), [propres]);
  const genre = parametres?.structure?.genre ?? null;
  const { naissance, contrats, passIae, criteres } = form.values;
  const remarques = useMemo(
    () =>
      controlerParcours(
        {
          naissance,
          contrats: contrats.map(({ nature, debut, fin }) => ({ nature, debut, fin: fin || null })),
          passIae: passIae.map(({ debut, fin, evenements = [] }) => ({
            debut,
            fin,
            evenements: evenements.map((lu) => ({ ...lu, motif: lu.motif ?? '' })),
          })),
          criteres,
        },
        genre,
        seuils,
      ),
    [naissance, contrats, passIae, criteres, genre, seuils],
  );
  useHotkeys([['mod+S', () => void envoyer()]], []);
  useEffect(() => {
    if (estSection(ouvrir)) allerASection(ouvrir);
  }, [ouvrir]);

  const CORPS: Record<Section, ReactNode> = {
    identite: <ChampsIdentite form={form} nouveau={salarie === null} complet />,
    contrats: <ChampsContrats form={form} remarques={remarques} complet />,
    pass: <ChampsPass form={form} remarques={remarques} seuils={seuils} />,
    orientation: <ChampsOrientation form={form} genre={genre} remarques={remarques} />,
    projet: <ChampsProjet form={form} />,
    mobilite: <ChampsMobilite form={form} />,
    freins: <ChampsFreins form={form} />,
    equipe: <ChampsEquipe form={form} membres={parametres?.membres ?? []} />,
  };
  return (
    <Formulaire envoyer={envoyer} className={styles.ecran}>
      <GardeSaisie modifie={form.isDirty()} />
      <div className={styles.sections}>
        {SECTIONS.map(({ cle, titre }) => (
          <div key={cle} data-section={cle} tabIndex={-1}>
            <Carte titre={titre}>{CORPS[cle]}</Carte>
          </div>
        ))}
        <Pied enCours={enCours} refus={refus} surAbandon={props.surAbandon} className={styles.pied} />
      </div>
      <Sommaire form={form} remarques={remarques} />
    </Formulaire>
  );
}

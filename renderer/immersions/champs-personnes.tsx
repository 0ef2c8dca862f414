import { Select } from '@mantine/core';
import { memo } from 'react';
import { enAlsaceMoselle } from '../../shared/immersions/horaires.ts';
import type { Amorce, Reprise } from '../../shared/immersions/reprise.ts';
import type { ImmersionFiche, Parties } from '../../shared/immersions/schema.ts';
import { appeler, lire } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { Carte } from '../components/page.tsx';
import { ChoixOrganisation } from '../reseau/choix-organisation.tsx';
import { ChoixSalarie } from '../salaries/choix-salarie.tsx';
import { ChampsAccueil } from './champs-accueil.tsx';
import styles from './immersions.module.css';
import { MentionReprise, reprendre } from './reprises.tsx';
import { ACCUEIL_VIDE, accueilDe, cheminDe, type Form, memesChamps } from './saisie.ts';

type Site = NonNullable<Parties['organisation']>['sites'][number];

const PRINCIPAL = 'principal';

const adresseDe = ({ adresse, codePostal, ville }: Site) =>
  [adresse, [codePostal, ville].filter(Boolean).join(' ')].filter(Boolean).join(', ');

/** Which of its places; the address of the one chosen becomes the place of the immersion. */
function ChoixSite({ form, sites, fige }: { form: Form; sites: readonly Site[]; fige: boolean }) {
  const { siteId, accueil } = form.values;
  if (sites.length === 0) return null;
  return (
    <Select
      className={styles.pleine}
      label="Où, dans cette organisation"
      data={[
        { value: PRINCIPAL, label: ['Adresse principale', accueil.ville].filter(Boolean).join(', ') },
        ...sites.map((site) => ({
          value: site.id,
          label: [site.nom, adresseDe(site)].filter(Boolean).join(' : '),
        })),
      ]}
      allowDeselect={false}
      disabled={fige}
      data-path={cheminDe(form, 'siteId')}
      error={form.errors.siteId}
      value={siteId ?? PRINCIPAL}
      onChange={(choix) => {
        const site = sites.find(({ id }) => id === choix);
        form.setValues({
          siteId: site?.id ?? null,
          lieu: site ? adresseDe(site) : '',
          alsaceMoselle: enAlsaceMoselle(site?.codePostal || form.getValues().accueil.codePostal),
        });
      }}
    />
  );
}

interface Props {
  form: Form;
  parties: Parties;
  reprises: readonly Reprise[];
  poserReprises: (reprises: Reprise[]) => void;
  accueilOuvert: boolean;
  ouvrirAccueil: (oui: boolean) => void;
  /** The convention it renews. */
  origine: ImmersionFiche | null;
}

function Personnes(props: Props) {
  const { form, reprises, origine } = props;
  const { organisationId } = form.values;
  const fige = form.values.renouvelleId !== null;
  const sites = props.parties.organisation?.sites ?? [];

  /** Starts again from what these two did last, wherever nothing was typed. */
  function poserAmorce(amorce: Amorce) {
    const pose = reprendre(form.getValues(), reprises, amorce.reprises);
    form.setValues({ ...pose.valeurs, alsaceMoselle: amorce.alsaceMoselle });
    props.poserReprises(pose.reprises);
  }
  async function amorcer() {
    const { salarieId, organisationId } = form.getValues();
    poserAmorce(await lire('immersions.prefill', { salarieId, organisationId }));
  }
  async function choisirSalarie(id: string | null) {
    form.setFieldValue('salarieId', id);
    form.clearFieldError('salarieId');
    if (id === null) return;
    try {
      await amorcer();
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  async function choisirAccueil(id: string | null) {
    // Whoever receives, and where, are of the organisation before.
    form.setValues({
      organisationId: id,
      accueil: ACCUEIL_VIDE,
      tuteurId: null,
      tuteurNom: '',
      tuteurFonction: '',
      siteId: null,
      lieu: '',
    });
    form.clearFieldError('organisationId');
    try {
      if (id !== null) {
        const { organisation } = await appeler('immersions.parties', { salarieId: null, organisationId: id });
        if (!organisation || form.getValues().organisationId !== id) return;
        const accueil = accueilDe(organisation);
        form.setFieldValue('accueil', accueil);
        props.ouvrirAccueil(Object.values(accueil).some((valeur) => valeur === ''));
      }
      await amorcer();
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  async function creerAccueil(nom: string) {
    try {
      const { id } = await appeler('reseau.create', { nom });
      await choisirAccueil(id);
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  return (
    <Carte titre="Les personnes">
      <div className={styles.champs}>
        <div data-champ="salarieId">
          <ChoixSalarie
            label="Bénéficiaire"
            withAsterisk
            disabled={fige}
            value={form.values.salarieId}
            error={form.errors.salarieId}
            onChange={(id) => void choisirSalarie(id)}
          />
        </div>
        <div data-champ="organisationId">
          <ChoixOrganisation
            label="Structure d’accueil"
            withAsterisk
            disabled={fige}
            value={organisationId}
            error={form.errors.organisationId}
            onChange={(id) => void choisirAccueil(id)}
            onCreate={(nom) => void creerAccueil(nom)}
          />
        </div>
        {organisationId !== null && <ChoixSite form={form} sites={sites} fige={origine !== null} />}
      </div>
      {form.values.siteId !== null && <MentionReprise form={form} reprises={reprises} groupe="lieu" />}
      {organisationId !== null && (
        <ChampsAccueil form={form} ouvert={props.accueilOuvert} changer={props.ouvrirAccueil} />
      )}
    </Carte>
  );
}

export const CartePersonnes = memo(
  Personnes,
  memesChamps(['salarieId', 'organisationId', 'accueil', 'siteId', 'lieu', 'renouvelleId']),
);

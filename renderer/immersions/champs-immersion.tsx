import { Autocomplete, Button, Collapse, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { ageAu, estDateCivile } from '../../shared/dates.ts';
import { accorder, formaterDuree } from '../../shared/format.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import { dernierJourPermis } from '../../shared/immersions/regles.ts';
import type { Parties } from '../../shared/immersions/schema.ts';
import { MODES_CONTRAT, OBJETS } from '../../shared/nomenclatures/immersions.ts';
import type { Parametres } from '../../shared/parametres/schema.ts';
import { appeler } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { Carte } from '../components/page.tsx';
import { ChampMetier } from '../reseau/champ-metier.tsx';
import { ChoixOrganisation } from '../reseau/choix-organisation.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { ChoixSalarie } from '../salaries/choix-salarie.tsx';
import { ChampsAccueil } from './champs-accueil.tsx';
import { GrilleHoraires } from './grille-horaires.tsx';
import styles from './immersions.module.css';
import { ACCUEIL_VIDE, accueilDe, type Form, lisible, memesChamps } from './saisie.ts';

/** Mantine's field properties, with the name a check jumps to. */
const champ = (form: Form, nom: string) => ({ name: nom, autoComplete: 'off', ...form.getInputProps(nom) });

interface PropsParties {
  form: Form;
  accueilOuvert: boolean;
  ouvrirAccueil: (oui: boolean) => void;
}

function Personnes(props: PropsParties) {
  const { form } = props;
  const { organisationId, renouvelleId } = form.values;

  async function choisirAccueil(id: string | null) {
    form.setFieldValue('organisationId', id);
    form.clearFieldError('organisationId');
    form.setValues({ accueil: ACCUEIL_VIDE, tuteurId: null, tuteurNom: '', tuteurFonction: '' });
    if (id === null) return;
    try {
      const { organisation } = await appeler('immersions.parties', { salarieId: null, organisationId: id });
      if (!organisation) return;
      const accueil = accueilDe(organisation);
      form.setFieldValue('accueil', accueil);
      props.ouvrirAccueil(Object.values(accueil).some((valeur) => valeur === ''));
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
            disabled={renouvelleId !== null}
            value={form.values.salarieId}
            error={form.errors.salarieId}
            onChange={(id) => {
              form.setFieldValue('salarieId', id);
              form.clearFieldError('salarieId');
            }}
          />
        </div>
        <div data-champ="organisationId">
          <ChoixOrganisation
            label="Structure d’accueil"
            withAsterisk
            disabled={renouvelleId !== null}
            value={organisationId}
            error={form.errors.organisationId}
            onChange={(id) => void choisirAccueil(id)}
            onCreate={(nom) => void creerAccueil(nom)}
          />
        </div>
      </div>
      {organisationId !== null && (
        <ChampsAccueil form={form} ouvert={props.accueilOuvert} changer={props.ouvrirAccueil} />
      )}
    </Carte>
  );
}

function Periode({ form }: { form: Form }) {
  const lue = lisible(form.values);
  const { debut } = lue;
  const { minutes, jours } = totaux(calendrier(lue));
  return (
    <Carte titre="Période et horaires">
      <div className={styles.trois}>
        <ChampDate label="Du" {...champ(form, 'debut')} />
        <ChampDate
          label="Au"
          min={debut ?? undefined}
          max={debut && estDateCivile(debut) ? dernierJourPermis(debut) : undefined}
          {...champ(form, 'fin')}
        />
        <TextInput
          label="Total"
          readOnly
          tabIndex={-1}
          classNames={{ input: styles.total }}
          value={minutes > 0 ? `${formaterDuree(minutes)} · ${accorder(jours, 'jour')}` : '—'}
        />
      </div>
      <GrilleHoraires form={form} />
    </Carte>
  );
}

function Contenu({ form }: { form: Form }) {
  const objet = form.getInputProps('objet');
  return (
    <Carte titre="Ce qui sera fait">
      <div className={styles.pile}>
        <div data-champ="objet">
          <Radio.Group label="Objet, un seul" {...objet}>
            <div className={styles.objets}>
              {OBJETS.valeurs.map(({ code, label }) => (
                <Radio key={code} value={code} label={label} disabled={form.values.renouvelleId !== null} />
              ))}
            </div>
          </Radio.Group>
        </div>
        <Textarea
          label="Objectifs précis"
          placeholder="Ce que la personne vient vérifier, apprendre ou montrer"
          autosize
          minRows={2}
          maxLength={2000}
          {...champ(form, 'objectifs')}
        />
        <ChampMetier label="Métier" placeholder="Jardinier, cuisine, A1203…" {...champ(form, 'metier')} />
        <Textarea
          label="Activités confiées"
          autosize
          minRows={2}
          maxLength={4000}
          {...champ(form, 'activites')}
        />
        <Textarea
          label="Modalités d’évaluation"
          placeholder="Point hebdomadaire, grille de compétences, entretien à trois…"
          autosize
          minRows={1}
          maxLength={2000}
          {...champ(form, 'modalitesEvaluation')}
        />
        <Textarea
          label="Protection"
          placeholder="Équipements fournis et par qui ; laissez vide s’il n’en faut pas"
          autosize
          minRows={1}
          maxLength={1000}
          {...champ(form, 'protection')}
        />
      </div>
    </Carte>
  );
}

function Tuteur({ form, organisation }: { form: Form; organisation: Parties['organisation'] }) {
  const connus = organisation?.interlocuteurs ?? [];
  const noms = [...new Set(connus.map(nomComplet))].filter(Boolean);
  const { onChange: _, ...tuteur } = champ(form, 'tuteurNom') as { onChange: unknown };
  return (
    <>
      <Autocomplete
        label="Responsable sur place"
        placeholder="Qui accueille et suit la personne"
        data={noms}
        {...tuteur}
        onChange={(nom) => {
          const personne = connus.find((connu) => nomComplet(connu) === nom);
          form.setValues({ tuteurNom: nom, tuteurId: personne?.id ?? null });
          form.clearFieldError('tuteurNom');
          if (personne?.intitule) form.setFieldValue('tuteurFonction', personne.intitule);
        }}
      />
      <TextInput label="Sa fonction" {...champ(form, 'tuteurFonction')} />
    </>
  );
}

function Suivi(props: { form: Form; parties: Parties; parametres: Parametres }) {
  const { form, parties, parametres } = props;
  const { representantLegal, lieu, numeroImmersionFacilitee, debut } = form.values;
  const [rare, setRare] = useState(lieu !== '' || numeroImmersionFacilitee !== '');
  const mineur =
    parties.salarie !== null &&
    debut !== null &&
    estDateCivile(debut) &&
    ageAu(parties.salarie.naissance, debut) < 18;
  const Chevron = rare ? IconChevronUp : IconChevronDown;
  const mode = form.getInputProps('modeContrat');
  return (
    <Carte titre="Qui suit, et dans quel cadre">
      <div className={styles.champs}>
        <Tuteur form={form} organisation={parties.organisation} />
        <Select
          label="Référent dans votre structure"
          data={parametres.membres.map((membre) => ({
            value: membre.id,
            label: [nomComplet(membre), membre.fonction].filter(Boolean).join(', '),
          }))}
          {...champ(form, 'referentId')}
        />
        <div data-champ="modeContrat">
          <Radio.Group label="Le contrat de travail pendant l’immersion" {...mode}>
            <div className={styles.choix}>
              {MODES_CONTRAT.valeurs.map(({ code, label }) => (
                <Radio key={code} value={code} label={label} />
              ))}
            </div>
          </Radio.Group>
        </div>
        {(mineur || representantLegal !== '') && (
          <TextInput
            className={styles.pleine}
            label="Représentant légal, qui signe aussi"
            description="La personne a moins de 18 ans au premier jour."
            {...champ(form, 'representantLegal')}
          />
        )}
        {parametres.structure?.genre === 'ETTI' && (
          <>
            <TextInput
              label="Prescripteur"
              placeholder="France Travail, mission locale…"
              {...champ(form, 'prescripteurNom')}
            />
            <TextInput label="Adresse du prescripteur" {...champ(form, 'prescripteurAdresse')} />
          </>
        )}
      </div>
      <Button
        mt={10}
        variant="subtle"
        size="compact-sm"
        aria-expanded={rare}
        aria-controls="immersion-rare"
        rightSection={<Chevron size={15} stroke={1.8} />}
        onClick={() => setRare(!rare)}
      >
        Lieu différent, Immersion Facilitée
      </Button>
      <Collapse expanded={rare} id="immersion-rare">
        <div className={styles.champs}>
          <TextInput
            label="Lieu, s’il n’est pas l’adresse de l’accueil"
            placeholder="Chantier, annexe, magasin…"
            {...champ(form, 'lieu')}
          />
          <TextInput
            label="N° de convention Immersion Facilitée"
            {...champ(form, 'numeroImmersionFacilitee')}
          />
        </div>
      </Collapse>
    </Carte>
  );
}

export const CarteParties = memo(
  Personnes,
  memesChamps(['salarieId', 'organisationId', 'accueil', 'renouvelleId']),
);
export const CartePeriode = memo(Periode, memesChamps(['debut', 'fin', 'horaires', 'feriesTravailles']));
export const CarteContenu = memo(
  Contenu,
  memesChamps([
    'objet',
    'objectifs',
    'metier',
    'activites',
    'modalitesEvaluation',
    'protection',
    'renouvelleId',
  ]),
);
export const CarteSuivi = memo(
  Suivi,
  memesChamps([
    'debut',
    'tuteurNom',
    'tuteurFonction',
    'referentId',
    'modeContrat',
    'representantLegal',
    'prescripteurNom',
    'prescripteurAdresse',
    'lieu',
    'numeroImmersionFacilitee',
  ]),
);

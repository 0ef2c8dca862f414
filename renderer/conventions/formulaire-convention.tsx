import { Button, Select, TextInput } from '@mantine/core';
import type { Entree } from '../../shared/contrat.ts';
import type { ConventionFiche } from '../../shared/conventions/schema.ts';
import { estDateCivile } from '../../shared/dates.ts';
import { GENRES_CONVENTION } from '../../shared/nomenclatures/bilans.ts';
import { useLecture } from '../app/operations.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { ChampMontant } from '../components/champ-lu.tsx';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import { Carte } from '../components/page.tsx';
import { TexteLibre } from '../components/texte-libre.tsx';
import { ChoixOuNouvelle } from '../reseau/choix-ou-nouvelle.tsx';
import { ARegarder } from './a-regarder.tsx';
import styles from './conventions.module.css';

type Saisie = Entree<'conventions.create'>;

const GENRES = GENRES_CONVENTION.valeurs.map(({ code, label }) => ({ value: code, label }));

/** Others of the same funder that run at the same time, as soon as it can be known. */
function useChevauchements(id: string | null, { organisationId, genre, debut, fin }: Saisie) {
  const connus =
    typeof organisationId === 'string' &&
    genre !== undefined &&
    estDateCivile(debut ?? '') &&
    estDateCivile(fin ?? '');
  const { data } = useLecture(
    'conventions.chevauchements',
    { id, organisationId: organisationId ?? null, genre, debut, fin },
    { actif: connus && debut <= fin },
  );
  return connus ? (data ?? []) : [];
}

/** A convention, to note (`convention` null) or to change. */
export function FormulaireConvention(props: {
  convention: ConventionFiche | null;
  depart: Partial<Saisie>;
  surSucces: (id: string) => void;
  surAbandon: () => void;
}) {
  const { convention, depart } = props;
  const initial: Saisie = {
    organisationId: convention?.organisation?.id ?? null,
    // Nobody has chosen yet: the contract refuses it.
    genre: (convention?.genre ?? '') as Saisie['genre'],
    intitule: convention?.intitule ?? '',
    numero: convention?.numero ?? '',
    debut: convention?.debut ?? '',
    fin: convention?.fin ?? '',
    conventionneCentimes: convention?.conventionneCentimes ?? null,
    profil: convention?.profil ?? '',
    note: convention?.note ?? '',
    ...depart,
  };
  const { form, envoyer, enCours, refus } = useFormulaire(
    convention ? 'conventions.update' : 'conventions.create',
    (convention ? { id: convention.id, ...initial } : initial) as never,
    ({ id }) => props.surSucces(id),
  );
  const { data: profils = [] } = useLecture('bilans.profils', {});
  const saisie = form.values as unknown as Saisie;
  const avis = useChevauchements(convention?.id ?? null, saisie);
  return (
    <form
      noValidate
      className={styles.saisie}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <GardeSaisie modifie={form.isDirty()} />
      <Carte>
        <div className={styles.champs}>
          <ChoixOuNouvelle
            enTantQue="financeur"
            label="Financeur"
            placeholder="DDETS, Région, PLIE, fondation…"
            {...form.getInputProps('organisationId')}
            value={saisie.organisationId ?? null}
            onChange={(id) => form.setFieldValue('organisationId', id as never)}
          />
          <Select
            label="Type"
            withAsterisk
            placeholder="Choisissez"
            allowDeselect={false}
            data={GENRES}
            {...form.getInputProps('genre')}
            value={saisie.genre || null}
            onChange={(genre) => {
              form.setFieldValue('genre', genre as never);
              // The profile of the same name, as long as nobody chose another.
              const avant = saisie.profil === '' || saisie.profil === saisie.genre;
              const livre = profils.find(({ code, propre }) => code === genre && !propre);
              if (avant) form.setFieldValue('profil', (livre?.code ?? '') as never);
            }}
          />
          <TextInput
            className={styles.pleine}
            label="Intitulé"
            withAsterisk
            placeholder="Convention pluriannuelle 2026-2028"
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('intitule')}
          />
          <ChampDate label="Du" withAsterisk {...form.getInputProps('debut')} />
          <ChampDate label="Au" withAsterisk {...form.getInputProps('fin')} />
          <TextInput label="Numéro" maxLength={60} autoComplete="off" {...form.getInputProps('numero')} />
          <ChampMontant label="Montant conventionné" {...form.getInputProps('conventionneCentimes')} />
          <Select
            className={styles.pleine}
            label="Profil de ses bilans"
            placeholder="À choisir en préparant le bilan"
            clearable
            clearButtonProps={{ 'aria-label': 'Aucun profil' }}
            data={profils.map(({ code, nom }) => ({ value: code, label: nom }))}
            description={profils.find(({ code }) => code === saisie.profil)?.description}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('profil')}
            value={saisie.profil || null}
            onChange={(code) => form.setFieldValue('profil', (code ?? '') as never)}
          />
          <div className={styles.pleine}>
            <TexteLibre
              label="Note"
              placeholder="Interlocuteur, conditions de versement, pièces à joindre…"
              maxLength={4000}
              {...form.getInputProps('note')}
            />
          </div>
        </div>
        <div className={styles.pied}>
          <Button type="submit" loading={enCours}>
            {convention ? 'Enregistrer' : 'Créer la convention'}
          </Button>
          <Button variant="default" onClick={props.surAbandon}>
            Annuler
          </Button>
          <span className={styles.refus} role="alert">
            {refus}
          </span>
        </div>
      </Carte>
      <div className={styles.cote} role="status">
        {avis.length > 0 ? <ARegarder avertissements={avis} /> : null}
      </div>
    </form>
  );
}

import { Select } from '@mantine/core';
import { useNavigate } from 'react-router';
import { nomPeriode } from '../../../shared/bilans/regles.ts';
import { type Periode, periodeSaisie } from '../../../shared/bilans/schema.ts';
import type { Sortie } from '../../../shared/contrat.ts';
import { formaterDate, insecables } from '../../../shared/format.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import styles from './accueil.module.css';
import { ChoixPeriode } from './choix-periode.tsx';

/** What the window is opened with: from a deadline, or nothing. */
export interface Propose {
  profil: string;
  periode: Periode;
  conventionId: string | null;
}

/** A bilan in one window: which profile, over what, for which convention. */
export function NouveauBilan(props: {
  propose: Propose;
  profils: Sortie<'bilans.profils'>;
  conventions: Sortie<'conventions.list'>['lignes'];
  fermer: () => void;
}) {
  const { propose, profils, conventions, fermer } = props;
  const aller = useNavigate();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'bilans.ouvrir',
    {
      profil: propose.profil,
      debut: propose.periode.debut,
      fin: propose.periode.fin,
      conventionId: propose.conventionId,
    },
    ({ id }) => aller(`/bilans/${id}`),
    'nouveau-bilan',
  );
  const { profil, debut, fin, conventionId } = form.getValues();
  const choisi = profils.find(({ code }) => code === profil);
  const periode = { debut, fin };
  const lisible = periodeSaisie.safeParse(periode).success;
  const convention = conventions.find(({ id }) => id === conventionId);
  return (
    <FenetreSaisie
      titre="Nouveau bilan"
      taille="lg"
      valider="Préparer ce bilan"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <Select
          label="Profil"
          placeholder="Pour qui est ce bilan ?"
          description={choisi && choisi.description !== '' ? insecables(choisi.description) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          allowDeselect={false}
          data={[
            {
              group: 'Fournis',
              items: profils
                .filter(({ propre }) => !propre)
                .map(({ code, nom }) => ({ value: code, label: nom })),
            },
            {
              group: 'Les vôtres',
              items: profils
                .filter(({ propre }) => propre)
                .map(({ code, nom }) => ({ value: code, label: nom })),
            },
          ].filter(({ items }) => items.length > 0)}
          key={form.key('profil')}
          {...form.getInputProps('profil')}
          value={profil === '' ? null : profil}
          data-autofocus
        />
        <fieldset className={styles.periode}>
          <legend>Période</legend>
          <ChoixPeriode
            periode={periode}
            onChange={(voulue) => form.setValues({ debut: voulue.debut, fin: voulue.fin })}
            dates={
              <>
                <ChampDate label="Du" sens="passe" {...form.getInputProps('debut')} />
                <ChampDate label="Au" sens="passe" {...form.getInputProps('fin')} />
              </>
            }
          />
        </fieldset>
        <Select
          label="Convention"
          placeholder="Aucune"
          clearable
          clearButtonProps={{ 'aria-label': 'Aucune convention' }}
          searchable
          nothingFoundMessage="Aucune convention de ce nom"
          data={conventions.map(({ id, intitule, numero, debut: du, fin: au }) => ({
            value: id,
            label: insecables(
              `${intitule}${numero === '' ? '' : ` n° ${numero}`} (${du.slice(0, 4)}${au.slice(0, 4) === du.slice(0, 4) ? '' : `-${au.slice(0, 4)}`})`,
            ),
          }))}
          description={
            convention && lisible && (debut > convention.fin || fin < convention.debut)
              ? insecables(
                  `Cette convention va du ${formaterDate(convention.debut)} au ${formaterDate(convention.fin)} : rien de ${nomPeriode(periode)} n’en fait partie.`,
                )
              : 'Ses objectifs de l’année se placent en face des chiffres.'
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          key={form.key('conventionId')}
          {...form.getInputProps('conventionId')}
          value={conventionId ?? null}
        />
      </div>
    </FenetreSaisie>
  );
}

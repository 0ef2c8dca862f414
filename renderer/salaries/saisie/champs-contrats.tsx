import { ActionIcon, Button, Checkbox, NumberInput, Select } from '@mantine/core';
import { IconPlayerPause, IconPlus, IconRepeat, IconTrash } from '@tabler/icons-react';
import { ajouterJours, dateLocale, estDateCivile } from '../../../shared/dates.ts';
import { formaterDate } from '../../../shared/format.ts';
import { CONTRATS, MOTIFS_SUSPENSION } from '../../../shared/nomenclatures/salaries.ts';
import { PRECEDENT } from '../../../shared/salaries/contrats.ts';
import type { Remarque } from '../../../shared/salaries/regles-parcours.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { Remarques } from './remarques.tsx';
import styles from './saisie.module.css';
import { CONTRAT_VIDE, type ContratSaisi, cheminDe, type Form } from './saisie.ts';

export const choixDe = (liste: { valeurs: readonly { code: string; label: string }[] }) =>
  liste.valeurs.map(({ code, label }) => ({ value: code, label }));

/** The contract before in time, which a renewal follows. */
function contratAvant(contrats: readonly ContratSaisi[], rang: number): ContratSaisi | null {
  const { debut } = contrats[rang]!;
  if (!estDateCivile(debut)) return null;
  return contrats.reduce<ContratSaisi | null>(
    (trouve, lu, autre) =>
      autre !== rang && estDateCivile(lu.debut) && lu.debut < debut && lu.debut > (trouve?.debut ?? '')
        ? lu
        : trouve,
    null,
  );
}

/** Today, or the day of the contract that is nearest to it. */
function jourDans({ debut, fin }: ContratSaisi): string {
  const today = dateLocale(new Date());
  if (estDateCivile(debut) && debut > today) return debut;
  return fin && estDateCivile(fin) && fin < today ? fin : today;
}

function Suspensions({ form, rang, nom }: { form: Form; rang: number; nom: string }) {
  const chemin = `contrats.${rang}.suspensions`;
  return form.values.contrats[rang]!.suspensions!.map((suspension, autre) => {
    const champ = (quoi: string) => form.getInputProps(`${chemin}.${autre}.${quoi}`);
    return (
      <fieldset
        key={suspension.id ?? `nouvelle-${autre}`}
        className={styles.evenement}
        aria-label={`Suspension ${autre + 1} du ${nom}`}
      >
        <Select
          label="Motif de la suspension"
          placeholder="Non précisé"
          clearable
          data={choixDe(MOTIFS_SUSPENSION)}
          {...champ('motif')}
          value={suspension.motif || null}
          onChange={(motif) => form.setFieldValue(`${chemin}.${autre}.motif`, (motif ?? '') as never)}
        />
        <ChampDate label="Suspendu depuis le" withAsterisk {...champ('debut')} />
        <ChampDate label="Jusqu’au" placeholder="En cours" {...champ('fin')} />
        <ActionIcon
          className={styles.retirer}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Retirer la suspension ${autre + 1} du ${nom}`}
          onClick={() => form.removeListItem(chemin, autre)}
        >
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </fieldset>
    );
  });
}

function Contrat({ form, rang, complet }: { form: Form; rang: number; complet: boolean }) {
  const { contrats } = form.values;
  const contrat = contrats[rang]!;
  const champ = (nom: string) => form.getInputProps(`contrats.${rang}.${nom}`);
  const heures = champ('minutesHebdo');
  const avant = contratAvant(contrats, rang);
  const nom = `contrat ${rang + 1}`;
  const { fin } = contrat;
  return (
    <>
      <div className={styles.contrat}>
        <Select label="Nature" allowDeselect={false} data={choixDe(CONTRATS)} {...champ('nature')} />
        <ChampDate label="Début" withAsterisk {...champ('debut')} />
        <ChampDate label="Fin" placeholder="Sans terme" {...champ('fin')} />
        <NumberInput
          label="Heures / semaine"
          decimalSeparator=","
          allowNegative={false}
          decimalScale={2}
          hideControls
          suffix=" h"
          value={contrat.minutesHebdo === null ? '' : contrat.minutesHebdo / 60}
          error={heures.error}
          data-path={cheminDe(form, `contrats.${rang}.minutesHebdo`)}
          onBlur={heures.onBlur}
          onChange={(valeur) =>
            form.setFieldValue(
              `contrats.${rang}.minutesHebdo`,
              valeur === '' ? null : Math.round(Number(valeur) * 60),
            )
          }
        />
        <ActionIcon
          className={styles.retirer}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Retirer le ${nom}`}
          onClick={() => form.removeListItem('contrats', rang)}
        >
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </div>
      {complet && contrat.suspensions && <Suspensions form={form} rang={rang} nom={nom} />}
      <div className={styles.gestes}>
        {complet && avant && (
          <Checkbox
            label={`Renouvelle le contrat du ${formaterDate(avant.debut)}`}
            checked={(contrat.renouvelleId ?? null) !== null}
            error={form.errors[`contrats.${rang}.renouvelleId`]}
            onChange={({ currentTarget }) =>
              form.setFieldValue(`contrats.${rang}.renouvelleId`, currentTarget.checked ? PRECEDENT : null)
            }
          />
        )}
        {complet && fin && estDateCivile(fin) && !contrats.some(({ debut }) => debut > fin) && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRepeat size={15} stroke={1.6} />}
            onClick={() =>
              form.insertListItem('contrats', {
                ...CONTRAT_VIDE,
                nature: contrat.nature,
                minutesHebdo: contrat.minutesHebdo,
                debut: ajouterJours(fin, 1),
                renouvelleId: PRECEDENT,
              })
            }
          >
            Renouveler
          </Button>
        )}
        {complet && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlayerPause size={15} stroke={1.6} />}
            onClick={() =>
              form.insertListItem(`contrats.${rang}.suspensions`, {
                debut: jourDans(contrat),
                fin: null,
                motif: '',
              })
            }
          >
            Suspendre
          </Button>
        )}
      </div>
    </>
  );
}

export function ChampsContrats(props: { form: Form; remarques: readonly Remarque[]; complet: boolean }) {
  const { form, remarques, complet } = props;
  const { contrats } = form.values;
  return (
    <>
      <p className={styles.aide}>
        {contrats.length === 0
          ? 'Aucun contrat pour l’instant : la fiche se tient sans.'
          : 'Un renouvellement s’ajoute sous le premier contrat : Passerelle sait ainsi jusqu’à quand la personne est employée.'}
      </p>
      {contrats.map((contrat, rang) => (
        <fieldset key={contrat.id ?? `nouveau-${rang}`} className={styles.bloc}>
          <legend className="visuellement-cache">Contrat {rang + 1}</legend>
          <Contrat form={form} rang={rang} complet={complet} />
          <Remarques remarques={remarques} de={`contrats.${rang}.`} />
        </fieldset>
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => form.insertListItem('contrats', { ...CONTRAT_VIDE })}
      >
        Ajouter un contrat
      </Button>
    </>
  );
}

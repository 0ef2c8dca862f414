import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconPlayerPause, IconPlus, IconTrash } from '@tabler/icons-react';
import { ajouterJours, dateLocale, estDateCivile } from '../../../shared/dates.ts';
import { formaterDate } from '../../../shared/format.ts';
import { MOTIFS_PROLONGATION } from '../../../shared/nomenclatures/salaries.ts';
import type { Valeurs } from '../../../shared/parametres/seuils.ts';
import type { Remarque } from '../../../shared/salaries/regles-parcours.ts';
import { finAttestee, finPass } from '../../../shared/salaries/regles-pass.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { choixDe } from './champs-contrats.tsx';
import { Remarques } from './remarques.tsx';
import styles from './saisie.module.css';
import type { Form, PassSaisi } from './saisie.ts';

/** Last day once everything is counted; null as long as a date is missing. */
function finComptee({ debut, fin, evenements = [] }: PassSaisi): string | null {
  const dates = [debut, fin, ...evenements.flatMap((lu) => [lu.debut, lu.fin])];
  if (!dates.every((date) => date && estDateCivile(date))) return null;
  return finPass({ debut, fin, evenements: evenements.map((lu) => ({ ...lu, motif: lu.motif ?? '' })) });
}

function Evenements({ form, rang }: { form: Form; rang: number }) {
  const chemin = `passIae.${rang}.evenements`;
  return (form.values.passIae[rang]!.evenements ?? []).map((evenement, autre) => {
    const champ = (quoi: string) => form.getInputProps(`${chemin}.${autre}.${quoi}`);
    const nom = evenement.genre === 'suspension' ? 'Suspension' : 'Prolongation';
    return (
      <fieldset
        key={evenement.id ?? `nouveau-${autre}`}
        className={styles.evenement}
        aria-label={`${nom} du PASS IAE, ligne ${autre + 1}`}
      >
        {evenement.genre === 'prolongation' ? (
          <Select
            label="Prolongé pour"
            withAsterisk
            placeholder="Motif"
            data={choixDe(MOTIFS_PROLONGATION)}
            {...champ('motif')}
            value={evenement.motif || null}
            onChange={(motif) => form.setFieldValue(`${chemin}.${autre}.motif`, (motif ?? '') as never)}
          />
        ) : (
          <p className={styles.aide} style={{ paddingTop: 30 }}>
            PASS suspendu
          </p>
        )}
        <ChampDate label="Du" withAsterisk {...champ('debut')} />
        <ChampDate label="Au" withAsterisk {...champ('fin')} />
        <ActionIcon
          className={styles.retirer}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Retirer la ${nom.toLowerCase()}, ligne ${autre + 1}`}
          onClick={() => form.removeListItem(chemin, autre)}
        >
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </fieldset>
    );
  });
}

function Pass({ form, rang, seuils }: { form: Form; rang: number; seuils: Valeurs }) {
  const pass = form.values.passIae[rang]!;
  const champ = (nom: string) => form.getInputProps(`passIae.${rang}.${nom}`);
  const comptee = finComptee(pass);
  const proposee = (debut: string) => (estDateCivile(debut) ? finAttestee(debut, seuils) : '');
  const ajouter = (genre: 'suspension' | 'prolongation', debut: string) =>
    form.insertListItem(`passIae.${rang}.evenements`, { genre, motif: '', debut, fin: '' });
  return (
    <>
      <div className={styles.pass}>
        <TextInput
          label="Numéro"
          placeholder="99999 26 12345"
          inputMode="numeric"
          autoComplete="off"
          {...champ('numero')}
        />
        <ChampDate
          label="PASS valable du"
          withAsterisk
          {...champ('debut')}
          onChange={(debut) => {
            const suit = pass.fin === '' || pass.fin === proposee(pass.debut);
            form.setFieldValue(`passIae.${rang}.debut`, debut ?? '');
            if (suit) form.setFieldValue(`passIae.${rang}.fin`, proposee(debut ?? ''));
          }}
        />
        <ChampDate
          label="PASS valable jusqu’au"
          withAsterisk
          description={
            comptee !== null && comptee !== pass.fin
              ? `En comptant ce qui suit : ${formaterDate(comptee)}`
              : undefined
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...champ('fin')}
        />
        <ActionIcon
          className={styles.retirer}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Retirer le PASS IAE ${rang + 1}`}
          onClick={() => form.removeListItem('passIae', rang)}
        >
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </div>
      <Evenements form={form} rang={rang} />
      <div className={styles.gestes}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCalendarPlus size={15} stroke={1.6} />}
          onClick={() => ajouter('prolongation', comptee === null ? '' : ajouterJours(comptee, 1))}
        >
          Prolonger
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlayerPause size={15} stroke={1.6} />}
          onClick={() => ajouter('suspension', dateLocale(new Date()))}
        >
          Suspendre le PASS
        </Button>
      </div>
    </>
  );
}

export function ChampsPass(props: { form: Form; remarques: readonly Remarque[]; seuils: Valeurs }) {
  const { form, remarques, seuils } = props;
  const { passIae, contrats } = form.values;
  const premier = contrats
    .map(({ debut }) => debut)
    .filter(estDateCivile)
    .toSorted()[0];
  return (
    <>
      <p className={styles.aide}>
        Les dates sont celles de l’attestation. Ce qui suspend ou prolonge le PASS se note dessous : sa vraie
        fin se compte toute seule.
      </p>
      {passIae.map((pass, rang) => (
        <fieldset key={pass.id ?? `nouveau-${rang}`} className={styles.bloc}>
          <legend className="visuellement-cache">PASS IAE {rang + 1}</legend>
          <Pass form={form} rang={rang} seuils={seuils} />
          <Remarques remarques={remarques} de={`passIae.${rang}.`} />
        </fieldset>
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => {
          const debut = passIae.length === 0 ? (premier ?? '') : '';
          form.insertListItem('passIae', {
            numero: '',
            debut,
            fin: debut === '' ? '' : finAttestee(debut, seuils),
            evenements: [],
          });
        }}
      >
        Ajouter un PASS IAE
      </Button>
    </>
  );
}

import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { PLACES_MAX } from '../../../shared/formation/action.ts';
import { ChoixOuNouvelle } from '../../reseau/choix-ou-nouvelle.tsx';
import styles from './formulaire.module.css';
import type { Form } from './saisie.ts';

const VIDE = { organisationId: '', places: 1, entres: null, entresFemmes: null, part: null };

/** Structures that hold seats on the session, and what they pay of it. */
export function ChampsPartenaires({ form, passee }: { form: Form; passee: boolean }) {
  const { partenaires } = form.values;
  return (
    <div className={styles.partenaires}>
      {partenaires.map((partenaire, rang) => {
        const champ = (nom: string) => `partenaires.${rang}.${nom}`;
        const nombre = (nom: 'places' | 'entres' | 'entresFemmes', label: string, vide: string) => (
          <NumberInput
            label={label}
            placeholder={vide}
            allowDecimal={false}
            allowNegative={false}
            max={PLACES_MAX}
            hideControls
            {...form.getInputProps(champ(nom))}
            value={partenaire[nom] ?? ''}
            onChange={(valeur) =>
              form.setFieldValue(champ(nom), valeur === '' ? (nom === 'places' ? 0 : null) : Number(valeur))
            }
          />
        );
        const part = form.getInputProps(champ('part'));
        return (
          <fieldset
            key={partenaire.id ?? `nouveau-${rang}`}
            className={styles.partenaire}
            data-passee={passee || undefined}
          >
            <legend className="visuellement-cache">Partenaire {rang + 1}</legend>
            <ChoixOuNouvelle
              enTantQue="siae"
              label="Structure partenaire"
              value={partenaire.organisationId || null}
              onChange={(id) => form.setFieldValue(champ('organisationId'), id ?? '')}
              error={form.errors[champ('organisationId')]}
            />
            {nombre('places', 'Places', '0')}
            <NumberInput
              label="Part du coût"
              placeholder="selon ses places"
              decimalSeparator=","
              decimalScale={1}
              allowNegative={false}
              hideControls
              suffix=" %"
              error={part.error}
              onBlur={part.onBlur}
              value={partenaire.part === null ? '' : partenaire.part / 10}
              onChange={(valeur) =>
                form.setFieldValue(champ('part'), valeur === '' ? null : Math.round(Number(valeur) * 10))
              }
            />
            {passee ? (
              <>
                {nombre('entres', 'Entrés', '—')}
                {nombre('entresFemmes', 'dont femmes', '—')}
              </>
            ) : null}
            <ActionIcon
              className={styles.retirer}
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Retirer le partenaire ${rang + 1}`}
              onClick={() => form.removeListItem('partenaires', rang)}
            >
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          </fieldset>
        );
      })}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => form.insertListItem('partenaires', { ...VIDE })}
      >
        Ajouter un partenaire
      </Button>
    </div>
  );
}

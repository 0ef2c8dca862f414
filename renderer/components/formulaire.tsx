import { Button, Group, Modal, Text } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useBlocker } from 'react-router';
import type { z } from 'zod';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import { contrat } from '../../shared/contrat.ts';
import { valider } from '../../shared/validation.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';

/** Puts the keyboard on the first refused field, in the order of the screen: it may be out of sight. */
function allerAuPremier(
  form: { getInputNode: (chemin: never) => HTMLElement | null },
  chemins: string[],
): void {
  // A part of a field (`horaires.0.1.fin`) is put right in the field itself.
  const champ = (chemin: string): HTMLElement | null =>
    form.getInputNode(chemin as never) ??
    (chemin.includes('.') ? champ(chemin.slice(0, chemin.lastIndexOf('.'))) : null);
  const [premier] = chemins
    .flatMap((chemin) => champ(chemin) ?? [])
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  premier?.focus();
}

/**
 * A form for one operation: the schema of the contract checks each field when it is left and all of them when it is
 * sent, the operation's own refusals land beside their fields, and what was typed always stays.
 */
export function useFormulaire<N extends NomOperation>(
  operation: N,
  initial: Entree<N>,
  surSucces: (valeur: Sortie<N>) => void,
  /** Tells its fields from those of another form on the screen, behind a window for instance. */
  nom?: string,
): {
  form: UseFormReturnType<Entree<N> & Record<string, unknown>>;
  envoyer: () => Promise<void>;
  enCours: boolean;
  refus: string | null;
} {
  const schema: z.ZodType = contrat[operation].entree;
  const [enCours, setEnCours] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const form = useForm<Entree<N> & Record<string, unknown>>({
    name: nom,
    initialValues: initial as Entree<N> & Record<string, unknown>,
    validate: (valeurs) => valider(schema, valeurs),
    enhanceGetInputProps: ({ field, form: celui }) => ({
      // Later than the click that moved the focus: an error line appearing at once would shift the button away.
      onBlur: () => setTimeout(() => celui.validateField(field), 180),
    }),
    clearInputErrorOnChange: true,
  });
  async function envoyer() {
    setRefus(null);
    // At once: a refused field that was folded away must be there to take the keyboard.
    const { hasErrors, errors } = flushSync(() => form.validate());
    if (hasErrors) {
      setRefus('Certaines informations sont à corriger.');
      allerAuPremier(form, Object.keys(errors));
      return;
    }
    setEnCours(true);
    try {
      const valeur = await appeler(operation, form.getValues() as Entree<N>);
      // At once: a screen that leaves on success must not be asked whether to keep what it has just saved.
      flushSync(() => form.resetDirty());
      surSucces(valeur);
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      const champs = erreur.enveloppe.champs ?? {};
      flushSync(() => form.setErrors(champs));
      setRefus(erreur.message);
      allerAuPremier(form, Object.keys(champs));
    } finally {
      setEnCours(false);
    }
  }
  return { form, envoyer, enCours, refus };
}

/** Asks before leaving a screen whose form holds unsaved input. */
export function GardeSaisie({ modifie }: { modifie: boolean }) {
  const blocage = useBlocker(
    ({ currentLocation, nextLocation }) => modifie && currentLocation.pathname !== nextLocation.pathname,
  );
  return (
    <Modal
      opened={blocage.state === 'blocked'}
      onClose={() => blocage.reset?.()}
      title="Quitter sans enregistrer ?"
      centered
    >
      <Text size="sm">Ce que vous avez saisi sur cet écran sera perdu.</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={() => blocage.reset?.()} data-autofocus>
          Continuer la saisie
        </Button>
        <Button color="red" onClick={() => blocage.proceed?.()}>
          Quitter
        </Button>
      </Group>
    </Modal>
  );
}

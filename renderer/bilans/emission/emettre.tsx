import { Button, Checkbox, Group, List, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Sortie } from '../../../shared/contrat.ts';
import { dateLocale } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { useAction } from '../../app/operations.ts';
import styles from './emission.module.css';

type Bilan = Sortie<'bilans.get'>;

/** What deserves a look before it leaves: a sentence each. */
function aRelire({ bilan: { arreteAu, periode, sections } }: Bilan): string[] {
  const repris = sections.filter(({ repriseDe }) => repriseDe !== null);
  const vides = sections.filter(({ consigne, texte }) => consigne !== '' && texte === '');
  const dire = (titres: { titre: string }[]) => titres.map(({ titre }) => `« ${titre} »`).join(', ');
  return [
    arreteAu !== null &&
      `La période court jusqu’au ${formaterDate(periode.fin)} : ce qui est envoyé s’arrête au ${formaterDate(arreteAu)}.`,
    repris.length > 0 &&
      `${repris.length === 1 ? 'Un texte vient' : `${repris.length} textes viennent`} du bilan précédent et n’${repris.length === 1 ? 'a' : 'ont'} pas été relu${repris.length === 1 ? '' : 's'} : ${dire(repris)}.`,
    vides.length > 0 && `Rien n’est écrit dans ${dire(vides)}.`,
  ]
    .filter((phrase) => phrase !== false)
    .map(insecables);
}

/** « Émettre et figer »: what will be kept for good, what is to be read again, then the freezing itself. */
export function BoutonEmettre({ bilan }: { bilan: Bilan }) {
  const [ouverte, setOuverte] = useState(false);
  const commencee = bilan.bilan.arreteAu === null || bilan.bilan.arreteAu >= bilan.bilan.periode.debut;
  return (
    <>
      <Button
        leftSection={<IconLock size={17} stroke={1.7} />}
        disabled={!commencee}
        title={commencee ? undefined : 'La période de ce bilan n’a pas encore commencé.'}
        onClick={() => setOuverte(true)}
      >
        Émettre et figer
      </Button>
      {ouverte ? <Fenetre bilan={bilan} fermer={() => setOuverte(false)} /> : null}
    </>
  );
}

function Fenetre({ bilan, fermer }: { bilan: Bilan; fermer: () => void }) {
  const { id, emissions, bilan: calcule } = bilan;
  const derniere = emissions[0];
  const [compris, setCompris] = useState(false);
  const aller = useNavigate();
  const emettre = useAction('bilans.emettre');
  const relire = aRelire(bilan);
  const chiffres = calcule.sections.reduce((somme, { lignes }) => somme + lignes.length, 0);
  function envoyer() {
    emettre.mutate(
      { id, remplace: derniere !== undefined },
      {
        onSuccess: ({ edition, sha256 }) => {
          fermer();
          notifications.show({
            message: `Version ${edition} émise et figée${sha256 === '' ? ' ; le PDF n’a pas pu être fabriqué ici' : ''}.`,
          });
          aller(`/bilans/${id}/versions/${edition}`);
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={fermer}
      title="Émettre et figer ce bilan"
      size={560}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <Text size="sm">
        {insecables(
          `« ${calcule.titre} » : ${accorder(chiffres, 'chiffre')}, les lignes derrière chacun, les définitions, les seuils, les textes et le PDF seront gardés tels quels, avec leur empreinte. Rien de ce que vous changerez ensuite ne les modifiera ; vous pourrez voir ce qui diffère.`,
        )}
      </Text>
      {relire.length > 0 ? (
        <div className={styles.relire} role="note">
          <strong>À relire avant d’envoyer</strong>
          <List size="sm" spacing={4}>
            {relire.map((phrase) => (
              <List.Item key={phrase}>{phrase}</List.Item>
            ))}
          </List>
        </div>
      ) : null}
      {derniere ? (
        <Checkbox
          mt="md"
          checked={compris}
          onChange={({ currentTarget }) => setCompris(currentTarget.checked)}
          label={insecables(
            `La version ${derniere.edition}, émise le ${formaterDate(dateLocale(new Date(derniere.emisLe)))}, reste consultable ; la nouvelle la remplace.`,
          )}
        />
      ) : null}
      {emettre.error ? (
        <Text size="sm" c="red" mt="sm" role="alert">
          {emettre.error.message}
        </Text>
      ) : null}
      <Group mt="lg" gap="sm" justify="flex-end">
        <Button variant="default" onClick={fermer}>
          Pas maintenant
        </Button>
        <Button
          leftSection={<IconLock size={17} stroke={1.7} />}
          loading={emettre.isPending}
          disabled={derniere !== undefined && !compris}
          onClick={envoyer}
        >
          Émettre et figer
        </Button>
      </Group>
    </Modal>
  );
}

import { Button, Checkbox, Group, Modal, Radio, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ajouterJours } from '../../shared/dates.ts';
import type { Champs } from '../../shared/erreurs.ts';
import { accorder, formaterJour } from '../../shared/format.ts';
import { ouvrable } from '../../shared/sollicitations/regles.ts';
import type { DestinataireSaisi, Moyen } from '../../shared/visites/schema.ts';
import { useJour } from '../app/jour.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import styles from './visites.module.css';

/** Days left to answer before one calls. */
const DELAI = 10;

/** One gesture after the mailing: the exchange, and the follow-ups it calls for. */
export function NoterEnvoi(props: {
  moyen: Moyen;
  objet: string;
  corps: string;
  destinataires: readonly DestinataireSaisi[];
  nombre: number;
  fermer: (note: boolean) => void;
}) {
  const today = useJour();
  const [date, setDate] = useState<string | null>(today);
  const [relancer, setRelancer] = useState(true);
  const [libelle, setLibelle] = useState(
    props.moyen === 'courrier' ? 'Appeler après le courrier' : 'Appeler après le courriel',
  );
  const [echeance, setEcheance] = useState<string | null>(ouvrable(ajouterJours(today, DELAI)));
  const [responsable, setResponsable] = useState<'moi' | 'referent'>('moi');
  const [champs, setChamps] = useState<Champs>({});
  const [refus, setRefus] = useState<string | null>(null);
  const [attente, setAttente] = useState(false);
  const combien = accorder(props.nombre, 'organisation');

  async function enregistrer() {
    setAttente(true);
    setChamps({});
    setRefus(null);
    try {
      const { moyen, objet, corps, destinataires } = props;
      const { id, organisations } = await appeler('visites.recordEnvoi', {
        moyen,
        date: date ?? '',
        objet,
        corps,
        destinataires: [...destinataires],
        relance: relancer ? { libelle, echeance: echeance ?? '', responsable } : null,
      });
      const suite = relancer ? `, et ${accorder(organisations, 'relance prévue', 'relances prévues')}` : '';
      annoncerAnnulable(`Envoi noté pour ${accorder(organisations, 'organisation')}${suite}.`, () =>
        appeler('sollicitations.undoRecord', { id }),
      );
      props.fermer(true);
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setChamps(erreur.enveloppe.champs ?? {});
      setRefus(erreur.message);
    } finally {
      setAttente(false);
    }
  }
  return (
    <Modal opened onClose={() => props.fermer(false)} title="Noter l’envoi" size={560}>
      <form
        noValidate
        className={styles.pile}
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void enregistrer();
        }}
      >
        <Text size="sm">Un seul échange est noté pour {combien}, et le texte envoyé est gardé avec lui.</Text>
        <ChampDate
          label="Date de l’envoi"
          sens="passe"
          max={today}
          w={190}
          value={date}
          error={champs.date}
          onChange={setDate}
        />
        <Checkbox
          label={`Prévoir une relance pour ${props.nombre > 1 ? 'chacune' : 'cette organisation'}`}
          checked={relancer}
          onChange={({ currentTarget }) => setRelancer(currentTarget.checked)}
        />
        {relancer && (
          <div className={styles.relances}>
            <TextInput
              label="Action"
              maxLength={160}
              value={libelle}
              error={champs['relance.libelle']}
              onChange={({ currentTarget }) => setLibelle(currentTarget.value)}
            />
            <ChampDate
              label="Le"
              sens="avenir"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              description={echeance && !champs['relance.echeance'] ? formaterJour(echeance) : undefined}
              value={echeance}
              error={champs['relance.echeance']}
              onChange={setEcheance}
            />
            <Radio.Group
              label="Qui relance"
              value={responsable}
              onChange={(choix) => setResponsable(choix as 'moi' | 'referent')}
            >
              <Group mt={6} gap={18}>
                <Radio value="moi" label="Moi" />
                <Radio value="referent" label="Le référent de chacune, ou moi" />
              </Group>
            </Radio.Group>
          </div>
        )}
        <Group justify="flex-end" mt="sm">
          <Text size="sm" c="var(--brique)" mr="auto" role="alert">
            {refus}
          </Text>
          <Button variant="default" onClick={() => props.fermer(false)}>
            Pas maintenant
          </Button>
          <Button type="submit" loading={attente}>
            {relancer ? 'Noter et prévoir les relances' : 'Noter l’envoi'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

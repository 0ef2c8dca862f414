import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import type { SessionSuivie, Suggestion } from '../../../shared/formation/stagiaires.ts';
import { PRIORITES_BESOIN } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { EtatVide, Pilule } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { Alertes } from './alertes.tsx';
import styles from './stagiaires.module.css';

/** What the need says: how much it matters, in which words, for when. */
function direBesoin({ libelle, priorite, souhaiteLe }: NonNullable<Suggestion['besoin']>): string {
  return insecables(
    [
      `besoin ${label(PRIORITES_BESOIN, priorite).toLowerCase()}`,
      libelle,
      souhaiteLe && `souhaité avant le ${formaterDate(souhaiteLe)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
}

/** Choosing people for a session: those who need it first, and what stands in the way of each said at once. */
export function FenetreInscrire({ session, fermer }: { session: SessionSuivie; fermer: () => void }) {
  const [recherche, setRecherche] = useState('');
  const [choisis, setChoisis] = useState<ReadonlyMap<string, string>>(new Map());
  const [enCours, setEnCours] = useState(false);
  const { libelle } = useListe('supports');
  const { data } = useLecture(
    'formation.suggestions',
    { sessionId: session.id, recherche: recherche.trim(), nombre: 30 },
    { garderPrecedent: true },
  );
  function basculer({ salarie }: Suggestion) {
    const suite = new Map(choisis);
    if (!suite.delete(salarie.id)) suite.set(salarie.id, nomComplet(salarie));
    setChoisis(suite);
  }
  async function inscrire() {
    setEnCours(true);
    try {
      const { ids } = await appeler('formation.inscrire', {
        sessionId: session.id,
        salarieIds: [...choisis.keys()],
      });
      fermer();
      const [nom] = choisis.values();
      annoncerAnnulable(
        choisis.size === 1 ? `${nom} est sur la session.` : `${choisis.size} personnes sur la session.`,
        () => appeler('formation.desinscrire', { ids }),
      );
    } catch (erreur) {
      setEnCours(false);
      annoncerRefus(erreur);
    }
  }
  return (
    <Modal
      opened
      onClose={fermer}
      title="Inscrire des stagiaires"
      size={680}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <TextInput
        data-autofocus
        aria-label="Chercher une personne"
        placeholder="Nom, prénom…"
        maxLength={200}
        autoComplete="off"
        leftSection={<IconSearch size={16} stroke={1.7} />}
        value={recherche}
        onChange={({ currentTarget }) => setRecherche(currentTarget.value)}
      />
      <ul className={styles.suggestions} aria-label="Personnes à inscrire">
        {(data?.lignes ?? []).map((suggestion) => (
          <li key={suggestion.salarie.id} data-choisi={choisis.has(suggestion.salarie.id) || undefined}>
            <Checkbox
              checked={choisis.has(suggestion.salarie.id)}
              onChange={() => basculer(suggestion)}
              label={
                <span className={styles.nomSuggestion}>
                  {nomComplet(suggestion.salarie)}
                  {suggestion.besoin && <Pilule ton="accent">Besoin recueilli</Pilule>}
                  {suggestion.salarie.support !== '' && (
                    <span className={styles.second}>{libelle(suggestion.salarie.support)}</span>
                  )}
                </span>
              }
              description={suggestion.besoin ? direBesoin(suggestion.besoin) : undefined}
            />
            <Alertes alertes={suggestion.alertes} />
          </li>
        ))}
      </ul>
      {data?.lignes.length === 0 && (
        <EtatVide titre={recherche.trim() === '' ? 'Personne d’autre à proposer' : 'Personne de ce nom'}>
          {recherche.trim() === ''
            ? 'Tous les salariés sous contrat pendant la session y sont déjà. Cherchez un nom pour trouver les autres.'
            : 'Vérifiez l’orthographe : peut-être cette personne est-elle déjà sur la session.'}
        </EtatVide>
      )}
      {data && data.total > data.lignes.length && (
        <p className={styles.second}>
          {`${data.lignes.length} sur ${data.total} : cherchez un nom pour voir les autres.`}
        </p>
      )}
      <Group mt="md" justify="space-between">
        <span className={styles.second} role="status">
          {choisis.size > 0
            ? [...choisis.values()].join(', ')
            : 'Ceux qui ont un besoin sur ce thème d’abord.'}
        </span>
        <Group gap={8}>
          <Button variant="default" onClick={fermer}>
            Annuler
          </Button>
          <Button disabled={choisis.size === 0} loading={enCours} onClick={() => void inscrire()}>
            {choisis.size === 0 ? 'Inscrire' : `Inscrire ${accorder(choisis.size, 'personne')}`}
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}

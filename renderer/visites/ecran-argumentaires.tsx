import { ActionIcon, Button, Menu, Textarea, TextInput } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconDots,
  IconPencil,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import { insecables } from '../../shared/format.ts';
import type { ArgumentFiche } from '../../shared/visites/schema.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import { usePapier } from './apercu-papier.tsx';
import { CorpsArgument } from './argumentaire.tsx';
import styles from './visites.module.css';

const VIDE: ArgumentFiche = { id: null, code: '', titre: '', reponse: '', exemple: '', question: '' };

/** The received ideas one hears, and what to answer: shipped sheets, the structure's versions, its own. */
export function EcranArgumentaires() {
  const { data = [] } = useLecture('visites.arguments', {});
  const [editee, setEditee] = useState<ArgumentFiche | null>(null);
  const papier = usePapier();
  return (
    <>
      <TetePage
        titre="Argumentaire"
        fil={[{ label: 'Réseau', vers: '/reseau' }]}
        sous="Les idées reçues que l’on entend, et ce qu’on peut y répondre"
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} stroke={1.6} />}
              loading={papier.enCours}
              onClick={() => void papier.montrer({ quoi: 'argumentaire' })}
            >
              Imprimer
            </Button>
            <Button leftSection={<IconPlus size={16} />} onClick={() => setEditee(VIDE)}>
              Nouvelle fiche
            </Button>
          </>
        }
      />
      <div className={styles.fiches}>
        {data.map((fiche) => (
          <Fiche key={fiche.id ?? fiche.code} fiche={fiche} modifier={() => setEditee(fiche)} />
        ))}
      </div>
      {editee && (
        <FenetreArgument key={editee.id ?? editee.code} fiche={editee} fermer={() => setEditee(null)} />
      )}
      {papier.fenetre}
    </>
  );
}

/** Puts a text of the structure away; under a copy, the shipped one is back. */
export async function retirerTexte(id: string, message: string): Promise<void> {
  try {
    await appeler('visites.archiveModele', { id });
    annoncerAnnulable(message, () => appeler('visites.restoreModele', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** What can be done with a text of the structure, and nothing for a shipped one but to edit it. */
export function ActionsTexte(props: {
  id: string | null;
  code: string;
  titre: string;
  modifier: () => void;
}) {
  const { id, code, titre } = props;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Modifier ou retirer : ${titre}`}>
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={props.modifier}>
          Modifier
        </Menu.Item>
        {id !== null && code !== '' && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
            onClick={() => void retirerTexte(id, 'Le texte d’origine est de retour.')}
          >
            Revenir au texte d’origine
          </Menu.Item>
        )}
        {id !== null && code === '' && (
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => void retirerTexte(id, `« ${titre} » est retiré.`)}
          >
            Retirer
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where a text comes from, said in a word. */
export function Provenance({ id, code }: { id: string | null; code: string }) {
  if (id === null) return null;
  return <Pilule ton="accent">{code === '' ? 'À vous' : 'Votre version'}</Pilule>;
}

function Fiche({ fiche, modifier }: { fiche: ArgumentFiche; modifier: () => void }) {
  return (
    <Carte className={styles.ficheArgument}>
      <div className={styles.teteFiche}>
        <h2>{insecables(`« ${fiche.titre} »`)}</h2>
        <Provenance id={fiche.id} code={fiche.code} />
        <ActionsTexte id={fiche.id} code={fiche.code} titre={fiche.titre} modifier={modifier} />
      </div>
      <CorpsArgument fiche={fiche} />
      {fiche.exemple === '' && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={modifier}>
          Ajouter un exemple de chez vous
        </Button>
      )}
    </Carte>
  );
}

function FenetreArgument({ fiche, fermer }: { fiche: ArgumentFiche; fermer: () => void }) {
  const { id, code, titre, reponse, exemple, question } = fiche;
  const { form, ...envoi } = useFormulaire(
    'visites.saveArgument',
    { id, code, titre, reponse, exemple, question },
    fermer,
  );
  return (
    <FenetreSaisie
      titre={titre === '' ? 'Nouvelle fiche' : 'Modifier la fiche'}
      taille={720}
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <div className={styles.pile}>
        <TextInput
          label="L’idée reçue, comme vous l’entendez"
          data-autofocus
          {...form.getInputProps('titre')}
        />
        <Textarea
          label="Ce qu’on peut répondre"
          description="Court d’abord ; une ligne qui commence par un tiret fait une liste."
          autosize
          minRows={5}
          maxRows={16}
          {...form.getInputProps('reponse')}
        />
        <Textarea
          label="Un fait ou un exemple de chez vous"
          placeholder="Une entreprise d’ici, une personne, un chiffre de l’an dernier…"
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('exemple')}
        />
        <TextInput label="La question qui relance" {...form.getInputProps('question')} />
      </div>
    </FenetreSaisie>
  );
}

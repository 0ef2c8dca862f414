import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Modele } from '../../shared/visites/schema.ts';
import { useLecture } from '../app/operations.ts';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { ChampCorps } from './champ-corps.tsx';
import { ActionsTexte, Provenance } from './ecran-argumentaires.tsx';
import styles from './visites.module.css';

const GENRES = [
  { value: 'lettre', label: 'Lettres' },
  { value: 'courriel', label: 'Courriels' },
];

/** Texts of the letters and e-mails: shipped ones, the structure's versions, its own. */
export function EcranModeles() {
  const { data = [] } = useLecture('visites.modeles', {});
  const [genre, setGenre] = useState<Modele['genre']>('lettre');
  const [edite, setEdite] = useState<Modele | null>(null);
  return (
    <>
      <TetePage
        titre="Modèles de lettres et de courriels"
        fil={[{ label: 'Réseau', vers: '/reseau' }]}
        sous="Écrits pour vous, à ajuster à votre façon de dire ; le texte d’origine reste toujours retrouvable"
        actions={
          <Button
            leftSection={<IconPlus size={16} />}
            onClick={() => setEdite({ id: null, code: '', genre, titre: '', objet: '', corps: '' })}
          >
            Nouveau modèle
          </Button>
        }
      />
      <SegmentedControl
        aria-label="Genre de modèles"
        data={GENRES}
        value={genre}
        onChange={(choix) => setGenre(choix as Modele['genre'])}
        mb={12}
      />
      <div className={styles.fiches}>
        {data
          .filter((modele) => modele.genre === genre)
          .map((modele) => (
            <Carte key={modele.id ?? modele.code} className={styles.ficheArgument}>
              <div className={styles.teteFiche}>
                <h2>{modele.titre}</h2>
                <Provenance id={modele.id} code={modele.code} />
                <ActionsTexte
                  id={modele.id}
                  code={modele.code}
                  titre={modele.titre}
                  modifier={() => setEdite(modele)}
                />
              </div>
              <p className={styles.objetModele}>{modele.objet}</p>
              <p className={styles.extrait}>{modele.corps}</p>
              <Button size="compact-sm" variant="subtle" onClick={() => setEdite(modele)}>
                Lire et modifier
              </Button>
            </Carte>
          ))}
      </div>
      {edite && <FenetreModele key={edite.id ?? edite.code} modele={edite} fermer={() => setEdite(null)} />}
    </>
  );
}

function FenetreModele({ modele, fermer }: { modele: Modele; fermer: () => void }) {
  const { form, ...envoi } = useFormulaire('visites.saveModele', modele, fermer);
  const { objet = '', corps } = form.values;
  return (
    <FenetreSaisie
      titre={modele.titre === '' ? 'Nouveau modèle' : modele.titre}
      taille={820}
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <div className={styles.pile}>
        <TextInput label="Titre du modèle" data-autofocus {...form.getInputProps('titre')} />
        <ChampCorps
          objet={objet}
          corps={corps}
          erreurs={{
            objet: form.errors.objet as string | undefined,
            corps: form.errors.corps as string | undefined,
          }}
          changer={(partie) => form.setValues(partie as Partial<typeof form.values>)}
        />
      </div>
    </FenetreSaisie>
  );
}

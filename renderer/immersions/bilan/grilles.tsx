import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconEraser, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { formaterDate } from '../../../shared/format.ts';
import type { BilanLu } from '../../../shared/immersions/bilan.ts';
import {
  avancementDecouverte,
  avancementValidation,
  grilleProposee,
} from '../../../shared/immersions/grilles.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { useJour } from '../../app/jour.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { Carte, Pilule } from '../../components/page.tsx';
import { remettreGrille } from './annoncer-grille.ts';
import styles from './bilan.module.css';
import { FenetreDecouverte } from './fenetre-decouverte.tsx';
import { FenetreValidation } from './fenetre-validation.tsx';
import { usePapier } from './papier.tsx';

type Genre = 'decouverte' | 'validation';

const GRILLES: Record<
  Genre,
  { titre: string; quoi: string; papier: 'grille_decouverte' | 'grille_validation' }
> = {
  decouverte: {
    titre: 'Découverte',
    quoi: 'Ce que la personne dit du métier, de l’accueil et de son projet.',
    papier: 'grille_decouverte',
  },
  validation: {
    titre: 'Validation',
    quoi: 'Les compétences visées, chacune avec le niveau atteint.',
    papier: 'grille_validation',
  },
};

function direRemplie(bilan: BilanLu, genre: Genre): string | null {
  const evaluation = bilan[genre];
  if (evaluation === null) return null;
  const { remplies, total } =
    genre === 'decouverte'
      ? avancementDecouverte(bilan.decouverte!)
      : avancementValidation(bilan.validation!);
  return [
    `${remplies} réponse${remplies < 2 ? '' : 's'} sur ${total}`,
    evaluation.date && `le ${formaterDate(evaluation.date)}`,
    evaluation.evaluateur && `par ${evaluation.evaluateur}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Both grids: the one that suits the objet first; filled on screen, or printed to be filled by hand. */
export function Grilles({ fiche, bilan }: { fiche: ImmersionFiche; bilan: BilanLu }) {
  const today = useJour();
  const { montrer, enCours, fenetre } = usePapier();
  const [ouverte, setOuverte] = useState<Genre | null>(null);
  const premiere = grilleProposee(fiche.objet);
  const ordre: Genre[] =
    premiere === 'decouverte' ? ['decouverte', 'validation'] : ['validation', 'decouverte'];
  const commencee = fiche.debut !== null && fiche.debut <= today;
  const modifiable = bilan.faitLe === null && commencee;

  async function vider(genre: Genre) {
    const avant = bilan[genre];
    try {
      await remettreGrille(fiche.id, genre, null);
      annoncerAnnulable('La grille est vidée.', () => remettreGrille(fiche.id, genre, avant));
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <Carte titre="Grilles d’évaluation">
      <ul className={styles.grilles}>
        {ordre.map((genre) => {
          const { titre, quoi, papier } = GRILLES[genre];
          const remplie = direRemplie(bilan, genre);
          return (
            <li key={genre}>
              <div className={styles.grilleTete}>
                <strong>{titre}</strong>
                {remplie ? (
                  <Pilule ton="vert">Remplie</Pilule>
                ) : (
                  genre === premiere && <Pilule ton="accent">Conseillée</Pilule>
                )}
              </div>
              <p className={styles.aide}>{remplie ?? quoi}</p>
              <div className={styles.boutons}>
                {modifiable && (
                  <Button
                    size="xs"
                    variant={remplie === null && genre === premiere ? 'light' : 'default'}
                    aria-label={`${remplie ? 'Corriger' : 'Remplir'} la grille : ${titre.toLowerCase()}`}
                    onClick={() => setOuverte(genre)}
                  >
                    {remplie ? 'Corriger' : 'Remplir'}
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPrinter size={15} stroke={1.6} />}
                  loading={enCours}
                  aria-label={`${remplie ? 'Voir' : 'Imprimer vierge'} la grille : ${titre.toLowerCase()}`}
                  onClick={() => void montrer({ id: fiche.id, genre: papier, vierge: remplie === null })}
                >
                  {remplie ? 'Voir' : 'Vierge'}
                </Button>
                {remplie && (
                  <Menu position="bottom-end" width={210}>
                    <Menu.Target>
                      <ActionIcon
                        variant="default"
                        size={30}
                        aria-label={`Autres actions : ${titre.toLowerCase()}`}
                      >
                        <IconDots size={15} stroke={1.6} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item
                        leftSection={<IconFileText size={16} stroke={1.6} />}
                        onClick={() => void montrer({ id: fiche.id, genre: papier, vierge: true })}
                      >
                        Imprimer une grille vierge
                      </Menu.Item>
                      {modifiable && (
                        <Menu.Item
                          leftSection={<IconEraser size={16} stroke={1.6} />}
                          onClick={() => void vider(genre)}
                        >
                          Vider la grille
                        </Menu.Item>
                      )}
                    </Menu.Dropdown>
                  </Menu>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {!commencee && (
        <p className={styles.note}>L’immersion n’a pas commencé : les grilles se remplissent ensuite.</p>
      )}
      {ouverte === 'decouverte' && (
        <FenetreDecouverte fiche={fiche} evaluation={bilan.decouverte} fermer={() => setOuverte(null)} />
      )}
      {ouverte === 'validation' && (
        <FenetreValidation fiche={fiche} evaluation={bilan.validation} fermer={() => setOuverte(null)} />
      )}
      {fenetre}
    </Carte>
  );
}

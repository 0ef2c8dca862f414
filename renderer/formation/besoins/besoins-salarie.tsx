import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formaterDate } from '../../../shared/format.ts';
import type { BesoinLigne } from '../../../shared/formation/besoins.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, LigneVide } from '../../components/page.tsx';
import { EtatBesoin } from './apparence.tsx';
import styles from './besoins.module.css';
import { FenetreBesoin, FenetreNouveauBesoin } from './fenetre-besoin.tsx';

/** What a person needs to learn, on their own sheet: those to cover first. */
export function BesoinsSalarie({ salarieId, archive }: { salarieId: string; archive?: boolean }) {
  const { data } = useLecture('formation.besoins', { salarieId, vue: 'tous' });
  const theme = useListe('themes_formation').libelle;
  const [nouveau, setNouveau] = useState(false);
  const [modifie, setModifie] = useState<BesoinLigne | null>(null);
  const lignes = data?.lignes ?? [];
  return (
    <Carte
      titre="Besoins de formation"
      suite={
        archive ? null : (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            onClick={() => setNouveau(true)}
          >
            Noter un besoin
          </Button>
        )
      }
    >
      {data && lignes.length === 0 ? (
        <LigneVide>
          Aucun besoin noté : ce que la personne veut apprendre, ce que son poste ou son projet demande.
        </LigneVide>
      ) : null}
      {lignes.length > 0 ? (
        <ul className={styles.fiche}>
          {lignes.map((besoin) => (
            <li key={besoin.id}>
              <div>
                <button type="button" className={styles.lien} onClick={() => setModifie(besoin)}>
                  {theme(besoin.theme)}
                </button>
                <small className={styles.sous}>
                  {[
                    besoin.libelle,
                    besoin.priorite === 'haute' ? 'prioritaire' : '',
                    besoin.souhaiteLe ? `pour le ${formaterDate(besoin.souhaiteLe)}` : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </div>
              <div>
                <EtatBesoin besoin={besoin} />
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {nouveau ? (
        <FenetreNouveauBesoin depart={{ salarieIds: [salarieId] }} fermer={() => setNouveau(false)} />
      ) : null}
      {modifie ? <FenetreBesoin besoin={modifie} fermer={() => setModifie(null)} /> : null}
    </Carte>
  );
}

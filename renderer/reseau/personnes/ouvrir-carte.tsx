import { Button, FileButton } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { useState } from 'react';
import { type CarteLue, VCARD_MAX } from '../../../shared/reseau/personnes/carte.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { enBase64 } from '../../components/en-base64.ts';
import { nomComplet } from '../libelles.ts';
import styles from './deja-connues.module.css';

const TROP_GROS = 'Ce fichier de cartes est trop gros : Passerelle lit jusqu’à 5 Mo.';

/** « Ouvrir une carte de visite »: fills the form, saves nothing. A file of several cards asks which one. */
export function OuvrirCarte({ remplir }: { remplir: (carte: CarteLue) => void }) {
  const [cartes, setCartes] = useState<CarteLue[]>([]);
  const [refus, setRefus] = useState('');
  async function lire(fichier: File | null) {
    if (!fichier) return;
    setRefus('');
    setCartes([]);
    if (fichier.size > VCARD_MAX) return setRefus(TROP_GROS);
    try {
      const { personnes, rejets } = await appeler('reseau.readVcard', { contenu: await enBase64(fichier) });
      const nommees = personnes.filter(({ nom }) => nom !== '');
      if (nommees.length === 1) remplir(nommees[0]!);
      else setCartes(nommees);
      if (nommees.length === 0) setRefus(rejets[0]?.raison ?? 'Cette carte ne porte le nom de personne.');
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setRefus(erreur.message);
    }
  }
  return (
    <div className={styles.carte}>
      <FileButton accept=".vcf,text/vcard" onChange={(fichier) => void lire(fichier)}>
        {(proprietes) => (
          <Button
            {...proprietes}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconAddressBook size={16} stroke={1.6} />}
          >
            Ouvrir une carte de visite (.vcf)
          </Button>
        )}
      </FileButton>
      <span role="alert" className={styles.refus}>
        {refus}
      </span>
      {cartes.length > 0 ? (
        <ul className={styles.cartes} aria-label="Cartes du fichier">
          {cartes.slice(0, 50).map((carte, rang) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a file have no other name.
            <li key={rang}>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => {
                  remplir(carte);
                  setCartes([]);
                }}
              >
                {[nomComplet(carte), carte.organisation].filter(Boolean).join(' · ')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

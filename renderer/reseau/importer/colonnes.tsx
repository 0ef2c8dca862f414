import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { accorder, insecables } from '../../../shared/format.ts';
import { CIBLES, type Cible } from '../../../shared/reseau/import/cibles.ts';
import { ENCODAGES } from '../../../shared/reseau/import/decoder.ts';
import { SEPARATEURS } from '../../../shared/reseau/import/deviner.ts';
import type { FichierImport, ListeLue } from '../../../shared/reseau/import/schema.ts';
import { Carte } from '../../components/page.tsx';
import { AvancementVerification } from './avancement-import.tsx';
import { Avertissement } from './avertissement.tsx';
import styles from './importer.module.css';

export type Lecture = Pick<FichierImport, 'encodage' | 'separateur' | 'enTete'>;

const enChoix = (valeurs: readonly { code: string; label: string }[]) =>
  valeurs.map(({ code, label }) => ({ value: code, label }));

const CHOIX_CIBLES = enChoix(CIBLES.valeurs);

function ReglagesLecture(props: { liste: ListeLue; enCours: boolean; relire: (lecture: Lecture) => void }) {
  const { encodage, separateur, enTete } = props.liste;
  const lecture = { encodage, separateur, enTete };
  return (
    <div className={styles.reglages}>
      <NativeSelect
        label="Encodage"
        description="À changer si des accents sont illisibles"
        inputWrapperOrder={['label', 'input', 'description']}
        data={enChoix(ENCODAGES.valeurs)}
        value={encodage}
        disabled={props.enCours}
        onChange={({ currentTarget }) =>
          props.relire({ ...lecture, encodage: currentTarget.value as Lecture['encodage'] })
        }
      />
      <NativeSelect
        label="Séparateur"
        description="Ce qui sépare les colonnes"
        inputWrapperOrder={['label', 'input', 'description']}
        data={enChoix(SEPARATEURS.valeurs)}
        value={separateur}
        disabled={props.enCours}
        onChange={({ currentTarget }) =>
          props.relire({ ...lecture, separateur: currentTarget.value as Lecture['separateur'] })
        }
      />
      <Checkbox
        className={styles.enTete}
        label="La première ligne donne le nom des colonnes"
        checked={enTete}
        disabled={props.enCours}
        onChange={({ currentTarget }) => props.relire({ ...lecture, enTete: currentTarget.checked })}
      />
    </div>
  );
}

/** What was understood of the file, column by column, and where each one goes. */
export function Colonnes(props: {
  liste: ListeLue;
  cibles: readonly Cible[];
  enCours: boolean;
  relire: (lecture: Lecture) => void;
  viser: (rang: number, cible: Cible) => void;
  continuer: () => void;
}) {
  const { liste, cibles } = props;
  const sansNom = !cibles.includes('nom');
  return (
    <>
      <Carte
        titre="Ce que Passerelle a lu"
        suite={`${accorder(liste.nombre, 'ligne')}, ${accorder(liste.colonnes.length, 'colonne')}`}
      >
        <ReglagesLecture liste={liste} enCours={props.enCours} relire={props.relire} />
        {liste.memorisees ? (
          <Avertissement ton="accent">
            Vous avez déjà importé une liste comme celle-ci : les colonnes sont rangées comme la dernière
            fois.
          </Avertissement>
        ) : null}
        {liste.avertissements.map((phrase) => (
          <Avertissement key={phrase} ton="ambre" role="status">
            {insecables(phrase)}
          </Avertissement>
        ))}
      </Carte>
      <Carte className={styles.suite} sansMarge>
        <table className={styles.colonnes} aria-label="Colonnes du fichier">
          <thead className={styles.titres}>
            <tr>
              <th scope="col">Colonne du fichier</th>
              <th scope="col">Exemples</th>
              <th scope="col">Dans Passerelle</th>
            </tr>
          </thead>
          <tbody>
            {liste.colonnes.map(({ label, exemples }, rang) => (
              <tr key={label} data-ignoree={cibles[rang] === 'ignorer' || undefined}>
                <th scope="row" className={styles.libelle}>
                  {label}
                </th>
                <td>
                  {exemples.length > 0 ? (
                    <div className={styles.exemples}>
                      {exemples.map((exemple) => (
                        <span key={exemple} className={styles.exemple} title={exemple}>
                          {exemple}
                        </span>
                      ))}
                    </div>
                  ) : (
                    <span className={styles.rien}>colonne vide</span>
                  )}
                </td>
                <td>
                  <NativeSelect
                    aria-label={`« ${label} » dans Passerelle`}
                    data={CHOIX_CIBLES}
                    value={cibles[rang]}
                    onChange={({ currentTarget }) => props.viser(rang, currentTarget.value as Cible)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Carte>
      <div className={styles.pied}>
        <Button
          rightSection={<IconArrowRight size={17} stroke={1.8} />}
          loading={props.enCours}
          disabled={sansNom || liste.nombre === 0}
          onClick={props.continuer}
        >
          Vérifier les lignes
        </Button>
        {props.enCours ? <AvancementVerification /> : null}
        <span className={styles.conseil} role="status" hidden={props.enCours}>
          {sansNom
            ? 'Choisissez d’abord quelle colonne donne le nom de l’organisation.'
            : 'Ce qui n’a pas de place va dans la note : rien n’est perdu.'}
        </span>
      </div>
    </>
  );
}

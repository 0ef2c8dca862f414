import { Button, NativeSelect } from '@mantine/core';
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

export type Lecture = Pick<FichierImport, 'encodage' | 'separateur' | 'feuille' | 'titres'>;

/** How the file was read, to read it again the same way. */
export const lectureDe = ({ encodage, separateur, feuille, titres }: ListeLue): Lecture => ({
  encodage: encodage ?? undefined,
  separateur: separateur ?? undefined,
  feuille: feuille ?? undefined,
  titres,
});

const enChoix = (valeurs: readonly { code: string; label: string }[]) =>
  valeurs.map(({ code, label }) => ({ value: code, label }));

const CHOIX_CIBLES = enChoix(CIBLES.valeurs);

const SANS_TITRES = '0';

function choixTitres({ premieres, titres }: ListeLue) {
  const lignes = premieres.map(({ ligne, texte }) => ({
    value: String(ligne),
    label: `Ligne ${ligne} : ${texte}`,
  }));
  if (titres !== null && !premieres.some(({ ligne }) => ligne === titres))
    lignes.push({ value: String(titres), label: `Ligne ${titres}` });
  return [{ value: SANS_TITRES, label: 'Le fichier n’en donne pas' }, ...lignes];
}

/** A way to read the file, with what it is for. */
function Reglage(props: {
  label: string;
  aide: string;
  choix: { value: string; label: string }[];
  valeur: string;
  disabled: boolean;
  changer: (valeur: string) => void;
}) {
  return (
    <NativeSelect
      label={props.label}
      description={props.aide}
      inputWrapperOrder={['label', 'input', 'description']}
      data={props.choix}
      value={props.valeur}
      disabled={props.disabled}
      onChange={({ currentTarget }) => props.changer(currentTarget.value)}
    />
  );
}

function ReglagesLecture(props: { liste: ListeLue; enCours: boolean; relire: (lecture: Lecture) => void }) {
  const { liste, enCours } = props;
  const { format, encodage, separateur, feuilles, feuille, titres } = liste;
  const lecture = lectureDe(liste);
  // Another cutting has other first lines: which one holds the headings is guessed again.
  const recouper = (autre: Lecture) => props.relire({ ...lecture, titres: undefined, ...autre });
  if (format === 'carnet')
    return <p className={styles.format}>Un carnet d’adresses : une carte par ligne.</p>;
  return (
    <div className={styles.reglages}>
      {format === 'texte' ? (
        <>
          <Reglage
            label="Encodage"
            aide="À changer si des accents sont illisibles"
            choix={enChoix(ENCODAGES.valeurs)}
            valeur={encodage ?? ''}
            disabled={enCours}
            changer={(valeur) => recouper({ encodage: valeur as Lecture['encodage'] })}
          />
          <Reglage
            label="Séparateur"
            aide="Ce qui sépare les colonnes"
            choix={enChoix(SEPARATEURS.valeurs)}
            valeur={separateur ?? ''}
            disabled={enCours}
            changer={(valeur) => recouper({ separateur: valeur as Lecture['separateur'] })}
          />
        </>
      ) : null}
      {feuilles.length > 1 ? (
        <Reglage
          label="Feuille"
          aide={`Ce classeur en a ${feuilles.length}`}
          choix={feuilles.map((nom, rang) => ({ value: String(rang), label: nom }))}
          valeur={String(feuille)}
          disabled={enCours}
          changer={(valeur) => recouper({ feuille: Number(valeur) })}
        />
      ) : null}
      <Reglage
        label="Noms des colonnes"
        aide="La ligne qui les donne ; la liste commence après elle"
        choix={choixTitres(liste)}
        valeur={String(titres ?? SANS_TITRES)}
        disabled={enCours}
        changer={(valeur) =>
          props.relire({ ...lecture, titres: valeur === SANS_TITRES ? null : Number(valeur) })
        }
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

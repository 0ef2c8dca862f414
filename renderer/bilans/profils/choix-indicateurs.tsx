import { Button, Drawer, Select, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { codesDe, type SectionProfil } from '../../../shared/bilans/edition-profil.ts';
import { type Indicateur, RUBRIQUES, type Rubrique } from '../../../shared/bilans/indicateur.ts';
import { INDICATEURS_MAX, type ProfilContenu } from '../../../shared/bilans/profil.ts';
import { accorder, insecables } from '../../../shared/format.ts';
import { EtatVide } from '../../components/page.tsx';
import { Sens } from '../catalogue/sens.tsx';
import { CODES_RUBRIQUES, trouves } from '../catalogue/trouver.ts';
import { useAnneeApercu, useApercu } from './apercu.ts';
import styles from './profils.module.css';

interface Choix {
  section: SectionProfil;
  contenu: ProfilContenu;
  changer: (indicateurs: SectionProfil['indicateurs']) => void;
}

/** The catalogue beside the profile: each figure with what it counts and what it comes to; several may be taken in a row. */
export function ChoixIndicateurs(props: Choix & { ouvert: boolean; fermer: () => void }) {
  const { ouvert, fermer, ...choix } = props;
  return (
    <Drawer
      opened={ouvert}
      onClose={fermer}
      position="right"
      size={640}
      title={insecables(`Ajouter à « ${choix.section.titre || 'Partie sans titre'} »`)}
    >
      <Catalogue {...choix} fermer={fermer} />
    </Drawer>
  );
}

function Catalogue({ fermer, ...choix }: Choix & { fermer: () => void }) {
  const [recherche, setRecherche] = useState('');
  const [rubrique, setRubrique] = useState<Rubrique | null>(null);
  const retenus = trouves(recherche);
  const rubriques = CODES_RUBRIQUES.filter((code) => rubrique === null || rubrique === code).flatMap(
    (code) => {
      const siens = retenus.filter((indicateur) => indicateur.rubrique === code);
      return siens.length > 0 ? [{ code, siens }] : [];
    },
  );
  const nombre = choix.section.indicateurs.length;
  return (
    <>
      <div className={styles.chercher}>
        <TextInput
          aria-label="Chercher un indicateur"
          placeholder="Un mot : sorties, heures, femmes…"
          leftSection={<IconSearch size={16} stroke={1.7} />}
          autoComplete="off"
          maxLength={120}
          value={recherche}
          data-autofocus
          onChange={({ currentTarget }) => setRecherche(currentTarget.value)}
        />
        <Select
          aria-label="Rubrique"
          placeholder="Toutes les rubriques"
          clearable
          clearButtonProps={{ 'aria-label': 'Toutes les rubriques' }}
          data={CODES_RUBRIQUES.map((code) => ({ value: code, label: RUBRIQUES[code] }))}
          value={rubrique}
          onChange={(choisie) => setRubrique(choisie as Rubrique | null)}
        />
      </div>
      {rubriques.length === 0 ? (
        <EtatVide titre="Aucun indicateur ne répond à ces mots">
          Essayez un mot plus court, ou une autre rubrique.
        </EtatVide>
      ) : (
        rubriques.map(({ code, siens }) => (
          <RubriqueOfferte key={code} rubrique={code} indicateurs={siens} {...choix} />
        ))
      )}
      <div className={styles.piedChoix}>
        <Button onClick={fermer}>Terminé</Button>
        <span role="status">{accorder(nombre, 'chiffre')} dans cette partie</span>
      </div>
    </>
  );
}

/** A heading of the catalogue; all of it is counted at once, whatever is looked for. */
function RubriqueOfferte(props: Choix & { rubrique: Rubrique; indicateurs: readonly Indicateur[] }) {
  const { rubrique, indicateurs, section, contenu, changer } = props;
  const tous = trouves('').filter((indicateur) => indicateur.rubrique === rubrique);
  const apercu = useApercu(
    tous.map(({ code }) => code),
    contenu.filtres,
  );
  const annee = useAnneeApercu();
  const pris = new Set(codesDe(contenu));
  const plein = pris.size >= INDICATEURS_MAX;
  return (
    <section aria-label={RUBRIQUES[rubrique]} className={styles.rubrique}>
      <h3>
        {RUBRIQUES[rubrique]} <span>en {annee}</span>
      </h3>
      <ul className={styles.figures}>
        {indicateurs.map((indicateur) => {
          const { code, label } = indicateur;
          const ici = section.indicateurs.some((sien) => sien.code === code);
          const ailleurs = contenu.sections.find((autre) =>
            autre.indicateurs.some((sien) => sien.code === code),
          );
          return (
            <li key={code} className={styles.offre}>
              <div className={styles.nom}>
                {insecables(label)}
                <Sens indicateur={indicateur} />
                {ailleurs && !ici ? (
                  <p className={styles.axes}>
                    {insecables(`Déjà dans « ${ailleurs.titre || 'Partie sans titre'} ».`)}
                  </p>
                ) : null}
              </div>
              <strong className={styles.valeur}>{apercu(code)}</strong>
              {ici ? (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconCheck size={14} stroke={2} />}
                  aria-label={`Ajouté : ${label}. L’ôter`}
                  title="Ôter de cette partie"
                  onClick={() => changer(section.indicateurs.filter((sien) => sien.code !== code))}
                >
                  Ajouté
                </Button>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlus size={14} stroke={1.8} />}
                  disabled={ailleurs !== undefined || plein}
                  aria-label={`Ajouter ${label}`}
                  onClick={() => changer([...section.indicateurs, { code, axes: [] }])}
                >
                  Ajouter
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

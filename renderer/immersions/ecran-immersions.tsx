import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Entree } from '../../shared/contrat.ts';
import { accorder } from '../../shared/format.ts';
import { useAdresse } from '../app/adresse.ts';
import { useLecture } from '../app/operations.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { EtatVide, TetePage } from '../components/page.tsx';
import { Frise } from './frise.tsx';
import styles from './immersions.module.css';
import { TableImmersions } from './table-immersions.tsx';

type Etat = NonNullable<Entree<'immersions.list'>['etat']>;

const ETATS: { value: Etat; label: string }[] = [
  { value: 'toutes', label: 'Toutes' },
  { value: 'en_cours', label: 'En cours' },
  { value: 'a_venir', label: 'À venir' },
  { value: 'brouillons', label: 'Brouillons' },
  { value: 'terminees', label: 'Terminées' },
];

const VIDES: Record<Etat, string> = {
  toutes: 'Aucune immersion pour l’instant',
  en_cours: 'Personne n’est en immersion aujourd’hui',
  a_venir: 'Aucune immersion à venir',
  brouillons: 'Aucun brouillon',
  terminees: 'Aucune immersion terminée',
};

const nouvelle = (
  <Button component={Link} to="/immersions/nouvelle" leftSection={<IconPlus size={17} stroke={1.8} />}>
    Nouvelle immersion
  </Button>
);

export function EcranImmersions() {
  const [parametres, changerAdresse] = useAdresse();
  const etat = ETATS.find(({ value }) => value === parametres.get('etat'))?.value ?? 'toutes';
  const recherche = parametres.get('recherche')?.slice(0, 200) ?? '';
  const { data } = useLecture('immersions.list', { etat, recherche }, { garderPrecedent: true });
  const changer = (cle: 'etat' | 'recherche', valeur: string) =>
    changerAdresse((actuelle) => {
      if (valeur === '' || valeur === 'toutes') actuelle.delete(cle);
      else actuelle.set(cle, valeur);
      return actuelle;
    });
  return (
    <>
      <TetePage
        titre="Immersions"
        sous={data && data.length > 0 ? accorder(data.length, 'convention') : ' '}
        actions={
          <>
            {data && data.length > 0 ? (
              <BoutonExporter operation="immersions.export" entree={{ etat, recherche }} />
            ) : null}
            {nouvelle}
          </>
        }
      />
      <div className={styles.filtres}>
        <ChampRecherche
          className={styles.recherche}
          label="Chercher une immersion"
          placeholder="Personne, accueil, numéro…"
          recherche={recherche}
          chercher={(cherchee) => changer('recherche', cherchee)}
        />
        <SegmentedControl
          aria-label="État"
          data={ETATS}
          value={etat}
          onChange={(valeur) => changer('etat', valeur)}
        />
      </div>
      {data && <Frise lignes={data} />}
      {data && data.length > 0 && <TableImmersions lignes={data} />}
      {data?.length === 0 && (
        <EtatVide
          titre={recherche ? `Aucune immersion ne correspond à « ${recherche} »` : VIDES[etat]}
          actions={recherche || etat !== 'toutes' ? undefined : nouvelle}
        >
          {recherche
            ? 'Essayez une partie du nom de la personne ou de l’accueil.'
            : etat === 'toutes' &&
              'Choisissez un salarié et un accueil : la convention se remplit avec ce que Passerelle connaît déjà, et chaque règle est contrôlée pendant la saisie.'}
        </EtatVide>
      )}
    </>
  );
}

import { Button, Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { accorder } from '../../shared/format.ts';
import { NATURES, RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import { type FiltresFil, type Maillon, SANS_NATURE, SORTES } from '../../shared/sollicitations/fil.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { MarqueMaillon, MarqueNature, NATURES_COURTES, nommer } from './apparence.tsx';
import styles from './historique.module.css';

/** Filter → its name in the address. */
const CLES: Record<keyof FiltresFil, string> = {
  quoi: 'nature',
  resultat: 'resultat',
  personne: 'personne',
  quand: 'quand',
  recherche: 'mots',
  sansSuite: 'suite',
};

type Changer = (changements: Partial<FiltresFil>) => void;

/** Filters of a history, kept in the address: a link, « Précédent » and a bookmark find them again. */
export function useFiltresFil(): {
  filtres: FiltresFil;
  actifs: boolean;
  changer: Changer;
  effacer: () => void;
} {
  const [adresse, setAdresse] = useSearchParams();
  const lire = (cle: keyof FiltresFil) => adresse.get(CLES[cle]) ?? '';
  const filtres: FiltresFil = {
    quoi: lire('quoi'),
    resultat: lire('resultat'),
    personne: lire('personne'),
    quand: lire('quand'),
    recherche: lire('recherche'),
    sansSuite: lire('sansSuite') === 'sans',
  };
  const changer: Changer = (changements) =>
    setAdresse(
      (actuelle) => {
        // The line that a link pointed at may be filtered out now.
        actuelle.delete('echange');
        for (const [cle, valeur] of Object.entries(changements)) {
          const nom = CLES[cle as keyof FiltresFil];
          if (valeur) actuelle.set(nom, valeur === true ? 'sans' : valeur);
          else actuelle.delete(nom);
        }
        return actuelle;
      },
      { replace: true },
    );
  return {
    filtres,
    actifs: Object.values(filtres).some(Boolean),
    changer,
    effacer: () =>
      changer({ quoi: '', resultat: '', personne: '', quand: '', recherche: '', sansSuite: false }),
  };
}

/** Legend of the marks and filter in one: each nature, and each other sort of line, is a switch. */
export function Legende({ fil, quoi, changer }: { fil: readonly Maillon[]; quoi: string; changer: Changer }) {
  const natures = new Set(
    fil.flatMap((maillon) => (maillon.sorte === 'echange' ? maillon.echange.nature : [])),
  );
  const sortes = new Set(fil.map(({ sorte }) => sorte));
  const choix = [
    ...NATURES.valeurs.map(({ code }) => ({
      cle: code as string,
      nom: NATURES_COURTES[code],
      present: natures.has(code),
      marque: <MarqueNature nature={code} />,
    })),
    ...(natures.has('')
      ? [{ cle: SANS_NATURE, nom: 'Sans nature', present: true, marque: <MarqueNature nature="" /> }]
      : []),
    ...(sortes.has('immersion')
      ? [
          {
            cle: SORTES.immersion,
            nom: 'Immersions',
            present: true,
            marque: <MarqueMaillon sorte="immersion" />,
          },
        ]
      : []),
    ...(sortes.has('embauche')
      ? [
          {
            cle: SORTES.embauche,
            nom: 'Embauches',
            present: true,
            marque: <MarqueMaillon sorte="embauche" />,
          },
        ]
      : []),
  ];
  return (
    <fieldset className={styles.legende}>
      <legend className="visuellement-cache">Ne montrer qu’une sorte de lignes</legend>
      {choix.map(({ cle, nom, present, marque }) => (
        <button
          key={cle}
          type="button"
          aria-pressed={quoi === cle}
          disabled={!present}
          onClick={() => changer({ quoi: quoi === cle ? '' : cle })}
        >
          {marque} {nom}
        </button>
      ))}
    </fieldset>
  );
}

/** Everybody who appears in a history, ours and theirs apart. */
function personnesDe(fil: readonly Maillon[]) {
  const elle = new Map<string, string>();
  const equipe = new Map<string, string>();
  const salaries = new Map<string, string>();
  for (const maillon of fil) {
    if (maillon.sorte === 'echange') {
      const { interlocuteurs, auteur } = maillon.echange;
      for (const personne of interlocuteurs) elle.set(`p:${personne.id}`, nommer(personne));
      for (const salarie of maillon.echange.salaries) salaries.set(`s:${salarie.id}`, nomComplet(salarie));
      if (auteur) equipe.set(`m:${auteur.id}`, auteur.nom);
    }
    if (maillon.sorte === 'immersion') {
      const { salarie } = maillon.immersion;
      salaries.set(`s:${salarie.id}`, nomComplet(salarie));
    }
    if (maillon.sorte === 'embauche' && maillon.embauche.salarie) {
      const { salarie } = maillon.embauche;
      salaries.set(`s:${salarie.id}`, nomComplet(salarie));
    }
  }
  const groupe = (group: string, personnes: Map<string, string>) => ({
    group,
    items: [...personnes]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
  });
  return [groupe('Chez elle', elle), groupe('De notre équipe', equipe), groupe('Salariés', salaries)].filter(
    ({ items }) => items.length > 0,
  );
}

/** Below this many lines everything is in sight: filters would only be in the way. */
const LONGUE = 8;

/** Narrows a long history: words, outcome, person; says how many lines are left. */
export function BarreFil(props: {
  fil: readonly Maillon[];
  retenus: number;
  filtres: FiltresFil;
  actifs: boolean;
  changer: Changer;
  effacer: () => void;
}) {
  const { fil, retenus, filtres, actifs, changer, effacer } = props;
  if (fil.length < LONGUE && !actifs) return null;
  const resultats = new Set(
    fil.flatMap((maillon) => (maillon.sorte === 'echange' ? [maillon.echange.resultat] : [])),
  );
  return (
    <search className={styles.barre} aria-label="Filtrer l’historique">
      <ChampRecherche
        className={styles.mots}
        label="Chercher dans l’historique"
        placeholder="Chercher dans l’historique…"
        recherche={filtres.recherche}
        chercher={(recherche) => changer({ recherche })}
      />
      <Select
        aria-label="Résultat"
        placeholder="Tous les résultats"
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les résultats' }}
        className={styles.choix}
        data={RESULTATS.valeurs
          .filter(({ code }) => resultats.has(code))
          .map(({ code, label }) => ({ value: code as string, label }))}
        value={filtres.resultat || null}
        onChange={(resultat) => changer({ resultat: resultat ?? '' })}
      />
      <Select
        aria-label="Personne"
        placeholder="Tout le monde"
        clearable
        clearButtonProps={{ 'aria-label': 'Tout le monde' }}
        searchable
        nothingFoundMessage="Personne de ce nom dans l’historique"
        className={styles.choix}
        data={personnesDe(fil)}
        value={filtres.personne || null}
        onChange={(personne) => changer({ personne: personne ?? '' })}
      />
      {actifs ? (
        <span className={styles.retenus}>
          <output>
            {retenus} sur {accorder(fil.length, 'ligne')}
          </output>
          <Button variant="subtle" size="compact-sm" onClick={effacer}>
            Tout montrer
          </Button>
        </span>
      ) : null}
    </search>
  );
}

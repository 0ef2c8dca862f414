import { Button } from '@mantine/core';
import { IconCalendarMonth, IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Sortie } from '../../shared/contrat.ts';
import { accorder, formaterDuree, formaterNombre } from '../../shared/format.ts';
import type { ImmersionsListe, VueImmersions } from '../../shared/immersions/liste.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { useLecture } from '../app/operations.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import type { TableRef } from '../components/table-virtuelle.tsx';
import reseau from '../reseau/reseau.module.css';
import vues from '../reseau/vues.module.css';
import { adresseDe, SANS_FILTRE, sansFiltre, useFiltresImmersions } from './filtres.ts';
import { BoutonFiltres, PucesFiltres } from './filtres-liste.tsx';
import { Frise } from './frise.tsx';
import { BoutonHeuresUrssaf } from './suivi/heures-urssaf.tsx';
import { TableImmersions } from './table-immersions.tsx';

const VUES: readonly (readonly [VueImmersions, string])[] = [
  ['toutes', 'Toutes'],
  ['brouillons', 'Brouillons'],
  ['a_signer', 'À signer'],
  ['a_venir', 'À venir'],
  ['en_cours', 'En cours'],
  ['bilan_attendu', 'Bilan attendu'],
  ['terminees', 'Terminées'],
  ['arretees', 'Interrompues ou annulées'],
];

/** When a view is empty: that it is, and what would fill it. */
const VIDES: Record<VueImmersions, readonly [string, string]> = {
  toutes: [
    'Aucune immersion pour l’instant',
    'Choisissez un salarié et un accueil : la convention se remplit avec ce que Passerelle connaît déjà, et chaque règle est contrôlée pendant la saisie.',
  ],
  brouillons: [
    'Aucun brouillon',
    'Tout ce qui a été préparé a été émis. Une nouvelle immersion commence ici.',
  ],
  a_signer: [
    'Aucune convention à signer',
    'Une convention vient ici quand vous l’émettez, et en part quand chacun l’a signée.',
  ],
  a_venir: ['Aucune immersion à venir', 'Une convention signée attend ici son premier jour.'],
  en_cours: [
    'Personne n’est en immersion aujourd’hui',
    'Une immersion signée vient ici d’elle-même le premier jour.',
  ],
  bilan_attendu: [
    'Aucun bilan attendu',
    'Une immersion vient ici le lendemain de son dernier jour, jusqu’à ce que son bilan soit fait.',
  ],
  terminees: ['Aucune immersion terminée', 'Les immersions dont le dernier jour est passé viennent ici.'],
  arretees: [
    'Aucune immersion interrompue, refusée ou annulée',
    'Celles qui s’arrêtent avant leur fin restent ici, avec leur motif.',
  ],
};

const nouvelle = (
  <Button component={Link} to="/immersions/nouvelle" leftSection={<IconPlus size={17} stroke={1.8} />}>
    Nouvelle immersion
  </Button>
);

/** Ways of looking at the list, each a link with its number; the other filters stay. */
function Vues({ filtres, comptes }: { filtres: ImmersionsListe; comptes: Comptes | undefined }) {
  return (
    <nav className={vues.vues} aria-label="Vues des immersions">
      {VUES.map(([etat, label]) => (
        <Link
          key={etat}
          to={adresseDe({ ...filtres, etat })}
          replace
          className={vues.vue}
          aria-current={filtres.etat === etat ? 'page' : undefined}
        >
          {label}
          {comptes ? <span>{formaterNombre(comptes.vues[etat])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

type Comptes = Sortie<'immersions.comptes'>;

function direSommes({ total, personnes, organisations, minutes }: Comptes): string {
  return [
    accorder(total, 'convention'),
    accorder(personnes, 'personne'),
    accorder(organisations, 'structure d’accueil', 'structures d’accueil'),
    formaterDuree(minutes),
  ]
    .map((somme) => somme.replaceAll(' ', '\u00a0'))
    .join(' · ');
}

/** Nothing answers: either the filters are too narrow, or the view is empty and says what fills it. */
function Rien({ filtres, effacer }: { filtres: ImmersionsListe; effacer: () => void }) {
  const [titre, phrase] = VIDES[filtres.etat];
  if (!sansFiltre(filtres)) {
    return (
      <EtatVide
        titre={
          filtres.recherche
            ? `Aucune immersion ne correspond à « ${filtres.recherche} »`
            : 'Aucune immersion ne répond à ces filtres'
        }
        actions={
          <Button variant="default" onClick={effacer}>
            Retirer les filtres
          </Button>
        }
      >
        {filtres.recherche ? 'Essayez une partie du nom de la personne ou de l’accueil, ou le numéro.' : null}
      </EtatVide>
    );
  }
  return (
    <EtatVide
      titre={titre}
      actions={filtres.etat === 'toutes' || filtres.etat === 'brouillons' ? nouvelle : undefined}
    >
      {phrase}
    </EtatVide>
  );
}

/** The list of immersions: found, filtered, counted, sorted and opened from the keyboard as well as with the mouse. */
export function EcranImmersions() {
  useGarderPlace();
  const { filtres, changer } = useFiltresImmersions();
  const { tri: _t, sens: _s, ...seuls } = filtres;
  const { data: comptes } = useLecture('immersions.comptes', seuls, { garderPrecedent: true });
  const [total, setTotal] = useState<number | null>(null);
  const surTotal = useCallback((nombre: number) => setTotal(nombre), []);
  const table = useRef<TableRef>(null);
  const libre = sansFiltre(filtres);
  const jamais = comptes?.vues.toutes === 0 && libre;
  return (
    <>
      <TetePage
        titre="Immersions"
        sous="De la convention au bilan"
        actions={
          <>
            <Button
              component={Link}
              to="/immersions/calendrier"
              variant="default"
              leftSection={<IconCalendarMonth size={17} stroke={1.6} />}
            >
              Calendrier
            </Button>
            <Button
              component={Link}
              to="/immersions/objectifs"
              variant="default"
              leftSection={<IconTargetArrow size={17} stroke={1.6} />}
            >
              Objectifs
            </Button>
            {jamais ? null : <BoutonHeuresUrssaf />}
            {total ? <BoutonExporter operation="immersions.export" entree={filtres} /> : null}
            {nouvelle}
          </>
        }
      />
      {jamais ? null : (
        <>
          <Vues filtres={filtres} comptes={comptes} />
          <PucesFiltres filtres={filtres} changer={changer} />
          <search className={reseau.outils}>
            <ChampRecherche
              className={reseau.recherche}
              label="Chercher une immersion"
              placeholder="Personne, accueil, numéro…"
              recherche={filtres.recherche}
              chercher={(recherche) => changer({ recherche })}
              descendre={() => table.current?.entrer()}
            />
            <BoutonFiltres filtres={filtres} changer={changer} />
            <output className={reseau.compte}>
              {comptes && comptes.total > 0 ? direSommes(comptes) : ''}
            </output>
          </search>
        </>
      )}
      {filtres.etat === 'toutes' && libre && !jamais ? <Frise /> : null}
      <div className={reseau.liste} data-vide={total === 0 || undefined}>
        <TableImmersions ref={table} filtres={filtres} changer={changer} surTotal={surTotal} />
      </div>
      {total === 0 ? (
        <Carte sansMarge>
          <Rien filtres={filtres} effacer={() => changer(SANS_FILTRE)} />
        </Carte>
      ) : null}
    </>
  );
}

import { ActionIcon, Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { accorder } from '../../shared/format.ts';
import {
  bornesDuMois,
  type GenreRangee,
  lireMois,
  moisDe,
  moisVoisin,
  nomDuMois,
  RANGEES,
} from '../../shared/immersions/calendrier.ts';
import { ETATS, etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import type { Calendrier } from '../../shared/immersions/images.ts';
import { useAdresse } from '../app/adresse.ts';
import { toucheLibre } from '../app/clavier.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { SortiesPapier } from '../components/sorties-papier.tsx';
import { Echantillon } from './barre-calendrier.tsx';
import styles from './calendrier.module.css';
import { GrilleCalendrier } from './grille-calendrier.tsx';
import { TableCalendrier } from './table-calendrier.tsx';

/** Month, rows, and what is shown, from the address: today's month and a picture of the persons unless it says otherwise. */
function useChoix() {
  const today = useJour();
  const [adresse, changerAdresse] = useAdresse();
  const changer = (cle: string, valeur: string | null) =>
    changerAdresse((actuelle) => {
      if (valeur === null) actuelle.delete(cle);
      else actuelle.set(cle, valeur);
      return actuelle;
    });
  return {
    today,
    mois: lireMois(adresse.get('mois')) ?? moisDe(today),
    par: RANGEES.find((genre) => genre === adresse.get('par')) ?? ('salarie' as GenreRangee),
    sansSuite: adresse.has('sansSuite'),
    enTable: adresse.has('table'),
    changer,
    changerMois: (mois: string) => changer('mois', mois === moisDe(today) ? null : mois),
  };
}

/** Immersions of a month as bars, one row per person or per host; the same as a table; on paper. */
export function EcranCalendrier() {
  const { today, mois, par, sansSuite, enTable, changer, changerMois } = useChoix();
  const fenetre = { ...bornesDuMois(mois), par, sansSuite };
  const { data } = useLecture('immersions.calendrier', fenetre, { garderPrecedent: true });
  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      // Arrows on a choice move the choice.
      if (evenement.target instanceof HTMLInputElement) return;
      const touche = toucheLibre(evenement);
      if (touche === 'arrowleft') changerMois(moisVoisin(mois, -1));
      else if (touche === 'arrowright') changerMois(moisVoisin(mois, 1));
      else return;
      evenement.preventDefault();
    }
    window.addEventListener('keydown', auClavier);
    return () => window.removeEventListener('keydown', auClavier);
  });
  const barres = data?.rangees.flatMap((rangee) => rangee.barres) ?? [];
  return (
    <>
      <TetePage
        titre="Calendrier des immersions"
        fil={[{ label: 'Immersions', vers: '/immersions' }]}
        sous={data ? direCompte(data, par) : '\u00a0'}
        actions={
          <SortiesPapier
            page="immersions.calendrierPage"
            pdf="immersions.calendrierPdf"
            entree={fenetre}
            titre={`Calendrier, ${nomDuMois(mois)}`}
            paysage
          />
        }
      />
      <div className={styles.outils}>
        <fieldset className={styles.pas}>
          <legend className="visuellement-cache">Mois</legend>
          <ActionIcon
            variant="default"
            size={36}
            aria-label="Mois précédent"
            aria-keyshortcuts="ArrowLeft"
            onClick={() => changerMois(moisVoisin(mois, -1))}
          >
            <IconChevronLeft size={18} stroke={1.7} />
          </ActionIcon>
          <strong aria-live="polite">{nomDuMois(mois)}</strong>
          <ActionIcon
            variant="default"
            size={36}
            aria-label="Mois suivant"
            aria-keyshortcuts="ArrowRight"
            onClick={() => changerMois(moisVoisin(mois, 1))}
          >
            <IconChevronRight size={18} stroke={1.7} />
          </ActionIcon>
          {mois === moisDe(today) ? null : (
            <Button variant="default" onClick={() => changerMois(moisDe(today))}>
              Ce mois-ci
            </Button>
          )}
        </fieldset>
        <SegmentedControl
          aria-label="Une ligne par"
          data={[
            { value: 'salarie', label: 'Par personne' },
            { value: 'organisation', label: 'Par accueil' },
          ]}
          value={par}
          onChange={(choisi) => changer('par', choisi === 'salarie' ? null : choisi)}
        />
        <SegmentedControl
          aria-label="Montrer"
          data={[
            { value: 'barres', label: 'Dessin' },
            { value: 'table', label: 'Tableau' },
          ]}
          value={enTable ? 'table' : 'barres'}
          onChange={(choisi) => changer('table', choisi === 'table' ? '' : null)}
        />
        <Checkbox
          className={styles.sansSuite}
          label="Avec les refusées et les annulées"
          checked={sansSuite}
          onChange={({ currentTarget }) => changer('sansSuite', currentTarget.checked ? '' : null)}
        />
      </div>
      {data && barres.length === 0 ? (
        <Carte sansMarge>
          <EtatVide
            titre={`Aucune immersion en ${nomDuMois(mois)}`}
            actions={
              <Button component={Link} to="/immersions/nouvelle" leftSection={<IconPlus size={16} />}>
                Préparer une immersion
              </Button>
            }
          >
            Une immersion apparaît ici dès qu’elle a ses dates, même en brouillon. Les flèches ← et → passent
            d’un mois à l’autre.
          </EtatVide>
        </Carte>
      ) : null}
      {data && barres.length > 0 ? (
        <>
          {enTable ? (
            <TableCalendrier rangees={data.rangees} par={par} />
          ) : (
            <GrilleCalendrier rangees={data.rangees} {...fenetre} today={today} />
          )}
          <ul className={styles.legende} aria-label="Légende">
            {ETATS.filter((etat) => barres.some((barre) => etatImmersion(barre, today) === etat)).map(
              (etat) => (
                <li key={etat}>
                  <Echantillon etat={etat} />
                  {LIBELLES_ETAT[etat]}
                </li>
              ),
            )}
          </ul>
        </>
      ) : null}
    </>
  );
}

function direCompte({ rangees }: Calendrier, par: GenreRangee): string {
  const nombre = rangees.reduce((somme, { barres }) => somme + barres.length, 0);
  const qui =
    par === 'salarie'
      ? accorder(rangees.length, 'personne')
      : accorder(rangees.length, 'structure d’accueil', 'structures d’accueil');
  return nombre === 0 ? 'Qui est où, et quand' : `${accorder(nombre, 'convention')}, ${qui}`;
}

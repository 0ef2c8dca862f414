import { Button } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Sortie } from '../../shared/contrat.ts';
import { accorder } from '../../shared/format.ts';
import type { PointDu, SuiviDuJour } from '../../shared/immersions/suivi.ts';
import { DELAIS, echeanceDans } from '../../shared/sollicitations/regles.ts';
import type { RelanceDatee } from '../../shared/sollicitations/schema.ts';
import { toucheLibre } from '../app/clavier.ts';
import { useJour } from '../app/jour.ts';
import { Carte, EtatVide } from '../components/page.tsx';
import { deplacer, tenir } from '../immersions/suivi/gestes.ts';
import { useNoter } from '../sollicitations/noter.tsx';
import { faire, reporter } from '../sollicitations/suites.ts';
import { TOUCHES_DELAI } from '../sollicitations/touches.ts';
import { AccidentsDus } from './accidents-dus.tsx';
import styles from './aujourdhui.module.css';
import type { Qui } from './ecran-aujourdhui.tsx';
import { GroupeAFaire } from './groupe-a-faire.tsx';
import { BILANS_GROUPES, GroupeBilans } from './groupe-bilans.tsx';
import { LigneAFaire } from './ligne-a-faire.tsx';
import { ciblePoint, LignePointDu } from './ligne-point.tsx';

/** Lines drawn at once when the screen opens: more than a tall window shows. */
const PREMIERES = 20;

const PAS: Record<string, 1 | -1> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** A line of the list, whatever it is about: what the keys do with it. */
interface LigneDuJour {
  id: string;
  echeance: string;
  relance?: RelanceDatee;
  point?: PointDu;
}

function lignesDuJour(relances: readonly RelanceDatee[], points: readonly PointDu[]): LigneDuJour[] {
  return [
    ...points.map((point) => ({
      id: `${point.immersionId} ${point.cle}`,
      echeance: point.echeance,
      point,
    })),
    ...relances.map((relance) => ({ id: relance.id, echeance: relance.echeance, relance })),
  ].sort((a, b) => a.echeance.localeCompare(b.echeance));
}

const faireLigne = async ({ relance, point }: LigneDuJour) => {
  if (relance) await faire(relance);
  if (point) await tenir(ciblePoint(point));
};

const reporterLigne = async ({ relance, point }: LigneDuJour, echeance: string) => {
  if (relance) await reporter(relance, { echeance });
  if (point) await deplacer(ciblePoint(point), echeance);
};

/** Keys of the list: J and K (or the arrows) move, F is done, a letter of delay or R postpones; the hand goes to the next line. */
function useClavier(lignes: LigneDuJour[], ouvrirReport: (id: string) => void) {
  const today = useJour();
  const liste = useRef<HTMLDivElement>(null);
  /** Place of the line just dealt with: once the list is read again, the one now there takes the focus. */
  const place = useRef<number | null>(null);

  const liens = () => [...(liste.current?.querySelectorAll<HTMLAnchorElement>('a[data-relance]') ?? [])];
  const rangCourant = () =>
    liens().findIndex((lien) => lien.closest('li')?.contains(document.activeElement) ?? false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time the list has been read again.
  useEffect(() => {
    if (place.current === null) return;
    const tous = liens();
    tous[Math.min(place.current, tous.length - 1)]?.focus();
    place.current = null;
  }, [lignes]);

  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      const touche = toucheLibre(evenement);
      if (touche === null) return;
      const rang = rangCourant();
      const pas = PAS[touche];
      if (pas) {
        const tous = liens();
        if (tous.length === 0 || (rang === -1 && touche.startsWith('arrow') && !auRepos())) return;
        evenement.preventDefault();
        tous[rang === -1 ? 0 : Math.max(0, Math.min(tous.length - 1, rang + pas))]?.focus();
        return;
      }
      const ligne = lignes[rang];
      if (!ligne) return;
      const delai = DELAIS.find((code) => TOUCHES_DELAI[code].toLowerCase() === touche);
      if (!delai && touche !== 'f' && touche !== 'r') return;
      evenement.preventDefault();
      if (touche === 'r') {
        ouvrirReport(ligne.id);
        return;
      }
      place.current = rang;
      void (delai ? reporterLigne(ligne, echeanceDans(delai, today)) : faireLigne(ligne));
    }
    window.addEventListener('keydown', auClavier);
    return () => window.removeEventListener('keydown', auClavier);
  });
  return {
    liste,
    retenir: (ligne: LigneDuJour) => {
      place.current = lignes.indexOf(ligne);
    },
  };
}

/** Arrows scroll the page or move in a group of choices when something else has the focus. */
function auRepos(): boolean {
  return document.activeElement === document.body || document.activeElement?.id === 'contenu';
}

function Vide({ debutant, plusTard }: { debutant: boolean; plusTard: number }) {
  const { ouvrir } = useNoter();
  if (debutant) {
    return (
      <EtatVide
        titre="Notez votre premier échange"
        actions={<Button onClick={() => ouvrir()}>Noter un échange</Button>}
      >
        Un appel, une visite, un courriel : la touche N, quelques lettres du nom, et c’est noté. Ce que vous
        promettez de faire ensuite viendra ici, le bon jour.
      </EtatVide>
    );
  }
  return (
    <EtatVide titre="Vous êtes à jour">
      {plusTard > 0
        ? `La suite vient plus tard : ${accorder(plusTard, 'action')} au-delà de sept jours.`
        : 'En notant un échange, prévoyez la suite : elle viendra ici, le bon jour.'}
    </EtatVide>
  );
}

/** The due list: late, due today, due within the week. */
export function AFaire(props: {
  relances: Sortie<'sollicitations.relances'>;
  suivi: SuiviDuJour;
  qui: Qui;
  debutant: boolean;
}) {
  const { relances, suivi, qui } = props;
  const { plusTard, groupes } = relances;
  const ensemble = suivi.bilans.length >= BILANS_GROUPES;
  const toutes = useMemo(
    () => lignesDuJour(relances.lignes, ensemble ? suivi.points : [...suivi.points, ...suivi.bilans]),
    [relances.lignes, suivi, ensemble],
  );
  // A long list opens with the lines one can see; the others are drawn right after.
  const lignes = useDeferredValue(toutes, toutes.slice(0, PREMIERES));
  const groupee = groupes.length > 0 || ensemble;
  const today = useJour();
  const [report, setReport] = useState<string | null>(null);
  const { liste, retenir } = useClavier(lignes, setReport);
  const pressees = lignes.filter(({ echeance }) => echeance <= today);
  const prochaines = lignes.filter(({ echeance }) => echeance > today);

  const montrer = (celles: LigneDuJour[]) => (
    <ul className={styles.liste}>
      {celles.map((ligne) => {
        const commun = {
          today,
          report: report === ligne.id,
          changerReport: (ouvert: boolean) => setReport(ouvert ? ligne.id : null),
          avant: () => retenir(ligne),
        };
        return ligne.point ? (
          <LignePointDu key={ligne.id} point={ligne.point} avecReferent={qui === 'equipe'} {...commun} />
        ) : ligne.relance ? (
          <LigneAFaire
            key={ligne.id}
            relance={ligne.relance}
            avecResponsable={qui === 'equipe'}
            {...commun}
          />
        ) : null;
      })}
    </ul>
  );
  return (
    <Carte
      titre="À faire"
      sansMarge
      suite={
        lignes.length > 0 ? (
          <span className={styles.touches}>
            <kbd>J</kbd> <kbd>K</kbd> parcourir · <kbd>F</kbd> fait · <kbd>R</kbd> reporter · <kbd>D</kbd> à
            demain
          </span>
        ) : null
      }
    >
      <div ref={liste}>
        <AccidentsDus accidents={suivi.accidents} />
        {lignes.length === 0 && !groupee && suivi.accidents.length === 0 ? (
          <Vide debutant={props.debutant} plusTard={plusTard} />
        ) : null}
        {pressees.length > 0 ? montrer(pressees) : null}
        {prochaines.length > 0 ? (
          <>
            <h3 className={styles.intertitre}>Dans les sept jours</h3>
            {montrer(prochaines)}
          </>
        ) : null}
      </div>
      {groupee ? (
        <ul className={styles.liste} aria-label="Actions groupées">
          {ensemble ? (
            <GroupeBilans bilans={suivi.bilans} today={today} avecReferent={qui === 'equipe'} />
          ) : null}
          {groupes.map((groupe) => (
            <GroupeAFaire key={groupe.id} groupe={groupe} qui={qui} today={today} />
          ))}
        </ul>
      ) : null}
      {lignes.length > 0 && plusTard > 0 ? (
        <p className={styles.plusTard}>
          Plus tard : {accorder(plusTard, 'autre action', 'autres actions')}.{' '}
          <Link to="/reseau?contact=relance&tri=relance">Voir les organisations à recontacter</Link>
        </p>
      ) : null}
    </Carte>
  );
}

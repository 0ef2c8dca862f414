import { Button } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Sortie } from '../../shared/contrat.ts';
import type { EcheanceDue } from '../../shared/conventions/schema.ts';
import { accorder } from '../../shared/format.ts';
import type { EcheanceFinancement } from '../../shared/formation/financement.ts';
import type { SuiteDue } from '../../shared/formation/suites.ts';
import type { FseDue } from '../../shared/fse/contrat.ts';
import type { SuiviDuJour } from '../../shared/immersions/suivi.ts';
import type { DuParcours, ParcoursDuJour } from '../../shared/salaries/parcours.ts';
import { DELAIS, echeanceDans, GROUPEES } from '../../shared/sollicitations/regles.ts';
import type { SituationADemander } from '../../shared/sorties/contrat.ts';
import { toucheLibre } from '../app/clavier.ts';
import { useJour } from '../app/jour.ts';
import { Carte, EtatVide } from '../components/page.tsx';
import { FenetreSituation } from '../formation/suites/fenetre-situation.tsx';
import { useFenetresFse } from '../fse/fenetres-fse.tsx';
import { FenetreSuite } from '../salaries/fiche/fenetre-suite.tsx';
import { useNoter } from '../sollicitations/noter.tsx';
import { TOUCHES_DELAI } from '../sollicitations/touches.ts';
import { AccidentsDus } from './accidents-dus.tsx';
import styles from './aujourdhui.module.css';
import { GroupeARendre } from './groupe-a-rendre.tsx';
import { GroupeBilans } from './groupe-bilans.tsx';
import { GroupeFse } from './groupe-fse.tsx';
import { GroupeContrats, GroupeObjectifs } from './groupe-parcours.tsx';
import { GroupeRelances } from './groupe-relances.tsx';
import { GroupeSortis } from './groupe-sortis.tsx';
import { GroupeSuites } from './groupe-suites.tsx';
import { accomplir, Ligne, type LigneDuJour, remettreAu } from './ligne-du-jour.tsx';
import { ligneARendre } from './lignes-conventions.ts';
import { ligneDEcheance } from './lignes-formation.ts';
import { ligneDePoint } from './lignes-immersions.ts';
import { ligneDuParcours } from './lignes-parcours.ts';
import { ligneDeRelance } from './lignes-reseau.ts';
import type { Qui } from './use-journee.ts';

/** Lines drawn at once when the screen opens: more than a tall window shows. */
const PREMIERES = 20;

const PAS: Record<string, 1 | -1> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** Everything due, the oldest first; of one day, in the order the sources are given in. */
const enOrdre = (...sources: readonly (readonly LigneDuJour[])[]): LigneDuJour[] =>
  sources.flat().sort((a, b) => a.echeance.localeCompare(b.echeance));

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
        if (ligne.reporter) ouvrirReport(ligne.id);
        return;
      }
      // What opens a window keeps its place in the list, and the focus goes to the window.
      if (touche === 'f' ? ligne.faire : ligne.reporter) place.current = rang;
      void (delai ? remettreAu(ligne, echeanceDans(delai, today)) : accomplir(ligne));
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
  financements: readonly EcheanceFinancement[];
  /** What funders wait for: what presses, and what comes later in the month. */
  rendus: readonly EcheanceDue[];
  rendusDuMois: readonly EcheanceDue[];
  suites: readonly SuiteDue[];
  fse: readonly FseDue[];
  sortis: readonly SituationADemander[];
  parcours: ParcoursDuJour;
  qui: Qui;
  debutant: boolean;
}) {
  const { relances, suivi, financements, rendus, rendusDuMois, suites, fse, sortis, parcours, qui } = props;
  const { plusTard, groupes } = relances;
  const { ouvrir } = useNoter();
  const today = useJour();
  const [decide, decider] = useState<DuParcours | null>(null);
  const du = (genre: DuParcours['genre']) => parcours.lignes.filter((ligne) => ligne.genre === genre);
  const [contrats, objectifs] = [du('contrat'), du('objectif')];
  const contratsEnsemble = contrats.length >= GROUPEES;
  const objectifsEnsemble = objectifs.length >= GROUPEES;
  const ensemble = suivi.bilans.length >= GROUPEES;
  const [appelee, appeler] = useState<SuiteDue | null>(null);
  const { ouvrir: ouvrirFse, fenetre: fenetreFse } = useFenetresFse();
  const toutes = useMemo(
    () =>
      enOrdre(
        (ensemble ? suivi.points : [...suivi.points, ...suivi.bilans]).map(ligneDePoint),
        parcours.lignes
          .filter(
            ({ genre }) =>
              !(genre === 'contrat' && contratsEnsemble) && !(genre === 'objectif' && objectifsEnsemble),
          )
          .map((du) => ligneDuParcours(du, today, decider)),
        relances.lignes.map((relance) => ligneDeRelance(relance, ouvrir)),
        financements.map(ligneDEcheance),
        rendus.map((due) => ligneARendre(due, today)),
      ),
    [
      relances.lignes,
      suivi,
      financements,
      rendus,
      ensemble,
      parcours,
      contratsEnsemble,
      objectifsEnsemble,
      today,
      ouvrir,
    ],
  );
  // A long list opens with the lines one can see; the others are drawn right after.
  const lignes = useDeferredValue(toutes, toutes.slice(0, PREMIERES));
  const groupee =
    groupes.length > 0 ||
    ensemble ||
    suites.length > 0 ||
    rendusDuMois.length > 0 ||
    fse.length > 0 ||
    sortis.length > 0 ||
    contratsEnsemble ||
    objectifsEnsemble;
  const [report, setReport] = useState<string | null>(null);
  const { liste, retenir } = useClavier(lignes, setReport);
  const pressees = lignes.filter(({ echeance }) => echeance <= today);
  const prochaines = lignes.filter(({ echeance }) => echeance > today);

  const duParcours = { today, avecReferent: qui === 'equipe', decider };

  const montrer = (celles: LigneDuJour[]) => (
    <ul className={styles.liste}>
      {celles.map((ligne) => (
        <Ligne
          key={ligne.id}
          ligne={ligne}
          today={today}
          avecResponsable={qui === 'equipe'}
          report={report === ligne.id}
          changerReport={(ouvert) => setReport(ouvert ? ligne.id : null)}
          avant={() => retenir(ligne)}
        />
      ))}
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
          {contratsEnsemble ? <GroupeContrats lignes={contrats} {...duParcours} /> : null}
          {objectifsEnsemble ? <GroupeObjectifs lignes={objectifs} {...duParcours} /> : null}
          <GroupeARendre dues={rendusDuMois} today={today} />
          <GroupeFse
            dues={fse}
            today={today}
            noter={({ salarie, moment, participation }) =>
              ouvrirFse({ genre: 'noter', salarie, moment, participation })
            }
          />
          <GroupeSuites suites={suites} today={today} noter={appeler} />
          <GroupeSortis sortis={sortis} today={today} />
          {groupes.map((groupe) => (
            <GroupeRelances key={groupe.id} groupe={groupe} qui={qui} today={today} />
          ))}
        </ul>
      ) : null}
      {fenetreFse}
      {appelee ? <FenetreSituation ligne={appelee} mois={appelee.mois} fermer={() => appeler(null)} /> : null}
      {lignes.length > 0 && plusTard > 0 ? (
        <p className={styles.plusTard}>
          Plus tard : {accorder(plusTard, 'autre action', 'autres actions')}.{' '}
          <Link to="/reseau?contact=relance&tri=relance">Voir les organisations à recontacter</Link>
        </p>
      ) : null}
      {decide?.fin ? (
        <FenetreSuite
          nom={`${decide.salarie.prenom} ${decide.salarie.nom}`.trim()}
          contrat={{ ...decide, fin: decide.fin, suite: '', suiteNote: '' }}
          fermer={() => decider(null)}
        />
      ) : null}
    </Carte>
  );
}

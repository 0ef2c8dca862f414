import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { nomMoisCourt } from '../../shared/bilans/libelles.ts';
import type { Entree } from '../../shared/contrat.ts';
import { accorder, insecables } from '../../shared/format.ts';
import { ecrireHeures, refusHeures } from '../../shared/heures/regles-heures.ts';
import type { LigneHeures } from '../../shared/heures/schema.ts';
import { nomDuMois } from '../../shared/immersions/calendrier.ts';
import { useJour } from '../app/jour.ts';
import { Carte } from '../components/page.tsx';
import type { Suite } from './case-saisie.tsx';
import styles from './heures.module.css';
import { etatCase, type GestesGrille, RangeeHeures } from './ligne-heures.tsx';
import { lireBloc } from './lire-bloc.ts';
import { moisDeRang } from './use-heures.ts';

type Cases = Entree<'heures.coller'>['cases'];

const LEGENDE: readonly [touche: string, sens: string][] = [
  ['0–9', 'écrire'],
  ['Entrée', 'en dessous'],
  ['Tab', 'à droite'],
  ['=', 'heures du contrat'],
  ['Suppr', 'effacer'],
  ['Ctrl V', 'coller un bloc d’Excel'],
];

interface Place {
  contratId: string;
  colonne: number;
}

const VERS: Record<string, readonly [ligne: number, colonne: number] | undefined> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, -12],
  End: [0, 12],
};

const PAS: Record<Exclude<Suite, null>, readonly [number, number]> = {
  bas: [1, 0],
  haut: [-1, 0],
  droite: [0, 1],
  gauche: [0, -1],
};

const borner = (valeur: number, max: number) => Math.min(max, Math.max(0, valeur));

/** A row for each contract, a column for each month. `coller` is given the cells of a pasted block, and how many fall outside. */
export function GrilleHeures(props: {
  annee: number;
  lignes: readonly LigneHeures[];
  enCours: boolean;
  noter: (heures: Entree<'heures.save'>['heures']) => void;
  coller: (cases: Cases, perdues: number) => void;
}) {
  const { annee, lignes, enCours } = props;
  const today = useJour();
  const table = useRef<HTMLTableElement>(null);
  const [edition, setEdition] = useState<(Place & { depart: string }) | null>(null);
  const [faute, setFaute] = useState<string | null>(null);
  const [tenue, setTenue] = useState<Place | null>(null);
  const manques = useMemo(
    () =>
      lignes.flatMap(({ contratId, mois }) =>
        mois.flatMap((une, colonne) =>
          etatCase(une, moisDeRang(annee, colonne), today) === 'manque' ? [{ contratId, colonne }] : [],
        ),
      ),
    [annee, lignes, today],
  );
  // Where to go on: the first month that lacks its hours.
  const depart = manques[0] ?? { contratId: lignes[0]?.contratId ?? '', colonne: 0 };
  const place = tenue && lignes.some(({ contratId }) => contratId === tenue.contratId) ? tenue : depart;
  const rangDe = (contratId: string) => lignes.findIndex((ligne) => ligne.contratId === contratId);

  function aller(contratId: string, colonne: number): void {
    setTenue({ contratId, colonne });
    requestAnimationFrame(() =>
      table.current
        ?.querySelector<HTMLElement>(`[data-contrat="${contratId}"] [data-colonne="${colonne}"]`)
        ?.focus(),
    );
  }
  function deplacer({ contratId, colonne }: Place, [bas, droite]: readonly [number, number]): void {
    const ligne = lignes[borner(rangDe(contratId) + bas, lignes.length - 1)]!;
    aller(ligne.contratId, borner(colonne + droite, 11));
  }
  function poser({ contratId, colonne }: Place, minutes: number | null): boolean {
    const ligne = lignes[rangDe(contratId)]!;
    const mois = moisDeRang(annee, colonne);
    if (ligne.mois[colonne]!.minutes === minutes) return true;
    const pourquoi = refusHeures(ligne, mois, minutes, today);
    setFaute(pourquoi);
    if (pourquoi === null) props.noter([{ contratId, mois, minutes }]);
    return pourquoi === null;
  }
  /** A cell that cannot hold hours says why, instead of letting them be typed. */
  function editer(ou: Place, texte: string): void {
    const ligne = lignes[rangDe(ou.contratId)]!;
    const pourquoi =
      ligne.mois[ou.colonne]!.minutes === null
        ? refusHeures(ligne, moisDeRang(annee, ou.colonne), 0, today)
        : null;
    setFaute(pourquoi);
    if (pourquoi === null) setEdition({ ...ou, depart: texte });
  }
  function auClavier(evenement: KeyboardEvent, contratId: string, colonne: number): void {
    if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const ou = { contratId, colonne };
    const pas = VERS[evenement.key];
    const { minutes, prevues } = lignes[rangDe(contratId)]!.mois[colonne]!;
    if (pas) {
      setFaute(null);
      deplacer(ou, pas);
    } else if (evenement.key === 'Delete' || evenement.key === 'Backspace') poser(ou, null);
    else if (evenement.key === 'Enter' || evenement.key === 'F2')
      editer(ou, minutes === null ? '' : ecrireHeures(minutes));
    else if (/^\d$/.test(evenement.key)) editer(ou, evenement.key);
    else if (evenement.key === '=') {
      if (prevues === null) setFaute('Les heures par semaine de ce contrat ne sont pas renseignées.');
      else if (poser(ou, prevues)) deplacer(ou, PAS.bas);
    } else return;
    evenement.preventDefault();
    evenement.stopPropagation();
  }
  // The lines keep the same object of gestures, which always does what the last drawing says.
  const actuels: GestesGrille = {
    auClavier,
    prendre: (contratId, colonne) => setTenue({ contratId, colonne }),
    ouvrir: (contratId, colonne) => {
      const minutes = lignes[rangDe(contratId)]!.mois[colonne]!.minutes;
      editer({ contratId, colonne }, minutes === null ? '' : ecrireHeures(minutes));
    },
    valider: (contratId, colonne, minutes, suite) => {
      setEdition(null);
      poser({ contratId, colonne }, minutes);
      if (suite !== null) deplacer({ contratId, colonne }, PAS[suite]);
    },
    abandonner: (contratId, colonne) => {
      setEdition(null);
      aller(contratId, colonne);
    },
    dire: setFaute,
  };
  const derniers = useRef(actuels);
  useEffect(() => {
    derniers.current = actuels;
  });
  const [gestes] = useState<GestesGrille>(() => ({
    auClavier: (...dits) => derniers.current.auClavier(...dits),
    prendre: (...dits) => derniers.current.prendre(...dits),
    ouvrir: (...dits) => derniers.current.ouvrir(...dits),
    valider: (...dits) => derniers.current.valider(...dits),
    abandonner: (...dits) => derniers.current.abandonner(...dits),
    dire: (...dits) => derniers.current.dire(...dits),
  }));

  function surCollage(evenement: ClipboardEvent): void {
    const bloc = lireBloc(evenement.clipboardData.getData('text/plain'));
    if (bloc.length === 0) return;
    evenement.preventDefault();
    const depuis = rangDe(place.contratId);
    let perdues = 0;
    const cases = bloc.flatMap((cellules, bas) =>
      cellules.flatMap((texte, droite) => {
        if (texte === '') return [];
        const ligne = lignes[depuis + bas];
        const colonne = place.colonne + droite;
        if (ligne && colonne < 12)
          return [
            { contratId: ligne.contratId, mois: moisDeRang(annee, colonne), texte: texte.slice(0, 40) },
          ];
        perdues += 1;
        return [];
      }),
    );
    if (cases.length > 0) props.coller(cases, perdues);
  }

  const totaux = Array.from({ length: 12 }, (_, rang) =>
    lignes.reduce((somme, { mois }) => somme + (mois[rang]!.minutes ?? 0), 0),
  );
  const manquent = Array.from(
    { length: 12 },
    (_, rang) => manques.filter(({ colonne }) => colonne === rang).length,
  );
  return (
    <Carte sansMarge>
      <div className={styles.tete}>
        <p className={styles.legende}>
          {LEGENDE.map(([touche, sens]) => (
            <span key={touche}>
              <kbd>{touche}</kbd> {sens}
            </span>
          ))}
        </p>
        <span className={styles.etat} role="status">
          {enCours
            ? 'Enregistrement…'
            : manques.length > 0
              ? `${accorder(manques.length, 'mois de contrat', 'mois de contrat')} à saisir`
              : 'Tout est saisi jusqu’au mois dernier'}
        </span>
      </div>
      <p className={styles.faute} role="alert">
        {faute === null ? '' : insecables(faute)}
      </p>
      <div className={styles.cadre} onPaste={surCollage}>
        <table ref={table} className={styles.grille} aria-label={`Heures ${annee}, par contrat et par mois`}>
          <thead>
            <tr>
              <th scope="col" className={styles.nom}>
                Contrat
              </th>
              {totaux.map((_, rang) => (
                <th key={moisDeRang(annee, rang)} scope="col" abbr={nomDuMois(moisDeRang(annee, rang))}>
                  {nomMoisCourt(moisDeRang(annee, rang))}
                </th>
              ))}
              <th scope="col" className={styles.total}>
                Année
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <RangeeHeures
                key={ligne.contratId}
                ligne={ligne}
                annee={annee}
                today={today}
                place={place.contratId === ligne.contratId ? place.colonne : null}
                edition={edition?.contratId === ligne.contratId ? edition : null}
                gestes={gestes}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.nom}>
                Heures
              </th>
              {totaux.map((minutes, rang) => (
                <td key={moisDeRang(annee, rang)}>{minutes === 0 ? '' : ecrireHeures(minutes)}</td>
              ))}
              <td className={styles.total}>
                {ecrireHeures(totaux.reduce((somme, minutes) => somme + minutes, 0))}
              </td>
            </tr>
            <tr>
              <th scope="row" className={styles.nom}>
                Contrats sans heures
              </th>
              {manquent.map((nombre, rang) => (
                <td key={moisDeRang(annee, rang)} data-manque={nombre > 0 || undefined}>
                  {nombre === 0 ? '' : nombre}
                </td>
              ))}
              <td className={styles.total}>{manques.length === 0 ? '' : manques.length}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Carte>
  );
}

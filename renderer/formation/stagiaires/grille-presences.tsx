import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  accorder,
  formaterDuree,
  formaterHeure,
  formaterJourCourt,
  insecables,
} from '../../../shared/format.ts';
import type { Creneau } from '../../../shared/formation/heures.ts';
import { direDemi, LETTRES, type MotifPresence } from '../../../shared/formation/regles-presences.ts';
import type { PresencesSession } from '../../../shared/formation/stagiaires.ts';
import { lirePresence } from '../../../shared/immersions/regles-presences.ts';
import { MOTIFS_PRESENCE_FORMATION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useJour } from '../../app/jour.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import { Carte } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './presences.module.css';
import { type Note, type Notee, usePresences } from './use-presences.ts';

type Demi = PresencesSession['session']['creneaux'][number];
type Stagiaire = PresencesSession['lignes'][number];

const dureeDe = ({ debut, fin }: Creneau) => fin - debut;

/** Keys of the letters, and what they note; `espace` is the one most pressed. */
const TOUCHES: Record<string, MotifPresence | '' | undefined> = {
  p: '',
  ' ': '',
  j: 'justifiee',
  a: 'injustifiee',
  '-': 'annulee',
};

const LEGENDE: readonly [touche: string, sens: string][] = [
  ['P', 'présent'],
  ['J', 'absence justifiée'],
  ['A', 'non justifiée'],
  ['R', 'retard ou départ'],
  ['–', 'annulée'],
  ['T', 'tous présents'],
  ['Suppr', 'effacer'],
];

/** `2h30` for a late arrival: letters say the rest. */
const court = (minutes: number) => formaterDuree(minutes).replace(/[\s\u00a0\u202f]/g, '');

function direCase(notee: Notee | null, creneau: Demi): string {
  if (notee === null) return 'à noter';
  if (notee.motif === '' || notee.motif === undefined) return 'présence';
  const nom = label(MOTIFS_PRESENCE_FORMATION, notee.motif).toLowerCase();
  return notee.motif === 'retard'
    ? `${nom}, ${court(notee.minutes ?? 0)} sur ${formaterDuree(dureeDe(creneau))}`
    : nom;
}

/** The minutes of a late arrival or an early departure, typed in the cell itself. */
function Minutes(props: {
  creneau: Demi;
  nom: string;
  depart: string;
  valider: (minutes: number) => void;
  abandonner: () => void;
}) {
  const [texte, setTexte] = useState(props.depart);
  const [faute, setFaute] = useState(false);
  const champ = useRef<HTMLInputElement>(null);
  const fini = useRef(false);
  useEffect(() => {
    champ.current?.focus();
  }, []);
  function finir(): void {
    if (fini.current) return;
    const duree = dureeDe(props.creneau);
    const minutes = texte.trim() === '' ? null : lirePresence(texte, duree);
    if (minutes === null || minutes > duree) {
      setFaute(true);
      return;
    }
    fini.current = true;
    props.valider(minutes);
  }
  return (
    <input
      ref={champ}
      className={styles.minutes}
      aria-label={`Durée suivie, ${props.nom}, ${direDemi(props.creneau)}`}
      aria-invalid={faute || undefined}
      title={
        faute
          ? `Écrivez une durée de ${formaterDuree(dureeDe(props.creneau))} au plus : 1h30.`
          : 'Durée suivie : 1h30'
      }
      value={texte}
      maxLength={6}
      onChange={({ currentTarget }) => {
        setFaute(false);
        setTexte(currentTarget.value);
      }}
      onBlur={() => {
        if (fini.current) return;
        fini.current = true;
        props.abandonner();
      }}
      onKeyDown={(evenement) => {
        evenement.stopPropagation();
        if (evenement.key === 'Enter' || evenement.key === 'Tab') {
          evenement.preventDefault();
          finir();
        }
        if (evenement.key === 'Escape') {
          fini.current = true;
          props.abandonner();
        }
      }}
    />
  );
}

interface Place {
  ligne: number;
  colonne: number;
}

/** Where an arrow leads; -1 is the row of buttons over the columns. */
function deplacer({ ligne, colonne }: Place, touche: string, lignes: number, colonnes: number): Place | null {
  const borner = (valeur: number, min: number, max: number) => Math.min(max, Math.max(min, valeur));
  switch (touche) {
    case 'ArrowDown':
      return { ligne: borner(ligne + 1, -1, lignes - 1), colonne };
    case 'ArrowUp':
      return { ligne: borner(ligne - 1, -1, lignes - 1), colonne };
    case 'ArrowRight':
      return { ligne, colonne: borner(colonne + 1, 0, colonnes - 1) };
    case 'ArrowLeft':
      return { ligne, colonne: borner(colonne - 1, 0, colonnes - 1) };
    case 'Home':
      return { ligne, colonne: 0 };
    case 'End':
      return { ligne, colonne: colonnes - 1 };
    default:
      return null;
  }
}

/** The sheet of attendance: a row for each trainee, a column for each half-day, one letter each. */
export function GrillePresences({ presences }: { presences: PresencesSession }) {
  const { session, lignes } = presences;
  const { creneaux } = session;
  const today = useJour();
  const { lire, noter, enCours } = usePresences(session.id, lignes);
  const [edition, setEdition] = useState<(Place & { depart: string }) | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const lireEn = (stagiaire: Stagiaire, creneau: Demi) =>
    lire({ inscriptionId: stagiaire.inscriptionId, date: creneau.date, demi: creneau.demi });
  const attendu = ({ interrompuLe }: Stagiaire, { date }: Demi) =>
    interrompuLe === null || date <= interrompuLe;

  const manque = creneaux.findIndex(
    (creneau) =>
      creneau.date <= today && lignes.some((qui) => attendu(qui, creneau) && lireEn(qui, creneau) === null),
  );
  // Where the sheet is to be gone on with: the first half-day that lacks somebody.
  const [place, setPlace] = useState<Place>({ ligne: 0, colonne: Math.max(0, manque) });
  const caseEn = ({ ligne, colonne }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-ligne="${ligne}"][data-colonne="${colonne}"]`);
  function aller(voulue: Place): void {
    setPlace(voulue);
    requestAnimationFrame(() => caseEn(voulue)?.focus());
  }
  // A long session is shown where it stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the sheet opens.
  useEffect(() => {
    caseEn(place)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);

  const note = (stagiaire: Stagiaire, creneau: Demi, notee: Notee): Note => ({
    inscriptionId: stagiaire.inscriptionId,
    date: creneau.date,
    demi: creneau.demi,
    ...notee,
  });
  /** Down the sheet, then at the top of the next one. */
  const suivante = ({ ligne, colonne }: Place): Place =>
    ligne < lignes.length - 1
      ? { ligne: ligne + 1, colonne }
      : { ligne: 0, colonne: Math.min(creneaux.length - 1, colonne + 1) };

  function poser(ou: Place, motif: MotifPresence | '', minutes?: number): void {
    const stagiaire = lignes[ou.ligne]!;
    const creneau = creneaux[ou.colonne]!;
    const duree = motif === '' ? dureeDe(creneau) : (minutes ?? 0);
    // Late by nothing is simply there.
    noter([note(stagiaire, creneau, { minutes: duree, motif: duree === dureeDe(creneau) ? '' : motif })]);
    aller(suivante(ou));
  }

  function tousPresents(colonne: number): void {
    const creneau = creneaux[colonne]!;
    const vides = lignes.filter((qui) => attendu(qui, creneau) && lireEn(qui, creneau) === null);
    if (vides.length === 0 || creneau.date > today) return;
    noter(vides.map((qui) => note(qui, creneau, { minutes: dureeDe(creneau), motif: '' })));
    annoncerAnnulable(
      insecables(`${accorder(vides.length, 'présence notée', 'présences notées')} : ${direDemi(creneau)}.`),
      async () => noter(vides.map((qui) => note(qui, creneau, { minutes: null, motif: '' }))),
    );
    aller({ ligne: 0, colonne: Math.min(creneaux.length - 1, colonne + 1) });
  }

  function auClavier(evenement: KeyboardEvent, ou: Place): void {
    if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const vers = deplacer(ou, evenement.key, lignes.length, creneaux.length);
    const touche = evenement.key.toLowerCase();
    if (vers) aller(vers);
    else if (touche === 't') tousPresents(ou.colonne);
    else if (ou.ligne < 0) return;
    else if (evenement.key === 'Delete' || evenement.key === 'Backspace')
      noter([note(lignes[ou.ligne]!, creneaux[ou.colonne]!, { minutes: null, motif: '' })]);
    else if (touche === 'r' || evenement.key === 'Enter') setEdition({ ...ou, depart: '' });
    else if (/^\d$/.test(touche)) setEdition({ ...ou, depart: touche });
    else {
      const motif = TOUCHES[touche === '–' ? '-' : touche];
      if (motif === undefined) return;
      poser(ou, motif);
    }
    evenement.preventDefault();
    evenement.stopPropagation();
  }

  const passees = creneaux.filter(({ date }) => date <= today);
  const restantes = lignes.reduce(
    (somme, qui) =>
      somme + passees.filter((creneau) => attendu(qui, creneau) && lireEn(qui, creneau) === null).length,
    0,
  );
  const suivies = (qui: Stagiaire) =>
    creneaux.reduce((somme, creneau) => somme + (lireEn(qui, creneau)?.minutes ?? 0), 0);
  const jours = [...Map.groupBy(creneaux, ({ date }) => date)];

  return (
    <Carte sansMarge>
      <div className={styles.tete}>
        <p className={styles.legende}>
          {LEGENDE.map(([touche, sens]) => (
            <span key={touche}>
              <kbd>{touche}</kbd> {sens}
            </span>
          ))}
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> se déplacer
          </span>
        </p>
        <span className={styles.etat} role="status">
          {enCours
            ? 'Enregistrement…'
            : restantes > 0
              ? `${accorder(restantes, 'demi-journée')} à noter`
              : 'Tout est noté jusqu’à aujourd’hui'}
        </span>
      </div>
      <div className={styles.cadre}>
        <table ref={table} className={styles.grille} aria-label="Présences par demi-journée">
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={styles.nom}>
                Stagiaire
              </th>
              {jours.map(([date, demis]) => (
                <th key={date} scope="colgroup" colSpan={demis.length} className={styles.jour}>
                  <span>{formaterJourCourt(date).slice(0, 4)}</span> {formaterJourCourt(date).slice(5)}
                </th>
              ))}
              <th scope="col" rowSpan={2} className={styles.total}>
                Heures
              </th>
            </tr>
            <tr>
              {creneaux.map((creneau, colonne) => (
                <th key={`${creneau.date} ${creneau.demi}`} scope="col" className={styles.demi}>
                  <button
                    type="button"
                    data-ligne={-1}
                    data-colonne={colonne}
                    tabIndex={place.ligne === -1 && place.colonne === colonne ? 0 : -1}
                    disabled={creneau.date > today}
                    title={insecables(
                      `Noter tous présents : ${direDemi(creneau)}, ${formaterHeure(creneau.debut)}–${formaterHeure(creneau.fin)}`,
                    )}
                    onFocus={() => setPlace({ ligne: -1, colonne })}
                    onClick={() => tousPresents(colonne)}
                    onKeyDown={(evenement) => auClavier(evenement, { ligne: -1, colonne })}
                  >
                    <span className="visuellement-cache">Tous présents, {direDemi(creneau)} : </span>
                    {creneau.demi === 'matin' ? 'mat.' : 'a.-m.'}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lignes.map((qui, ligne) => (
              <tr key={qui.inscriptionId}>
                <th scope="row" className={styles.nom} title={nomComplet(qui.salarie)}>
                  {nomComplet(qui.salarie)}
                </th>
                {creneaux.map((creneau, colonne) => {
                  const notee = lireEn(qui, creneau);
                  const ou = { ligne, colonne };
                  const ici = edition?.ligne === ligne && edition.colonne === colonne;
                  return (
                    <td
                      key={`${creneau.date} ${creneau.demi}`}
                      data-matin={creneau.demi === 'matin' || undefined}
                    >
                      {ici ? (
                        <Minutes
                          creneau={creneau}
                          nom={nomComplet(qui.salarie)}
                          depart={edition.depart}
                          valider={(minutes) => {
                            setEdition(null);
                            poser(ou, 'retard', minutes);
                          }}
                          abandonner={() => {
                            setEdition(null);
                            aller(ou);
                          }}
                        />
                      ) : attendu(qui, creneau) ? (
                        <button
                          type="button"
                          className={styles.case}
                          data-ligne={ligne}
                          data-colonne={colonne}
                          data-motif={notee === null ? undefined : notee.motif || 'present'}
                          data-avenir={creneau.date > today || undefined}
                          tabIndex={place.ligne === ligne && place.colonne === colonne ? 0 : -1}
                          aria-label={`${nomComplet(qui.salarie)}, ${direDemi(creneau)} : ${direCase(notee, creneau)}`}
                          onFocus={() => setPlace(ou)}
                          onClick={() => {
                            if (notee === null && creneau.date <= today) poser(ou, '');
                            else caseEn(ou)?.focus();
                          }}
                          onKeyDown={(evenement) => auClavier(evenement, ou)}
                        >
                          {notee === null
                            ? ''
                            : notee.motif === 'retard'
                              ? court(notee.minutes ?? 0)
                              : LETTRES[notee.motif ?? '']}
                        </button>
                      ) : (
                        <span className={styles.parti}>
                          <span className="visuellement-cache">A interrompu</span>
                        </span>
                      )}
                    </td>
                  );
                })}
                <td className={styles.total}>
                  {formaterDuree(suivies(qui))}
                  <small> sur {formaterDuree(session.minutes)}</small>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.nom}>
                Présents
              </th>
              {creneaux.map((creneau) => {
                const attendus = lignes.filter((qui) => attendu(qui, creneau));
                const notees = attendus.flatMap((qui) => lireEn(qui, creneau) ?? []);
                const la = notees.filter(({ minutes }) => (minutes ?? 0) > 0).length;
                return (
                  <td key={`${creneau.date} ${creneau.demi}`}>
                    {notees.length === 0 ? '' : `${la}/${attendus.length}`}
                  </td>
                );
              })}
              <td className={styles.total}>
                {formaterDuree(lignes.reduce((somme, qui) => somme + suivies(qui), 0))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Carte>
  );
}

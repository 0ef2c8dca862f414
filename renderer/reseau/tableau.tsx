import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconHandStop } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Link, useNavigate } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { formaterDate, formaterNombre, formaterTelephone } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import type { ListeFiltres, OrganisationLigne } from '../../shared/reseau/liste.ts';
import { DEFILE } from '../app/defilement.ts';
import { useListe } from '../app/listes.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { usePages } from '../components/use-pages.ts';
import { libelleGenre } from './libelles.ts';
import type { Selection } from './selection.tsx';
import { MarqueSilence } from './silence.tsx';
import styles from './tableau.module.css';

const HAUTEUR_LIGNE = 49;
/** Filters and headings, which stay at the top while the lines scroll under them. */
const HAUTEUR_TETE = 96;

type Tri = ListeFiltres['tri'];

/** `premier`: the direction that is wanted first. The widest screens alone show `secteur` and `type`. */
const COLONNES: { titre: string; classe: string; tri?: Tri; premier?: ListeFiltres['sens'] }[] = [
  { titre: 'Organisation', classe: styles.nom, tri: 'nom', premier: 'asc' },
  { titre: 'Ville', classe: styles.ville, tri: 'ville', premier: 'asc' },
  { titre: 'Type', classe: styles.type },
  { titre: 'Secteur', classe: styles.secteur },
  { titre: 'Stade', classe: styles.stade },
  { titre: 'Référent', classe: styles.referent },
  { titre: 'Téléphone', classe: styles.telephone },
  { titre: 'Dernier échange', classe: styles.date, tri: 'echange', premier: 'desc' },
  { titre: 'Prochaine action', classe: styles.date, tri: 'relance', premier: 'asc' },
];

function Entete({
  colonne,
  filtres,
  trier,
}: {
  colonne: (typeof COLONNES)[number];
  filtres: ListeFiltres;
  trier: (tri: Tri, sens: ListeFiltres['sens']) => void;
}) {
  const { titre, classe, tri, premier = 'asc' } = colonne;
  if (!tri)
    return (
      <th scope="col" className={classe}>
        {titre}
      </th>
    );
  const actif = filtres.tri === tri;
  const Fleche = filtres.sens === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      className={classe}
      aria-sort={actif ? (filtres.sens === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className={styles.trieur}
        data-actif={actif || undefined}
        onClick={() => trier(tri, actif ? (filtres.sens === 'asc' ? 'desc' : 'asc') : premier)}
      >
        {titre}
        {actif ? <Fleche size={14} stroke={1.8} aria-hidden /> : null}
      </button>
    </th>
  );
}

function ProchaineAction({ date, today }: { date: string | null; today: string }) {
  if (date === null) return null;
  if (date >= today) return formaterDate(date);
  return (
    <span className={styles.retard} title="En retard">
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      {formaterDate(date)}
      <span className="visuellement-cache"> en retard</span>
    </span>
  );
}

/** Better known before calling, in a sign and in words. */
function MarqueSaturation() {
  return (
    <span className={styles.marque} title="Très sollicitée">
      <IconHandStop size={16} stroke={1.8} aria-hidden />
      <span className="visuellement-cache"> Très sollicitée</span>
    </span>
  );
}

/** Under the name: why not to call, else why to call, else what they do. */
function SousNom({ ligne }: { ligne: OrganisationLigne }) {
  if (ligne.silence)
    return (
      <span className={styles.activite}>
        <MarqueSilence />
      </span>
    );
  if (ligne.raison === '') return <span className={styles.activite}>{ligne.activite}</span>;
  return (
    <span className={styles.raison} title={ligne.raison}>
      {ligne.raison}
    </span>
  );
}

function Cellules({
  ligne,
  today,
  atteignable,
  secteur,
}: {
  ligne: OrganisationLigne;
  today: string;
  atteignable: boolean;
  secteur: (code: string) => string;
}) {
  return (
    <>
      <td className={styles.nom}>
        <span className={styles.nomEtMarques}>
          <Link to={`/reseau/${ligne.id}`} tabIndex={atteignable ? 0 : -1} title={ligne.nom}>
            {ligne.nom}
          </Link>
          {ligne.saturation === 'saturee' && !ligne.silence ? <MarqueSaturation /> : null}
        </span>
        <SousNom ligne={ligne} />
      </td>
      <td className={styles.ville}>
        {ligne.ville}
        <span className={styles.activite}>{ligne.codePostal}</span>
      </td>
      <td className={styles.type}>{libelleGenre(ligne)}</td>
      <td className={styles.secteur}>{ligne.secteur ? secteur(ligne.secteur) : ''}</td>
      <td className={styles.stade}>
        <span className={styles.pilule} data-stade={ligne.stade}>
          {label(STADES, ligne.stade)}
        </span>
      </td>
      <td className={styles.referent}>{ligne.referent}</td>
      <td className={styles.telephone}>{formaterTelephone(ligne.telephone)}</td>
      <td className={styles.date}>
        {ligne.dernierEchange ? (
          formaterDate(ligne.dernierEchange)
        ) : (
          <span className={styles.jamais}>jamais</span>
        )}
      </td>
      <td className={styles.date}>
        <ProchaineAction date={ligne.prochaineRelance} today={today} />
      </td>
    </>
  );
}

export interface TableauRef {
  /** Puts the keyboard on the first line. */
  entrer(): void;
}

/** Length of the list and line the keyboard was on, per set of filters: coming back from a sheet finds them again. */
const dernieresVues = new Map<string, { nombre: number; active: number }>();

/**
 * The network, however long: only the lines in sight exist. Arrows, Page and Home/End move from line to line,
 * Enter opens, Space chooses (with Shift, all the lines since the last one chosen).
 */
export function Tableau({
  filtres,
  trier,
  surTotal,
  selection,
  ref,
}: {
  filtres: ListeFiltres;
  selection: Selection;
  trier: (tri: Tri, sens: ListeFiltres['sens']) => void;
  surTotal: (total: number) => void;
  ref?: Ref<TableauRef>;
}) {
  const cle = JSON.stringify(filtres);
  const naviguer = useNavigate();
  const corps = useRef<HTMLTableSectionElement>(null);
  const [marge, setMarge] = useState(0);
  const [active, setActive] = useState(() => dernieresVues.get(cle)?.active ?? 0);
  const [nombre, setNombre] = useState(() => dernieresVues.get(cle)?.nombre ?? 0);
  /** Line to take the focus once it is drawn. */
  const aSaisir = useRef<number | null>(null);
  const today = dateLocale(new Date());
  const secteurs = useListe('secteurs');

  const virtuel = useVirtualizer({
    count: nombre,
    getScrollElement: () => document.getElementById(DEFILE),
    estimateSize: () => HAUTEUR_LIGNE,
    overscan: 10,
    scrollMargin: marge,
    scrollPaddingStart: HAUTEUR_TETE,
    useFlushSync: false,
  });
  const visibles = virtuel.getVirtualItems();
  const premiere = visibles[0]?.index ?? 0;
  const derniere = visibles.at(-1)?.index ?? 0;
  const { total, ligne } = usePages('reseau.list', filtres, premiere, derniere);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the filters in words, above, push the list down.
  useLayoutEffect(() => {
    const defile = document.getElementById(DEFILE)!;
    setMarge(
      corps.current!.getBoundingClientRect().top - defile.getBoundingClientRect().top + defile.scrollTop,
    );
  }, [cle]);
  useLayoutEffect(() => {
    if (total === null) return;
    setNombre(total);
    surTotal(total);
  }, [total, surTotal]);
  useEffect(() => {
    dernieresVues.set(cle, { nombre, active });
  }, [cle, nombre, active]);
  const cleVue = useRef(cle);
  useEffect(() => {
    if (cleVue.current === cle) return;
    cleVue.current = cle;
    setActive(0);
    document.getElementById(DEFILE)!.scrollTop = 0;
  }, [cle]);

  const ligneDe = (rang: number) => corps.current?.querySelector<HTMLElement>(`tr[data-rang="${rang}"] a`);
  useEffect(() => {
    if (aSaisir.current === null) return;
    const cible = ligneDe(aSaisir.current);
    if (!cible) return;
    aSaisir.current = null;
    cible.focus({ preventScroll: true });
  });

  function aller(rang: number) {
    const borne = Math.max(0, Math.min(nombre - 1, rang));
    setActive(borne);
    virtuel.scrollToIndex(borne);
    const cible = ligneDe(borne);
    cible?.focus({ preventScroll: true });
    aSaisir.current = cible ? null : borne;
  }
  useImperativeHandle(ref, () => ({ entrer: () => aller(0) }));

  function auClavier(evenement: KeyboardEvent) {
    if (evenement.key === ' ' && evenement.target instanceof HTMLAnchorElement) {
      const organisation = ligne(active);
      evenement.preventDefault();
      if (organisation) selection.basculer(organisation.id, active, evenement.shiftKey);
      return;
    }
    const page = Math.max(
      1,
      Math.floor((document.getElementById(DEFILE)!.clientHeight - HAUTEUR_TETE) / HAUTEUR_LIGNE) - 1,
    );
    const vers = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: nombre - 1,
    }[evenement.key];
    if (vers === undefined || evenement.altKey || evenement.ctrlKey || evenement.metaKey) return;
    evenement.preventDefault();
    aller(vers);
  }

  const avant = (visibles[0]?.start ?? marge) - marge;
  const apres = virtuel.getTotalSize() - ((visibles.at(-1)?.end ?? marge) - marge);
  return (
    <table className={styles.tableau} aria-rowcount={nombre + 1} aria-label="Organisations">
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={styles.choix}>
            <input
              type="checkbox"
              aria-label={`Tout sélectionner (${formaterNombre(nombre)})`}
              title={`Tout sélectionner (${formaterNombre(nombre)})`}
              checked={nombre > 0 && selection.ids.size >= nombre}
              ref={(case_) => {
                if (case_) case_.indeterminate = selection.ids.size > 0 && selection.ids.size < nombre;
              }}
              onChange={() =>
                selection.ids.size > 0 ? selection.vider() : void selection.toutPrendre().catch(annoncerRefus)
              }
            />
          </th>
          {COLONNES.map((colonne) => (
            <Entete key={colonne.titre} colonne={colonne} filtres={filtres} trier={trier} />
          ))}
        </tr>
      </thead>
      <tbody ref={corps} onKeyDown={auClavier}>
        {avant > 0 ? <tr aria-hidden style={{ height: avant }} /> : null}
        {visibles.map(({ index }) => {
          const organisation = ligne(index);
          return (
            <tr
              key={index}
              aria-rowindex={index + 2}
              data-rang={index}
              className={styles.ligne}
              data-choisie={(organisation && selection.ids.has(organisation.id)) || undefined}
              onFocus={() => setActive(index)}
              onClick={({ target }) => {
                if (!organisation || (target as Element).closest('a, input') || String(getSelection()))
                  return;
                naviguer(`/reseau/${organisation.id}`);
              }}
            >
              {organisation ? (
                <>
                  <td className={styles.choix}>
                    <input
                      type="checkbox"
                      aria-label={`Choisir ${organisation.nom}`}
                      tabIndex={index === active ? 0 : -1}
                      checked={selection.ids.has(organisation.id)}
                      onChange={({ nativeEvent }) =>
                        selection.basculer(
                          organisation.id,
                          index,
                          (nativeEvent as unknown as MouseEvent).shiftKey,
                        )
                      }
                    />
                  </td>
                  <Cellules
                    ligne={organisation}
                    today={today}
                    atteignable={index === active}
                    secteur={secteurs.libelle}
                  />
                </>
              ) : (
                <td colSpan={COLONNES.length + 1} />
              )}
            </tr>
          );
        })}
        {apres > 0 ? <tr aria-hidden style={{ height: apres }} /> : null}
      </tbody>
    </table>
  );
}

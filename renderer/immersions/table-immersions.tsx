import { IconRepeat } from '@tabler/icons-react';
import type { Ref } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree } from '../../shared/format.ts';
import { type Etat, etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import type { ImmersionsListe, TriImmersions } from '../../shared/immersions/liste.ts';
import type { ImmersionLigne } from '../../shared/immersions/schema.ts';
import { OBJETS_COURTS } from '../../shared/nomenclatures/immersions.ts';
import { Pilule, type Ton } from '../components/page.tsx';
import { EnteteTri, LienLigne, type TableRef, TableVirtuelle } from '../components/table-virtuelle.tsx';
import type { Changer } from './filtres.ts';
import styles from './table-immersions.module.css';

const TONS: Record<Etat, Ton> = {
  brouillon: 'accent',
  a_signer: 'ambre',
  partiellement_signee: 'ambre',
  signee: 'accent',
  en_cours: 'vert',
  terminee: 'neutre',
  bilan_fait: 'vert',
  refusee: 'brique',
  interrompue: 'brique',
  annulee: 'brique',
};

export function PiluleEtat({ immersion }: { immersion: Parameters<typeof etatImmersion>[0] }) {
  const etat = etatImmersion(immersion, dateLocale(new Date()));
  return <Pilule ton={TONS[etat]}>{LIBELLES_ETAT[etat]}</Pilule>;
}

/** `07/04 au 17/04/2026`: the year is said once when it is the same. */
export function direDates({ debut, fin }: Pick<ImmersionLigne, 'debut' | 'fin'>): string {
  if (debut === null && fin === null) return 'Dates à fixer';
  const memeAnnee = debut?.slice(0, 4) === fin?.slice(0, 4);
  const premier = memeAnnee ? formaterDate(debut).slice(0, 5) : formaterDate(debut);
  return `${premier || '…'} au ${formaterDate(fin) || '…'}`;
}

/** `9 jours · 63 h`, hours really done once they are known; empty before dates and hours are. */
export function direDuree({
  jours,
  minutes,
  minutesFaites,
}: Pick<ImmersionLigne, 'jours' | 'minutes' | 'minutesFaites'>): string {
  return minutes === 0 ? '' : `${accorder(jours, 'jour')} · ${formaterDuree(minutesFaites ?? minutes)}`;
}

/** Said beside the number of a renewal, in a sign and in words. */
function MarqueRenouvellement() {
  return (
    <span className={styles.renouvellement} title="Renouvellement">
      <IconRepeat size={13} stroke={1.8} aria-hidden />
      <span className="visuellement-cache">, renouvellement</span>
    </span>
  );
}

const HAUTEUR_LIGNE = 57;
/** The search and the filters, which stay at the top while the lines scroll under them. */
const HAUTEUR_OUTILS = 58;

const COLONNES: {
  titre: string;
  classe: string;
  tri?: TriImmersions;
  premier?: 'asc' | 'desc';
}[] = [
  { titre: 'Bénéficiaire', classe: styles.personne, tri: 'salarie', premier: 'asc' },
  { titre: 'Structure d’accueil', classe: styles.accueil, tri: 'organisation', premier: 'asc' },
  { titre: 'Objet', classe: styles.objet },
  { titre: 'Dates', classe: styles.dates, tri: 'debut', premier: 'desc' },
  { titre: 'Durée', classe: styles.duree, tri: 'duree', premier: 'desc' },
  { titre: 'Référent', classe: styles.referent },
  { titre: 'État', classe: styles.etat },
];

/** Every immersion the filters find, however many. */
export function TableImmersions(props: {
  filtres: ImmersionsListe;
  changer: Changer;
  surTotal: (total: number) => void;
  ref?: Ref<TableRef>;
}) {
  const { filtres, changer } = props;
  return (
    <TableVirtuelle
      ref={props.ref}
      nom="Immersions"
      operation="immersions.list"
      filtres={filtres}
      className={styles.table}
      hauteurLigne={HAUTEUR_LIGNE}
      haut={HAUTEUR_OUTILS}
      surTotal={props.surTotal}
      adresse={({ id }) => `/immersions/${id}`}
      colonnes={COLONNES.length}
      entetes={() =>
        COLONNES.map((colonne) => (
          <EnteteTri
            key={colonne.titre}
            {...colonne}
            ordre={filtres}
            trier={(tri, sens) => changer({ tri, sens })}
          />
        ))
      }
      cellules={(ligne, { atteignable }) => <Cellules ligne={ligne} atteignable={atteignable} />}
    />
  );
}

function Cellules({ ligne, atteignable }: { ligne: ImmersionLigne; atteignable: boolean }) {
  return (
    <>
      <td className={styles.personne}>
        <LienLigne
          vers={`/immersions/${ligne.id}`}
          nom={`${ligne.salarie.nom} ${ligne.salarie.prenom}`.trim()}
          atteignable={atteignable}
        />
        <small>
          {ligne.numero}
          {ligne.renouvelleId === null ? null : <MarqueRenouvellement />}
        </small>
      </td>
      <td className={styles.accueil} title={ligne.organisation.nom}>
        {ligne.organisation.nom}
        <small>{ligne.metier}</small>
      </td>
      <td className={styles.objet}>{ligne.objet && OBJETS_COURTS[ligne.objet]}</td>
      <td className={styles.dates}>{direDates(ligne)}</td>
      <td className={styles.duree}>{direDuree(ligne)}</td>
      <td className={styles.referent}>{ligne.referent}</td>
      <td className={styles.etat}>
        <PiluleEtat immersion={ligne} />
      </td>
    </>
  );
}

import type { Ref } from 'react';
import { accorder, enPhrase, formaterDate } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import type { JournalFiltres } from '../../shared/sollicitations/journal.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { useListe } from '../app/listes.ts';
import { Pilule } from '../components/page.tsx';
import { LienLigne, type TableRef, TableVirtuelle } from '../components/table-virtuelle.tsx';
import { MarqueNature, nommer, TONS_RESULTAT } from './apparence.tsx';
import styles from './journal.module.css';
import { Actions } from './maillon.tsx';

const HAUTEUR_LIGNE = 57;

/** Sheet of the first organisation of an exchange, open at that exchange. */
export function adresseDe({ id, organisations }: LigneHistorique): string {
  return `/reseau/${organisations[0]?.id ?? ''}?echange=${id}`;
}

interface Gestes {
  corriger: (ligne: LigneHistorique) => void;
  retirer: (ligne: LigneHistorique) => void;
}

function Cellules(props: {
  ligne: LigneHistorique;
  atteignable: boolean;
  libelles: { canal: (code: string) => string; cause: (code: string) => string };
  gestes: Gestes;
}) {
  const { ligne, libelles, gestes } = props;
  const [premiere, ...autres] = ligne.organisations;
  const qui = ligne.interlocuteurs.map(nommer).join(', ');
  return (
    <>
      <td className={styles.quand}>
        {formaterDate(ligne.date)}
        <small>{libelles.canal(ligne.canal)}</small>
      </td>
      <td className={styles.organisation}>
        <LienLigne vers={adresseDe(ligne)} nom={premiere?.nom} atteignable={props.atteignable} />
        <small>
          {[qui, autres.length > 0 ? `avec ${accorder(autres.length, 'autre')}` : '']
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td>
        <span className={styles.propos}>
          <MarqueNature nature={ligne.nature} taille={10} />
          {ligne.objet ? <strong>{ligne.objet}</strong> : null}
          <span>{ligne.texte}</span>
        </span>
      </td>
      <td className={styles.resultat}>
        <Pilule ton={TONS_RESULTAT[ligne.resultat]}>{label(RESULTATS, ligne.resultat)}</Pilule>
        <small>{ligne.cause ? enPhrase(libelles.cause(ligne.cause)) : ''}</small>
      </td>
      <td className={styles.auteur}>
        {ligne.auteur?.nom}
        <small>{ligne.sens === 'entrante' ? 'demande entrante' : ''}</small>
      </td>
      <td className={styles.gestes}>
        <Actions
          nom={`Corriger ou retirer l’échange du ${formaterDate(ligne.date)} avec ${premiere?.nom ?? ''}`}
          corriger={() => gestes.corriger(ligne)}
          retirer={() => gestes.retirer(ligne)}
        />
      </td>
    </>
  );
}

const COLONNES = [
  ['Date', styles.quand],
  ['Organisation', styles.organisation],
  ['Ce qui s’est dit', undefined],
  ['Résultat', styles.resultat],
  ['Par', styles.auteur],
] as const;

/** Every exchange of the network, however many. */
export function TableJournal(props: {
  filtres: JournalFiltres;
  gestes: Gestes;
  surTotal: (total: number) => void;
  ref?: Ref<TableRef>;
}) {
  const canaux = useListe('canaux');
  const causes = useListe('causes');
  return (
    <TableVirtuelle
      ref={props.ref}
      nom="Sollicitations"
      operation="sollicitations.journal"
      filtres={props.filtres}
      className={styles.table}
      hauteurLigne={HAUTEUR_LIGNE}
      surTotal={props.surTotal}
      adresse={adresseDe}
      colonnes={COLONNES.length + 1}
      entetes={() => (
        <>
          {COLONNES.map(([titre, classe]) => (
            <th key={titre} scope="col" className={classe}>
              {titre}
            </th>
          ))}
          <th scope="col" className={styles.gestes}>
            <span className="visuellement-cache">Actions</span>
          </th>
        </>
      )}
      cellules={(echange, { atteignable }) => (
        <Cellules
          ligne={echange}
          atteignable={atteignable}
          libelles={{ canal: canaux.libelle, cause: causes.libelle }}
          gestes={props.gestes}
        />
      )}
    />
  );
}

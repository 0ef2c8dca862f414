import { Button } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formaterDate, insecables } from '../../shared/format.ts';
import type { SituationLue, SortieLue } from '../../shared/sorties/contrat.ts';
import { useDemande } from '../app/demande.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte, LigneVide } from '../components/page.tsx';
import { MenuLigne } from '../salaries/fiche/menu-ligne.tsx';
import { BoutonSituation, direEmploi, EncadreVerdict, PiluleCategorie } from './apparence.tsx';
import { FenetreSituation } from './fenetre-situation.tsx';
import { FenetreSortie } from './fenetre-sortie.tsx';
import styles from './sorties.module.css';

export async function retirerSortie(id: string): Promise<void> {
  try {
    await appeler('sorties.archive', { id });
    annoncerAnnulable('La sortie est retirée.', () => appeler('sorties.restore', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function Ligne(props: {
  sortie: SortieLue;
  fige: boolean;
  modifier: () => void;
  demander: (situation: SituationLue) => void;
}) {
  const { sortie } = props;
  const { date, motif, organisation, verdict, note } = sortie;
  const emploi = direEmploi(sortie);
  return (
    <li className={styles.sortie}>
      <div className={styles.tete}>
        <div>
          <strong>{motif.label}</strong>
          <span className={styles.sous}>
            le {formaterDate(date)}
            {emploi ? ` · ${emploi}` : ''}
            {organisation ? (
              <>
                {' · '}
                <Link to={`/reseau/${organisation.id}`}>{organisation.nom}</Link>
              </>
            ) : null}
          </span>
          <div className={styles.pilules}>
            <PiluleCategorie categorie={motif.categorie} />
          </div>
        </div>
        {props.fige ? null : (
          <MenuLigne
            nom={`Sortie du ${formaterDate(date)}`}
            modifier={props.modifier}
            retirer={() => void retirerSortie(sortie.id)}
          />
        )}
      </div>
      <div style={{ marginTop: 10 }}>
        <EncadreVerdict verdict={verdict} />
      </div>
      {sortie.situations.length > 0 ? (
        <ul className={styles.situations} aria-label="Ce que la personne est devenue">
          {sortie.situations.map((situation) => (
            <li key={situation.mois}>
              {insecables(`À ${situation.mois} mois :`)}
              <BoutonSituation
                sortie={sortie}
                situation={situation}
                ouvrir={() => props.demander(situation)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {note ? <p className={styles.doute}>{note}</p> : null}
    </li>
  );
}

/** The exits of a person: what each counts as, and what became of them. `?sortie=nouveau` opens the form. */
export function SortiesSalarie(props: {
  salarieId: string;
  contrats: readonly { debut: string }[];
  fige: boolean;
}) {
  const { salarieId, contrats, fige } = props;
  const { data } = useLecture('sorties.deSalarie', { salarieId });
  const [demande, ouvrir] = useDemande('sortie');
  const [situation, setSituation] = useState<{ sortie: SortieLue; dite: SituationLue } | null>(null);
  if (!data) return null;
  const corrigee = data.find(({ id }) => id === demande) ?? null;
  // One exit closes a parcours: the next is noted once a contract has begun since.
  const ouvert = contrats.some(({ debut }) => debut > (data[0]?.date ?? ''));
  const fenetre = !fige && (demande === 'nouveau' || corrigee !== null);
  return (
    <Carte
      titre={data.length > 1 ? 'Sorties' : 'Sortie'}
      suite={
        fige || !ouvert ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDoorExit size={15} stroke={1.7} />}
            onClick={() => ouvrir('nouveau')}
          >
            Noter la sortie
          </Button>
        )
      }
    >
      {data.length === 0 ? (
        <LigneVide>
          Aucune sortie notée. À la fin du parcours, notez-la ici : Passerelle dit si elle compte, et
          pourquoi.
        </LigneVide>
      ) : (
        <ul className={styles.sorties}>
          {data.map((sortie) => (
            <Ligne
              key={sortie.id}
              sortie={sortie}
              fige={fige}
              modifier={() => ouvrir(sortie.id)}
              demander={(dite) => setSituation({ sortie, dite })}
            />
          ))}
        </ul>
      )}
      {fenetre ? <FenetreSortie salarieId={salarieId} sortie={corrigee} fermer={() => ouvrir(null)} /> : null}
      {situation ? (
        <FenetreSituation
          demande={demandeDe(situation.sortie, situation.dite)}
          dite={situation.dite}
          fermer={() => setSituation(null)}
        />
      ) : null}
    </Carte>
  );
}

/** What the window of a month needs to know of an exit. */
export const demandeDe = ({ id, salarie, date, motif, organisation }: SortieLue, { mois }: SituationLue) => ({
  sortieId: id,
  mois,
  salarie,
  sortie: { date, motif: motif.label, organisation: organisation?.nom ?? '' },
});

import { Button, Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconRotate } from '@tabler/icons-react';
import { formaterDate } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { ETATS_OBJECTIF } from '../../../shared/nomenclatures/salaries.ts';
import type { Objectif } from '../../../shared/salaries/parcours.ts';
import { useJour } from '../../app/jour.ts';
import { Carte, LigneVide } from '../../components/page.tsx';
import styles from './fiche.module.css';
import { changerEtat, retirer } from './gestes.ts';
import { MenuLigne } from './menu-ligne.tsx';

function Ligne({ objectif, modifier }: { objectif: Objectif; modifier: () => void }) {
  const today = useJour();
  const { id, libelle, fixeLe, echeance, etat, etatLe } = objectif;
  const ouvert = etat === 'en_cours';
  const retard = ouvert && echeance !== null && echeance < today;
  return (
    <li className={styles.objectif} data-objectif={etat}>
      {ouvert ? (
        <button
          type="button"
          className={styles.fait}
          aria-label={`Atteint : ${libelle}`}
          title="Atteint"
          onClick={() => void changerEtat(objectif, 'atteint')}
        />
      ) : (
        <span className={styles.etat} aria-hidden>
          {etat === 'abandonne' ? '–' : <IconCheck size={15} stroke={2.2} />}
        </span>
      )}
      <div>
        {libelle}
        <small data-retard={retard || undefined}>
          {ouvert
            ? echeance === null
              ? `Fixé le ${formaterDate(fixeLe)}`
              : `${retard ? 'Échu depuis le' : 'Pour le'} ${formaterDate(echeance)}`
            : `${label(ETATS_OBJECTIF, etat)} le ${formaterDate(etatLe)}`}
        </small>
      </div>
      <MenuLigne nom={libelle} modifier={modifier} retirer={() => void retirer('Objectif', id)}>
        {ETATS_OBJECTIF.valeurs
          .filter(({ code }) => code !== etat)
          .map(({ code, label: nom }) => (
            <Menu.Item
              key={code}
              leftSection={
                code === 'en_cours' ? (
                  <IconRotate size={16} stroke={1.6} />
                ) : (
                  <IconCheck size={16} stroke={1.6} />
                )
              }
              onClick={() => void changerEtat(objectif, code)}
            >
              {nom}
            </Menu.Item>
          ))}
        <Menu.Divider />
      </MenuLigne>
    </li>
  );
}

/** What was agreed on to be reached: in progress first. */
export function Objectifs(props: {
  objectifs: readonly Objectif[];
  fixer: () => void;
  modifier: (id: string) => void;
  fige: boolean;
}) {
  const { objectifs } = props;
  return (
    <Carte
      titre="Objectifs"
      suite={
        props.fige ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            onClick={props.fixer}
          >
            Fixer un objectif
          </Button>
        )
      }
    >
      {objectifs.length === 0 ? (
        <LigneVide>Aucun objectif fixé. Ceux qui ont une date viennent dans Aujourd’hui.</LigneVide>
      ) : (
        <ul className={styles.objectifs}>
          {objectifs.map((objectif) => (
            <Ligne key={objectif.id} objectif={objectif} modifier={() => props.modifier(objectif.id)} />
          ))}
        </ul>
      )}
    </Carte>
  );
}

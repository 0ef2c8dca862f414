import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { Champs } from '../../shared/erreurs.ts';
import { formaterJour } from '../../shared/format.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { ChampEvenement } from './champ-evenement.tsx';
import { ChoixTouches } from './choix-touches.tsx';
import { entreeVers } from './creations-noter.tsx';
import styles from './noter.module.css';
import { echeanceDe, libelleDe, type Saisie } from './saisie.ts';
import { DELAIS_TOUCHES } from './touches.ts';

/** The next action and its day; once the day is settled, the words proposed are selected, ready to be replaced. */
export function SuiteNoter(props: {
  saisie: Saisie;
  champs: Champs;
  today: string;
  changer: (partie: Partial<Saisie>) => void;
  enregistrer: () => void;
}) {
  const { saisie, champs, changer, enregistrer } = props;
  const echeance = useRef<HTMLInputElement>(null);
  const libelle = useRef<HTMLInputElement>(null);
  const evenement = useRef<HTMLInputElement>(null);
  const quand = echeanceDe(saisie, props.today);
  /** The field that the choice has just made appear is there at the next frame. */
  function completer(delai: Saisie['delai']) {
    if (delai === '') return;
    requestAnimationFrame(() =>
      (delai === 'date' ? echeance : delai === 'evenement' ? evenement : libelle).current?.focus(),
    );
  }
  return (
    <>
      <ChoixTouches
        legende="Et ensuite ?"
        options={DELAIS_TOUCHES}
        value={saisie.delai}
        onChange={(code) =>
          changer({ delai: code, echeance: code === saisie.delai ? saisie.echeance : null })
        }
        suivant={completer}
        surEntree={() => (saisie.delai === '' ? enregistrer() : completer(saisie.delai))}
      />
      {saisie.delai === '' ? null : (
        <div className={styles.suite} data-evenement={saisie.delai === 'evenement' || undefined}>
          {saisie.delai === 'evenement' ? (
            <>
              <ChampEvenement
                ref={evenement}
                value={saisie.evenement}
                error={saisie.echeance === null ? champs['relance.echeance'] : undefined}
                onChange={(mots) => changer({ evenement: mots })}
                choisir={() => libelle.current?.focus()}
                onKeyDown={entreeVers(() => libelle.current?.focus())}
              />
              <ChampDate
                label="Au plus tard (facultatif)"
                sens="avenir"
                value={saisie.echeance}
                error={saisie.echeance === null ? undefined : champs['relance.echeance']}
                onChange={(valeur) => changer({ echeance: valeur })}
              />
            </>
          ) : saisie.delai === 'date' ? (
            <ChampDate
              ref={echeance}
              label="Le"
              sens="avenir"
              value={saisie.echeance}
              error={champs['relance.echeance']}
              onChange={(valeur) => changer({ echeance: valeur })}
              onKeyDown={entreeVers(() => libelle.current?.focus())}
            />
          ) : (
            <p className={styles.jour}>
              {quand ? formaterJour(quand) : null}
              {champs['relance.echeance'] ? <em role="alert">{champs['relance.echeance']}</em> : null}
            </p>
          )}
          <TextInput
            ref={libelle}
            label="Action"
            value={libelleDe(saisie)}
            error={champs['relance.libelle']}
            onFocus={(e) => e.currentTarget.select()}
            onChange={(e) => changer({ libelle: e.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}

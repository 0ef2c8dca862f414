import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Champs } from '../../shared/erreurs.ts';
import styles from './noter.module.css';
import type { Saisie } from './saisie.ts';

/** Enter goes on; Ctrl Enter is left to the window, which saves. */
export const entreeVers = (suite: () => void) => (evenement: KeyboardEvent) => {
  if (evenement.key !== 'Enter' || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
  evenement.preventDefault();
  suite();
};

interface Creation<V> {
  valeur: V;
  champs: Champs;
  changer: (valeur: V) => void;
  retirer: () => void;
  suivant: () => void;
}

/** An organisation met for the first time: created with the exchange, or not at all. */
export function NouvelleOrganisation(props: Creation<NonNullable<Saisie['nouvelleOrganisation']>>) {
  const { valeur, champs, changer, suivant } = props;
  const nom = useRef<HTMLInputElement>(null);
  const ville = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the fields appear.
  useEffect(() => (valeur.nom ? ville : nom).current?.focus(), []);
  return (
    <div className={styles.nouvelle}>
      <TextInput
        ref={nom}
        label="Nouvelle organisation"
        value={valeur.nom}
        error={champs['nouvelleOrganisation.nom']}
        onChange={(e) => changer({ ...valeur, nom: e.currentTarget.value })}
        onKeyDown={entreeVers(() => ville.current?.focus())}
      />
      <TextInput
        ref={ville}
        label="Ville"
        value={valeur.ville}
        error={champs['nouvelleOrganisation.ville']}
        onChange={(e) => changer({ ...valeur, ville: e.currentTarget.value })}
        onKeyDown={entreeVers(suivant)}
      />
      <TextInput
        label="Téléphone"
        value={valeur.telephone}
        error={champs['nouvelleOrganisation.telephone']}
        onChange={(e) => changer({ ...valeur, telephone: e.currentTarget.value })}
        onKeyDown={entreeVers(suivant)}
      />
      <Button variant="subtle" size="compact-sm" onClick={props.retirer}>
        Retirer
      </Button>
    </div>
  );
}

/** Someone met for the first time: created with the exchange, in its first organisation. */
export function NouvelInterlocuteur(props: Creation<NonNullable<Saisie['nouvelInterlocuteur']>>) {
  const { valeur, champs, changer, suivant } = props;
  const prenom = useRef<HTMLInputElement>(null);
  const fonction = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the fields appear.
  useEffect(() => (valeur.nom ? fonction : prenom).current?.focus(), []);
  return (
    <div className={styles.nouvelle}>
      <TextInput
        ref={prenom}
        label="Prénom"
        value={valeur.prenom}
        error={champs['nouvelInterlocuteur.prenom']}
        onChange={(e) => changer({ ...valeur, prenom: e.currentTarget.value })}
        onKeyDown={entreeVers(() => fonction.current?.focus())}
      />
      <TextInput
        label="Nom de l’interlocuteur"
        value={valeur.nom}
        error={champs['nouvelInterlocuteur.nom']}
        onChange={(e) => changer({ ...valeur, nom: e.currentTarget.value })}
        onKeyDown={entreeVers(() => fonction.current?.focus())}
      />
      <TextInput
        ref={fonction}
        label="Fonction"
        value={valeur.fonction}
        error={champs['nouvelInterlocuteur.fonction']}
        onChange={(e) => changer({ ...valeur, fonction: e.currentTarget.value })}
        onKeyDown={entreeVers(suivant)}
      />
      <Button variant="subtle" size="compact-sm" onClick={props.retirer}>
        Retirer
      </Button>
    </div>
  );
}

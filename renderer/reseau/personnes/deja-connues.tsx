import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserCheck } from '@tabler/icons-react';
import { lireTelephone } from '../../../shared/champs.ts';
import type { PersonneProche } from '../../../shared/reseau/personnes/schema.ts';
import { useLecture } from '../../app/operations.ts';
import { nomComplet } from '../libelles.ts';
import styles from './deja-connues.module.css';

/** Shown at once: beyond a few, the words typed are too common to mean anyone. */
const MONTREES = 3;

/** While one types: the people of the network who already have this name, number or address, to choose instead. */
export function DejaConnues(props: {
  organisationId: string;
  prenom: string;
  nom: string;
  telephone: string;
  courriel: string;
  choisir: (personne: PersonneProche) => void;
}) {
  const { prenom, nom, telephone, courriel } = props;
  const [[cherchee, numero, adresse]] = useDebouncedValue(
    [
      nom.trim().length >= 3 ? `${prenom} ${nom}`.trim() : '',
      lireTelephone(telephone)?.padEnd(10) ?? '',
      courriel.includes('@') ? courriel.trim() : '',
    ] as [string, string, string],
    250,
  );
  const demande = (recherche: string) => ({ recherche, nombre: MONTREES });
  const parNom = useLecture('reseau.suggestPersonnes', demande(cherchee), { actif: cherchee !== '' });
  const parNumero = useLecture('reseau.suggestPersonnes', demande(numero), { actif: numero !== '' });
  const parAdresse = useLecture('reseau.suggestPersonnes', demande(adresse), { actif: adresse !== '' });
  const connues = new Map(
    [parAdresse, parNumero, parNom].flatMap(({ data = [] }) =>
      data.map((personne) => [personne.id, personne]),
    ),
  );
  const montrees = [...connues.values()].slice(0, MONTREES);
  return (
    <div role="status">
      {montrees.length > 0 ? (
        <div className={styles.connues}>
          <strong>
            <IconUserCheck size={17} stroke={1.7} aria-hidden /> Déjà dans votre réseau ?
          </strong>
          <ul>
            {montrees.map((personne) => {
              const ici = personne.organisations.some(
                ({ id, fin }) => id === props.organisationId && fin === null,
              );
              return (
                <li key={personne.id}>
                  <span>
                    <b>{nomComplet(personne)}</b>
                    {personne.organisations.map(
                      ({ nom: chez, fin }) => ` · ${chez}${fin ? ` (jusqu’en ${fin.slice(0, 4)})` : ''}`,
                    )}
                    {personne.oppositionLe ? ' · ne plus contacter' : ''}
                  </span>
                  {ici ? (
                    <span>déjà sur cette fiche</span>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      flex="none"
                      aria-label={`Choisir ${nomComplet(personne)}`}
                      onClick={() => props.choisir(personne)}
                    >
                      Choisir
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

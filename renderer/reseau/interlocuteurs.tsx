import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconDoorExit,
  IconDots,
  IconMessagePlus,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { formaterTelephone } from '../../shared/format.ts';
import type { Interlocuteur } from '../../shared/reseau/personnes/schema.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte } from '../components/page.tsx';
import { useNoter } from '../sollicitations/noter.tsx';
import styles from './fiche.module.css';
import { nomComplet } from './libelles.ts';
import { ModaleInterlocuteur } from './modale-interlocuteur.tsx';

const initiales = ({ prenom, nom }: Interlocuteur) => (prenom.charAt(0) + nom.charAt(0)).toUpperCase();

async function retirer(personne: Interlocuteur): Promise<void> {
  await appeler('reseau.removeInterlocuteur', { id: personne.id });
  annoncerAnnulable(`${nomComplet(personne)} ne figure plus sur la fiche.`, () =>
    appeler('reseau.restoreInterlocuteur', { id: personne.id }),
  );
}

/** Writes the day this person left; the undo gives back the day that was written before. */
async function noterDepart(
  organisationId: string,
  personne: Interlocuteur,
  fin: string | null,
): Promise<void> {
  const saisie = { ...personne, organisationId, civilite: personne.civilite as 'Mme' | 'M.' | '' };
  await appeler('reseau.saveInterlocuteur', { ...saisie, fin });
  annoncerAnnulable(
    fin === null
      ? `${nomComplet(personne)} est de retour.`
      : `Le départ de ${nomComplet(personne)} est noté.`,
    () => appeler('reseau.saveInterlocuteur', saisie),
  );
}

function Personne({
  organisationId,
  personne,
  modifier,
}: {
  organisationId: string;
  personne: Interlocuteur;
  modifier: () => void;
}) {
  const { ouvrir } = useNoter();
  const { fin, intitule, telephone, courriel, note } = personne;
  const sous = [intitule, fin ? `en poste jusqu’en ${fin.slice(0, 4)}` : ''].filter(Boolean).join(' · ');
  return (
    <li className={styles.personne} data-partie={fin !== null || undefined}>
      <span className={styles.initiales} aria-hidden>
        {initiales(personne)}
      </span>
      <div className={styles.identite}>
        <strong>{[personne.civilite, nomComplet(personne)].filter(Boolean).join(' ')}</strong>
        {sous ? <span className={styles.discret}>{sous}</span> : null}
        {telephone && fin === null ? (
          <span className={styles.joindre}>{formaterTelephone(telephone)}</span>
        ) : null}
        {courriel && fin === null ? <span className={styles.joindre}>{courriel}</span> : null}
        {note ? <span className={styles.discret}>{note}</span> : null}
      </div>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Actions pour ${nomComplet(personne)}`}
          >
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {fin === null ? (
            <Menu.Item
              leftSection={<IconMessagePlus size={16} stroke={1.6} />}
              onClick={() => ouvrir({ organisationId, interlocuteurId: personne.id })}
            >
              Noter un échange
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={modifier}>
            Modifier
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDoorExit size={16} stroke={1.6} />}
            onClick={() =>
              noterDepart(organisationId, personne, fin === null ? dateLocale(new Date()) : null).catch(
                annoncerRefus,
              )
            }
          >
            {fin === null ? 'Noter son départ' : 'Annuler son départ'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => retirer(personne).catch(annoncerRefus)}
          >
            Retirer de la fiche
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** People of an organisation: those still there, then those who left. */
export function Interlocuteurs({
  organisationId,
  interlocuteurs,
}: {
  organisationId: string;
  interlocuteurs: Interlocuteur[];
}) {
  const [ouverte, setOuverte] = useState<{ personne: Interlocuteur | null } | null>(null);
  return (
    <Carte
      titre="Interlocuteurs"
      suite={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setOuverte({ personne: null })}
        >
          Ajouter
        </Button>
      }
    >
      {interlocuteurs.length === 0 ? (
        <p className={styles.vide}>
          Qui décide, qui accueille, qui encadre ? Ajoutez la première personne que vous connaissez ici.
        </p>
      ) : (
        <ul className={styles.personnes}>
          {interlocuteurs.map((personne) => (
            <Personne
              key={personne.fonctionId}
              organisationId={organisationId}
              personne={personne}
              modifier={() => setOuverte({ personne })}
            />
          ))}
        </ul>
      )}
      {ouverte ? (
        <ModaleInterlocuteur
          organisationId={organisationId}
          personne={ouverte.personne}
          fermer={() => setOuverte(null)}
        />
      ) : null}
    </Carte>
  );
}

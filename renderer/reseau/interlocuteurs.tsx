import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAddressBook,
  IconBan,
  IconDoorExit,
  IconDots,
  IconKey,
  IconMessagePlus,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formaterDate } from '../../shared/format.ts';
import type { Interlocuteur, PersonneProche } from '../../shared/reseau/personnes/schema.ts';
import { useListe } from '../app/listes.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { Courriel, Telephone } from '../components/joindre.tsx';
import { Carte } from '../components/page.tsx';
import { useNoter } from '../sollicitations/noter.tsx';
import styles from './fiche.module.css';
import { nomComplet } from './libelles.ts';
import { ModaleInterlocuteur } from './modale-interlocuteur.tsx';
import { FenetreFonction } from './personnes/fenetres.tsx';
import { noterDepart, retirerFonctions } from './personnes/gestes.ts';
import { direDates, direPoste, parti } from './personnes/poste.ts';

const initiales = ({ prenom, nom }: Interlocuteur) => (prenom.charAt(0) + nom.charAt(0)).toUpperCase();

/** The functions of one person here: those held now, or the past ones when none is left. */
type Postes = [Interlocuteur, ...Interlocuteur[]];

const dirige = (postes: Postes) => postes.some(({ qualite, fin }) => qualite === 'dirigeant' && fin === null);

/** One line per person: who opens the door first, then the others still there, then those who left. */
function parPersonne(interlocuteurs: readonly Interlocuteur[]): Postes[] {
  const groupes = [...Map.groupBy(interlocuteurs, ({ id }) => id).values()] as Postes[];
  const rang = (postes: Postes) =>
    postes[0].fin !== null ? 3 : postes[0].oppositionLe !== null ? 2 : dirige(postes) ? 0 : 1;
  return groupes.toSorted((a, b) => rang(a) - rang(b));
}

function Coordonnees({ personne }: { personne: Interlocuteur }) {
  if (personne.oppositionLe !== null)
    return (
      <span className={styles.oppose}>
        <IconBan size={14} stroke={1.8} aria-hidden /> Ne plus contacter, opposition du{' '}
        {formaterDate(personne.oppositionLe)}
      </span>
    );
  return (
    <>
      {[personne.telephone, personne.autreTelephone].filter(Boolean).map((numero) => (
        <Telephone key={numero} numero={numero} />
      ))}
      {personne.courriel ? <Courriel adresse={personne.courriel} /> : null}
    </>
  );
}

function Personne({
  organisationId,
  postes,
  porte,
  modifier,
  ajouter,
}: {
  organisationId: string;
  postes: Postes;
  /** Worth saying that this is whom to see first. */
  porte: boolean;
  modifier: () => void;
  ajouter: () => void;
}) {
  const { ouvrir } = useNoter();
  const { libelle } = useListe('qualites');
  const [personne] = postes;
  const present = personne.fin === null;
  const presents = postes.filter(({ fin }) => fin === null);
  const montres = present ? presents : postes;
  return (
    <li className={styles.personne} data-partie={!present || undefined}>
      <span className={styles.initiales} aria-hidden>
        {initiales(personne)}
      </span>
      <div className={styles.identite}>
        <Link className={styles.nomPersonne} to={`/reseau/personnes/${personne.id}`}>
          {[personne.civilite, nomComplet(personne)].filter(Boolean).join(' ')}
        </Link>
        {montres.map((poste) => {
          const sous = [direPoste(poste, libelle), direDates(poste, parti(personne.civilite))];
          const texte = sous.filter(Boolean).join(' · ');
          return texte ? (
            <span key={poste.fonctionId} className={styles.discret}>
              {texte}
            </span>
          ) : null;
        })}
        {porte ? (
          <span className={styles.porte}>
            <IconKey size={14} stroke={1.8} aria-hidden /> Décide : à voir en premier
          </span>
        ) : null}
        {personne.ailleurs.length > 0 ? (
          <span className={styles.discret}>
            {present ? 'Aussi' : 'Maintenant'} chez{' '}
            {personne.ailleurs.map(({ id, nom }, rang) => (
              <span key={id}>
                {rang > 0 ? ', ' : ''}
                <Link to={`/reseau/${id}`}>{nom}</Link>
              </span>
            ))}
          </span>
        ) : null}
        {present || personne.oppositionLe !== null ? <Coordonnees personne={personne} /> : null}
        {personne.note ? <span className={styles.discret}>{personne.note}</span> : null}
      </div>
      <Menu position="bottom-end" width={240}>
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
          {present ? (
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
          <Menu.Item leftSection={<IconPlus size={16} stroke={1.6} />} onClick={ajouter}>
            Ajouter une fonction ici
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDoorExit size={16} stroke={1.6} />}
            onClick={() =>
              noterDepart(
                personne,
                (present ? presents : [personne]).map(({ fonctionId }) => fonctionId),
                present,
              ).catch(annoncerRefus)
            }
          >
            {present ? 'A quitté' : 'Y est de nouveau'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() =>
              retirerFonctions(
                personne,
                postes.map(({ fonctionId }) => fonctionId),
              ).catch(annoncerRefus)
            }
          >
            Saisie par erreur : retirer
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

type Ouverte =
  | { genre: 'interlocuteur'; personne: Interlocuteur | null }
  | { genre: 'fonction'; personne: PersonneProche | Interlocuteur };

/** People of an organisation: those still there, then those who left. */
export function Interlocuteurs({
  organisation,
  interlocuteurs,
}: {
  organisation: { id: string; nom: string };
  interlocuteurs: Interlocuteur[];
}) {
  const [ouverte, setOuverte] = useState<Ouverte | null>(null);
  const { exporter, enCours } = useExport('reseau.exportVcard');
  const personnes = parPersonne(interlocuteurs);
  const fermer = () => setOuverte(null);
  return (
    <Carte
      titre="Interlocuteurs"
      suite={
        <span className={styles.actionsCarte}>
          {interlocuteurs.some(({ fin, oppositionLe }) => fin === null && oppositionLe === null) ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              loading={enCours}
              title="Enregistrer leurs cartes (.vcf)"
              aria-label="Enregistrer leurs cartes (.vcf)"
              onClick={() => void exporter({ organisationId: organisation.id })}
            >
              <IconAddressBook size={16} stroke={1.6} />
            </ActionIcon>
          ) : null}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setOuverte({ genre: 'interlocuteur', personne: null })}
          >
            Ajouter
          </Button>
        </span>
      }
    >
      {personnes.length === 0 ? (
        <p className={styles.vide}>
          Qui décide, qui accueille, qui encadre ? Ajoutez la première personne que vous connaissez ici.
        </p>
      ) : (
        <ul className={styles.personnes}>
          {personnes.map((postes) => (
            <Personne
              key={postes[0].id}
              organisationId={organisation.id}
              postes={postes}
              porte={personnes.length > 1 && dirige(postes) && postes[0].oppositionLe === null}
              modifier={() => setOuverte({ genre: 'interlocuteur', personne: postes[0] })}
              ajouter={() => setOuverte({ genre: 'fonction', personne: postes[0] })}
            />
          ))}
        </ul>
      )}
      {ouverte?.genre === 'interlocuteur' ? (
        <ModaleInterlocuteur
          organisationId={organisation.id}
          personne={ouverte.personne}
          choisir={(personne) => setOuverte({ genre: 'fonction', personne })}
          fermer={fermer}
        />
      ) : null}
      {ouverte?.genre === 'fonction' ? (
        <FenetreFonction personne={ouverte.personne} organisation={organisation} fermer={fermer} />
      ) : null}
    </Carte>
  );
}

import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAddressBook,
  IconBan,
  IconBuildingPlus,
  IconDoorExit,
  IconDots,
  IconMessagePlus,
  IconPencil,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { accorder, formaterDate } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { NATURES, RESULTATS } from '../../../shared/nomenclatures/sollicitations.ts';
import type { FonctionTenue, Personne } from '../../../shared/reseau/personnes/schema.ts';
import { useListe } from '../../app/listes.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { useExport } from '../../app/telecharger.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Courriel, Telephone } from '../../components/joindre.tsx';
import { Carte, EtatVide, Pilule, TetePage } from '../../components/page.tsx';
import { MarqueNature, TONS_RESULTAT } from '../../sollicitations/apparence.tsx';
import { useNoter } from '../../sollicitations/noter.tsx';
import { adresseListe } from '../filtres.ts';
import { nomComplet } from '../libelles.ts';
import { FenetreFonction, FenetreIdentite, FenetreOpposition } from './fenetres.tsx';
import { leverOpposition, noterDepart, retirerFonctions, retirerPersonne } from './gestes.ts';
import styles from './personne.module.css';
import { direDates, direPoste, parti } from './poste.ts';

function Opposition({ personne }: { personne: Personne }) {
  if (personne.oppositionLe === null) return null;
  return (
    <section className={styles.opposition} aria-label="Opposition au contact">
      <IconBan size={20} stroke={1.8} aria-hidden />
      <div>
        <strong>Ne plus contacter : opposition du {formaterDate(personne.oppositionLe)}.</strong>{' '}
        {personne.oppositionNote}
        <p>
          C’est son droit (article 21 du RGPD) : aucun appel, aucune lettre, aucun courriel. Si cette personne
          vous appelle, vous pouvez le noter.
        </p>
      </div>
      <Button
        size="xs"
        variant="default"
        flex="none"
        onClick={() => leverOpposition(personne).catch(annoncerRefus)}
      >
        A changé d’avis
      </Button>
    </section>
  );
}

function Joindre({ personne }: { personne: Personne }) {
  const { telephone, autreTelephone, courriel, oppositionLe, note } = personne;
  const rien = !telephone && !autreTelephone && !courriel;
  return (
    <Carte titre={oppositionLe === null ? 'Joindre' : 'Coordonnées, pour mémoire'}>
      {rien ? <p className={styles.vide}>Ni téléphone ni courriel pour l’instant.</p> : null}
      {oppositionLe === null ? (
        <div className={styles.joindre}>
          {[telephone, autreTelephone].filter(Boolean).map((numero) => (
            <Telephone key={numero} numero={numero} />
          ))}
          {courriel ? <Courriel adresse={courriel} /> : null}
        </div>
      ) : rien ? null : (
        <p className={styles.vide}>Masquées : cette personne ne souhaite pas être contactée.</p>
      )}
      {note ? <p className={styles.note}>{note}</p> : null}
    </Carte>
  );
}

function Fonction(props: {
  personne: Personne;
  fonction: FonctionTenue;
  modifier: () => void;
  modifiable: boolean;
}) {
  const { personne, fonction } = props;
  const { libelle } = useListe('qualites');
  const { organisation, fin } = fonction;
  const poste = direPoste(fonction, libelle);
  const dates = direDates(fonction, parti(personne.civilite));
  return (
    <li className={styles.fonction} data-partie={fin !== null || undefined}>
      <div>
        <Link to={`/reseau/${organisation.id}`}>{organisation.nom}</Link>
        <span>{[poste, dates, organisation.ville].filter(Boolean).join(' · ')}</span>
        {organisation.archivee ? <span>organisation archivée</span> : null}
      </div>
      {props.modifiable ? (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={`Actions pour la fonction chez ${organisation.nom}`}
            >
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={props.modifier}>
              Modifier
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDoorExit size={16} stroke={1.6} />}
              onClick={() => noterDepart(personne, [fonction.id], fin === null).catch(annoncerRefus)}
            >
              {fin === null ? 'A quitté' : 'Y est de nouveau'}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} stroke={1.6} />}
              onClick={() => retirerFonctions(personne, [fonction.id]).catch(annoncerRefus)}
            >
              Saisie par erreur : retirer
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}

function Fonctions(props: {
  titre: string;
  vide: string;
  personne: Personne;
  fonctions: FonctionTenue[];
  modifier: (fonction: FonctionTenue) => void;
  suite?: ReactNode;
}) {
  return (
    <Carte titre={props.titre} suite={props.suite}>
      {props.fonctions.length === 0 ? (
        <p className={styles.vide}>{props.vide}</p>
      ) : (
        <ul className={styles.fonctions}>
          {props.fonctions.map((fonction) => (
            <Fonction
              key={fonction.id}
              personne={props.personne}
              fonction={fonction}
              modifier={() => props.modifier(fonction)}
              modifiable={props.personne.archivedAt === null}
            />
          ))}
        </ul>
      )}
    </Carte>
  );
}

function Echanges({ personne }: { personne: Personne }) {
  const { libelle } = useListe('canaux');
  const { echanges, nombreEchanges } = personne;
  return (
    <Carte
      titre="Ce qui s’est dit"
      suite={
        nombreEchanges > echanges.length
          ? `les ${echanges.length} derniers sur ${nombreEchanges}`
          : nombreEchanges > 0
            ? accorder(nombreEchanges, 'échange')
            : undefined
      }
      sansMarge
    >
      {echanges.length === 0 ? (
        <EtatVide titre="Aucun échange noté avec cette personne" />
      ) : (
        <ol className={styles.echanges}>
          {echanges.map((echange) => (
            <li key={echange.id}>
              <div className={styles.quand}>
                {formaterDate(echange.date)}
                <small>{libelle(echange.canal)}</small>
              </div>
              <div>
                <div className={styles.tete}>
                  {echange.organisations.map(({ id, nom }) => (
                    <Link key={id} to={`/reseau/${id}`}>
                      {nom}
                    </Link>
                  ))}
                  <Pilule ton={TONS_RESULTAT[echange.resultat]}>{label(RESULTATS, echange.resultat)}</Pilule>
                  {echange.nature ? (
                    <span className={styles.nature}>
                      <MarqueNature nature={echange.nature} taille={10} /> {label(NATURES, echange.nature)}
                    </span>
                  ) : null}
                </div>
                {echange.objet ? <strong className={styles.objet}>{echange.objet}</strong> : null}
                {echange.texte ? <p className={styles.texte}>{echange.texte}</p> : null}
              </div>
              <span className={styles.auteur}>{echange.auteur}</span>
            </li>
          ))}
        </ol>
      )}
    </Carte>
  );
}

type Fenetre =
  | { genre: 'identite' }
  | { genre: 'opposition' }
  | { genre: 'fonction'; fonction?: FonctionTenue };

function Actions({ personne, ouvrir }: { personne: Personne; ouvrir: (fenetre: Fenetre) => void }) {
  const noter = useNoter();
  const { exporter, enCours } = useExport('reseau.exportVcard');
  const ici = personne.fonctions.find(({ fin, organisation }) => fin === null && !organisation.archivee);
  if (personne.archivedAt !== null)
    return personne.fusionneDans ? null : (
      <Button
        leftSection={<IconRestore size={16} stroke={1.6} />}
        onClick={() => void appeler('reseau.restoreInterlocuteur', { id: personne.id }).catch(annoncerRefus)}
      >
        Remettre dans le réseau
      </Button>
    );
  return (
    <>
      {ici ? (
        <Button
          leftSection={<IconMessagePlus size={16} stroke={1.6} />}
          onClick={() => noter.ouvrir({ organisationId: ici.organisation.id, interlocuteurId: personne.id })}
        >
          Noter un échange
        </Button>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPencil size={16} stroke={1.6} />}
        onClick={() => ouvrir({ genre: 'identite' })}
      >
        Modifier
      </Button>
      <Menu position="bottom-end" width={270}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions" loading={enCours}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {personne.oppositionLe === null ? (
            <Menu.Item
              leftSection={<IconAddressBook size={16} stroke={1.6} />}
              onClick={() => void exporter({ interlocuteurId: personne.id })}
            >
              Enregistrer sa carte (.vcf)
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<IconBan size={16} stroke={1.6} />}
            onClick={() => ouvrir({ genre: 'opposition' })}
          >
            {personne.oppositionLe === null ? 'Ne souhaite plus de contact' : 'Modifier son opposition'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => retirerPersonne(personne).catch(annoncerRefus)}
          >
            Retirer du réseau
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function Pilules({ personne }: { personne: Personne }) {
  const { archivedAt, fusionneDans, oppositionLe, immersions } = personne;
  return (
    <>
      {fusionneDans ? (
        <Pilule ton="ambre">
          Fusionnée avec <Link to={`/reseau/personnes/${fusionneDans.id}`}>{nomComplet(fusionneDans)}</Link>
        </Pilule>
      ) : archivedAt !== null ? (
        <Pilule ton="ambre">Retirée du réseau</Pilule>
      ) : null}
      {oppositionLe !== null ? <Pilule ton="brique">Ne plus contacter</Pilule> : null}
      {immersions > 0 ? <Pilule ton="accent">A tutoré {accorder(immersions, 'immersion')}</Pilule> : null}
    </>
  );
}

/** One person: who, where now, where before, how to reach them, what was said. */
export function EcranPersonne() {
  const { id = '' } = useParams();
  const { data: personne, error } = useLecture('reseau.personne', { id });
  const [fenetre, setFenetre] = useState<Fenetre | null>(null);
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir le réseau', vers: adresseListe() }} />;
  if (!personne) return null;
  const presentes = personne.fonctions.filter(({ fin }) => fin === null);
  const passees = personne.fonctions.filter(({ fin }) => fin !== null);
  const fermer = () => setFenetre(null);
  const modifier = (fonction: FonctionTenue) => setFenetre({ genre: 'fonction', fonction });
  return (
    <>
      <TetePage
        titre={[personne.civilite, nomComplet(personne)].filter(Boolean).join(' ')}
        fil={[{ label: 'Réseau', vers: adresseListe() }]}
        pilules={<Pilules personne={personne} />}
        actions={<Actions personne={personne} ouvrir={setFenetre} />}
      />
      <Opposition personne={personne} />
      <div className={styles.colonnes}>
        <Echanges personne={personne} />
        <div className={styles.laterale}>
          <Joindre personne={personne} />
          <Fonctions
            titre="Aujourd’hui"
            vide="En poste dans aucune organisation du réseau."
            personne={personne}
            fonctions={presentes}
            modifier={modifier}
            suite={
              personne.archivedAt === null ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconBuildingPlus size={15} />}
                  onClick={() => setFenetre({ genre: 'fonction' })}
                >
                  Ajouter
                </Button>
              ) : undefined
            }
          />
          {passees.length > 0 ? (
            <Fonctions titre="Avant" vide="" personne={personne} fonctions={passees} modifier={modifier} />
          ) : null}
        </div>
      </div>
      {fenetre?.genre === 'identite' ? <FenetreIdentite personne={personne} fermer={fermer} /> : null}
      {fenetre?.genre === 'opposition' ? <FenetreOpposition personne={personne} fermer={fermer} /> : null}
      {fenetre?.genre === 'fonction' ? (
        <FenetreFonction
          personne={personne}
          fermer={fermer}
          {...(fenetre.fonction ? { fonction: fenetre.fonction } : {})}
        />
      ) : null}
    </>
  );
}

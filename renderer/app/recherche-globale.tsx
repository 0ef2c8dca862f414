import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import {
  IconBriefcase2,
  IconBuilding,
  IconFileEuro,
  IconMessage2,
  IconPlus,
  IconSchool,
  IconSearch,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { formaterDate, formaterTelephone } from '../../shared/format.ts';
import { etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import { RECHERCHE_MAX, type Suggestion, type Trouvailles } from '../../shared/reseau/schema.ts';
import { fenetreOuverte } from './clavier.ts';
import { useJour } from './jour.ts';
import { useListe } from './listes.ts';
import { useLecture } from './operations.ts';
import styles from './recherche-globale.module.css';
import shell from './shell.module.css';

interface Trouvaille {
  /** Address of the screen it opens. */
  vers: string;
  titre: string;
  detail: string;
}

interface Groupe {
  titre: string;
  icone: ComponentType<{ size?: number; stroke?: number }>;
  trouvailles: Trouvaille[];
}

const nomDe = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`.trim();
const joindre = (...morceaux: string[]) => morceaux.filter(Boolean).join(' · ');

/** `2026`, `2025-2027`. */
const annees = (debut: string, fin: string) => [...new Set([debut.slice(0, 4), fin.slice(0, 4)])].join('-');

const organisationTrouvee = ({
  id,
  nom,
  ville,
  telephone,
}: Trouvailles['organisations'][number]): Trouvaille => ({
  vers: `/reseau/${id}`,
  titre: nom,
  detail: joindre(ville, formaterTelephone(telephone)),
});

function grouper(trouvailles: Trouvailles, canaux: (code: string) => string, today: string): Groupe[] {
  const groupes: Groupe[] = [
    {
      titre: 'Organisations',
      icone: IconBuilding,
      trouvailles: trouvailles.organisations.map(organisationTrouvee),
    },
    {
      titre: 'Interlocuteurs',
      icone: IconUser,
      trouvailles: trouvailles.interlocuteurs.map((personne) => ({
        vers: `/reseau/personnes/${personne.id}`,
        titre: nomDe(personne),
        detail: joindre(
          personne.opposition ? 'ne plus contacter' : '',
          personne.intitule,
          personne.organisations.map(({ nom }) => nom).join(', '),
          personne.opposition ? '' : formaterTelephone(personne.telephone),
        ),
      })),
    },
    {
      titre: 'Salariés',
      icone: IconUsers,
      trouvailles: trouvailles.salaries.map((salarie) => ({
        vers: `/salaries/${salarie.id}`,
        titre: nomDe(salarie),
        detail: '',
      })),
    },
    {
      titre: 'Immersions',
      icone: IconBriefcase2,
      trouvailles: trouvailles.immersions.map((immersion) => ({
        vers: `/immersions/${immersion.id}`,
        titre: `${nomDe(immersion.salarie)} chez ${immersion.organisation.nom}`,
        detail: joindre(
          immersion.numero,
          immersion.debut && immersion.fin
            ? `du ${formaterDate(immersion.debut)} au ${formaterDate(immersion.fin)}`
            : '',
          LIBELLES_ETAT[etatImmersion(immersion, today)],
        ),
      })),
    },
    {
      titre: 'Formations',
      icone: IconSchool,
      trouvailles: trouvailles.sessions.map(({ id, numero, titre, debut, fin }) => ({
        vers: `/formation/sessions/${id}`,
        titre,
        detail: joindre(
          numero,
          debut === fin ? formaterDate(debut) : `du ${formaterDate(debut)} au ${formaterDate(fin)}`,
        ),
      })),
    },
    {
      titre: 'Conventions de financement',
      icone: IconFileEuro,
      trouvailles: trouvailles.conventions.map(({ id, intitule, numero, organisation, debut, fin }) => ({
        vers: `/bilans/conventions/${id}`,
        titre: intitule,
        detail: joindre(organisation, numero, annees(debut, fin)),
      })),
    },
    {
      titre: 'Échanges',
      icone: IconMessage2,
      trouvailles: trouvailles.sollicitations.map(({ id, date, canal, texte, organisation }) => ({
        vers: `/reseau/${organisation.id}?echange=${id}`,
        titre: texte,
        detail: joindre(organisation.nom, canaux(canal), formaterDate(date)),
      })),
    },
  ];
  return groupes.filter((groupe) => groupe.trouvailles.length > 0);
}

const recentes = (organisations: Suggestion[]): Groupe[] =>
  organisations.length === 0
    ? []
    : [
        {
          titre: 'Dernières contactées',
          icone: IconBuilding,
          trouvailles: organisations.map(organisationTrouvee),
        },
      ];

function Fenetre({ fermer }: { fermer: () => void }) {
  const naviguer = useNavigate();
  const [saisie, setSaisie] = useState('');
  const cherchee = saisie.trim();
  const resultats = useLecture(
    'reseau.search',
    { recherche: cherchee },
    { actif: cherchee !== '', garderPrecedent: true },
  );
  const dernieres = useLecture('reseau.suggest', { nombre: 6 });
  const { libelle } = useListe('canaux');
  const today = useJour();
  const combobox = useCombobox({ opened: true });
  const groupes =
    cherchee === ''
      ? recentes(dernieres.data ?? [])
      : resultats.data
        ? grouper(resultats.data, libelle, today)
        : [];
  const rien = cherchee !== '' && resultats.isSuccess && groupes.length === 0;
  const nouvelle = `/reseau/nouvelle?nom=${encodeURIComponent(cherchee)}`;
  // The first answer is ready for Enter, whatever has just changed above it.
  const cle = JSON.stringify([cherchee, groupes, rien]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the answers change, not when the store does.
  useEffect(() => {
    combobox.selectFirstOption();
  }, [cle]);

  return (
    <Modal
      opened
      onClose={fermer}
      title={<span className="visuellement-cache">Chercher partout</span>}
      withCloseButton={false}
      size={660}
      yOffset={8}
      padding={0}
      transitionProps={{ duration: 80, transition: 'fade' }}
      classNames={{ header: styles.tete, content: styles.fenetre }}
    >
      <Combobox
        store={combobox}
        onOptionSubmit={(vers) => {
          // Enter right after a letter: the answers on screen are still those of the word before.
          if (cherchee !== '' && resultats.isPlaceholderData) return;
          fermer();
          naviguer(vers);
        }}
      >
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            className={styles.champ}
            classNames={{ input: styles.saisie }}
            aria-label="Chercher partout"
            placeholder="Une entreprise, une personne, une immersion…"
            leftSection={<IconSearch size={18} stroke={1.7} />}
            maxLength={RECHERCHE_MAX}
            autoComplete="off"
            value={saisie}
            onChange={({ currentTarget }) => setSaisie(currentTarget.value)}
            onKeyDown={({ key }) => {
              // The list under the field would keep this key for itself.
              if (key === 'Escape') fermer();
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={styles.reponses} aria-label="Résultats">
          {groupes.map(({ titre, icone: Icone, trouvailles }) => (
            <Combobox.Group key={titre} label={titre}>
              {trouvailles.map(({ vers, titre: nom, detail }, rang) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one organisation may answer several times.
                <Combobox.Option key={`${vers} ${rang}`} value={vers} className={styles.option}>
                  <Icone size={17} stroke={1.6} />
                  <span className={styles.titre}>{nom}</span>
                  <span className={styles.detail}>{detail}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {rien ? (
            <Combobox.Option value={nouvelle} className={styles.option}>
              <IconPlus size={17} stroke={1.6} />
              <span className={styles.titre}>Ajouter « {cherchee} » au réseau</span>
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
      </Combobox>
      <div className={styles.pied}>
        <output>
          {rien
            ? 'Rien ne contient ces mots.'
            : cherchee === ''
              ? 'Écrivez quelques lettres : nom, ville, téléphone, n° de convention, mot d’une note.'
              : ''}
        </output>
        <span className={styles.touches} aria-hidden>
          <kbd className={shell.touche}>↑</kbd>
          <kbd className={shell.touche}>↓</kbd> choisir <kbd className={shell.touche}>Entrée</kbd> ouvrir
          <kbd className={shell.touche}>Échap</kbd> fermer
        </span>
      </div>
    </Modal>
  );
}

/** One search that finds everything (Ctrl K). */
export function RechercheGlobale() {
  const [ouverte, setOuverte] = useState(false);
  useHotkeys([['mod+K', () => setOuverte((deja) => deja || !fenetreOuverte())]], []);
  return (
    <>
      <button
        type="button"
        className={shell.recherche}
        aria-keyshortcuts="Control+K"
        onClick={() => setOuverte(true)}
      >
        <IconSearch size={16} stroke={1.7} />
        <span>Une entreprise, une personne, une immersion…</span>
        <kbd className={shell.touche} aria-hidden>
          Ctrl K
        </kbd>
      </button>
      {ouverte ? <Fenetre fermer={() => setOuverte(false)} /> : null}
    </>
  );
}

import { Menu } from '@mantine/core';
import {
  IconBriefcase2,
  IconBuildingCommunity,
  IconChartBar,
  IconDatabase,
  IconHelpCircle,
  IconMessages,
  IconSchool,
  IconSettings,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { NavLink, Outlet } from 'react-router';
import { nomCourt } from '../../shared/format.ts';
import { useJournee } from '../aujourdhui/use-journee.ts';
import { useAnnulerAuClavier } from '../components/annulable.tsx';
import { BandeauExemples } from '../donnees/bandeau-exemples.tsx';
import { EtatSauvegarde } from '../donnees/etat-sauvegarde.tsx';
import { BoutonNoter } from '../sollicitations/bouton-noter.tsx';
import { FournisseurNoter } from '../sollicitations/noter.tsx';
import { ConfirmationBilan } from './confirmation-bilan.tsx';
import { DEFILE, useDefilement } from './defilement.ts';
import { useAction, useLecture } from './operations.ts';
import { RechercheGlobale } from './recherche-globale.tsx';
import styles from './shell.module.css';

interface Rubrique {
  label: string;
  vers: string;
  icone: ComponentType<{ size?: number; stroke?: number }>;
  compte?: number;
}

function Lien({ label, vers, icone: Icone, compte }: Rubrique) {
  return (
    <li>
      <NavLink className={styles.lien} to={vers} end={vers === '/'}>
        <Icone size={18} stroke={1.6} />
        {label}
        {compte ? (
          <span className={styles.compte}>
            {compte}
            <span className="visuellement-cache"> à faire</span>
          </span>
        ) : null}
      </NavLink>
    </li>
  );
}

/** The first entry counts what is waiting for the current member: late, or due today. */
function LienAujourdhui() {
  const journee = useJournee('moi');
  const compte = journee ? journee.enRetard + journee.aujourdhui : 0;
  return <Lien label="Aujourd’hui" vers="/" icone={IconSun} compte={compte} />;
}

function Marque() {
  return (
    <div className={styles.marque}>
      <svg
        width="25"
        height="18"
        viewBox="0 0 25 18"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
      >
        <path d="M1.5 14.5h22" strokeWidth="2.2" />
        <path d="M2.5 14.5C4 7 8 3.5 12.500 3.500S21 7 22.500 14.500" strokeWidth="2" />
        <path d="M8 14.500V6M12.500 14.500V3.500M17 14.500V6" strokeWidth="1.500" />
      </svg>
      Passerelle
    </div>
  );
}

/** Who is using the laptop now; the menu hands it over. */
function Personne() {
  const { data } = useLecture('parametres.get', {});
  const choisir = useAction('parametres.chooseMembre');
  const courant = data?.membreCourant;
  if (!courant) return null;
  const initiales = (courant.prenom.charAt(0) + courant.nom.charAt(0)).toUpperCase();
  return (
    <Menu position="top-start" width={230}>
      <Menu.Target>
        <button type="button" className={styles.personne}>
          <span className={styles.pastille} aria-hidden>
            {initiales}
          </span>
          <span>
            <span className="visuellement-cache">Vous êtes </span>
            <strong>{nomCourt(courant.prenom, courant.nom)}</strong>
            <small>{courant.fonction}</small>
            <span className="visuellement-cache">. Changer de personne</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Qui utilise Passerelle ?</Menu.Label>
        {data.membres.map((membre) => (
          <Menu.Item
            key={membre.id}
            onClick={() => choisir.mutate({ id: membre.id })}
            fw={membre.id === courant.id ? 650 : 400}
          >
            {membre.prenom} {membre.nom}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const RUBRIQUES: Rubrique[] = [
  { label: 'Réseau', vers: '/reseau', icone: IconBuildingCommunity },
  { label: 'Sollicitations', vers: '/sollicitations', icone: IconMessages },
  { label: 'Salariés', vers: '/salaries', icone: IconUsers },
  { label: 'Immersions', vers: '/immersions', icone: IconBriefcase2 },
  { label: 'Formation', vers: '/formation', icone: IconSchool },
  { label: 'Bilans', vers: '/bilans', icone: IconChartBar },
];

const RUBRIQUES_BAS: Rubrique[] = [
  { label: 'Données', vers: '/donnees', icone: IconDatabase },
  { label: 'Paramètres', vers: '/parametres', icone: IconSettings },
  { label: 'Aide', vers: '/aide', icone: IconHelpCircle },
];

/** The frame of every screen: rail, search, *Noter*, content. */
export function Cadre() {
  useAnnulerAuClavier();
  useDefilement();
  return (
    <FournisseurNoter>
      <div className={styles.cadre}>
        <button
          type="button"
          className={styles.evitement}
          onClick={() => document.getElementById('contenu')?.focus()}
        >
          Aller au contenu
        </button>
        <nav className={styles.rail} aria-label="Rubriques">
          <Marque />
          <ul className={styles.liens}>
            <LienAujourdhui />
            {RUBRIQUES.map((rubrique) => (
              <Lien key={rubrique.vers} {...rubrique} />
            ))}
          </ul>
          <div className={styles.bas}>
            <ul className={styles.liens}>
              {RUBRIQUES_BAS.map((rubrique) => (
                <Lien key={rubrique.vers} {...rubrique} />
              ))}
            </ul>
            <Personne />
          </div>
        </nav>
        <div className={styles.corps}>
          <BandeauExemples />
          <header className={styles.haut}>
            <div className={styles.outils}>
              <RechercheGlobale />
              <EtatSauvegarde />
              <BoutonNoter />
            </div>
          </header>
          <ConfirmationBilan />
          <div className={styles.defile} id={DEFILE}>
            <main id="contenu" className={styles.principal} tabIndex={-1}>
              <Outlet />
            </main>
          </div>
        </div>
      </div>
    </FournisseurNoter>
  );
}

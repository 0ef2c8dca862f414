import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Sortie } from '../../../shared/contrat.ts';
import { accorder, formaterDuree, formaterNombre } from '../../../shared/format.ts';
import type { SessionsListe, VueSessions } from '../../../shared/formation/liste-sessions.ts';
import { useGarderPlace } from '../../app/defilement.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampRecherche } from '../../components/champ-recherche.tsx';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import type { TableRef } from '../../components/table-virtuelle.tsx';
import reseau from '../../reseau/reseau.module.css';
import vues from '../../reseau/vues.module.css';
import { OngletsFormation } from '../onglets.tsx';
import { adresseDe, SANS_FILTRE, sansFiltre, useFiltresSessions } from './filtres.ts';
import { BoutonFiltres, PucesFiltres } from './filtres-liste.tsx';
import { TableSessions } from './table-sessions.tsx';

const VUES: readonly (readonly [VueSessions, string])[] = [
  ['toutes', 'Toutes'],
  ['envisagees', 'Envisagées'],
  ['a_venir', 'À venir'],
  ['en_cours', 'En cours'],
  ['terminees', 'Terminées'],
  ['annulees', 'Annulées'],
  ['archives', 'Retirées'],
];

/** When a view is empty: that it is, and what would fill it. */
const VIDES: Record<VueSessions, readonly [string, string]> = {
  toutes: [
    'Aucune session pour l’instant',
    'Une session est une formation datée : ses heures, ses places, son organisme. Les stagiaires, les présences, le financement et les papiers s’y rattachent.',
  ],
  envisagees: [
    'Aucune session envisagée',
    'Une session reste envisagée tant que vous ne l’avez pas confirmée.',
  ],
  a_venir: ['Aucune session à venir', 'Une session confirmée attend ici son premier jour.'],
  en_cours: ['Aucune session en cours', 'Une session vient ici d’elle-même le premier jour.'],
  terminees: ['Aucune session terminée', 'Les sessions dont le dernier jour est passé viennent ici.'],
  annulees: [
    'Aucune session annulée',
    'Une session annulée reste ici avec sa raison, et ne compte plus nulle part.',
  ],
  archives: ['Aucune session retirée', 'Une session retirée des listes se retrouve ici, et peut y revenir.'],
};

type Comptes = Sortie<'formation.sessionsComptes'>;

const nouvelle = (
  <Button
    component={Link}
    to="/formation/sessions/nouvelle"
    leftSection={<IconPlus size={17} stroke={1.8} />}
  >
    Nouvelle session
  </Button>
);

function direSommes({ total, annulees, engages, minutesPrevues, minutesEngagees }: Comptes): string {
  return [
    total > 0 && accorder(total, 'session'),
    engages > 0 && accorder(engages, 'stagiaire engagé', 'stagiaires engagés'),
    minutesPrevues > 0 && `${formaterDuree(minutesPrevues)} prévues`,
    minutesEngagees > 0 && `${formaterDuree(minutesEngagees)} engagées`,
    annulees > 0 && `${accorder(annulees, 'annulée')}${total > 0 ? ' à part' : ''}`,
  ]
    .filter((somme) => somme !== false)
    .map((somme) => somme.replaceAll(' ', '\u00a0'))
    .join(' · ');
}

/** Ways of looking at the list, each a link with its number; the rare ones only when they hold something. */
function Vues({ filtres, comptes }: { filtres: SessionsListe; comptes: Comptes | undefined }) {
  return (
    <nav className={vues.vues} aria-label="Vues des sessions">
      {VUES.filter(
        ([vue]) =>
          (vue !== 'annulees' && vue !== 'archives') || filtres.etat === vue || (comptes?.vues[vue] ?? 0) > 0,
      ).map(([etat, label]) => (
        <Link
          key={etat}
          to={adresseDe({ ...filtres, etat })}
          replace
          className={vues.vue}
          aria-current={filtres.etat === etat ? 'page' : undefined}
        >
          {label}
          {comptes ? <span>{formaterNombre(comptes.vues[etat])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function Rien({ filtres, effacer }: { filtres: SessionsListe; effacer: () => void }) {
  const [titre, phrase] = VIDES[filtres.etat];
  if (!sansFiltre(filtres)) {
    return (
      <EtatVide
        titre={
          filtres.recherche
            ? `Aucune session ne correspond à « ${filtres.recherche} »`
            : 'Aucune session ne répond à ces filtres'
        }
        actions={
          <Button variant="default" onClick={effacer}>
            Retirer les filtres
          </Button>
        }
      />
    );
  }
  return (
    <EtatVide titre={titre} actions={filtres.etat === 'toutes' ? nouvelle : undefined}>
      {phrase}
    </EtatVide>
  );
}

/** The sessions of training: found, filtered, counted, sorted and opened from the keyboard as well as with the mouse. */
export function EcranSessions() {
  useGarderPlace();
  const { filtres, changer } = useFiltresSessions();
  const { tri: _t, sens: _s, ...seuls } = filtres;
  const { data: comptes } = useLecture('formation.sessionsComptes', seuls, { garderPrecedent: true });
  const [total, setTotal] = useState<number | null>(null);
  const surTotal = useCallback((nombre: number) => setTotal(nombre), []);
  const table = useRef<TableRef>(null);
  const jamais =
    comptes?.vues.toutes === 0 &&
    comptes.vues.archives === 0 &&
    filtres.etat === 'toutes' &&
    sansFiltre(filtres);
  return (
    <>
      <TetePage
        titre="Formation"
        sous="Les sessions, du besoin à l’attestation"
        actions={
          <>
            {total ? <BoutonExporter operation="formation.sessionsExport" entree={filtres} /> : null}
            {jamais ? null : nouvelle}
          </>
        }
      />
      <OngletsFormation />
      {jamais ? null : (
        <>
          <Vues filtres={filtres} comptes={comptes} />
          <PucesFiltres filtres={filtres} changer={changer} />
          <search className={reseau.outils}>
            <ChampRecherche
              className={reseau.recherche}
              label="Chercher une session"
              placeholder="Formation, organisme, lieu, numéro…"
              recherche={filtres.recherche}
              chercher={(recherche) => changer({ recherche })}
              descendre={() => table.current?.entrer()}
            />
            <BoutonFiltres filtres={filtres} changer={changer} />
            <output className={reseau.compte}>
              {comptes && comptes.total + comptes.annulees > 0 ? direSommes(comptes) : ''}
            </output>
          </search>
        </>
      )}
      <div className={reseau.liste} data-vide={total === 0 || undefined}>
        <TableSessions ref={table} filtres={filtres} changer={changer} surTotal={surTotal} />
      </div>
      {total === 0 ? (
        <Carte sansMarge>
          <Rien filtres={filtres} effacer={() => changer(SANS_FILTRE)} />
        </Carte>
      ) : null}
    </>
  );
}

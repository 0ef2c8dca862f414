import { SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { ajouterJours } from '../../shared/dates.ts';
import { accorder, formaterJour } from '../../shared/format.ts';
import type { EcheanceFinancement } from '../../shared/formation/financement.ts';
import { HORIZON } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { TetePage } from '../components/page.tsx';
import { AFaire } from './a-faire.tsx';
import styles from './aujourdhui.module.css';
import { Echeances } from './echeances.tsx';
import { EnAttente } from './en-attente.tsx';
import { Entonnoir } from './entonnoir.tsx';
import { ImmersionsEnCours } from './immersions-en-cours.tsx';
import { PremiersPas } from './premiers-pas.tsx';
import { Semaine } from './semaine.tsx';

export type Qui = 'moi' | 'equipe';

/** What a source of actions adds to the day. */
interface Source {
  enRetard: number;
  aujourdhui: number;
  /** How many of its lines the list shows. */
  lignes: number;
}

const deFinancements = (financements: readonly EcheanceFinancement[], today: string): Source => ({
  enRetard: financements.filter(({ echeance }) => echeance < today).length,
  aujourdhui: financements.filter(({ echeance }) => echeance === today).length,
  lignes: financements.length,
});

/** What is to be done, said in one line, wherever it comes from. */
function resumer(sources: readonly Source[], qui: Qui): string {
  const somme = (lire: (source: Source) => number) =>
    sources.reduce((total, source) => total + lire(source), 0);
  const enRetard = somme((source) => source.enRetard);
  const nombre = enRetard + somme((source) => source.aujourdhui);
  if (nombre === 0) {
    return somme(({ lignes }) => lignes) > 0
      ? 'Rien ne presse aujourd’hui : la suite est pour les jours qui viennent.'
      : 'Rien n’est prévu pour les jours qui viennent.';
  }
  const actions = `${accorder(nombre, 'action')} ${qui === 'moi' ? 'pour vous' : 'pour l’équipe'}`;
  if (enRetard === 0) return `${actions}, aucune en retard.`;
  if (enRetard < nombre) return `${actions}, dont ${enRetard} en retard.`;
  return nombre === 1 ? `${actions}, en retard.` : `${actions}, toutes en retard.`;
}

function ChoixQui({ qui }: { qui: Qui }) {
  const [, setParametres] = useSearchParams();
  const { data } = useLecture('parametres.get', {});
  if (!data || data.membres.length < 2) return null;
  return (
    <SegmentedControl
      aria-label="Actions de"
      value={qui}
      onChange={(choix) => setParametres(choix === 'equipe' ? { qui: choix } : {}, { replace: true })}
      data={[
        { value: 'moi', label: 'Moi' },
        { value: 'equipe', label: 'Toute l’équipe' },
      ]}
    />
  );
}

/** What the day holds: follow-ups to do, immersions under way, dates to come, the year so far. */
export function EcranAujourdhui() {
  const [parametres] = useSearchParams();
  const today = useJour();
  const qui: Qui = parametres.get('qui') === 'equipe' ? 'equipe' : 'moi';
  const { data: relances } = useLecture('sollicitations.relances', { qui }, { garderPrecedent: true });
  const { data: jour } = useLecture('aujourdhui.get', { qui }, { garderPrecedent: true });
  const { data: suivi } = useLecture('immersions.suiviDuJour', { qui }, { garderPrecedent: true });
  const { data: echeances } = useLecture('formation.echeancesFinancement', {});
  const { data: suites } = useLecture('formation.suitesDues', {});
  const { data: parcours } = useLecture('salaries.duJour', { qui }, { garderPrecedent: true });
  if (!relances || !jour || !suivi || !echeances || !suites || !parcours) return null;
  const financements = echeances.filter(({ echeance }) => echeance <= ajouterJours(today, HORIZON));
  const sources = [
    { ...relances, lignes: relances.lignes.length },
    { ...suivi, lignes: suivi.points.length },
    { ...parcours, lignes: parcours.lignes.length },
    deFinancements(financements, today),
  ];
  const titre = `Bonjour, ${formaterJour(today)}`;
  if (jour.vide.organisations) return <PremiersPas titre={titre} />;
  return (
    <>
      <TetePage titre={titre} sous={resumer(sources, qui)} actions={<ChoixQui qui={qui} />} />
      <div className={styles.colonnes}>
        <div className={styles.colonne}>
          <AFaire
            relances={relances}
            suivi={suivi}
            financements={financements}
            suites={suites}
            parcours={parcours}
            qui={qui}
            debutant={jour.vide.sollicitations}
          />
          <EnAttente attentes={relances.attentes} total={relances.enAttente} qui={qui} />
          <ImmersionsEnCours immersions={jour.immersions} today={today} />
        </div>
        <div className={styles.colonne}>
          <Entonnoir entonnoir={jour.entonnoir} />
          <Echeances echeances={jour.echeances} />
          <Semaine semaine={jour.semaine} qui={qui} />
        </div>
      </div>
    </>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { Sortie } from '../../shared/contrat.ts';
import { ajouterJours } from '../../shared/dates.ts';
import { accorder, formaterJour } from '../../shared/format.ts';
import type { EcheanceFinancement } from '../../shared/formation/financement.ts';
import type { SuiviDuJour } from '../../shared/immersions/suivi.ts';
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

/** What is to be done, said in one line: of the network, the immersions and the funding of trainings together. */
function resumer(
  relances: Sortie<'sollicitations.relances'>,
  suivi: SuiviDuJour,
  financements: readonly EcheanceFinancement[],
  { qui, today }: { qui: Qui; today: string },
): string {
  const passees = financements.filter(({ echeance }) => echeance < today).length;
  const dues = financements.filter(({ echeance }) => echeance === today).length;
  const enRetard = relances.enRetard + suivi.enRetard + passees;
  const aujourdhui = relances.aujourdhui + suivi.aujourdhui + dues;
  const nombre = enRetard + aujourdhui;
  if (nombre === 0) {
    return relances.lignes.length + suivi.points.length + financements.length > 0
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
  if (!relances || !jour || !suivi || !echeances || !suites) return null;
  const financements = echeances.filter(({ echeance }) => echeance <= ajouterJours(today, HORIZON));
  const titre = `Bonjour, ${formaterJour(today)}`;
  if (jour.vide.organisations) return <PremiersPas titre={titre} />;
  return (
    <>
      <TetePage
        titre={titre}
        sous={resumer(relances, suivi, financements, { qui, today })}
        actions={<ChoixQui qui={qui} />}
      />
      <div className={styles.colonnes}>
        <div className={styles.colonne}>
          <AFaire
            relances={relances}
            suivi={suivi}
            financements={financements}
            suites={suites}
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

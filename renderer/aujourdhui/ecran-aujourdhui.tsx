import { SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { accorder, formaterJour } from '../../shared/format.ts';
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
import { type Qui, useJournee } from './use-journee.ts';

type Journee = Pick<NonNullable<ReturnType<typeof useJournee>>, 'enRetard' | 'aujourdhui'>;

/** What is to be done, said in one line; `lignes`: how many things the list shows, pressing or not. */
function resumer({ enRetard, aujourdhui }: Journee, lignes: number, qui: Qui): string {
  const nombre = enRetard + aujourdhui;
  if (nombre === 0) {
    return lignes > 0
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
  const journee = useJournee(qui);
  const { data: jour } = useLecture('aujourdhui.get', { qui }, { garderPrecedent: true });
  const { data: suites } = useLecture('formation.suitesDues', {});
  const { data: fse } = useLecture('fse.dues', {});
  const { data: sortis } = useLecture('sorties.aDemander', { qui }, { garderPrecedent: true });
  if (!journee || !jour || !suites || !fse || !sortis) return null;
  const { relances, suivi, financements, rendus, rendusDuMois, parcours } = journee;
  const lignes = [
    relances.lignes,
    relances.groupes,
    suivi.points,
    suivi.bilans,
    financements,
    rendus,
    rendusDuMois,
    parcours.lignes,
    suites,
    fse,
    sortis,
  ].reduce((somme, { length }) => somme + length, 0);
  const titre = `Bonjour, ${formaterJour(today)}`;
  // Somebody may begin with the parcours: what they ask for comes before the welcome.
  if (jour.vide.organisations && lignes === 0) return <PremiersPas titre={titre} />;
  return (
    <>
      <TetePage titre={titre} sous={resumer(journee, lignes, qui)} actions={<ChoixQui qui={qui} />} />
      <div className={styles.colonnes}>
        <div className={styles.colonne}>
          <AFaire
            relances={relances}
            suivi={suivi}
            financements={financements}
            rendus={rendus}
            rendusDuMois={rendusDuMois}
            suites={suites}
            fse={fse}
            sortis={sortis}
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

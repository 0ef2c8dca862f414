import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, insecables } from '../../../shared/format.ts';
import type { Phase } from '../../../shared/formation/couts.ts';
import type {
  CoutSaisiLu,
  FinancementSession,
  LigneLue,
  MouvementLu,
} from '../../../shared/formation/financement.ts';
import { direPart } from '../../../shared/formation/part.ts';
import type { Mouvement } from '../../../shared/formation/regles-financement.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte } from '../../components/page.tsx';
import { useSession } from '../sessions/use-session.ts';
import { Bouclage } from './bouclage.tsx';
import { Couts } from './couts.tsx';
import { FenetreCout } from './fenetre-cout.tsx';
import { FenetreLigne } from './fenetre-ligne.tsx';
import { FenetreMouvement } from './fenetre-mouvement.tsx';
import { FenetreRepartition } from './fenetre-repartition.tsx';
import styles from './financement.module.css';
import { Lignes } from './lignes.tsx';

type Fenetre =
  | {
      genre: 'cout';
      cout: CoutSaisiLu | null;
      depart?: Pick<CoutSaisiLu, 'phase' | 'exercice' | 'prevuCentimes'>;
    }
  | { genre: 'ligne'; ligne: LigneLue | null; phase: Phase }
  | { genre: 'repartition'; phase: Phase }
  | { genre: 'mouvement'; ligne: LigneLue; mouvement: MouvementLu | null; etape: Mouvement };

const ICONES = { a_voir: IconAlertTriangle, info: IconInfoCircle };

/** What does not hold in the money of the session, each a sentence with its figures. */
function ARegarder({ avertissements }: Pick<FinancementSession, 'avertissements'>) {
  if (avertissements.length === 0) {
    return (
      <Carte titre="À regarder">
        <p className={styles.juste}>
          <IconCircleCheck size={18} stroke={1.7} aria-hidden />
          Coûts et financements se rejoignent, rien n’est en retard.
        </p>
      </Carte>
    );
  }
  return (
    <Carte titre="À regarder" suite={accorder(avertissements.length, 'point')}>
      <ul className={styles.avertissements}>
        {avertissements.map(({ niveau, phrase }) => {
          const Icone = ICONES[niveau];
          return (
            <li key={phrase} data-niveau={niveau}>
              <Icone size={17} stroke={1.7} aria-hidden />
              <span>{insecables(phrase)}</span>
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}

/** Structures that hold seats, and what each of them bears of a flat price. */
function Partenaires({ partenaires, session }: FinancementSession) {
  if (partenaires.length === 0) return null;
  return (
    <Carte titre="Partenaires">
      <ul className={styles.partenaires}>
        {partenaires.map(({ id, organisation, places, part, centimes }) => (
          <li key={id}>
            <Link to={`/reseau/${organisation.id}`}>{organisation.nom}</Link>
            <small>
              {accorder(places, 'place')}
              {part === null ? '' : ` · ${direPart(part)} du coût`}
              {session.coutMode === 'forfait'
                ? ` · ${formaterEuros(centimes)}`
                : ' · paie pour ses stagiaires'}
            </small>
          </li>
        ))}
      </ul>
    </Carte>
  );
}

/** The money of a session: what it costs, who pays each part, what is still to come. */
export function EcranFinancement() {
  const { id } = useSession();
  const { data } = useLecture('formation.financement', { sessionId: id });
  const [fenetre, ouvrir] = useState<Fenetre | null>(null);
  if (!data) return null;
  const fermer = () => ouvrir(null);
  return (
    <div className={styles.ecran}>
      <div className={styles.colonne}>
        <Bouclage bouclage={data.bouclage} />
        <Couts
          sessionId={id}
          financement={data}
          ajouter={() => ouvrir({ genre: 'cout', cout: null })}
          modifier={(cout) => ouvrir({ genre: 'cout', cout })}
          facturer={(depart) => ouvrir({ genre: 'cout', cout: null, depart })}
        />
        <Lignes
          financement={data}
          ajouter={() => ouvrir({ genre: 'ligne', ligne: null, phase: 'pedagogique' })}
          repartir={(phase) => ouvrir({ genre: 'repartition', phase })}
          modifier={(ligne) => ouvrir({ genre: 'ligne', ligne, phase: ligne.phase })}
          noter={(ligne, etape) => ouvrir({ genre: 'mouvement', ligne, mouvement: null, etape })}
          corriger={(ligne, mouvement) =>
            ouvrir({ genre: 'mouvement', ligne, mouvement, etape: mouvement.genre })
          }
        />
      </div>
      <div className={styles.colonne}>
        <ARegarder avertissements={data.avertissements} />
        <Partenaires {...data} />
        <Carte titre="Comment c’est compté">
          <div className={styles.regles}>
            <p>
              Les stagiaires engagés font le coût ; tant que personne n’est validé, ce sont ceux que le plan
              prévoit. Un coût saisi prend la place du calcul de son poste.
            </p>
            <p>
              Un financement compte pour ce qui est accordé ; avant l’accord, pour ce qui est demandé ou
              prévu.
            </p>
            <p>
              Le coût d’une heure de salaire se règle dans{' '}
              <Link to="/parametres/seuils">Paramètres, Seuils</Link>.
            </p>
          </div>
        </Carte>
      </div>
      {fenetre?.genre === 'cout' ? <FenetreCout financement={data} {...fenetre} fermer={fermer} /> : null}
      {fenetre?.genre === 'ligne' ? <FenetreLigne financement={data} {...fenetre} fermer={fermer} /> : null}
      {fenetre?.genre === 'repartition' ? (
        <FenetreRepartition financement={data} phase={fenetre.phase} fermer={fermer} />
      ) : null}
      {fenetre?.genre === 'mouvement' ? (
        <FenetreMouvement
          ligne={fenetre.ligne}
          mouvement={fenetre.mouvement}
          genre={fenetre.etape}
          fermer={fermer}
        />
      ) : null}
    </div>
  );
}

import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDuree } from '../../../shared/format.ts';
import {
  bornesDe,
  type FenetreFormation,
  fenetreFormation,
  fenetreVoisine,
  minutesDansFenetre,
  nomDeFenetre,
} from '../../../shared/formation/calendrier.ts';
import { useAdresse } from '../../app/adresse.ts';
import { toucheLibre } from '../../app/clavier.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { SortiesPapier } from '../../components/sorties-papier.tsx';
import immersions from '../../immersions/calendrier.module.css';
import { OngletsFormation } from '../onglets.tsx';
import { GrilleAnnee } from './grille-annee.tsx';
import { GrilleMois } from './grille-mois.tsx';

/** Year and month from the address: this month unless it says otherwise, the whole year without a month. */
function useFenetre() {
  const today = useJour();
  const [adresse, changerAdresse] = useAdresse();
  const courante: FenetreFormation = { annee: Number(today.slice(0, 4)), mois: Number(today.slice(5, 7)) };
  const dit = adresse.get('mois');
  const lue = fenetreFormation.safeParse({
    annee: adresse.has('annee') ? Number(adresse.get('annee')) : courante.annee,
    mois: dit === 'tous' ? null : dit === null ? courante.mois : Number(dit),
  });
  const fenetre = lue.success ? lue.data : courante;
  return {
    today,
    courante,
    fenetre,
    changer: ({ annee, mois }: FenetreFormation) =>
      changerAdresse(
        () => new URLSearchParams({ annee: String(annee), mois: mois === null ? 'tous' : String(mois) }),
      ),
  };
}

/** The sessions of a month, half-day by half-day, or of a year; the same on paper. */
export function EcranCalendrierFormation() {
  const { today, courante, fenetre, changer } = useFenetre();
  const { data } = useLecture('formation.calendrier', fenetre, { garderPrecedent: true });
  const annuel = fenetre.mois === null;
  const pas = annuel ? 'Année' : 'Mois';
  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      // Arrows on a choice move the choice.
      if (evenement.target instanceof HTMLInputElement) return;
      const touche = toucheLibre(evenement);
      if (touche !== 'arrowleft' && touche !== 'arrowright') return;
      changer(fenetreVoisine(fenetre, touche === 'arrowleft' ? -1 : 1));
      evenement.preventDefault();
    }
    window.addEventListener('keydown', auClavier);
    return () => window.removeEventListener('keydown', auClavier);
  });
  const nom = nomDeFenetre(fenetre);
  const ici = fenetre.annee === courante.annee && (annuel || fenetre.mois === courante.mois);
  return (
    <>
      <TetePage
        titre="Formation"
        sous={
          data && data.rangees.length > 0
            ? `${accorder(data.rangees.length, 'session')}, ${formaterDuree(minutesDansFenetre(data.rangees, bornesDe(fenetre)))} au calendrier`
            : 'Le calendrier des sessions'
        }
        actions={
          <SortiesPapier
            page="formation.calendrierPage"
            pdf="formation.calendrierPdf"
            entree={fenetre}
            titre={`Calendrier des formations, ${nom}`}
            paysage
          />
        }
      />
      <OngletsFormation />
      <div className={immersions.outils}>
        <fieldset className={immersions.pas}>
          <legend className="visuellement-cache">{pas}</legend>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={annuel ? 'Année précédente' : 'Mois précédent'}
            aria-keyshortcuts="ArrowLeft"
            onClick={() => changer(fenetreVoisine(fenetre, -1))}
          >
            <IconChevronLeft size={18} stroke={1.7} />
          </ActionIcon>
          <strong aria-live="polite">{nom}</strong>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={annuel ? 'Année suivante' : 'Mois suivant'}
            aria-keyshortcuts="ArrowRight"
            onClick={() => changer(fenetreVoisine(fenetre, 1))}
          >
            <IconChevronRight size={18} stroke={1.7} />
          </ActionIcon>
          {ici ? null : (
            <Button
              variant="default"
              onClick={() => changer(annuel ? { ...courante, mois: null } : courante)}
            >
              {annuel ? 'Cette année' : 'Ce mois-ci'}
            </Button>
          )}
        </fieldset>
        <SegmentedControl
          aria-label="Montrer"
          data={[
            { value: 'mois', label: 'Mois' },
            { value: 'annee', label: 'Année' },
          ]}
          value={annuel ? 'annee' : 'mois'}
          onChange={(vue) =>
            changer({
              annee: fenetre.annee,
              mois: vue === 'annee' ? null : fenetre.annee === courante.annee ? courante.mois : 1,
            })
          }
        />
      </div>
      {data && data.rangees.length === 0 ? (
        <Carte sansMarge>
          <EtatVide
            titre={`Aucune session en ${nom}`}
            actions={
              <Button component={Link} to="/formation/sessions/nouvelle" leftSection={<IconPlus size={16} />}>
                Nouvelle session
              </Button>
            }
          >
            Une session apparaît ici dès qu’elle a ses dates. Les flèches ← et → changent{' '}
            {annuel ? 'd’année' : 'de mois'}.
          </EtatVide>
        </Carte>
      ) : null}
      {data && data.rangees.length > 0 ? (
        annuel ? (
          <GrilleAnnee rangees={data.rangees} fenetre={fenetre} today={today} />
        ) : (
          <GrilleMois calendrier={data} fenetre={fenetre} today={today} />
        )
      ) : null}
    </>
  );
}

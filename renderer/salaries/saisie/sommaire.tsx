import { accorder, formaterDate } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS, ETATS_PROJET } from '../../../shared/nomenclatures/salaries.ts';
import type { Remarque } from '../../../shared/salaries/regles-parcours.ts';
import { DEFILE } from '../../app/defilement.ts';
import { Carte } from '../../components/page.tsx';
import styles from './saisie.module.css';
import { type Form, type Saisie, SECTIONS, type Section } from './saisie.ts';

const RIEN = 'Non renseigné';
/** Left above the part one goes to. */
const MARGE = 12;

function direContrats({ contrats }: Saisie): string {
  const dernier = contrats.filter(({ debut }) => debut).toSorted((a, b) => (a.debut < b.debut ? 1 : -1))[0];
  if (!dernier) return RIEN;
  const nature = label(CONTRATS, dernier.nature);
  return dernier.fin ? `${nature} jusqu’au ${formaterDate(dernier.fin)}` : `${nature} sans terme`;
}

/** What each part of the form says so far, in a few words. */
const DIRE: Record<Section, (saisie: Saisie) => string> = {
  identite: ({ prenom, nom }) => `${prenom} ${nom}`.trim() || RIEN,
  contrats: direContrats,
  pass: ({ passIae }) => (passIae.length === 0 ? RIEN : accorder(passIae.length, 'PASS', 'PASS')),
  orientation: ({ criteres, prescripteurId }) =>
    [prescripteurId && 'Prescripteur', criteres.length > 0 && accorder(criteres.length, 'critère')]
      .filter(Boolean)
      .join(', ') || RIEN,
  projet: ({ projetEtat, metiersVises }) =>
    [projetEtat && label(ETATS_PROJET, projetEtat), metiersVises[0]?.libelle].filter(Boolean).join(' · ') ||
    RIEN,
  mobilite: ({ permis, vehicule, zones, horairesPossibles }) =>
    permis.length + horairesPossibles.length > 0 || vehicule !== '' || zones !== '' ? 'Renseignée' : RIEN,
  freins: ({ freins }) => (freins.length === 0 ? 'Aucun' : accorder(freins.length, 'frein')),
  equipe: ({ referentId, encadrantId }) =>
    [referentId && 'Référent', encadrantId && 'Encadrant'].filter(Boolean).join(', ') || RIEN,
};

const dansSection = (champs: readonly string[], chemin: string) =>
  champs.some((champ) => chemin === champ || chemin.startsWith(`${champ}.`));

/** Brings a part of the form to the top of the screen, and the keyboard with it. */
export function allerASection(cle: Section): void {
  const section = document.querySelector<HTMLElement>(`[data-section="${cle}"]`);
  const defile = document.getElementById(DEFILE);
  if (!section || !defile) return;
  defile.scrollTop += section.getBoundingClientRect().top - defile.getBoundingClientRect().top - MARGE;
  section.focus({ preventScroll: true });
}

/** The parts of the form, what each says, what is wrong in it; a click goes there. */
export function Sommaire({ form, remarques }: { form: Form; remarques: readonly Remarque[] }) {
  return (
    <nav className={styles.sommaire} aria-label="Parties de la fiche">
      <Carte sansMarge>
        <ol>
          {SECTIONS.map(({ cle, titre, champs }) => {
            const fautes = Object.keys(form.errors).filter((chemin) => dansSection(champs, chemin)).length;
            const alertes = remarques.filter(({ champ }) => dansSection(champs, champ)).length;
            return (
              <li key={cle}>
                <button type="button" onClick={() => allerASection(cle)}>
                  {titre}
                  {fautes > 0 ? (
                    <small data-faute>À corriger</small>
                  ) : alertes > 0 ? (
                    <small data-alerte>{accorder(alertes, 'point à vérifier', 'points à vérifier')}</small>
                  ) : (
                    <small>{DIRE[cle](form.values)}</small>
                  )}
                </button>
              </li>
            );
          })}
        </ol>
      </Carte>
    </nav>
  );
}

import { Button } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { formaterDate, insecables } from '../../../shared/format.ts';
import type { BilanLu } from '../../../shared/immersions/bilan.ts';
import { competencesParNiveau, reponsesSaillantes } from '../../../shared/immersions/grilles.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { DECISIONS, OBJECTIFS_ATTEINTS, REALISATIONS } from '../../../shared/nomenclatures/immersions.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { Carte } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './bilan.module.css';
import { Embauche } from './embauche.tsx';
import { LienRenouvellement } from './renouveler.tsx';

function Lignes({ lignes }: { lignes: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.lecture}>
      {lignes
        .filter(([, valeur]) => valeur !== '')
        .map(([nom, valeur]) => (
          <div key={nom}>
            <dt>{nom}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What the grids found, in a few lines. */
function Reperes({ bilan }: { bilan: BilanLu }) {
  const niveaux = bilan.validation ? competencesParNiveau(bilan.validation) : [];
  const reponses = bilan.decouverte ? reponsesSaillantes(bilan.decouverte) : [];
  if (niveaux.length === 0 && reponses.length === 0) return null;
  return (
    <Carte titre="Ce que disent les grilles">
      <Lignes
        lignes={[
          ...niveaux.map(({ niveau, competences }) => [niveau, competences.join(' · ')] as const),
          ...reponses.map(({ titre, reponse }) => [insecables(titre), reponse] as const),
        ]}
      />
    </Carte>
  );
}

/** A closed bilan, to be read; reopening it gives the form back as it was. */
export function BilanClos({ fiche, bilan }: { fiche: ImmersionFiche; bilan: BilanLu }) {
  const { id } = fiche;
  async function rouvrir() {
    try {
      await appeler('immersions.reopenBilan', { id });
      annoncerAnnulable('Le bilan est rouvert.', () =>
        appeler('immersions.closeBilan', { id, le: bilan.faitLe }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <div className={styles.colonne}>
      <Carte
        titre="Bilan de l’immersion"
        suite={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconLockOpen size={15} stroke={1.6} />}
            onClick={() => void rouvrir()}
          >
            Rouvrir
          </Button>
        }
      >
        <Lignes
          lignes={[
            ['Clos', `le ${formaterDate(bilan.faitLe)}`],
            ['Fait à trois', bilan.date ? `le ${formaterDate(bilan.date)}` : ''],
            ['Immersion', label(REALISATIONS, bilan.realisation)],
            ['Objectifs', bilan.objectifs && label(OBJECTIFS_ATTEINTS, bilan.objectifs)],
            [nomComplet(fiche.salarie), bilan.avisSalarie],
            [fiche.organisation.nom, bilan.avisAccueil],
            ['Notre structure', bilan.avisStructure],
            ['Décision', bilan.decision && label(DECISIONS, bilan.decision)],
            ['La suite', bilan.suite],
          ]}
        />
        {bilan.decision === 'renouvellement' && <LienRenouvellement fiche={fiche} />}
      </Carte>
      <Reperes bilan={bilan} />
      <Embauche fiche={fiche} bilan={bilan} decidee={bilan.decision === 'embauche'} />
    </div>
  );
}

import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDate, formaterDuree, insecables } from '../../../shared/format.ts';
import type { PlanAnnee } from '../../../shared/formation/plan.ts';
import { DEFINITIONS_PLAN, estVide, nomChoix, tables } from '../../../shared/formation/plan-parties.ts';
import { useAnnee } from '../../app/annee.ts';
import { useLecture } from '../../app/operations.ts';
import bilans from '../../bilans/bilans.module.css';
import { LignesDetail } from '../../bilans/lignes-detail.tsx';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { PasAnnee } from '../../components/pas-annee.tsx';
import { SortiesPapier } from '../../components/sorties-papier.tsx';
import { OngletsFormation } from '../onglets.tsx';
import { ArgentPlan } from './argent-plan.tsx';
import { BesoinsPlan } from './besoins-plan.tsx';
import { EssentielPlan } from './essentiel-plan.tsx';
import { FenetreNote } from './fenetre-note.tsx';
import { ImagePlan } from './image-plan.tsx';
import styles from './plan.module.css';
import { SessionsPlan } from './sessions-plan.tsx';
import { TableAxe } from './table-axe.tsx';
import { type Ouvrir, useChoix } from './use-choix.ts';

/** The plan of a year: what was promised, engaged and done, for whom, and who pays; every figure opens its rows. */
export function EcranPlan() {
  const { annee, changerAnnee } = useAnnee();
  const { figure, axe, code, ouvrir, fermer } = useChoix();
  const { data, error } = useLecture('formation.plan', { annee }, { garderPrecedent: true });
  const [note, setNote] = useState(false);
  return (
    <>
      <TetePage
        titre={`Plan de formation ${annee}`}
        sous={data ? sousTitre(data) : '\u00a0'}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={17} stroke={1.6} />}
              onClick={() => setNote(true)}
            >
              Orientations et budget
            </Button>
            <BoutonExporter operation="formation.planExport" entree={{ annee }} label="Tableur" />
            <SortiesPapier
              page="formation.planPage"
              pdf="formation.planPdf"
              entree={{ annee }}
              titre={`Plan de formation ${annee} sur papier`}
              paysage
            />
          </>
        }
      />
      <OngletsFormation />
      <PasAnnee annee={annee} changer={changerAnnee} />
      {error ? (
        <Carte>
          <EtatVide titre="Le plan ne peut pas être calculé">{error.message}</EtatVide>
        </Carte>
      ) : data ? (
        <Plan plan={data} ouvrir={ouvrir} />
      ) : (
        <Skeleton height={420} radius={10} />
      )}
      <Drawer
        opened={figure !== null}
        onClose={fermer}
        position="right"
        size={560}
        title={data && figure ? nomChoix(data, { figure, axe, code }) : ''}
      >
        {figure ? (
          <LignesDetail
            operation="formation.planLignes"
            sortie="formation.planExportLignes"
            choix={{ annee, figure, axe, code }}
            quand={String(annee)}
          />
        ) : null}
      </Drawer>
      {data && note ? <FenetreNote plan={data} fermer={() => setNote(false)} /> : null}
    </>
  );
}

function sousTitre({ arreteAu, annee, figures }: PlanAnnee): string {
  return [
    arreteAu ? `arrêté au ${formaterDate(arreteAu)}` : `année ${annee} entière`,
    accorder(figures.sessions, 'session'),
    accorder(figures.stagiaires, 'stagiaire'),
    `${formaterDuree(figures.engagees)} engagées`,
  ].join(' · ');
}

function Plan({ plan, ouvrir }: { plan: PlanAnnee; ouvrir: Ouvrir }) {
  if (estVide(plan)) {
    return (
      <div className={styles.page}>
        <Carte>
          <EtatVide
            titre={`Rien n’est encore prévu en ${plan.annee}`}
            actions={
              <>
                <Button component={Link} to="/formation/sessions/nouvelle">
                  Nouvelle session
                </Button>
                <Button component={Link} to="/formation/besoins" variant="default">
                  Voir les besoins
                </Button>
              </>
            }
          >
            Le plan se remplit de lui-même : chaque session de l’année y apporte ses heures, ses stagiaires,
            son coût et ses financements.
          </EtatVide>
        </Carte>
        <BesoinsPlan plan={plan} />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <EssentielPlan plan={plan} ouvrir={ouvrir} />
      {plan.note.orientations === '' ? null : (
        <Carte
          titre="Orientations"
          suite={plan.note.presenteLe ? `présenté au CA le ${formaterDate(plan.note.presenteLe)}` : undefined}
        >
          <p className={styles.orientations}>{plan.note.orientations}</p>
        </Carte>
      )}
      <ImagePlan plan={plan} ouvrir={ouvrir} />
      <ArgentPlan plan={plan} />
      {tables(plan).map((table) => (
        <TableAxe key={table.axe} plan={plan} table={table} ouvrir={ouvrir} />
      ))}
      <SessionsPlan plan={plan} />
      <BesoinsPlan plan={plan} />
      <Carte titre="Ce que comptent ces chiffres">
        <dl className={bilans.definitions}>
          {DEFINITIONS_PLAN.map(({ terme, texte }) => (
            <div key={terme}>
              <dt>{terme}</dt>
              <dd>{insecables(texte)}</dd>
            </div>
          ))}
        </dl>
      </Carte>
    </div>
  );
}

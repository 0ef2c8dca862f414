import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { Sortie } from '../../shared/contrat.ts';
import { accorder, formaterDate, formaterDuree, insecables } from '../../shared/format.ts';
import { DEFINITIONS_ANNEE, FIGURES_ANNEE, type FigureAnnee } from '../../shared/immersions/objectifs.ts';
import { parties } from '../../shared/immersions/objectifs-parties.ts';
import { useAdresse } from '../app/adresse.ts';
import { useAnnee } from '../app/annee.ts';
import { useLecture } from '../app/operations.ts';
import bilans from '../bilans/bilans.module.css';
import { LignesDetail } from '../bilans/lignes-detail.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { PasAnnee } from '../components/pas-annee.tsx';
import { SortiesPapier } from '../components/sorties-papier.tsx';
import { EssentielAnnee } from './essentiel-annee.tsx';
import { FixerObjectifs } from './fixer-objectifs.tsx';
import styles from './objectifs.module.css';
import { PartieAnnee } from './partie-annee.tsx';

export type Annee = Sortie<'immersions.objectifs'>;
export type Ouvrir = (figure: FigureAnnee, code?: string) => void;

/** The year and the open figure live in the address. */
function useChoix() {
  const { annee, changerAnnee } = useAnnee();
  const [adresse, changerAdresse] = useAdresse();
  const figure = FIGURES_ANNEE.find((nom) => nom === adresse.get('figure')) ?? null;
  return {
    annee,
    figure,
    code: (adresse.get('code') ?? '').slice(0, 200),
    changerAnnee,
    ouvrir: (voulue: FigureAnnee | null, code = '') =>
      changerAdresse((actuelle) => {
        actuelle.delete('figure');
        actuelle.delete('code');
        if (voulue !== null) actuelle.set('figure', voulue);
        if (voulue !== null && code !== '') actuelle.set('code', code);
        return actuelle;
      }),
  };
}

/** What the immersions of a year come to, beside what was aimed at and the year before; every figure opens its rows. */
export function EcranObjectifs() {
  const { annee, figure, code, changerAnnee, ouvrir } = useChoix();
  const { data } = useLecture('immersions.objectifs', { annee }, { garderPrecedent: true });
  const [fixer, setFixer] = useState(false);
  return (
    <>
      <TetePage
        titre={`Immersions ${annee}`}
        fil={[{ label: 'Immersions', vers: '/immersions' }]}
        sous={data ? sousTitre(data) : '\u00a0'}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconTargetArrow size={17} stroke={1.6} />}
              onClick={() => setFixer(true)}
            >
              Fixer les objectifs
            </Button>
            <BoutonExporter operation="immersions.objectifsExport" entree={{ annee }} label="Tableur" />
            <SortiesPapier
              page="immersions.objectifsPage"
              pdf="immersions.objectifsPdf"
              entree={{ annee }}
              titre={`Immersions ${annee} sur papier`}
            />
          </>
        }
      />
      <PasAnnee annee={annee} changer={changerAnnee} />
      {data ? (
        <div className={styles.page}>
          <EssentielAnnee annee={data} ouvrir={ouvrir} />
          <div className={styles.deux}>
            {parties(data)
              .slice(1)
              .map((partie) => (
                <PartieAnnee key={partie.titre} annee={data} partie={partie} ouvrir={ouvrir} />
              ))}
          </div>
          <Carte titre="Ce que comptent ces chiffres">
            <dl className={bilans.definitions}>
              {DEFINITIONS_ANNEE.map(({ terme, texte }) => (
                <div key={terme}>
                  <dt>{terme}</dt>
                  <dd>{insecables(texte)}</dd>
                </div>
              ))}
            </dl>
          </Carte>
        </div>
      ) : (
        <Skeleton height={420} radius={10} />
      )}
      <Drawer
        opened={figure !== null}
        onClose={() => ouvrir(null)}
        position="right"
        size={560}
        title={data && figure ? titreDe(data, figure, code) : ''}
      >
        {figure ? (
          <LignesDetail
            operation="immersions.objectifsLignes"
            sortie="immersions.objectifsExportLignes"
            choix={{ annee, figure, code }}
            quand={String(annee)}
          />
        ) : null}
      </Drawer>
      {data && fixer ? <FixerObjectifs annee={data} fermer={() => setFixer(false)} /> : null}
    </>
  );
}

function sousTitre({ arreteAu, total, minutes, annee }: Annee): string {
  const quand = arreteAu
    ? `du 01/01/${annee} à aujourd’hui, ${formaterDate(arreteAu)}`
    : `année ${annee} entière`;
  return [
    quand,
    accorder(total.valeur, 'immersion commencée', 'immersions commencées'),
    formaterDuree(minutes),
  ].join(' · ');
}

const NOMS: Partial<Record<FigureAnnee, string>> = {
  a_venir: 'Immersions à venir',
  renouvellements: 'Renouvellements',
};

function titreDe(annee: Annee, figure: FigureAnnee, code: string): string {
  const groupe = parties(annee).find(({ mesures }) => mesures.some((ligne) => ligne.figure === figure));
  const trouvee = groupe?.mesures.find((ligne) => ligne.figure === figure && ligne.mesure.code === code);
  return NOMS[figure] ?? (trouvee ? `Immersions · ${trouvee.mesure.nom}` : 'Immersions');
}

import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Entree, Sortie } from '../../../shared/contrat.ts';
import { accorder } from '../../../shared/format.ts';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte } from '../../components/page.tsx';
import { AnnulerImport, changeQuelqueChose } from './annuler-import.tsx';
import styles from './importer.module.css';

type Rendu = Sortie<'reseau.runImport'>;

function lignesDuRendu({ creees, completees, identiques, ignorees, rejetees }: Rendu): string[] {
  return [
    creees > 0 && accorder(creees, 'fiche créée', 'fiches créées'),
    completees > 0 && accorder(completees, 'ligne a complété une fiche', 'lignes ont complété une fiche'),
    identiques > 0 && accorder(identiques, 'ligne déjà à jour', 'lignes déjà à jour'),
    ignorees > 0 && accorder(ignorees, 'ligne laissée de côté', 'lignes laissées de côté'),
    rejetees > 0 && accorder(rejetees, 'ligne rejetée', 'lignes rejetées'),
  ].filter((ligne) => ligne !== false);
}

/** What the import did, and the two ways on: look at it, or take it back. */
export function Resultat(props: {
  rendu: Rendu;
  /** The file and the choices made, to give back what was not imported. */
  demande: Entree<'reseau.runImport'>;
  recommencer: () => void;
}) {
  const { rendu } = props;
  const [annulation, setAnnulation] = useState(false);
  const [annule, setAnnule] = useState<Sortie<'reseau.undoImport'> | null>(null);
  const [titre, ...suite] = lignesDuRendu(rendu);
  const restantes = rendu.ignorees + rendu.rejetees;
  return (
    <Carte>
      <div className={styles.resultat}>
        <IconCircleCheck className={styles.succes} size={44} stroke={1.3} aria-hidden />
        <h2>{annule ? 'Import annulé' : titre}</h2>
        {annule ? (
          <p>
            {annule.gardees.length === 0
              ? 'Votre réseau est comme avant.'
              : `Votre réseau est comme avant, sauf ${accorder(annule.gardees.length, 'fiche gardée car elle a', 'fiches gardées car elles ont')} servi depuis.`}
          </p>
        ) : (
          <>
            {suite.length > 0 ? (
              <ul>
                {suite.map((ligne) => (
                  <li key={ligne}>{ligne}</li>
                ))}
              </ul>
            ) : null}
            <p>Une sauvegarde de vos données a été faite juste avant.</p>
          </>
        )}
        <div className={styles.gestes}>
          <Button component={Link} to="/reseau">
            Voir le réseau
          </Button>
          {restantes > 0 ? (
            <BoutonExporter
              operation="reseau.exportRejets"
              entree={props.demande}
              label={
                rendu.ignorees > 0 ? 'Exporter les lignes non importées' : 'Exporter les lignes rejetées'
              }
            />
          ) : null}
          {annule || !changeQuelqueChose(rendu) ? null : (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={17} stroke={1.6} />}
              onClick={() => setAnnulation(true)}
            >
              Annuler cet import
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<IconFileImport size={17} stroke={1.6} />}
            onClick={props.recommencer}
          >
            Importer une autre liste
          </Button>
        </div>
      </div>
      {annulation ? (
        <AnnulerImport importation={rendu} fermer={() => setAnnulation(false)} surAnnulation={setAnnule} />
      ) : null}
    </Carte>
  );
}

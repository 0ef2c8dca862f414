import { Button, Modal, Text } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import { ajouterJours, ajouterMois, estDateCivile } from '../../../shared/dates.ts';
import { accorder, formaterDuree, insecables } from '../../../shared/format.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { BoutonExporter } from '../../components/exporter.tsx';
import styles from './suivi.module.css';

/** The month before the one under way: what is declared now. */
function moisDernier(today: string): { du: string; au: string } {
  const premier = `${today.slice(0, 7)}-01`;
  return { du: ajouterMois(premier, -1), au: ajouterJours(premier, -1) };
}

function direTotal({ personnes, minutes }: { personnes: number; minutes: number }): string {
  if (personnes === 0) return 'Aucune heure faite sous contrat suspendu entre ces deux jours.';
  return insecables(
    `${formaterDuree(minutes)} faites par ${accorder(personnes, 'personne')} entre ces deux jours.`,
  );
}

function Periode({ fermer }: { fermer: () => void }) {
  const today = useJour();
  const [{ du, au }, setPeriode] = useState<{ du: string | null; au: string | null }>(moisDernier(today));
  const lisible = du !== null && au !== null && estDateCivile(du) && estDateCivile(au);
  const juste = lisible && du <= au;
  const periode = { du: juste ? du : today, au: juste ? au : today };
  const { data } = useLecture('immersions.heures', periode, { actif: juste, garderPrecedent: true });
  return (
    <>
      <Text size="sm">
        Quand le contrat de travail est suspendu pendant l’immersion, le prescripteur couvre l’accident du
        travail et déclare à l’URSSAF les heures réellement faites. Quand il est maintenu, l’employeur
        continue comme d’habitude : ces heures n’y sont pas.
      </Text>
      <div className={styles.periode}>
        <ChampDate label="Du" data-autofocus value={du} onChange={(jour) => setPeriode({ du: jour, au })} />
        <ChampDate
          label="Au"
          value={au}
          error={lisible && !juste ? 'Le dernier jour précède le premier.' : undefined}
          onChange={(jour) => setPeriode({ du, au: jour })}
        />
      </div>
      <p className={styles.totalHeures} role="status">
        {juste && data ? direTotal(data) : ' '}
      </p>
      <div className={styles.piedHeures}>
        <BoutonExporter
          operation="immersions.heuresExport"
          entree={periode}
          label="Exporter les heures"
          disabled={!juste || data?.lignes === 0}
        />
        <Button variant="default" onClick={fermer}>
          Fermer
        </Button>
      </div>
    </>
  );
}

/** Hours of suspended contracts, for who declares them. */
export function BoutonHeuresUrssaf() {
  const [ouvert, setOuvert] = useState(false);
  const fermer = () => setOuvert(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconClockHour4 size={17} stroke={1.6} />}
        onClick={() => setOuvert(true)}
      >
        Heures URSSAF
      </Button>
      <Modal
        opened={ouvert}
        onClose={fermer}
        title="Heures à déclarer à l’URSSAF"
        size={520}
        closeButtonProps={{ 'aria-label': 'Fermer' }}
      >
        {ouvert && <Periode fermer={fermer} />}
      </Modal>
    </>
  );
}

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { formaterMoment, formaterTaille, LIBELLES_MOTIF } from '../../shared/donnees/regles.ts';
import type { Sauvegarde } from '../../shared/donnees/schema.ts';
import { useExport } from '../app/telecharger.ts';
import styles from './donnees.module.css';
import { ConfirmerRestauration } from './restauration.tsx';

const capitale = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** The backups, newest first, each with what can be done with it. */
export function ListeSauvegardes(props: { sauvegardes: readonly Sauvegarde[]; restaurable: boolean }) {
  const [choisie, setChoisie] = useState<Sauvegarde | null>(null);
  const { exporter, enCours } = useExport('donnees.exportBackup');
  const maintenant = new Date();
  return (
    <>
      <table className={styles.liste}>
        <thead>
          <tr>
            <th scope="col">Faite</th>
            <th scope="col">Pourquoi</th>
            <th scope="col">Relecture</th>
            <th scope="col" className={styles.nombre}>
              Taille
            </th>
            <th scope="col">
              <span className="visuellement-cache">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.sauvegardes.map((sauvegarde) => {
            const moment = formaterMoment(sauvegarde.le, maintenant);
            const motif = LIBELLES_MOTIF[sauvegarde.motif];
            const designation = `la sauvegarde faite ${moment} (${motif.toLowerCase()})`;
            return (
              <tr key={sauvegarde.id}>
                <th scope="row">{capitale(moment)}</th>
                <td>{motif}</td>
                <td>
                  {sauvegarde.verifiee ? (
                    <span className={styles.verifiee}>
                      <IconCircleCheck size={16} stroke={1.6} aria-hidden />
                      Vérifiée
                    </span>
                  ) : (
                    'Telle quelle'
                  )}
                </td>
                <td className={styles.nombre}>{formaterTaille(sauvegarde.taille)}</td>
                <td>
                  <div className={styles.gestes}>
                    {props.restaurable ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => setChoisie(sauvegarde)}
                        aria-label={`Restaurer ${designation}`}
                      >
                        Restaurer
                      </Button>
                    ) : null}
                    <Tooltip label="Enregistrer une copie ailleurs">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        disabled={enCours}
                        onClick={() => void exporter({ id: sauvegarde.id })}
                        aria-label={`Enregistrer ailleurs une copie de ${designation}`}
                      >
                        <IconDownload size={18} stroke={1.6} />
                      </ActionIcon>
                    </Tooltip>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {choisie ? <ConfirmerRestauration sauvegarde={choisie} onClose={() => setChoisie(null)} /> : null}
    </>
  );
}

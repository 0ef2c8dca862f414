import { Button } from '@mantine/core';
import { useState } from 'react';
import { formaterMoment } from '../../../shared/donnees/regles.ts';
import { accorder } from '../../../shared/format.ts';
import type { ImportFait } from '../../../shared/reseau/import/schema.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, Pilule } from '../../components/page.tsx';
import { AnnulerImport, changeQuelqueChose } from './annuler-import.tsx';
import styles from './importer.module.css';

function resume({ creees, completees, identiques, ignorees, rejetees }: ImportFait): string {
  return [
    creees > 0 && accorder(creees, 'fiche créée', 'fiches créées'),
    completees > 0 && accorder(completees, 'ligne de complément', 'lignes de complément'),
    identiques > 0 && accorder(identiques, 'déjà à jour', 'déjà à jour'),
    ignorees > 0 && accorder(ignorees, 'laissée de côté', 'laissées de côté'),
    rejetees > 0 && accorder(rejetees, 'rejetée'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Imports shown at first. */
const PAGE = 20;

const capitale = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** Past imports, each of which can still be undone. Nothing when there is none. */
export function ImportsPrecedents() {
  const [nombre, setNombre] = useState(PAGE);
  const { data: imports = [] } = useLecture('reseau.imports', { nombre }, { garderPrecedent: true });
  const [choisi, setChoisi] = useState<ImportFait | null>(null);
  const maintenant = new Date();
  return (
    <>
      {imports.length > 0 ? (
        <Carte titre="Imports précédents" className={styles.suite} sansMarge>
          <table className={styles.imports} aria-label="Imports précédents">
            <thead className={styles.titres}>
              <tr>
                <th scope="col">Fichier</th>
                <th scope="col">Importé</th>
                <th scope="col">Résultat</th>
                <th scope="col">
                  <span className="visuellement-cache">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {imports.map((fait) => (
                <tr key={fait.id}>
                  <th scope="row" className={styles.libelle}>
                    {fait.fichier}
                  </th>
                  <td>{capitale(formaterMoment(fait.importeLe, maintenant))}</td>
                  <td>{resume(fait)}</td>
                  <td className={styles.geste}>
                    {fait.annuleLe === null && changeQuelqueChose(fait) ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Annuler cet import : ${fait.fichier}`}
                        onClick={() => setChoisi(fait)}
                      >
                        Annuler cet import
                      </Button>
                    ) : null}
                    {fait.annuleLe === null ? null : (
                      <Pilule ton="neutre">Annulé {formaterMoment(fait.annuleLe, maintenant)}</Pilule>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {imports.length === nombre ? (
            <Button variant="subtle" fullWidth onClick={() => setNombre(nombre * 5)}>
              Afficher les plus anciens
            </Button>
          ) : null}
        </Carte>
      ) : null}
      {choisi ? <AnnulerImport importation={choisi} fermer={() => setChoisi(null)} /> : null}
    </>
  );
}

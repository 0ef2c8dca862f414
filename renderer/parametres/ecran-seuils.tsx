import { Stack } from '@mantine/core';
import { GROUPES_SEUILS } from '../../shared/parametres/seuils.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { Carte, TetePage } from '../components/page.tsx';
import { LigneSeuil } from './ligne-seuil.tsx';
import styles from './seuils.module.css';

/** The limits that checks compare with and the amounts that figures count with: what ships, what the structure reads, from when and why. */
export function EcranSeuils() {
  const today = useJour();
  const { data } = useLecture('parametres.seuils', {});
  return (
    <>
      <TetePage
        titre="Seuils de contrôle"
        fil={[{ label: 'Paramètres', vers: '/parametres' }]}
        sous="Les limites auxquelles une immersion ou un parcours est comparé, et les repères de la formation. Une valeur change ? Donnez-la avec son premier jour : ce qui a commencé avant garde l’ancienne."
      />
      {data && (
        <Stack maw={900} gap="md">
          {GROUPES_SEUILS.map(({ titre, seuils }) => (
            <Carte key={titre} titre={titre} sansMarge>
              <ul className={styles.seuils}>
                {seuils.map((seuil) => (
                  <LigneSeuil
                    key={seuil.code}
                    seuil={seuil}
                    propres={data.filter(({ code }) => code === seuil.code)}
                    today={today}
                  />
                ))}
              </ul>
            </Carte>
          ))}
        </Stack>
      )}
    </>
  );
}

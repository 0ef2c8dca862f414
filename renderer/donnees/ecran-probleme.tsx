import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formaterMoment } from '../../shared/donnees/regles.ts';
import type { CodeErreur } from '../../shared/erreurs.ts';
import { useAction, useLecture } from '../app/operations.ts';
import styles from './donnees.module.css';
import { ouvrirDossier } from './ouvrir-dossier.ts';
import { problemeDe } from './problemes.ts';
import { VosSauvegardes } from './vos-sauvegardes.tsx';

/** The data cannot be opened: what happened, what to do, and the two ways out. Never a path, never a code. */
export function EcranProbleme({ code, message }: { code: CodeErreur; message?: string }) {
  const { titre, cause, conseil, icone: Icone, restauration } = problemeDe(code, message);
  const { data: sauvegardes = [] } = useLecture('donnees.backups', {}, { actif: restauration !== 'non' });
  const [choix, setChoix] = useState(false);
  const [echec, setEchec] = useState<string | null>(null);
  const rouvrir = useAction('donnees.reopen');
  useEffect(() => {
    document.title = `${titre} · Passerelle`;
  }, [titre]);

  async function reessayer() {
    const etat = await rouvrir.mutateAsync({}).catch(() => null);
    if (!etat?.ouverte) {
      setEchec(`Nouvel essai ${formaterMoment(new Date().toISOString(), new Date())} : rien n’a changé.`);
    }
  }

  const conseillee = restauration === 'conseillee';
  const proposee = conseillee || (restauration === 'possible' && sauvegardes.length > 0);
  return (
    <main className={styles.probleme}>
      <div className={styles.panneau}>
        <span className={styles.medaillon} aria-hidden>
          <Icone size={30} stroke={1.5} />
        </span>
        <h1>{titre}</h1>
        <p>{cause}</p>
        <p>
          <strong>Que faire ?</strong> {conseil}
        </p>
        <div className={styles.boutons}>
          <Button
            variant={conseillee ? 'default' : 'filled'}
            onClick={() => void reessayer()}
            loading={rouvrir.isPending}
          >
            Réessayer
          </Button>
          {proposee ? (
            <Button
              variant={conseillee ? 'filled' : 'default'}
              onClick={() => setChoix(!choix)}
              aria-expanded={choix}
            >
              Choisir une sauvegarde
            </Button>
          ) : (
            <Button variant="default" onClick={ouvrirDossier}>
              Ouvrir le dossier des données
            </Button>
          )}
        </div>
        <p className={styles.essai} role="status">
          {echec}
        </p>
      </div>
      {proposee && choix ? (
        <VosSauvegardes
          titre="Vos sauvegardes"
          vide="Si vous en avez une sur une clé ou un autre ordinateur, ajoutez-la depuis son fichier."
          className={styles.choix}
          restaurable
        />
      ) : null}
    </main>
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconReceipt, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formaterDuree, insecables } from '../../../shared/format.ts';
import type { CoutSaisiLu, FinancementSession } from '../../../shared/formation/financement.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { PHASES_COUT } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { Carte, EtatVide } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import styles from './financement.module.css';
import { retirerCout } from './gestes.ts';

type Calcule = FinancementSession['couts'][number];

/** What the session costs, by phase: formulas as long as nothing was typed, then what was typed. */
export function Couts(props: {
  sessionId: string;
  financement: FinancementSession;
  ajouter: () => void;
  modifier: (cout: CoutSaisiLu) => void;
  facturer: (cout: Calcule) => void;
}) {
  const { financement } = props;
  const { couts, saisis, exercices, salairesRealises } = financement;
  const plusieurs = new Set([...exercices, ...couts.map(({ exercice }) => exercice)]).size > 1;
  const annee = (exercice: number) => (plusieurs ? ` · ${exercice}` : '');
  const prevu = couts.reduce((somme, { prevuCentimes }) => somme + prevuCentimes, 0);
  const compte = couts.reduce((somme, { centimes }) => somme + centimes, 0);
  const lignes = PHASES_COUT.valeurs.flatMap(({ code }) => [
    ...couts.filter(({ phase, calcule }) => phase === code && calcule),
    ...saisis.filter(({ phase }) => phase === code),
  ]);
  return (
    <Carte
      titre="Coûts"
      sansMarge
      suite={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.7} />}
          onClick={props.ajouter}
        >
          Ajouter un coût
        </Button>
      }
    >
      {lignes.length === 0 ? (
        <EtatVide
          titre="Aucun coût n’est connu"
          actions={
            <Button component={Link} to={`/formation/sessions/${props.sessionId}/modifier`} variant="default">
              Modifier la session
            </Button>
          }
        >
          Le prix de la session est à 0 €, ou personne n’est encore prévu : indiquez le prix et les stagiaires
          prévus dans la session, ou ajoutez un coût ici.
        </EtatVide>
      ) : (
        <div className={styles.table}>
          <Tableau
            nu
            label="Coûts"
            entetes={
              <>
                <Colonne>Poste</Colonne>
                <Colonne droite largeur={120}>
                  Prévu
                </Colonne>
                <Colonne droite largeur={120}>
                  Réel
                </Colonne>
                <Colonne largeur={92}>
                  <span className="visuellement-cache">Gestes</span>
                </Colonne>
              </>
            }
          >
            {lignes.map((ligne) =>
              'calcule' in ligne ? (
                <tr key={`${ligne.phase} ${ligne.exercice}`}>
                  <td>
                    <strong>
                      {label(PHASES_COUT, ligne.phase)}
                      {annee(ligne.exercice)}
                    </strong>
                    <small>{ligne.formule}</small>
                    {ligne.phase === 'salaires' && salairesRealises ? (
                      <small>
                        {insecables(
                          `Présences saisies : ${formaterDuree(salairesRealises.minutes)}, soit ${formaterEuros(salairesRealises.centimes)}`,
                        )}
                      </small>
                    ) : null}
                  </td>
                  <td className={styles.euros}>{formaterEuros(ligne.prevuCentimes)}</td>
                  <td className={styles.euros}>
                    <span className={styles.rien}>à venir</span>
                  </td>
                  <td className={styles.gestes}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={30}
                      aria-label={insecables(`Noter la facture : ${label(PHASES_COUT, ligne.phase)}`)}
                      title="Noter la facture"
                      onClick={() => props.facturer(ligne)}
                    >
                      <IconReceipt size={17} stroke={1.6} />
                    </ActionIcon>
                  </td>
                </tr>
              ) : (
                <tr key={ligne.id}>
                  <td>
                    <strong>
                      {label(PHASES_COUT, ligne.phase)}
                      {annee(ligne.exercice)}
                    </strong>
                    <small>{ligne.libelle || 'saisi'}</small>
                  </td>
                  <td className={styles.euros}>{formaterEuros(ligne.prevuCentimes)}</td>
                  <td className={styles.euros}>
                    {ligne.reelCentimes === null ? (
                      <span className={styles.rien}>à venir</span>
                    ) : (
                      formaterEuros(ligne.reelCentimes)
                    )}
                  </td>
                  <td className={styles.gestes}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={30}
                      aria-label={insecables(
                        `Modifier : ${ligne.libelle || label(PHASES_COUT, ligne.phase)}`,
                      )}
                      onClick={() => props.modifier(ligne)}
                    >
                      <IconPencil size={16} stroke={1.6} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={30}
                      aria-label={insecables(`Retirer : ${ligne.libelle || label(PHASES_COUT, ligne.phase)}`)}
                      onClick={() => void retirerCout(ligne)}
                    >
                      <IconTrash size={16} stroke={1.6} />
                    </ActionIcon>
                  </td>
                </tr>
              ),
            )}
            <tr className={styles.total}>
              <td>
                <strong>Total</strong>
                {compte === prevu ? null : <small>réel quand il est connu, prévu sinon</small>}
              </td>
              <td className={styles.euros}>
                <strong>{formaterEuros(prevu)}</strong>
              </td>
              <td className={styles.euros}>
                {compte === prevu ? '' : <strong>{formaterEuros(compte)}</strong>}
              </td>
              <td />
            </tr>
          </Tableau>
        </div>
      )}
    </Carte>
  );
}

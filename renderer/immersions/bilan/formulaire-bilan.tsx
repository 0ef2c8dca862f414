import { Button, SimpleGrid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import {
  type BilanLu,
  type BilanSaisie,
  fautesBilan,
  realisationProposee,
} from '../../../shared/immersions/bilan.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { DECISIONS, OBJECTIFS_ATTEINTS, REALISATIONS } from '../../../shared/nomenclatures/immersions.ts';
import { useJour } from '../../app/jour.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { GardeSaisie, useFormulaire } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './bilan.module.css';
import { Choix } from './choix.tsx';
import { Embauche } from './embauche.tsx';
import { LienRenouvellement } from './renouveler.tsx';

const options = <C extends string>(valeurs: readonly { code: C; label: string }[]) =>
  valeurs.map(({ code, label }) => ({ value: code, label }));

/** How it went is proposed from the presences, and the day is today, while nothing was ever kept. */
function depart(fiche: ImmersionFiche, bilan: BilanLu, today: string): BilanSaisie & { id: string } {
  const { realisation, avisSalarie, avisAccueil, avisStructure, objectifs, decision, suite, date } = bilan;
  const neuf = realisation === '';
  return {
    id: fiche.id,
    realisation: neuf ? realisationProposee(fiche, bilan.heures) : realisation,
    avisSalarie,
    avisAccueil,
    avisStructure,
    objectifs,
    decision,
    suite,
    date: neuf ? (date ?? today) : date,
  };
}

/** The bilan while it is being written: saved at any time, closed once it says enough. */
export function FormulaireBilan({ fiche, bilan }: { fiche: ImmersionFiche; bilan: BilanLu }) {
  const today = useJour();
  const aClore = useRef(false);
  const [refusClore, setRefusClore] = useState<{ message: string; champs: boolean } | null>(null);
  const [cloture, setCloture] = useState(false);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.saveBilan',
    depart(fiche, bilan, today),
    () => {
      if (aClore.current) void clore();
      else notifications.show({ message: 'Le bilan est enregistré.' });
    },
    'bilan',
  );
  const saisie = form.values as BilanSaisie;
  const absente = saisie.realisation === 'absente';
  const contredit = fautesBilan(saisie, fiche, today);

  /** Said until the last field it was about is filled. */
  const refuse =
    refusClore && (!refusClore.champs || Object.keys(form.errors).length > 0) ? refusClore.message : null;

  async function clore() {
    aClore.current = false;
    setCloture(true);
    try {
      await appeler('immersions.closeBilan', { id: fiche.id });
      annoncerAnnulable('Le bilan est clos.', () => appeler('immersions.reopenBilan', { id: fiche.id }));
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      const champs = erreur.enveloppe.champs ?? {};
      form.setErrors(champs);
      setRefusClore({ message: erreur.message, champs: Object.keys(champs).length > 0 });
      const [premier] = Object.keys(champs);
      if (premier) form.getInputNode(premier as never)?.focus();
    } finally {
      setCloture(false);
    }
  }
  async function enregistrer(puisClore: boolean) {
    setRefusClore(null);
    aClore.current = puisClore;
    await envoyer();
    aClore.current = false;
  }
  return (
    <form
      className={styles.colonne}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void enregistrer(false);
      }}
    >
      <GardeSaisie modifie={form.isDirty()} />
      <Carte titre="Comment elle s’est passée">
        <div className={styles.pile}>
          <Choix
            legende="L’immersion a été"
            options={options(REALISATIONS.valeurs)}
            {...form.getInputProps('realisation')}
            error={form.errors.realisation ?? contredit.realisation}
          />
          {absente ? (
            <p className={styles.note}>
              Aucune heure ne sera comptée. Il n’y a rien à évaluer : dites seulement ce qui s’est passé et ce
              qui suit.
            </p>
          ) : (
            <Choix
              legende="Les objectifs sont"
              description={fiche.objectifs || undefined}
              options={options(OBJECTIFS_ATTEINTS.valeurs)}
              {...form.getInputProps('objectifs')}
            />
          )}
          <SimpleGrid cols={2}>
            <ChampDate
              label={absente ? 'Constaté le' : 'Bilan fait à trois le'}
              sens="passe"
              min={fiche.debut ?? undefined}
              max={today}
              {...form.getInputProps('date')}
            />
          </SimpleGrid>
        </div>
      </Carte>
      <Carte titre={absente ? 'Ce qui s’est passé' : 'Ce que chacun en dit'}>
        <div className={styles.pile}>
          {!absente && (
            <>
              <TexteLibre
                label={nomComplet(fiche.salarie)}
                placeholder="Ce qui a plu, ce qui a été difficile, ce que cela change au projet"
                maxLength={4000}
                {...form.getInputProps('avisSalarie')}
              />
              <TexteLibre
                label={[fiche.organisation.nom, fiche.tuteurNom].filter(Boolean).join(', ')}
                placeholder="Ce qui est réussi, ce qui reste à travailler, un conseil"
                maxLength={4000}
                {...form.getInputProps('avisAccueil')}
              />
            </>
          )}
          <TexteLibre
            label="Notre structure"
            placeholder={
              absente
                ? 'Ce que l’on sait de l’absence, sans parler de santé'
                : 'Ce que l’on en retient pour le parcours'
            }
            maxLength={4000}
            {...form.getInputProps('avisStructure')}
          />
        </div>
      </Carte>
      <Carte titre={absente ? 'Ce qui suit' : 'Ce qui est décidé'}>
        <div className={styles.pile}>
          {!absente && (
            <Choix
              legende="Décision"
              options={options(DECISIONS.valeurs).map((option) => ({
                ...option,
                disabled: option.value === 'renouvellement' && fiche.renouvelleId !== null,
              }))}
              {...form.getInputProps('decision')}
              description={
                fiche.renouvelleId === null
                  ? undefined
                  : 'Cette immersion en renouvelle déjà une autre : elle ne se renouvelle pas.'
              }
            />
          )}
          {!absente && saisie.decision === 'renouvellement' && <LienRenouvellement fiche={fiche} />}
          <TexteLibre
            label="La suite"
            placeholder="Qui fait quoi, pour quand"
            maxLength={2000}
            {...form.getInputProps('suite')}
          />
        </div>
      </Carte>
      <Embauche fiche={fiche} bilan={bilan} decidee={!absente && saisie.decision === 'embauche'} />
      <div className={styles.pied}>
        <Button type="submit" variant="default" loading={enCours && !aClore.current}>
          Enregistrer
        </Button>
        <Button
          leftSection={<IconLock size={16} stroke={1.6} />}
          loading={cloture}
          onClick={() => void enregistrer(true)}
        >
          Clore le bilan
        </Button>
        <span className={styles.refus} role="alert">
          {refus ?? refuse}
        </span>
      </div>
    </form>
  );
}

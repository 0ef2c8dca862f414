import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { accorder } from '../../../shared/format.ts';
import { ENTIER, type Phase, poidsPart, repartir } from '../../../shared/formation/couts.ts';
import type { FinancementSession } from '../../../shared/formation/financement.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import { ChampPart } from '../../components/champ-lu.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { ChampExercice } from './champ-exercice.tsx';
import { ChoixFinanceur } from './choix-financeur.tsx';
import { POSTES } from './fenetre-cout.tsx';
import { baseDe } from './fenetre-ligne.tsx';
import styles from './financement.module.css';

/** Ways a cost is usually shared. */
const MODELES = [
  { label: '70 % / 30 %', parts: [700, 300] },
  { label: 'Moitié-moitié', parts: [500, 500] },
  { label: 'Trois tiers', parts: [333, 333, 333] },
  { label: 'Un seul financeur', parts: [1000] },
];

interface Ligne {
  organisationId: string | null;
  part: number;
}

const vide = (part: number): Ligne => ({ organisationId: '', part });

/** Several funders of one cost in one gesture; amounts are said as one types. */
export function FenetreRepartition(props: {
  financement: FinancementSession;
  phase: Phase;
  fermer: () => void;
}) {
  const { financement, fermer } = props;
  const { session, exercices } = financement;
  /** Rows that own funds pay, by rank. */
  const [propres, setPropres] = useState<boolean[]>([]);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.repartirFinancement',
    {
      sessionId: session.id,
      phase: props.phase,
      exercice: exercices[0]!,
      parts: MODELES[0]!.parts.map(vide),
    },
    ({ ids }) => {
      fermer();
      annoncerAnnulable(
        ids.length > 1 ? `${accorder(ids.length, 'financement')} sont notés.` : 'Le financement est noté.',
        () => appeler('formation.archiveFinancement', { ids }),
      );
    },
    'repartition',
  );
  const { parts, phase, exercice } = form.values as unknown as {
    parts: Ligne[];
    phase: Phase;
    exercice: number;
  };
  const base = baseDe(financement, phase, exercice);
  const lues = parts.map(({ part }) => (Number.isInteger(part) && part > 0 ? part : 0));
  const montants = repartir(base, lues.map(poidsPart), ENTIER);
  const reste = base - montants.reduce((somme, lu) => somme + lu, 0);
  const changer = (rang: number, valeurs: Partial<Ligne>) =>
    form.setFieldValue(
      'parts',
      parts.map((ligne, autre) => (autre === rang ? { ...ligne, ...valeurs } : ligne)) as never,
    );
  return (
    <FenetreSaisie
      titre="Répartir un coût entre financeurs"
      taille={780}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <Select label="Poste" data={POSTES} allowDeselect={false} {...form.getInputProps('phase')} />
        <ChampExercice {...form.getInputProps('exercice')} />
      </div>
      <Group gap={6} mt="sm">
        {MODELES.map((modele) => (
          <Button
            key={modele.label}
            size="compact-sm"
            variant="default"
            onClick={() => {
              setPropres(propres.slice(0, modele.parts.length));
              form.setFieldValue(
                'parts',
                modele.parts.map((part, rang) => ({ ...(parts[rang] ?? vide(part)), part })) as never,
              );
            }}
          >
            {modele.label}
          </Button>
        ))}
      </Group>
      <ul className={styles.parts} aria-label="Financeurs">
        {parts.map((ligne, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own.
          <li key={rang}>
            <ChoixFinanceur
              label={`Financeur ${rang + 1}`}
              autoFocus={rang === 0}
              value={ligne.organisationId || null}
              propres={propres[rang] ?? false}
              error={form.errors[`parts.${rang}.organisationId`]}
              changer={(id, siens) => {
                setPropres(parts.map((_, autre) => (autre === rang ? siens : (propres[autre] ?? false))));
                changer(rang, { organisationId: siens ? null : (id ?? '') });
              }}
            />
            <ChampPart
              label={`Part ${rang + 1}`}
              value={ligne.part}
              error={form.errors[`parts.${rang}.part`]}
              onChange={(part) => changer(rang, { part: part ?? Number.NaN })}
            />
            <output className={styles.montant}>{formaterEuros(montants[rang]!)}</output>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Retirer le financeur ${rang + 1}`}
              disabled={parts.length === 1}
              onClick={() => {
                setPropres(propres.filter((_, autre) => autre !== rang));
                form.setFieldValue('parts', parts.filter((_, autre) => autre !== rang) as never);
              }}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles.piedParts}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.6} />}
          disabled={parts.length >= 6}
          onClick={() =>
            form.setFieldValue('parts', [
              ...parts,
              vide(Math.max(1, 1000 - lues.reduce((somme, lu) => somme + lu, 0))),
            ] as never)
          }
        >
          Ajouter un financeur
        </Button>
        <span role="status">
          {base === 0
            ? 'Ce poste ne coûte rien cette année-là.'
            : reste > 0
              ? `Coût de ${formaterEuros(base)} : ${formaterEuros(reste)} restent à couvrir.`
              : `Coût de ${formaterEuros(base)}, entièrement couvert.`}
        </span>
      </div>
    </FenetreSaisie>
  );
}

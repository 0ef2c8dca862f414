import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { INDICATEURS, trouverIndicateur } from '../../shared/bilans/catalogue.ts';
import { RUBRIQUES, type Rubrique, uniteDe } from '../../shared/bilans/indicateur.ts';
import { anneeUtile, douteNumeroAnnexe } from '../../shared/conventions/regles.ts';
import type {
  AnnexeLue,
  ConventionFiche,
  EcheanceLue,
  ObjectifLu,
  VersementLu,
} from '../../shared/conventions/schema.ts';
import { ECRITURES } from '../../shared/conventions/valeurs.ts';
import { insecables } from '../../shared/format.ts';
import { useJour } from '../app/jour.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { ChampEtp, ChampLu, ChampMontant, ChampPart } from '../components/champ-lu.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import styles from './conventions.module.css';
import { periodeAnnee } from './objectifs.tsx';

interface Commun {
  convention: ConventionFiche;
  fermer: () => void;
}

/** Closes a window whose form was kept, and says so. */
const garde = (fermer: () => void, message: string) => () => {
  fermer();
  notifications.show({ message });
};

export function FenetreAnnexe({ convention, annexe, fermer }: Commun & { annexe: AnnexeLue | null }) {
  const today = useJour();
  const annee = periodeAnnee(convention, anneeUtile(convention, today));
  const { form, ...etat } = useFormulaire(
    'conventions.saveAnnexe',
    {
      id: annexe?.id ?? null,
      conventionId: convention.id,
      numero: annexe?.numero ?? '',
      debut: annexe?.debut ?? annee.debut,
      fin: annexe?.fin ?? annee.fin,
      etpCentiemes: annexe?.etpCentiemes ?? null,
      centimes: annexe?.centimes ?? null,
      partDepartement: annexe?.partDepartement ?? null,
    },
    garde(fermer, annexe ? 'L’annexe est corrigée.' : 'L’annexe est ajoutée.'),
    'annexe',
  );
  const { numero, debut } = form.values;
  return (
    <FenetreSaisie
      titre={annexe ? 'Modifier l’annexe' : 'Ajouter une annexe financière'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...etat}
    >
      <div className={styles.champs}>
        <TextInput
          className={styles.pleine}
          label="Numéro"
          placeholder="ACI063260012A1"
          maxLength={60}
          autoComplete="off"
          data-autofocus
          description={douteNumeroAnnexe(String(numero ?? '').trim(), String(debut ?? ''))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('numero')}
        />
        <ChampDate label="Du" withAsterisk {...form.getInputProps('debut')} />
        <ChampDate label="Au" withAsterisk {...form.getInputProps('fin')} />
        <ChampEtp label="ETP conventionnés" {...form.getInputProps('etpCentiemes')} />
        <ChampMontant label="Montant" {...form.getInputProps('centimes')} />
        <ChampPart
          label="Part du département"
          placeholder=""
          description="Vide s’il ne cofinance pas"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('partDepartement')}
        />
      </div>
    </FenetreSaisie>
  );
}

export function FenetreVersement(props: Commun & { versement: VersementLu | null }) {
  const { convention, versement, fermer } = props;
  const today = useJour();
  const { form, ...etat } = useFormulaire(
    'conventions.saveVersement',
    {
      id: versement?.id ?? null,
      conventionId: convention.id,
      date: versement?.date ?? today,
      centimes: versement?.centimes ?? (Number.NaN as number),
      libelle: versement?.libelle ?? '',
    },
    garde(fermer, versement ? 'Le versement est corrigé.' : 'Le versement est noté.'),
    'versement',
  );
  const champ = form.getInputProps('centimes');
  return (
    <FenetreSaisie
      titre={versement ? 'Modifier le versement' : 'Noter un versement'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...etat}
    >
      <div className={styles.champs}>
        <ChampMontant label="Montant reçu" withAsterisk data-autofocus {...champ} />
        <ChampDate label="Le" withAsterisk sens="passe" max={today} {...form.getInputProps('date')} />
        <TextInput
          className={styles.pleine}
          label="De quoi s’agit-il ?"
          placeholder="Acompte, solde, virement n°…"
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('libelle')}
        />
      </div>
    </FenetreSaisie>
  );
}

export function FenetreEcheance(props: Commun & { echeance: EcheanceLue | null }) {
  const { convention, echeance, fermer } = props;
  const { form, ...etat } = useFormulaire(
    'conventions.saveEcheance',
    {
      id: echeance?.id ?? null,
      conventionId: convention.id,
      libelle: echeance?.libelle ?? '',
      date: echeance?.date ?? '',
      debut: echeance?.debut ?? null,
      fin: echeance?.fin ?? null,
    },
    garde(fermer, echeance ? 'L’échéance est corrigée.' : 'L’échéance est ajoutée.'),
    'echeance',
  );
  return (
    <FenetreSaisie
      titre={echeance ? 'Modifier l’échéance' : 'Ajouter une échéance'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...etat}
    >
      <div className={styles.champs}>
        <TextInput
          className={styles.pleine}
          label="Ce qui est à rendre"
          placeholder="Bilan intermédiaire, demande de solde…"
          withAsterisk
          maxLength={200}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('libelle')}
        />
        <ChampDate label="Pour le" withAsterisk {...form.getInputProps('date')} />
        <span />
        <ChampDate label="Période du bilan : du" {...form.getInputProps('debut')} />
        <ChampDate label="au" {...form.getInputProps('fin')} />
        <p className={`${styles.aide} ${styles.pleine}`}>
          {insecables('Sans période, c’est autre chose qu’un bilan : une pièce, une demande d’acompte.')}
        </p>
      </div>
    </FenetreSaisie>
  );
}

/** Indicators that can be aimed at, by heading. */
function choixIndicateurs(deja: readonly string[]) {
  const libres = INDICATEURS.filter(({ code }) => !deja.includes(code));
  return (Object.entries(RUBRIQUES) as [Rubrique, string][])
    .map(([rubrique, group]) => ({
      group,
      items: libres
        .filter((indicateur) => indicateur.rubrique === rubrique)
        .map(({ code, label }) => ({ value: code, label })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** A value typed in the unit of its indicator. */
function ChampValeur(props: { code: string; champ: object; label: ReactNode }) {
  const indicateur = trouverIndicateur(props.code);
  if (!indicateur) return null;
  const { lire, ecrire, suffixe, exemple } = ECRITURES[uniteDe(indicateur)];
  return (
    <ChampLu
      // Another indicator has another unit: what was typed for the one before means nothing here.
      key={props.code}
      label={props.label}
      withAsterisk
      placeholder={exemple}
      rightSection={suffixe || undefined}
      rightSectionWidth={suffixe.length > 1 ? 48 : undefined}
      {...props.champ}
      lire={lire}
      ecrire={ecrire}
      exemple={exemple}
    />
  );
}

export function FenetreObjectif(props: Commun & { annee: number; objectif: ObjectifLu | null }) {
  const { convention, annee, objectif, fermer } = props;
  const [code, setCode] = useState(objectif?.indicateur ?? '');
  const { form, ...etat } = useFormulaire(
    'conventions.saveObjectif',
    {
      conventionId: convention.id,
      annee,
      indicateur: code,
      valeur: objectif?.valeur ?? (Number.NaN as number),
    },
    garde(fermer, objectif ? 'L’objectif est corrigé.' : 'L’objectif est fixé.'),
    'objectif',
  );
  const indicateur = trouverIndicateur(code);
  const deja = convention.objectifs
    .filter((autre) => autre.annee === annee && autre.indicateur !== objectif?.indicateur)
    .map((autre) => autre.indicateur);
  const champ = form.getInputProps('valeur');
  return (
    <FenetreSaisie
      titre={objectif ? `Modifier un objectif ${annee}` : `Ajouter un objectif ${annee}`}
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...etat}
    >
      <div className={styles.champs}>
        <Select
          className={styles.pleine}
          label="Indicateur"
          placeholder="Immersions, sorties dynamiques…"
          withAsterisk
          searchable
          allowDeselect={false}
          disabled={objectif !== null}
          data-autofocus={objectif === null || undefined}
          nothingFoundMessage="Aucun indicateur de ce nom."
          limit={200}
          data={choixIndicateurs(deja)}
          description={indicateur?.formule}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('indicateur')}
          value={code || null}
          onChange={(choisi) => {
            setCode(choisi ?? '');
            form.setFieldValue('indicateur', (choisi ?? '') as never);
            form.setFieldValue('valeur', Number.NaN as never);
          }}
        />
        {indicateur ? (
          <ChampValeur
            code={code}
            champ={champ}
            label={indicateur.sens === 'baisse' ? 'Au plus' : 'Visé sur l’année'}
          />
        ) : null}
      </div>
    </FenetreSaisie>
  );
}

import { Button, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { NATURES, RESULTATS, RESULTATS_AVEC_CAUSE, SENS } from '../../shared/nomenclatures/sollicitations.ts';
import { type JournalFiltres, NON_PRECISE } from '../../shared/sollicitations/journal.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import { useLecture } from '../app/operations.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import {
  bornesDe,
  type Changer,
  estVue,
  LIBELLES_PERIODE,
  type NomPeriode,
  nomDe,
  PERIODES,
  VUES,
} from './filtres-journal.ts';
import styles from './journal.module.css';

interface Props {
  filtres: JournalFiltres;
  changer: Changer;
}

/** The views one looks for most, as switches. */
export function Vues({ filtres, changer }: Props) {
  return (
    <fieldset className={styles.vues}>
      <legend className="visuellement-cache">Vues</legend>
      {VUES.map((vue) => (
        <button
          key={vue.nom}
          type="button"
          aria-pressed={estVue(vue, filtres)}
          onClick={() => changer(vue.filtres)}
        >
          {vue.nom}
        </button>
      ))}
    </fieldset>
  );
}

/** One list of a filter: « all of them » when nothing is chosen. */
function Choix(props: {
  nom: string;
  tous: string;
  data: { value: string; label: string }[];
  valeur: string;
  changer: (valeur: string) => void;
}) {
  return (
    <Select
      aria-label={props.nom}
      placeholder={props.tous}
      className={styles.choix}
      clearable
      clearButtonProps={{ 'aria-label': props.tous }}
      searchable={props.data.length > 8}
      nothingFoundMessage="Rien de ce nom"
      data={props.data}
      value={props.valeur || null}
      onChange={(valeur) => props.changer(valeur ?? '')}
    />
  );
}

const LIBRE = 'libre';

function Periode({ filtres, changer }: Props) {
  const today = useJour();
  const nom = nomDe(filtres, today);
  const bornee = filtres.du !== null || filtres.au !== null;
  const [libre, setLibre] = useState(bornee && nom === null);
  const montree = libre || (bornee && nom === null);
  return (
    <>
      <Select
        aria-label="Période"
        placeholder="Toutes les dates"
        className={styles.choix}
        clearable
        clearButtonProps={{ 'aria-label': 'Toutes les dates' }}
        data={[
          ...PERIODES.map((value) => ({ value: value as string, label: LIBELLES_PERIODE[value] })),
          { value: LIBRE, label: 'Choisir les dates…' },
        ]}
        value={montree ? LIBRE : nom}
        onChange={(choisie) => {
          setLibre(choisie === LIBRE);
          if (choisie === null) changer({ du: null, au: null });
          else if (choisie !== LIBRE) changer(bornesDe(choisie as NomPeriode, today));
        }}
      />
      {montree ? (
        <>
          <ChampDate
            aria-label="Du"
            placeholder="Du…"
            className={styles.date}
            value={filtres.du}
            onChange={(du) => changer({ du })}
          />
          <ChampDate
            aria-label="Au"
            placeholder="Au…"
            className={styles.date}
            value={filtres.au}
            onChange={(au) => changer({ au })}
          />
        </>
      ) : null}
    </>
  );
}

const enChoix = (valeurs: readonly { code: string; label: string }[]) =>
  valeurs.map(({ code, label }) => ({ value: code, label }));

function Autres({ filtres, changer }: Props) {
  const canaux = useListe('canaux');
  const sousNatures = useListe('sous_natures');
  const causes = useListe('causes');
  const secteurs = useListe('secteurs');
  const { data } = useLecture('parametres.get', {});
  const natures = [...enChoix(NATURES.valeurs), { value: NON_PRECISE, label: 'Sans nature' }];
  const precise = NATURES.valeurs.some(({ code }) => code === filtres.nature);
  const avecCause = RESULTATS_AVEC_CAUSE.includes(filtres.resultat);
  return (
    <div className={styles.autres}>
      <Choix
        nom="Premier pas"
        tous="Entrantes et sortantes"
        data={enChoix(SENS.valeurs)}
        valeur={filtres.sens}
        changer={(sens) => changer({ sens: sens as JournalFiltres['sens'] })}
      />
      <Choix
        nom="Moyen"
        tous="Tous les moyens"
        data={canaux.choix([filtres.canal])}
        valeur={filtres.canal}
        changer={(canal) => changer({ canal })}
      />
      <Choix
        nom="Nature"
        tous="Toutes les natures"
        data={natures}
        valeur={filtres.nature}
        changer={(nature) => changer({ nature: nature as JournalFiltres['nature'], sousNature: '' })}
      />
      {precise ? (
        <Choix
          nom="Précisément"
          tous="Toutes les précisions"
          data={sousNatures.choix([filtres.sousNature], filtres.nature)}
          valeur={filtres.sousNature}
          changer={(sousNature) => changer({ sousNature })}
        />
      ) : null}
      <Choix
        nom="Résultat"
        tous="Tous les résultats"
        data={enChoix(RESULTATS.valeurs)}
        valeur={filtres.resultat}
        changer={(resultat) => changer({ resultat: resultat as JournalFiltres['resultat'], cause: '' })}
      />
      {avecCause ? (
        <Choix
          nom="Cause"
          tous="Toutes les causes"
          data={[
            ...causes.choix([filtres.cause], filtres.resultat),
            { value: NON_PRECISE, label: 'Cause non précisée' },
          ]}
          valeur={filtres.cause}
          changer={(cause) => changer({ cause })}
        />
      ) : null}
      <Choix
        nom="Auteur"
        tous="Toute l’équipe"
        data={(data?.membres ?? []).map((membre) => ({ value: membre.id, label: nomComplet(membre) }))}
        valeur={filtres.auteurId}
        changer={(auteurId) => changer({ auteurId })}
      />
      <Choix
        nom="Secteur"
        tous="Tous les secteurs"
        data={secteurs.choix([filtres.secteur])}
        valeur={filtres.secteur}
        changer={(secteur) => changer({ secteur })}
      />
    </div>
  );
}

/** Words and period at hand, the rest one click away; open when one of them is at work. */
export function BarreJournal(props: Props & { descendre: () => void }) {
  const { filtres, changer } = props;
  const caches = [filtres.canal, filtres.nature, filtres.cause, filtres.auteurId, filtres.secteur].some(
    Boolean,
  );
  const [ouverts, setOuverts] = useState(caches);
  return (
    <search className={styles.barre}>
      <div className={styles.ligne1}>
        <ChampRecherche
          className={styles.recherche}
          label="Chercher dans les sollicitations"
          placeholder="Un mot du texte, une organisation, une ville…"
          recherche={filtres.recherche}
          chercher={(recherche) => changer({ recherche })}
          descendre={props.descendre}
        />
        <Periode filtres={filtres} changer={changer} />
        <Button
          variant="default"
          aria-expanded={ouverts}
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
          onClick={() => setOuverts(!ouverts)}
        >
          Filtres
        </Button>
      </div>
      {ouverts ? <Autres filtres={filtres} changer={changer} /> : null}
    </search>
  );
}

import { ActionIcon, MultiSelect, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Axe, axe as definitionAxe } from '../../../shared/bilans/axes.ts';
import { INDICATEURS } from '../../../shared/bilans/catalogue.ts';
import { axesDeFiltre } from '../../../shared/bilans/edition-profil.ts';
import { FILTRES_MAX, type ProfilContenu } from '../../../shared/bilans/profil.ts';
import { periodeProposee } from '../../../shared/bilans/regles.ts';
import { ajouterMois } from '../../../shared/dates.ts';
import { useJour } from '../../app/jour.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte } from '../../components/page.tsx';
import { nomAxe } from './dire-profil.ts';
import type { Modifier } from './editeur.tsx';
import styles from './profils.module.css';

/** What is counted of everything: nothing here, and all of it is. */
export function FiltresProfil(props: {
  contenu: ProfilContenu;
  erreurs: Record<string, ReactNode>;
  modifier: Modifier;
}) {
  const { contenu, erreurs, modifier } = props;
  const { filtres } = contenu;
  const changer = (comment: (avant: ProfilContenu['filtres']) => ProfilContenu['filtres']) =>
    modifier((avant) => ({ ...avant, filtres: comment(avant.filtres) }));
  const offerts = axesDeFiltre(contenu).filter((axe) => filtres.every((filtre) => filtre.axe !== axe));
  return (
    <Carte titre="Ne compter que" suite={filtres.length === 0 ? 'tout est compté' : undefined}>
      <div className={styles.options}>
        {filtres.map(({ axe, codes }, rang) => (
          <div key={axe} className={styles.filtre}>
            <Valeurs
              axe={axe}
              codes={codes}
              refus={erreurs[`contenu.filtres.${rang}.codes`]}
              changer={(choisis) =>
                changer((avant) =>
                  avant.map((filtre) => (filtre.axe === axe ? { axe, codes: choisis } : filtre)),
                )
              }
            />
            <ActionIcon
              className={styles.retirerFiltre}
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Retirer le filtre ${nomAxe(axe)}`}
              title="Retirer ce filtre"
              onClick={() => changer((avant) => avant.filter((filtre) => filtre.axe !== axe))}
            >
              <IconX size={16} stroke={1.7} />
            </ActionIcon>
          </div>
        ))}
        {filtres.length < FILTRES_MAX ? (
          <Select
            aria-label="Ajouter un filtre"
            placeholder="Ajouter un filtre : sexe, support, secteur…"
            searchable
            nothingFoundMessage="Aucun chiffre de ce profil ne se filtre ainsi"
            data={offerts.map((axe) => ({ value: axe, label: nomAxe(axe) }))}
            value={null}
            onChange={(axe) => {
              if (axe !== null) changer((avant) => [...avant, { axe: axe as Axe, codes: [] }]);
            }}
          />
        ) : null}
      </div>
    </Carte>
  );
}

/** « Non renseigné » in a list, where the empty code cannot be a choice. */
const SANS_REPONSE = '∅';
const VALEURS_MAX = 40;
/** How far back names that only the base knows are looked for. */
const ANNEES_CHERCHEES = 5;
const FIGURES_LUES = 8;

function Valeurs(props: { axe: Axe; codes: string[]; refus: ReactNode; changer: (codes: string[]) => void }) {
  const { axe, codes, refus, changer } = props;
  const data = useValeurs(axe, codes);
  return (
    <MultiSelect
      className={styles.valeurs}
      label={nomAxe(axe)}
      placeholder={codes.length === 0 ? 'Choisissez' : undefined}
      searchable
      nothingFoundMessage="Aucune valeur de ce nom"
      maxValues={VALEURS_MAX}
      data={data}
      value={codes.map((code) => code || SANS_REPONSE)}
      error={refus}
      onChange={(choisis) => changer(choisis.map((choisi) => (choisi === SANS_REPONSE ? '' : choisi)))}
    />
  );
}

/** What an axis may be: its list, or what the base held of it these last years. */
function useValeurs(axe: Axe, choisis: readonly string[]): { value: string; label: string }[] {
  const { liste, ouverte } = definitionAxe(axe);
  const { choix } = useListe(ouverte ?? 'canaux');
  const { fin } = periodeProposee(useJour());
  const nommee = !liste && !ouverte;
  const { data } = useLecture(
    'bilans.mesurer',
    {
      debut: ajouterMois(fin, -12 * ANNEES_CHERCHEES),
      fin,
      indicateurs: INDICATEURS.filter(({ genre, axes }) => genre === 'nombre' && axes.includes(axe))
        .slice(0, FIGURES_LUES)
        .map(({ code }) => ({ code, axes: [axe] })),
    },
    { actif: nommee },
  );
  const lus = liste
    ? liste.valeurs.map(({ code, label }) => ({ value: code as string, label }))
    : ouverte
      ? choix(choisis)
      : (data?.lignes.flatMap(({ repartitions }) =>
          repartitions.flatMap(({ parts }) => parts.map(({ code, nom }) => ({ value: code, label: nom }))),
        ) ?? []);
  const noms = new Map(lus.flatMap(({ value, label }) => (value === '' ? [] : [[value, label] as const])));
  for (const code of choisis) if (code !== '' && !noms.has(code)) noms.set(code, code);
  return [
    ...[...noms].map(([value, label]) => ({ value, label })),
    { value: SANS_REPONSE, label: 'Non renseigné' },
  ];
}

import { Checkbox, MultiSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CODES_AXES } from '../../../shared/bilans/axes.ts';
import type { LigneIndicateur } from '../../../shared/bilans/bilan.ts';
import { direValeur, unitesDesTermes } from '../../../shared/bilans/dire.ts';
import type { PlaceOuverte } from '../../../shared/bilans/mesure.ts';
import type { Periode } from '../../../shared/bilans/schema.ts';
import { ChampRecherche } from '../../components/champ-recherche.tsx';
import type { Detail, PartOuverte } from '../chiffres/detail.ts';
import { LignesDetail } from '../lignes-detail.tsx';
import styles from './tiroir.module.css';
import type { FiltresBilan } from './tiroir.tsx';

/** Parts of a figure that have rows, with how much they hold. */
function places({
  genre,
  code,
  mesure,
  exclus,
  inconnus,
}: LigneIndicateur): { value: PlaceOuverte; label: string }[] {
  const [unite] = unitesDesTermes(code);
  const horsCompte = exclus.reduce((somme, { nombre }) => somme + nombre, 0);
  const dire = (mot: string, valeur: number | null) => `${mot} (${direValeur(unite, valeur)})`;
  return [
    {
      value: 'compte' as const,
      label: dire('Dans le compte', genre === 'taux' ? mesure.numerateur : mesure.valeur),
    },
    ...(genre === 'taux'
      ? [{ value: 'base' as const, label: dire('Toute la base', mesure.denominateur) }]
      : []),
    ...(inconnus > 0 ? [{ value: 'inconnu' as const, label: dire('Sans réponse', inconnus) }] : []),
    ...(horsCompte > 0 ? [{ value: 'exclu' as const, label: dire('Hors du compte', horsCompte) }] : []),
  ];
}

const cle = ({ axe, code }: PartOuverte) => `${axe}:${code}`;

function partDe(dite: string): PartOuverte | null {
  const fin = dite.indexOf(':');
  const axe = CODES_AXES.find((code) => code === dite.slice(0, fin));
  return axe ? { axe, code: dite.slice(fin + 1) } : null;
}

/** The rows of a figure: by part, by line of its breakdowns, by words; with or without names when they leave. */
export function LignesFigure(props: {
  ligne: LigneIndicateur;
  detail: Detail;
  periode: Periode;
  filtres: FiltresBilan;
  quand: string;
  changer: (changements: Partial<Detail>) => void;
}) {
  const { ligne, detail, periode, filtres, quand, changer } = props;
  const { place, parts, raison } = detail;
  const [cherche, setCherche] = useState('');
  const [sansNoms, setSansNoms] = useState(false);
  const offertes = places(ligne);
  const groupes = ligne.repartitions.flatMap(({ axe, par, parts: lignes }) => {
    const items = lignes
      .filter(
        ({ code, mesure }) =>
          mesure.valeur || mesure.denominateur || parts.some((part) => cle(part) === cle({ axe, code })),
      )
      .map(({ code, nom }) => ({ value: cle({ axe, code }), label: nom }));
    return items.length > 0 ? [{ group: `Par ${par}`, items }] : [];
  });
  return (
    <LignesDetail
      operation="bilans.lignes"
      sortie="bilans.exporterLignes"
      choix={{
        debut: periode.debut,
        fin: periode.fin,
        indicateur: ligne.code,
        place,
        raison: place === 'exclu' ? raison : null,
        parts,
        filtres: filtres.map(({ axe, codes }) => ({ axe, codes: [...codes] })),
        cherche,
      }}
      enPlus={{ pseudonymes: sansNoms }}
      quand={quand}
      vide={
        cherche !== '' || parts.length > 0 ? 'Aucune ligne ne répond à ce que vous avez choisi.' : undefined
      }
    >
      <div className={styles.filtres}>
        {offertes.length > 1 ? (
          <SegmentedControl
            fullWidth
            size="sm"
            className={styles.places}
            aria-label="Lignes montrées"
            value={place}
            data={offertes}
            onChange={(choisie) => changer({ place: choisie as PlaceOuverte, raison: null })}
          />
        ) : null}
        {place === 'exclu' && ligne.exclus.length > 1 ? (
          <SegmentedControl
            fullWidth
            size="sm"
            orientation="vertical"
            className={styles.places}
            aria-label="Pourquoi"
            value={raison ?? ''}
            data={[
              { value: '', label: 'Toutes les raisons' },
              ...ligne.exclus.map(({ raison: dite, nombre }) => ({
                value: dite,
                label: `${dite} (${direValeur(unitesDesTermes(ligne.code)[0], nombre)})`,
              })),
            ]}
            onChange={(choisie) => changer({ raison: choisie === '' ? null : choisie })}
          />
        ) : null}
        <div className={styles.cherche}>
          <ChampRecherche
            label="Chercher dans ces lignes"
            placeholder="Un nom, une entreprise, un mot…"
            recherche={cherche}
            chercher={setCherche}
          />
          {groupes.length > 0 ? (
            <MultiSelect
              aria-label="Garder seulement"
              placeholder={parts.length === 0 ? 'Garder seulement…' : ''}
              data={groupes}
              value={parts.map(cle)}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': 'Ne plus filtrer' }}
              maxValues={3}
              nothingFoundMessage="Rien de ce nom"
              onChange={(choisies) =>
                changer({ parts: choisies.flatMap((dite) => partDe(dite) ?? []).slice(0, 3) })
              }
            />
          ) : null}
        </div>
        <Checkbox
          size="sm"
          label="Exporter sans les noms"
          checked={sansNoms}
          onChange={({ currentTarget }) => setSansNoms(currentTarget.checked)}
        />
      </div>
    </LignesDetail>
  );
}

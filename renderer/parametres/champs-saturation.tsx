import { NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { ajouterJours } from '../../shared/dates.ts';
import {
  mesurerSaturation,
  type SaturationReglage,
  saturationReglage,
} from '../../shared/reseau/saturation.ts';
import { useJour } from '../app/jour.ts';
import { JaugeSaturation } from '../reseau/saturation.tsx';
import styles from './parametres.module.css';

const POIDS = [
  { value: '0', label: 'ne compte pas' },
  { value: '1', label: 'compte comme une demande' },
  { value: '2', label: 'compte comme deux demandes' },
  { value: '3', label: 'compte comme trois demandes' },
];

/** A firm that is often asked: four requests and one immersion in four months, whatever the settings make of it. */
function Exemple({ reglage }: { reglage: SaturationReglage }) {
  const today = useJour();
  const lus = saturationReglage.safeParse(reglage);
  if (!lus.success) return null;
  const demandes = [8, 39, 80, 121].map((jours) => ({
    date: ajouterJours(today, -jours),
    auteur: 'K. Brunet',
  }));
  const immersion = { debut: ajouterJours(today, -60), fin: ajouterJours(today, -50) };
  const mesure = mesurerSaturation(demandes, [immersion], lus.data, today);
  return (
    <div className={styles.exemple} aria-live="polite">
      <p>
        Par exemple, une entreprise sollicitée quatre fois ces quatre derniers mois, et qui a accueilli une
        immersion :
      </p>
      <JaugeSaturation mesure={mesure} />
      <p>« {mesure.phrase} »</p>
    </div>
  );
}

/** From when an organisation is asked too much, and what it makes of a busy one. */
export function ChampsSaturation({
  form,
}: {
  form: UseFormReturnType<SaturationReglage & Record<string, unknown>>;
}) {
  const { poidsImmersion, seuil } = form.values;
  const choisi = String(poidsImmersion);
  const connu = POIDS.some(({ value }) => value === choisi);
  return (
    <>
      <p className={styles.explication}>
        Une entreprise qui accueille volontiers finit par se lasser. Passerelle compte ce que vous lui avez
        demandé dernièrement, prévient avant la demande de trop et dit qui l’a appelée en dernier. Ce n’est
        qu’un avis : vous restez libre.
      </p>
      <div className={styles.reglages}>
        <NumberInput
          label="Compter les demandes des derniers"
          suffix=" mois"
          min={1}
          max={36}
          clampBehavior="none"
          allowDecimal={false}
          {...form.getInputProps('mois')}
        />
        <NumberInput
          label="Prévenir à partir de"
          suffix={Number(seuil) > 1 ? ' demandes' : ' demande'}
          min={1}
          max={50}
          clampBehavior="none"
          allowDecimal={false}
          {...form.getInputProps('seuil')}
        />
        <Select
          label="Une immersion accueillie"
          allowDeselect={false}
          data={connu ? POIDS : [...POIDS, { value: choisi, label: `compte comme ${choisi} demandes` }]}
          value={choisi}
          onChange={(poids) => form.setFieldValue('poidsImmersion', Number(poids))}
        />
      </div>
      <Exemple reglage={form.values} />
    </>
  );
}

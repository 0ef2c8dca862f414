import { Button, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formaterSiret, formaterTelephone } from '../../shared/format.ts';
import { type Parametres, STRUCTURE_VIDE, type StructureSaisie } from '../../shared/parametres/schema.ts';
import type { SaturationReglage } from '../../shared/reseau/saturation.ts';
import { useLecture } from '../app/operations.ts';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { ChampsEquipe } from './champs-equipe.tsx';
import { ChampsSaturation } from './champs-saturation.tsx';
import { ChampsStructure } from './champs-structure.tsx';
import styles from './parametres.module.css';

const enregistre = () => notifications.show({ message: 'Enregistré.' });

function lisible(structure: StructureSaisie | null): StructureSaisie {
  if (!structure) return STRUCTURE_VIDE;
  return {
    ...structure,
    siret: formaterSiret(structure.siret ?? ''),
    telephone: formaterTelephone(structure.telephone ?? ''),
  };
}

function Formulaires({
  parametres,
  saturation: reglage,
}: {
  parametres: Parametres;
  saturation: SaturationReglage;
}) {
  const structure = useFormulaire('parametres.saveStructure', lisible(parametres.structure), enregistre);
  const equipe = useFormulaire('parametres.saveEquipe', { membres: parametres.membres }, ({ membres }) => {
    equipe.form.setValues({ membres });
    equipe.form.resetDirty();
    enregistre();
  });
  const saturation = useFormulaire('parametres.saveSaturation', reglage, enregistre);
  const formulaires = [structure, equipe, saturation];
  return (
    <>
      <GardeSaisie modifie={formulaires.some(({ form }) => form.isDirty())} />
      <Carte titre="Votre structure">
        <form
          noValidate
          onSubmit={(evenement) => {
            evenement.preventDefault();
            void structure.envoyer();
          }}
        >
          <ChampsStructure form={structure.form} />
          <div className={styles.pied}>
            <Button type="submit" loading={structure.enCours}>
              Enregistrer la structure
            </Button>
            <span className={styles.refus} role="alert">
              {structure.refus}
            </span>
          </div>
        </form>
      </Carte>
      <Carte titre="Votre équipe">
        <form
          noValidate
          onSubmit={(evenement) => {
            evenement.preventDefault();
            void equipe.envoyer();
          }}
        >
          <ChampsEquipe form={equipe.form} />
          <div className={styles.pied}>
            <Button type="submit" loading={equipe.enCours}>
              Enregistrer l’équipe
            </Button>
            <span className={styles.refus} role="alert">
              {equipe.refus}
            </span>
          </div>
        </form>
      </Carte>
      <Carte titre="Ne pas trop solliciter">
        <form
          noValidate
          onSubmit={(evenement) => {
            evenement.preventDefault();
            void saturation.envoyer();
          }}
        >
          <ChampsSaturation form={saturation.form} />
          <div className={styles.pied}>
            <Button type="submit" loading={saturation.enCours}>
              Enregistrer les seuils
            </Button>
            <span className={styles.refus} role="alert">
              {saturation.refus}
            </span>
          </div>
        </form>
      </Carte>
    </>
  );
}

function Apparence() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Carte titre="Apparence">
      <SegmentedControl
        aria-label="Apparence"
        value={colorScheme}
        onChange={(valeur) => setColorScheme(valeur as 'light' | 'dark' | 'auto')}
        data={[
          { value: 'light', label: 'Claire' },
          { value: 'dark', label: 'Sombre' },
          { value: 'auto', label: 'Comme l’ordinateur' },
        ]}
      />
    </Carte>
  );
}

export function EcranParametres() {
  const { data } = useLecture('parametres.get', {});
  const { data: saturation } = useLecture('parametres.saturation', {});
  return (
    <>
      <TetePage titre="Paramètres" />
      <Stack maw={820} gap="md">
        {data && saturation ? <Formulaires parametres={data} saturation={saturation} /> : null}
        <Apparence />
      </Stack>
    </>
  );
}

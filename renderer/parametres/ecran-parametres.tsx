import { Button, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formaterSiret, formaterTelephone } from '../../shared/format.ts';
import { type Parametres, STRUCTURE_VIDE, type StructureSaisie } from '../../shared/parametres/schema.ts';
import { useLecture } from '../app/operations.ts';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { ChampsEquipe } from './champs-equipe.tsx';
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

function Formulaires({ parametres }: { parametres: Parametres }) {
  const structure = useFormulaire('parametres.saveStructure', lisible(parametres.structure), enregistre);
  const equipe = useFormulaire('parametres.saveEquipe', { membres: parametres.membres }, ({ membres }) => {
    equipe.form.setValues({ membres });
    equipe.form.resetDirty();
    enregistre();
  });
  return (
    <>
      <GardeSaisie modifie={structure.form.isDirty() || equipe.form.isDirty()} />
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
  return (
    <>
      <TetePage titre="Paramètres" />
      <Stack maw={820} gap="md">
        {data ? <Formulaires parametres={data} /> : null}
        <Apparence />
      </Stack>
    </>
  );
}

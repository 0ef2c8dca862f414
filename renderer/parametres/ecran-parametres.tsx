import { Button, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import { accorder, formaterSiret, formaterTelephone } from '../../shared/format.ts';
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
      <AConfier />
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

/** Offers to hand over what is held by somebody who left, and the handover to the others. */
function AConfier() {
  const { data = [] } = useLecture('reseau.portefeuilles', {});
  const partis = data.filter(({ parti }) => parti);
  return (
    <Carte titre="Portefeuilles">
      {partis.map(({ membreId, prenom, nom, organisations, relances }) => (
        <p className={styles.explication} key={membreId}>
          {`${prenom} ${nom}`.trim()} a quitté l’équipe et suit encore{' '}
          {accorder(organisations, 'organisation')}, avec{' '}
          {accorder(relances, 'action à faire', 'actions à faire')}.{' '}
          <Link to={`/reseau/confier?de=${membreId}`}>Confier son portefeuille</Link>
        </p>
      ))}
      <p className={styles.explication}>
        Une absence, un départ ? <Link to="/reseau/confier">Confiez un portefeuille</Link> : les organisations
        suivies et les actions à faire passent à un collègue.
      </p>
    </Carte>
  );
}

function VosListes() {
  return (
    <Carte titre="Vos listes">
      <p className={styles.explication}>
        Moyens de contact, actions, causes de refus, secteurs…{' '}
        <Link to="/parametres/listes">Ajoutez vos mots</Link>, retirez ceux qui ne vous servent pas.
      </p>
    </Carte>
  );
}

/** Where the limits of the checks are, and how many of them the structure reads in its own way. */
function VosSeuils() {
  const { data = [] } = useLecture('parametres.seuils', {});
  const changes = new Set(data.map(({ code }) => code)).size;
  return (
    <Carte titre="Contrôles et repères">
      <p className={styles.explication}>
        Durée et cumul des immersions, horaires, coût d’une heure de formation…{' '}
        <Link to="/parametres/seuils">Voyez chaque seuil</Link>, son texte et sa date ; changez-le le jour où
        la règle change. {changes > 0 && `Vous en avez changé ${changes}.`}
      </p>
      <p className={styles.explication}>
        <Link to="/parametres/motifs-sortie">Voyez les motifs de sortie</Link> et la catégorie où chacun est
        compté.
      </p>
    </Carte>
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
        <VosListes />
        <VosSeuils />
        <Apparence />
      </Stack>
    </>
  );
}

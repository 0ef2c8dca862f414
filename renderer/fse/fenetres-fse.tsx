import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { MomentFse } from '../../shared/fse/questionnaire.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { FenetrePapier } from '../components/fenetre-papier.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { ChoixSalarie } from '../salaries/choix-salarie.tsx';
import { type DemandeFse, NOMS_MOMENT, type OuvrirFse, type PersonneFse } from './demandes.ts';
import { FenetreHistorique } from './fenetre-historique.tsx';
import { FenetreQuestionnaire } from './fenetre-questionnaire.tsx';
import { FenetreRetirer } from './fenetre-retirer.tsx';

/** Whom an entry is about, when it starts from the list. */
function QuiEntre(props: { choisir: (salarie: PersonneFse) => void; fermer: () => void }) {
  const [id, setId] = useState<string | null>(null);
  const { data } = useLecture('salaries.get', { id: id ?? '' }, { actif: id !== null });
  const { data: histoire } = useLecture('fse.historique', { salarieId: id ?? '' }, { actif: id !== null });
  const ouverte = histoire?.suivant === 'sortie';
  return (
    <Modal
      opened
      onClose={props.fermer}
      title="Noter une entrée FSE+"
      size={580}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <ChoixSalarie
        label="Qui entre ?"
        value={id}
        onChange={setId}
        data-autofocus
        error={
          id !== null && ouverte
            ? 'Cette personne a une participation en cours : notez d’abord sa sortie.'
            : null
        }
      />
      <Group mt="lg" gap="sm">
        <Button disabled={!data || !histoire || ouverte} onClick={() => data && props.choisir(data)}>
          Continuer
        </Button>
        <Button variant="default" onClick={props.fermer}>
          Annuler
        </Button>
      </Group>
    </Modal>
  );
}

function Papier(props: {
  salarie: PersonneFse | null;
  moment: MomentFse;
  adresse: string;
  fermer: () => void;
}) {
  const { salarie, moment, adresse, fermer } = props;
  const { exporter, enCours } = useExport('fse.pdf');
  const qui = salarie ? nomComplet(salarie) : 'vierge';
  return (
    <FenetrePapier
      titre={`Questionnaire ${NOMS_MOMENT[moment].toLocaleLowerCase('fr')}, ${qui}`}
      adresse={adresse}
      garder={() => void exporter({ salarieId: salarie?.id ?? null, moment })}
      enCours={enCours}
      fermer={fermer}
    />
  );
}

/** The windows of the FSE+, one at a time; `ouvrir` asks for one, and gives its element once drawn. */
export function useFenetresFse() {
  const [demande, setDemande] = useState<DemandeFse | null>(null);
  const [adresse, setAdresse] = useState<string | null>(null);
  const fermer = () => setDemande(null);
  const ouvrir: OuvrirFse = (voulue) => {
    setDemande(voulue);
    setAdresse(null);
    if (voulue?.genre !== 'papier') return;
    const { salarie, moment } = voulue;
    appeler('fse.page', { salarieId: salarie?.id ?? null, moment }).then(
      (page) => setAdresse(page.adresse),
      (erreur) => {
        setDemande(null);
        annoncerRefus(erreur);
      },
    );
  };
  function montrer() {
    if (!demande) return null;
    if (demande.genre === 'historique')
      return <FenetreHistorique salarie={demande.salarie} ouvrir={ouvrir} fermer={fermer} />;
    if (demande.genre === 'retirer')
      return <FenetreRetirer salarie={demande.salarie} ligne={demande.ligne} fermer={fermer} />;
    if (demande.genre === 'papier')
      return adresse === null ? null : (
        <Papier salarie={demande.salarie} moment={demande.moment} adresse={adresse} fermer={fermer} />
      );
    if (demande.genre !== 'noter')
      return (
        <FenetreQuestionnaire
          salarie={demande.salarie}
          moment={demande.ligne.moment}
          ligne={demande.ligne}
          fermer={fermer}
        />
      );
    const { salarie, moment, participation } = demande;
    if (!salarie)
      return <QuiEntre choisir={(choisi) => ouvrir({ ...demande, salarie: choisi })} fermer={fermer} />;
    return (
      <FenetreQuestionnaire salarie={salarie} moment={moment} participation={participation} fermer={fermer} />
    );
  }
  return { ouvrir, fenetre: montrer() };
}

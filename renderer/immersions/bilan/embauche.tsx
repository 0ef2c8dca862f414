import { Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formaterDate } from '../../../shared/format.ts';
import type { BilanLu } from '../../../shared/immersions/bilan.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../../../shared/nomenclatures/sollicitations.ts';
import type { LigneEmbauche } from '../../../shared/sollicitations/embauche.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import { ChoixOrganisation } from '../../reseau/choix-organisation.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './bilan.module.css';

const CONTRATS = CONTRATS_EMBAUCHE.valeurs.map(({ code, label: nom }) => ({
  value: code as string,
  label: nom,
}));

const direEmbauche = ({ contrat, date, metier }: LigneEmbauche) =>
  [label(CONTRATS_EMBAUCHE, contrat), `à partir du ${formaterDate(date)}`, metier]
    .filter(Boolean)
    .join(' · ');

function FenetreEmbauche(props: { fiche: ImmersionFiche; avant: LigneEmbauche | null; fermer: () => void }) {
  const { fiche, avant, fermer } = props;
  const depart = {
    id: fiche.id,
    organisationId: avant?.organisation.id ?? fiche.organisation.id,
    date: avant?.date ?? '',
    contrat: (avant?.contrat ?? '') as never,
    metier: avant?.metier ?? fiche.metier.slice(0, 160),
    note: avant?.note ?? '',
  };
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.saveEmbauche',
    depart,
    ({ embaucheId }) => {
      fermer();
      if (avant)
        annoncerAnnulable('L’embauche est corrigée.', () => appeler('immersions.saveEmbauche', depart));
      else
        annoncerAnnulable('L’embauche est notée.', () =>
          appeler('sollicitations.archiveEmbauche', { id: embaucheId }),
        );
    },
    'embauche',
  );
  return (
    <FenetreSaisie
      titre={avant ? 'Corriger l’embauche' : 'Noter l’embauche'}
      taille="lg"
      valider={avant ? 'Enregistrer' : 'Noter l’embauche'}
      modifie={form.isDirty()}
      fermer={fermer}
      {...{ envoyer, enCours, refus }}
    >
      <p className={styles.consigne}>
        L’embauche de {nomComplet(fiche.salarie)} rejoindra sa fiche et celle de l’employeur, et comptera dans
        les bilans de l’année.
      </p>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <ChoixOrganisation
          label="Employeur"
          withAsterisk
          {...form.getInputProps('organisationId')}
          value={form.values.organisationId || null}
        />
        <Select
          label="Contrat"
          withAsterisk
          data-autofocus
          placeholder="Choisissez le contrat"
          data={CONTRATS}
          {...form.getInputProps('contrat')}
        />
        <ChampDate
          label="Début du contrat"
          withAsterisk
          sens="avenir"
          min={fiche.debut ?? undefined}
          {...form.getInputProps('date')}
        />
        <TextInput label="Métier" maxLength={160} {...form.getInputProps('metier')} />
      </SimpleGrid>
      <p className={styles.note}>
        La sortie du parcours et le suivi dans l’emploi viendront avec un prochain module : le contrat
        d’insertion ne change pas, rien n’est fait sans vous.
      </p>
    </FenetreSaisie>
  );
}

function Notee(props: { fiche: ImmersionFiche; embauche: LigneEmbauche; corriger: () => void }) {
  const { fiche, embauche, corriger } = props;
  async function retirer() {
    try {
      await appeler('sollicitations.archiveEmbauche', { id: embauche.id });
      annoncerAnnulable('L’embauche est retirée.', () =>
        appeler('sollicitations.restoreEmbauche', { id: embauche.id }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  async function detacher() {
    const lier = (embaucheId: string | null) =>
      appeler('immersions.linkEmbauche', { id: fiche.id, embaucheId });
    try {
      await lier(null);
      annoncerAnnulable('L’embauche n’est plus la suite de cette immersion ; elle reste notée.', () =>
        lier(embauche.id),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <>
      <p className={styles.embauche}>
        <strong>
          <Link to={`/reseau/${embauche.organisation.id}`}>{embauche.organisation.nom}</Link>
        </strong>
        <span>{direEmbauche(embauche)}</span>
      </p>
      <div className={styles.boutons}>
        <Button size="xs" variant="default" onClick={corriger}>
          Corriger
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          title="L’embauche reste notée, sans lien avec cette immersion"
          onClick={() => void detacher()}
        >
          Détacher
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => void retirer()}>
          Retirer
        </Button>
      </div>
    </>
  );
}

function Connue({ fiche, embauche }: { fiche: ImmersionFiche; embauche: LigneEmbauche }) {
  async function lier() {
    try {
      await appeler('immersions.linkEmbauche', { id: fiche.id, embaucheId: embauche.id });
      annoncerAnnulable('L’embauche est rattachée à cette immersion.', () =>
        appeler('immersions.linkEmbauche', { id: fiche.id, embaucheId: null }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <li>
      <span>
        Déjà notée : {embauche.organisation.nom}, {direEmbauche(embauche)}
      </span>
      <Button size="xs" variant="default" onClick={() => void lier()}>
        Rattacher
      </Button>
    </li>
  );
}

/** The hire that came out of the immersion: proposed, shown before it is written, and taken back at will. */
export function Embauche(props: { fiche: ImmersionFiche; bilan: BilanLu; decidee: boolean }) {
  const { fiche, bilan, decidee } = props;
  const { embauche, embauchesConnues } = bilan;
  const [ouverte, setOuverte] = useState(false);
  if (!decidee && embauche === null) return null;
  return (
    <Carte titre="Embauche">
      {embauche ? (
        <Notee fiche={fiche} embauche={embauche} corriger={() => setOuverte(true)} />
      ) : (
        <>
          <p className={styles.aide}>
            L’embauche n’est pas encore notée : elle ne compte nulle part tant que vous ne l’avez pas
            confirmée.
          </p>
          {embauchesConnues.length > 0 && (
            <ul className={styles.connues}>
              {embauchesConnues.map((connue) => (
                <Connue key={connue.id} fiche={fiche} embauche={connue} />
              ))}
            </ul>
          )}
          <div className={styles.boutons}>
            <Button size="xs" variant="light" onClick={() => setOuverte(true)}>
              Noter l’embauche…
            </Button>
          </div>
        </>
      )}
      {!decidee && (
        <p className={styles.note}>
          La décision n’est plus une embauche : retirez-la si elle n’aura pas lieu.
        </p>
      )}
      {ouverte && <FenetreEmbauche fiche={fiche} avant={embauche} fermer={() => setOuverte(false)} />}
    </Carte>
  );
}

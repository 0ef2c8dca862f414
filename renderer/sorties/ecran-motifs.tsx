import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CATEGORIES_SORTIE, VERSION_MOTIFS } from '../../shared/nomenclatures/sorties.ts';
import type { MotifsSortie } from '../../shared/sorties/contrat.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import styles from './sorties.module.css';

type Motif = MotifsSortie['motifs'][number];
type Lecture = MotifsSortie['propres'][number];

async function oublier(lecture: Lecture): Promise<void> {
  const { code, depuis } = lecture;
  try {
    await appeler('sorties.forgetMotif', { code, depuis });
    annoncerAnnulable('Cette lecture est oubliée.', () => appeler('sorties.saveMotif', lecture));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** How a motif reads from a day on, or a new motif of the structure's own. */
function FenetreMotif({ motif, fermer }: { motif: Motif | null; fermer: () => void }) {
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'sorties.saveMotif',
    {
      code: motif?.code ?? '',
      depuis: today,
      label: motif?.label ?? '',
      categorie: (motif?.categorie ?? '') as 'durable',
      source: '',
      retire: motif?.retire ?? false,
    },
    () => {
      notifications.show({ message: motif ? 'La lecture est enregistrée.' : 'Le motif est ajouté.' });
      fermer();
    },
    'motif',
  );
  return (
    <FenetreSaisie
      titre={motif ? insecables(`Lire autrement : ${motif.label}`) : 'Ajouter un motif'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <TextInput
          label="Nom du motif"
          withAsterisk
          maxLength={120}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('label')}
        />
        <div className={styles.deux}>
          <Select
            label="Catégorie"
            withAsterisk
            placeholder="Choisissez"
            allowDeselect={false}
            data={CATEGORIES_SORTIE.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
            {...form.getInputProps('categorie')}
            value={form.values.categorie || null}
          />
          <ChampDate
            label="À partir du"
            withAsterisk
            description="Les sorties d’avant gardent l’ancienne."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('depuis')}
          />
        </div>
        <TextInput
          label="D’où vient cette lecture ?"
          placeholder="Courriel de la DDETS, dialogue de gestion…"
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('source')}
        />
        {motif ? (
          <Checkbox
            label="Ne plus le proposer à partir de ce jour"
            {...form.getInputProps('retire', { type: 'checkbox' })}
          />
        ) : null}
      </div>
    </FenetreSaisie>
  );
}

function Ligne(props: { motif: Motif; lectures: readonly Lecture[]; changer: () => void }) {
  const { motif, lectures } = props;
  const today = useJour();
  const { code, propre, depuis, retire, sorties, doute } = motif;
  const dits = [
    sorties > 0 ? accorder(sorties, 'sortie') : '',
    doute,
    motif.source && depuis !== null ? motif.source : '',
  ].filter(Boolean);
  return (
    <li className={styles.motif}>
      <div className={styles.ligne}>
        <span className={styles.code}>{code}</span>
        <div className={styles.quoi}>
          <strong>{motif.label}</strong>
          {propre ? <Pilule>Ajouté</Pilule> : depuis !== null ? <Pilule ton="ambre">Changé</Pilule> : null}{' '}
          {retire ? <Pilule ton="brique">Plus proposé</Pilule> : null}
          {dits.length > 0 ? <p className={styles.precision}>{insecables(dits.join(' · '))}</p> : null}
        </div>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Changer : ${motif.label}`}
          onClick={props.changer}
        >
          Changer
        </Button>
      </div>
      {lectures.length > 0 ? (
        <ul className={styles.lectures} aria-label={`${motif.label} : vos lectures`}>
          {lectures.toReversed().map((lecture) => (
            <li key={lecture.depuis}>
              <span>
                {lecture.depuis > today ? 'À partir du' : 'Depuis le'} {formaterDate(lecture.depuis)}
                {insecables(` : ${label(CATEGORIES_SORTIE, lecture.categorie)}`)}
                {lecture.retire ? ', plus proposé' : ''}
                {lecture.source ? ` · ${lecture.source}` : ''}
              </span>
              <ActionIcon
                variant="subtle"
                size={28}
                aria-label={`Oublier la lecture de « ${lecture.label} » depuis le ${formaterDate(lecture.depuis)}`}
                title="Oublier cette lecture"
                onClick={() => void oublier(lecture)}
              >
                <IconArrowBackUp size={16} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** The motifs of exit: what ships under the ASP's numbers, what the structure reads otherwise, from when and why. */
export function EcranMotifs() {
  const { data } = useLecture('sorties.motifs', {});
  const [ouvert, setOuvert] = useState<Motif | 'nouveau' | null>(null);
  return (
    <>
      <TetePage
        titre="Motifs de sortie"
        fil={[{ label: 'Paramètres', vers: '/parametres' }]}
        sous={insecables(
          `La catégorie d’une sortie est celle de son motif, le jour de la sortie (${VERSION_MOTIFS}). Votre service en lit un autrement ? Dites-le avec son premier jour : les sorties d’avant gardent la leur.`,
        )}
        actions={
          <Button leftSection={<IconPlus size={17} stroke={1.8} />} onClick={() => setOuvert('nouveau')}>
            Ajouter un motif
          </Button>
        }
      />
      {data ? (
        <div className={styles.page} style={{ maxWidth: 940 }}>
          {CATEGORIES_SORTIE.valeurs.map((categorie) => {
            const siens = data.motifs.filter((motif) => motif.categorie === categorie.code);
            return siens.length === 0 ? null : (
              <Carte key={categorie.code} titre={categorie.label} sansMarge>
                <ul className={styles.motifs}>
                  {siens.map((motif) => (
                    <Ligne
                      key={motif.code}
                      motif={motif}
                      lectures={data.propres.filter(({ code }) => code === motif.code)}
                      changer={() => setOuvert(motif)}
                    />
                  ))}
                </ul>
              </Carte>
            );
          })}
        </div>
      ) : null}
      {ouvert ? (
        <FenetreMotif motif={ouvert === 'nouveau' ? null : ouvert} fermer={() => setOuvert(null)} />
      ) : null}
    </>
  );
}

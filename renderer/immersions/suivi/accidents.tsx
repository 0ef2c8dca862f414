import { ActionIcon, Button, Group, Menu, Popover } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconDots,
  IconFileTypePdf,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { formaterHeure, formaterJour, insecables } from '../../../shared/format.ts';
import {
  direInstant,
  direReste,
  type Etape,
  type InstantLocal,
} from '../../../shared/immersions/regles-accident.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import type { AccidentSuivi, Suivi } from '../../../shared/immersions/suivi.ts';
import { useDemande } from '../../app/demande.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { useExport } from '../../app/telecharger.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { Carte } from '../../components/page.tsx';
import { ChampInstant } from './champ-instant.tsx';
import { FenetreAccident } from './fenetre-accident.tsx';
import styles from './suivi.module.css';
import { useMaintenant } from './use-maintenant.ts';

/** Notes when a step was done; the notification puts back what it was. */
async function franchir(
  accidentId: string,
  etape: Etape,
  instant: InstantLocal | 'maintenant' | null,
): Promise<void> {
  const { avant } = await appeler('immersions.stepAccident', { accidentId, etape: etape.code, instant });
  annoncerAnnulable(instant === null ? 'L’étape est de nouveau à faire.' : 'C’est noté.', () =>
    appeler('immersions.stepAccident', { accidentId, etape: etape.code, instant: avant }),
  );
}

/** When it was done, when it is not just now. */
function AutreMoment(props: { accidentId: string; etape: Etape; fermer: () => void }) {
  const [instant, setInstant] = useState<InstantLocal | null>(props.etape.faitLe);
  const [faute, setFaute] = useState<string>();
  async function envoyer() {
    if (instant === null) return setFaute('Indiquez le jour et l’heure.');
    try {
      await franchir(props.accidentId, props.etape, instant);
      props.fermer();
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setFaute(erreur.enveloppe.champs?.instant ?? erreur.message);
    }
  }
  return (
    <form
      className={styles.moment}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <ChampInstant
        jour="Fait le"
        heure="À"
        autoFocus
        valeur={instant}
        changer={(valeur) => {
          setFaute(undefined);
          setInstant(valeur);
        }}
        faute={faute}
      />
      <Button type="submit" size="xs" mt="sm">
        Enregistrer
      </Button>
    </form>
  );
}

function LigneEtape(props: {
  accidentId: string;
  etape: Etape;
  courante: boolean;
  maintenant: InstantLocal;
}) {
  const { accidentId, etape, courante, maintenant } = props;
  const [ouvert, setOuvert] = useState(false);
  const { limite, faitLe } = etape;
  const retard = faitLe === null && limite !== null && limite < maintenant;
  const hors = faitLe !== null && limite !== null && faitLe > limite;
  return (
    <li
      className={styles.etape}
      data-fait={faitLe !== null || undefined}
      data-courante={courante || undefined}
    >
      <span className={styles.signe} aria-hidden>
        {faitLe !== null ? <IconCheck size={15} stroke={2.2} /> : <IconClock size={15} stroke={1.8} />}
      </span>
      <div className={styles.quoi}>
        <strong>{insecables(etape.titre)}</strong>
        <p>
          {faitLe !== null ? (
            <>
              fait {direInstant(faitLe)}
              {hors && limite && <span data-retard> · après le délai, qui était {direInstant(limite)}</span>}
            </>
          ) : (
            <>
              <span data-retard={retard || undefined} className={styles.reste}>
                {limite === null ? 'sans attendre' : direReste(limite, maintenant)}
              </span>
              {limite !== null && <> · au plus tard {direInstant(limite)}</>}
            </>
          )}
          <span className={styles.reference}>art. {etape.reference}</span>
        </p>
      </div>
      <Group gap={6} wrap="nowrap">
        {faitLe === null ? (
          <Button
            size="xs"
            variant={courante ? 'filled' : 'default'}
            aria-label={insecables(`C’est fait : ${etape.titre}`)}
            onClick={() => {
              franchir(accidentId, etape, 'maintenant').catch(annoncerRefus);
            }}
          >
            C’est fait
          </Button>
        ) : (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={insecables(`Pas encore : ${etape.titre}`)}
            onClick={() => {
              franchir(accidentId, etape, null).catch(annoncerRefus);
            }}
          >
            Pas encore
          </Button>
        )}
        <Popover
          opened={ouvert}
          onChange={setOuvert}
          position="bottom-end"
          shadow="md"
          trapFocus
          returnFocus
          withinPortal
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={insecables(`À un autre moment : ${etape.titre}`)}
              title="À un autre moment"
              onClick={() => setOuvert(!ouvert)}
            >
              <IconPencil size={16} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label="À un autre moment">
            <AutreMoment accidentId={accidentId} etape={etape} fermer={() => setOuvert(false)} />
          </Popover.Dropdown>
        </Popover>
      </Group>
    </li>
  );
}

function UnAccident(props: {
  fiche: ImmersionFiche;
  accident: AccidentSuivi;
  raison: string;
  corriger: () => void;
}) {
  const { fiche, accident, raison, corriger } = props;
  const maintenant = useMaintenant();
  const { exporter, enCours } = useExport('immersions.pdf');
  const { id, etapes, declareLe } = accident;
  const courante = declareLe === null ? etapes.find(({ faitLe }) => faitLe === null)?.code : undefined;
  async function archiver() {
    try {
      await appeler('immersions.archiveAccident', { accidentId: id });
      annoncerAnnulable('L’accident est retiré.', () =>
        appeler('immersions.restoreAccident', { accidentId: id }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <article className={styles.accident} aria-label={`Accident du ${formaterJour(accident.date)}`}>
      <div className={styles.faits}>
        <h3>
          {accident.trajet ? 'Accident de trajet' : 'Accident'} du {formaterJour(accident.date)}
          {accident.heure !== null && ` à ${formaterHeure(accident.heure)}`}
        </h3>
        {accident.lieu && <p className={styles.second}>{accident.lieu}</p>}
        <p className={styles.circonstances}>{accident.circonstances}</p>
        {accident.temoins && <p className={styles.second}>{insecables(`Témoins : ${accident.temoins}`)}</p>}
        {accident.heure === null && (
          <p className={styles.second}>
            Heure inconnue : les délais sont comptés depuis le début du jour, au plus court.
          </p>
        )}
        <Group gap={8} mt={8}>
          <Button
            size="xs"
            variant="default"
            loading={enCours}
            leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
            onClick={() => void exporter({ id: fiche.id, genre: 'accident', objetId: id })}
          >
            Fiche accident
          </Button>
          <Menu position="bottom-start" width={190}>
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label="Autres actions sur l’accident">
                <IconDots size={17} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={corriger}>
                Corriger
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void archiver()}>
                Retirer
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      <div>
        <ol className={styles.etapes}>
          {etapes.map((etape) => (
            <LigneEtape
              key={etape.code}
              accidentId={id}
              etape={etape}
              courante={etape.code === courante}
              maintenant={maintenant}
            />
          ))}
        </ol>
        <p className={styles.second}>{insecables(raison)}</p>
      </div>
    </article>
  );
}

/** Accidents of the immersion and, while there is none, who would declare one. */
export function Accidents({ fiche, suivi }: { fiche: ImmersionFiche; suivi: Suivi }) {
  const [ouvert, ouvrir] = useDemande('accident');
  const { accidents, declarant } = suivi;
  const bouton = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconAlertTriangle size={16} stroke={1.6} />}
      onClick={() => ouvrir('nouveau')}
    >
      {accidents.length > 0 ? 'Noter un autre accident' : 'Noter un accident'}
    </Button>
  );
  return (
    <Carte
      titre={accidents.length > 1 ? 'Accidents' : accidents.length === 1 ? 'Accident' : 'En cas d’accident'}
      suite={accidents.length > 0 ? bouton : undefined}
    >
      {accidents.length === 0 ? (
        <>
          <p className={styles.regle}>
            {insecables(
              `L’accueil vous prévient dans les 24 h ; ${declarant.nous ? 'vous déclarez' : `${declarant.nom || 'le prescripteur'} déclare`} à la caisse dans les 48 h. ${declarant.raison}`,
            )}
          </p>
          {bouton}
        </>
      ) : (
        accidents.map((accident) => (
          <UnAccident
            key={accident.id}
            fiche={fiche}
            accident={accident}
            raison={declarant.raison}
            corriger={() => ouvrir(accident.id)}
          />
        ))
      )}
      {ouvert !== null && (
        <FenetreAccident
          fiche={fiche}
          accident={accidents.find(({ id }) => id === ouvert) ?? null}
          fermer={() => ouvrir(null)}
        />
      )}
    </Carte>
  );
}

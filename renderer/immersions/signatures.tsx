import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCircleCheck, IconPencil, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate } from '../../shared/format.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { ROLES_SIGNATURE } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useJour } from '../app/jour.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { Carte } from '../components/page.tsx';
import styles from './signatures.module.css';

type Signataire = ImmersionFiche['signataires'][number];

/** What is worth knowing of a date, and obstructs nothing: the paper says what it says. */
function remarque(fiche: ImmersionFiche, date: string): string | null {
  if (fiche.debut !== null && date > fiche.debut)
    return `Signée après le début, le ${formaterDate(fiche.debut)}.`;
  if (fiche.emission && date < dateLocale(new Date(fiche.emission.emiseLe)))
    return 'Signée avant l’émission de cette version.';
  return null;
}

/** What a refused date says, beside its field; anything else is announced. */
function phraseDate(erreur: unknown): string | null {
  if (erreur instanceof ErreurOperation && erreur.enveloppe.champs?.date) return erreur.enveloppe.champs.date;
  annoncerRefus(erreur);
  return null;
}

async function dater(fiche: ImmersionFiche, avant: Signataire, nom: string, date: string | null) {
  const { id } = fiche;
  const { role } = avant;
  const qualite = label(ROLES_SIGNATURE, role);
  await appeler('immersions.sign', { id, role, nom, date });
  annoncerAnnulable(
    date === null ? `Signature retirée : ${qualite}.` : `${qualite} : signé le ${formaterDate(date)}.`,
    () => appeler('immersions.sign', { id, role, nom: avant.nom, date: avant.date }),
  );
}

function Faite(props: {
  fiche: ImmersionFiche;
  signataire: Signataire & { date: string };
  modifier: () => void;
}) {
  const { fiche, signataire } = props;
  const qualite = label(ROLES_SIGNATURE, signataire.role);
  const dite = remarque(fiche, signataire.date);
  return (
    <li className={styles.ligne}>
      <span className={styles.qualite}>{qualite}</span>
      <span className={styles.faite}>
        <IconCircleCheck size={18} stroke={1.7} aria-hidden />
        <span>
          <strong>{signataire.nom || qualite}</strong> le {formaterDate(signataire.date)}
        </span>
        {dite && <span className={styles.remarque}>{dite}</span>}
      </span>
      <span className={styles.gestes}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`Modifier la signature : ${qualite}`}
          title="Modifier"
          onClick={props.modifier}
        >
          <IconPencil size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`Retirer la signature : ${qualite}`}
          title="Retirer"
          onClick={() => void dater(fiche, signataire, '', null).catch(annoncerRefus)}
        >
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </span>
    </li>
  );
}

/** The name is there already: a date, Enter, and the keyboard is on the next one. */
function AFaire(props: {
  fiche: ImmersionFiche;
  signataire: Signataire;
  fini: () => void;
  ouverte: boolean;
}) {
  const { fiche, signataire } = props;
  const qualite = label(ROLES_SIGNATURE, signataire.role);
  const [nom, setNom] = useState(signataire.nom);
  const [date, setDate] = useState(signataire.date);
  const [faute, setFaute] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  const champ = useRef<HTMLInputElement>(null);
  const ouverte = useRef(props.ouverte);
  useEffect(() => {
    if (ouverte.current) champ.current?.focus();
  }, []);

  async function noter(evenement: FormEvent) {
    evenement.preventDefault();
    if (date === null) {
      setFaute('Indiquez le jour.');
      champ.current?.focus();
      return;
    }
    setEnCours(true);
    try {
      await dater(fiche, signataire, nom, date);
      props.fini();
    } catch (erreur) {
      setFaute(phraseDate(erreur));
      champ.current?.focus();
    } finally {
      setEnCours(false);
    }
  }

  return (
    <li>
      <form className={styles.ligne} data-en-faute={faute ?? undefined} noValidate onSubmit={noter}>
        <span className={styles.qualite}>{qualite}</span>
        <TextInput
          aria-label={`Signataire : ${qualite}`}
          placeholder="Prénom et nom"
          autoComplete="off"
          maxLength={200}
          value={nom}
          onChange={(evenement) => setNom(evenement.currentTarget.value)}
        />
        <ChampDate
          ref={champ}
          aria-label={`Date de signature : ${qualite}`}
          data-date-signature
          sens="passe"
          value={date}
          error={faute}
          onChange={(valeur) => {
            setDate(valeur);
            setFaute(null);
          }}
        />
        <span className={styles.gestes}>
          <Button
            type="submit"
            variant={date === null ? 'default' : 'filled'}
            size="xs"
            loading={enCours}
            aria-label={`Noter la signature : ${qualite}`}
          >
            Noter
          </Button>
        </span>
      </form>
    </li>
  );
}

function TousOntSigne({ fiche }: { fiche: ImmersionFiche }) {
  const [date, setDate] = useState<string | null>(useJour());
  const [faute, setFaute] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  const manquent = fiche.signataires.filter((celui) => celui.date === null).length;
  const resteUne = manquent === 1 ? 'Dernière signature le' : 'Les autres ont signé le';
  const phrase = manquent === fiche.signataires.length ? 'Tous ont signé le' : resteUne;

  async function noter(evenement: FormEvent) {
    evenement.preventDefault();
    if (date === null) return setFaute('Indiquez le jour.');
    setEnCours(true);
    try {
      const { id } = fiche;
      const { roles } = await appeler('immersions.signAll', { id, date });
      annoncerAnnulable('La convention est signée par tous.', () =>
        appeler('immersions.signAll', { id, date: null, roles }),
      );
    } catch (erreur) {
      setFaute(phraseDate(erreur));
    } finally {
      setEnCours(false);
    }
  }

  return (
    <form className={styles.tous} noValidate onSubmit={noter}>
      <span>{phrase}</span>
      <ChampDate
        aria-label="Jour où tous ont signé"
        w={150}
        sens="passe"
        value={date}
        error={faute}
        onChange={(valeur) => {
          setDate(valeur);
          setFaute(null);
        }}
      />
      <Button type="submit" loading={enCours}>
        Noter {accorder(manquent, 'signature')}
      </Button>
    </form>
  );
}

/** Who has signed the paper, and when: one line per capacity. */
export function Signatures({ fiche, refuser }: { fiche: ImmersionFiche; refuser: () => void }) {
  const [reprise, setReprise] = useState<Signataire['role'] | null>(null);
  const liste = useRef<HTMLUListElement>(null);
  const { signataires } = fiche;
  const faites = signataires.filter(({ date }) => date !== null).length;

  /** Set when a line has just been dated: the keyboard goes on to the next once that one is drawn as done. */
  const suivre = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is drawn as done when it counts as done.
  useEffect(() => {
    if (!suivre.current) return;
    suivre.current = false;
    liste.current?.querySelector<HTMLInputElement>('[data-date-signature]')?.focus();
  }, [faites]);

  return (
    <Carte
      titre="Signatures"
      suite={
        <span role="status">
          {faites === 0 && fiche.statut === 'signee'
            ? 'Signée, dates non notées'
            : `${faites} sur ${signataires.length}`}
        </span>
      }
    >
      <ul ref={liste} className={styles.lignes}>
        {signataires.map((signataire) =>
          signataire.date !== null && reprise !== signataire.role ? (
            <Faite
              key={signataire.role}
              fiche={fiche}
              signataire={{ ...signataire, date: signataire.date }}
              modifier={() => setReprise(signataire.role)}
            />
          ) : (
            <AFaire
              key={`${signataire.role} ${fiche.emission?.edition}`}
              fiche={fiche}
              signataire={signataire}
              ouverte={reprise === signataire.role}
              fini={() => {
                suivre.current = signataire.date === null;
                setReprise(null);
              }}
            />
          ),
        )}
      </ul>
      {faites < signataires.length && <TousOntSigne key={fiche.emission?.edition} fiche={fiche} />}
      {fiche.statut === 'prete' && (
        <Button className={styles.refuser} variant="subtle" color="gray" size="compact-sm" onClick={refuser}>
          L’une des parties refuse de signer
        </Button>
      )}
    </Carte>
  );
}

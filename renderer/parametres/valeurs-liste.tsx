import { ActionIcon, Button, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconCircleMinus,
  IconGripVertical,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { accorder } from '../../shared/format.ts';
import { type ListeOuverte, PARENTS, type ValeurListe } from '../../shared/nomenclatures/ouvertes.ts';
import { LABEL_MAX } from '../../shared/parametres/listes.ts';
import { useListe } from '../app/listes.ts';
import { appeler, ErreurOperation, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte, Pilule } from '../components/page.tsx';
import styles from './listes.module.css';

interface Contexte {
  liste: ListeOuverte;
  emplois: Record<string, number>;
}

/** Runs a change and says what is wrong with it; true when it was made. */
async function tenter(faire: () => Promise<unknown>): Promise<boolean> {
  try {
    await faire();
    return true;
  } catch (erreur) {
    annoncerRefus(erreur);
    return false;
  }
}

/** What is wrong with the label, beside its field. */
function fauteDe(erreur: unknown): string {
  if (!(erreur instanceof ErreurOperation)) throw erreur;
  return erreur.enveloppe.champs?.label ?? erreur.message;
}

/** The values of one list, in order; those of a list in two levels under what they specify. */
export function ValeursListe({ nom, label, usage }: { nom: ListeOuverte; label: string; usage: string }) {
  const { valeurs } = useListe(nom);
  const { data: emplois = {} } = useLecture('parametres.emplois', { liste: nom });
  const parents = PARENTS[nom] ?? [{ code: '', label: '' }];
  const retirees = valeurs.filter(({ retiree }) => retiree).length;
  return (
    <Carte
      titre={label}
      suite={[accorder(valeurs.length - retirees, 'mot'), retirees > 0 && accorder(retirees, 'retiré')]
        .filter(Boolean)
        .join(', ')}
    >
      <p className={styles.usage}>{usage}</p>
      {parents.map((parent) => (
        <Groupe
          key={parent.code}
          contexte={{ liste: nom, emplois }}
          parent={parent}
          valeurs={valeurs.filter((valeur) => valeur.parent === parent.code)}
        />
      ))}
    </Carte>
  );
}

function Groupe({
  contexte,
  parent,
  valeurs,
}: {
  contexte: Contexte;
  parent: { code: string; label: string };
  valeurs: readonly ValeurListe[];
}) {
  const { liste } = contexte;
  const [tenue, setTenue] = useState<string | null>(null);
  const [survolee, setSurvolee] = useState<string | null>(null);

  async function deplacer(code: string, avant: string | null) {
    const rang = valeurs.findIndex((valeur) => valeur.code === code);
    const suivante = valeurs[rang + 1]?.code ?? null;
    if (rang === -1 || avant === code || avant === suivante) return;
    const fait = await tenter(() => appeler('parametres.moveValeur', { liste, code, avant }));
    if (fait)
      annoncerAnnulable(`« ${valeurs[rang]!.label} » a changé de place.`, () =>
        appeler('parametres.moveValeur', { liste, code, avant: suivante }),
      );
  }
  /** One step up or down; the same as dropping it there. */
  const monter = (rang: number) => deplacer(valeurs[rang]!.code, valeurs[rang - 1]!.code);
  const descendre = (rang: number) => deplacer(valeurs[rang]!.code, valeurs[rang + 2]?.code ?? null);

  return (
    <section aria-label={parent.label || undefined} className={styles.groupe}>
      {parent.label ? <h3>{parent.label}</h3> : null}
      <ul className={styles.valeurs}>
        {valeurs.map((valeur, rang) => (
          <li
            key={valeur.code}
            data-retiree={valeur.retiree || undefined}
            data-survolee={survolee === valeur.code || undefined}
            onDragOver={(evenement) => {
              if (tenue === null) return;
              evenement.preventDefault();
              setSurvolee(valeur.code);
            }}
            onDrop={(evenement) => {
              evenement.preventDefault();
              if (tenue !== null) {
                const de = valeurs.findIndex(({ code }) => code === tenue);
                void deplacer(tenue, de < rang ? (valeurs[rang + 1]?.code ?? null) : valeur.code);
              }
              setTenue(null);
              setSurvolee(null);
            }}
          >
            <span
              className={styles.poignee}
              draggable
              aria-hidden
              onDragStart={(evenement) => {
                evenement.dataTransfer.effectAllowed = 'move';
                setTenue(valeur.code);
              }}
              onDragEnd={() => {
                setTenue(null);
                setSurvolee(null);
              }}
            >
              <IconGripVertical size={16} stroke={1.6} />
            </span>
            <Ligne
              contexte={contexte}
              valeur={valeur}
              monter={rang > 0 ? () => void monter(rang) : undefined}
              descendre={rang < valeurs.length - 1 ? () => void descendre(rang) : undefined}
            />
          </li>
        ))}
      </ul>
      <Ajout liste={liste} parent={parent} />
    </section>
  );
}

function Ligne({
  contexte: { liste, emplois },
  valeur,
  monter,
  descendre,
}: {
  contexte: Contexte;
  valeur: ValeurListe;
  monter?: () => void;
  descendre?: () => void;
}) {
  const { code, label, propre, retiree } = valeur;
  const [renomme, setRenomme] = useState(false);
  const crayon = useRef<HTMLButtonElement>(null);
  const nombre = emplois[code] ?? 0;

  async function retirer() {
    if (await tenter(() => appeler('parametres.retireValeur', { liste, code })))
      annoncerAnnulable(`« ${label} » n’est plus proposé.`, () =>
        appeler('parametres.reactivateValeur', { liste, code }),
      );
  }
  async function remettre() {
    if (await tenter(() => appeler('parametres.reactivateValeur', { liste, code })))
      annoncerAnnulable(`« ${label} » est de nouveau proposé.`, () =>
        appeler('parametres.retireValeur', { liste, code }),
      );
  }
  if (renomme)
    return (
      <Renommer
        liste={liste}
        valeur={valeur}
        fermer={() => {
          setRenomme(false);
          setTimeout(() => crayon.current?.focus());
        }}
      />
    );
  return (
    <>
      <span className={styles.mot}>{label}</span>
      {propre ? <Pilule ton="accent">À vous</Pilule> : null}
      {retiree ? <Pilule ton="neutre">Retiré</Pilule> : null}
      <span className={styles.emplois}>{nombre > 0 ? accorder(nombre, 'fois', 'fois') : 'jamais'}</span>
      <span className={styles.gestes}>
        <ActionIcon
          ref={crayon}
          variant="subtle"
          color="gray"
          aria-label={`Renommer ${label}`}
          title={propre ? 'Renommer' : 'Livré avec Passerelle : ce mot ne se renomme pas'}
          disabled={!propre}
          onClick={() => setRenomme(true)}
        >
          <IconPencil size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Monter ${label}`}
          title="Monter"
          disabled={!monter}
          onClick={monter}
        >
          <IconArrowUp size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Descendre ${label}`}
          title="Descendre"
          disabled={!descendre}
          onClick={descendre}
        >
          <IconArrowDown size={16} stroke={1.6} />
        </ActionIcon>
        {retiree ? (
          <ActionIcon
            variant="subtle"
            aria-label={`Remettre ${label}`}
            title="Proposer de nouveau"
            onClick={() => void remettre()}
          >
            <IconArrowBackUp size={16} stroke={1.6} />
          </ActionIcon>
        ) : (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Retirer ${label}`}
            title="Ne plus proposer"
            onClick={() => void retirer()}
          >
            <IconCircleMinus size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </span>
    </>
  );
}

function Renommer(props: { liste: ListeOuverte; valeur: ValeurListe; fermer: () => void }) {
  const { liste, valeur, fermer } = props;
  const { code, label: ancien } = valeur;
  const [label, setLabel] = useState(ancien);
  const [faute, setFaute] = useState<string | null>(null);
  async function enregistrer(evenement: FormEvent) {
    evenement.preventDefault();
    if (label.trim() === ancien) return fermer();
    try {
      const renommee = await appeler('parametres.saveValeur', { liste, code, label });
      fermer();
      annoncerAnnulable(`« ${ancien} » se dit maintenant « ${renommee.label} ».`, () =>
        appeler('parametres.saveValeur', { liste, code, label: ancien }),
      );
    } catch (erreur) {
      setFaute(fauteDe(erreur));
    }
  }
  return (
    <form className={styles.saisie} onSubmit={(evenement) => void enregistrer(evenement)}>
      <TextInput
        aria-label={`Nouveau nom de ${ancien}`}
        autoFocus
        maxLength={LABEL_MAX}
        value={label}
        error={faute}
        onChange={({ currentTarget }) => {
          setLabel(currentTarget.value);
          setFaute(null);
        }}
        onKeyDown={(evenement) => {
          if (evenement.key === 'Escape') fermer();
        }}
      />
      <Button type="submit" size="sm">
        Renommer
      </Button>
      <Button size="sm" variant="default" onClick={fermer}>
        Annuler
      </Button>
    </form>
  );
}

function Ajout({ liste, parent }: { liste: ListeOuverte; parent: { code: string; label: string } }) {
  const [label, setLabel] = useState('');
  const [faute, setFaute] = useState<string | null>(null);
  const champ = useRef<HTMLInputElement>(null);
  async function ajouter(evenement: FormEvent) {
    evenement.preventDefault();
    try {
      const ajoutee = await appeler('parametres.saveValeur', { liste, label, parent: parent.code });
      setLabel('');
      annoncerAnnulable(`« ${ajoutee.label} » est ajouté.`, () =>
        appeler('parametres.forgetValeur', { liste, code: ajoutee.code }),
      );
    } catch (erreur) {
      setFaute(fauteDe(erreur));
    }
    champ.current?.focus();
  }
  return (
    <form className={styles.ajout} noValidate onSubmit={(evenement) => void ajouter(evenement)}>
      <TextInput
        ref={champ}
        aria-label={parent.label ? `Nouveau mot, ${parent.label}` : 'Nouveau mot'}
        placeholder="Ajouter un mot…"
        maxLength={LABEL_MAX}
        autoComplete="off"
        value={label}
        error={faute}
        onChange={({ currentTarget }) => {
          setLabel(currentTarget.value);
          setFaute(null);
        }}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} />}>
        Ajouter
      </Button>
    </form>
  );
}

import { ActionIcon, Button, FileButton } from '@mantine/core';
import {
  IconCalendarEvent,
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconPaperclip,
  IconPhoto,
  IconPresentation,
  IconX,
} from '@tabler/icons-react';
import { type ComponentType, type DragEvent, type ReactNode, useState } from 'react';
import { formaterTaille } from '../../shared/donnees/regles.ts';
import { type GenrePiece, genrePiece } from '../../shared/sollicitations/pieces.ts';
import { ErreurOperation } from '../app/operations.ts';
import { remettre } from '../app/telecharger.ts';
import { annoncerAnnulable, annoncerRefus, tenter } from '../components/annulable.tsx';
import styles from './pieces.module.css';
import { acceptables, joindre, joindreTous, type Porteur } from './pieces.ts';

/** A file as its line shows it. */
type Gardee = { id: string; nom: string; taille: number };

const ICONES: Record<GenrePiece, ComponentType<{ size?: number; stroke?: number }>> = {
  pdf: IconFileTypePdf,
  image: IconPhoto,
  texte: IconFileText,
  tableau: IconFileSpreadsheet,
  diaporama: IconPresentation,
  message: IconCalendarEvent,
  autre: IconFile,
};

export function IconePiece({ nom }: { nom: string }) {
  const Icone = ICONES[genrePiece(nom)];
  return <Icone size={17} stroke={1.6} />;
}

/** Button that chooses files from the disk. */
export function BoutonJoindre({
  choisir,
  children,
}: {
  choisir: (fichiers: File[]) => void;
  children: ReactNode;
}) {
  return (
    <FileButton multiple onChange={(fichiers) => choisir(acceptables(fichiers))}>
      {(bouton) => (
        <Button
          {...bouton}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPaperclip size={15} stroke={1.6} />}
        >
          {children}
        </Button>
      )}
    </FileButton>
  );
}

/** Takes the files dropped on what it surrounds, and shows that it would. */
export function ZoneDepot(props: {
  deposer: (fichiers: File[]) => void;
  className?: string;
  children: ReactNode;
}) {
  const [survol, setSurvol] = useState(false);
  const porteFichiers = (evenement: DragEvent) => evenement.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the button inside does the same.
    <div
      className={props.className}
      data-survol={survol || undefined}
      onDragOver={(evenement) => {
        if (!porteFichiers(evenement)) return;
        evenement.preventDefault();
        setSurvol(true);
      }}
      onDragLeave={(evenement) => {
        if (!evenement.currentTarget.contains(evenement.relatedTarget as Node | null)) setSurvol(false);
      }}
      onDrop={(evenement) => {
        if (!porteFichiers(evenement)) return;
        evenement.preventDefault();
        setSurvol(false);
        props.deposer(acceptables([...evenement.dataTransfer.files]));
      }}
    >
      {props.children}
    </div>
  );
}

const retirer = (porteur: Porteur, { id, nom }: Gardee) =>
  tenter(async () => {
    await porteur.retirer(id);
    annoncerAnnulable(`Retiré : ${nom}`, () => porteur.rendre(id));
  });

function Piece({ piece, porteur }: { piece: Gardee; porteur: Porteur }) {
  const { id, nom, taille } = piece;
  /** Why the file can no longer be opened; its line stays, with what can be done about it. */
  const [perdue, setPerdue] = useState<string | null>(null);
  const [ouverture, setOuverture] = useState(false);

  async function ouvrir() {
    setOuverture(true);
    try {
      remettre(await porteur.ouvrir(id));
    } catch (erreur) {
      if (erreur instanceof ErreurOperation && erreur.enveloppe.code === 'fichier-illisible')
        setPerdue(erreur.message);
      else annoncerRefus(erreur);
    } finally {
      setOuverture(false);
    }
  }
  return (
    <li className={styles.piece} data-perdue={perdue !== null || undefined}>
      <button type="button" className={styles.nom} disabled={ouverture} onClick={() => void ouvrir()}>
        <IconePiece nom={nom} />
        <span>{nom}</span>
        <small>{formaterTaille(taille)}</small>
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={`Retirer ${nom}`}
        onClick={() => void retirer(porteur, piece)}
      >
        <IconX size={15} stroke={1.7} />
      </ActionIcon>
      {perdue === null ? null : (
        <div className={styles.perdue} role="alert">
          {perdue}
          <FileButton
            onChange={(fichier) => {
              const [bon] = acceptables(fichier ? [fichier] : []);
              if (bon) void joindre(porteur, bon, id);
            }}
          >
            {(bouton) => (
              <Button {...bouton} size="compact-sm" variant="default">
                Remplacer
              </Button>
            )}
          </FileButton>
          <Button size="compact-sm" variant="default" onClick={() => void retirer(porteur, piece)}>
            Retirer
          </Button>
        </div>
      )}
    </li>
  );
}

/** Files kept with something: one click opens, one takes away, and more can be added by button or by dropping them. */
export function Pieces(props: {
  porteur: Porteur;
  pieces: readonly Gardee[];
  /** The button that adds one is always there; hidden where the list is only read. */
  ajout?: boolean;
}) {
  const { porteur, pieces, ajout = false } = props;
  const [envoi, setEnvoi] = useState(false);
  if (pieces.length === 0 && !ajout) return null;
  async function ajouter(fichiers: File[]) {
    setEnvoi(true);
    await joindreTous(porteur, fichiers);
    setEnvoi(false);
  }
  const liste =
    pieces.length > 0 ? (
      <ul className={styles.liste} aria-label="Pièces jointes">
        {pieces.map((piece) => (
          <Piece key={piece.id} piece={piece} porteur={porteur} />
        ))}
      </ul>
    ) : null;
  if (!ajout) return liste;
  return (
    <ZoneDepot className={styles.depot} deposer={(fichiers) => void ajouter(fichiers)}>
      {liste}
      <BoutonJoindre choisir={(fichiers) => void ajouter(fichiers)}>
        {envoi ? 'Copie en cours…' : 'Joindre un fichier'}
      </BoutonJoindre>
    </ZoneDepot>
  );
}

/** Files chosen for an exchange that is not logged yet. */
export function FichiersChoisis(props: { fichiers: readonly File[]; changer: (fichiers: File[]) => void }) {
  if (props.fichiers.length === 0) return null;
  return (
    <ul className={styles.liste} aria-label="Fichiers à joindre">
      {props.fichiers.map((fichier) => (
        <li key={`${fichier.name} ${fichier.lastModified} ${fichier.size}`} className={styles.piece}>
          <span className={styles.nom}>
            <IconePiece nom={fichier.name} />
            <span>{fichier.name}</span>
            <small>{formaterTaille(fichier.size)}</small>
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Ne pas joindre ${fichier.name}`}
            onClick={() => props.changer(props.fichiers.filter((autre) => autre !== fichier))}
          >
            <IconX size={15} stroke={1.7} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

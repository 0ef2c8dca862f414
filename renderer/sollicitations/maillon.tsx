import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDownLeft,
  IconBell,
  IconBriefcase2,
  IconCheck,
  IconClipboardText,
  IconDots,
  IconHourglass,
  IconPencil,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { accorder, enPhrase, formaterDate, formaterDuree } from '../../shared/format.ts';
import { etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import { OBJETS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE, NATURES, RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import type { Maillon } from '../../shared/sollicitations/fil.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { useListe } from '../app/listes.ts';
import { Pilule } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import {
  COULEURS_MAILLON,
  COULEURS_NATURE,
  ICONES_CANAL,
  MarqueNature,
  nommer,
  TONS_RESULTAT,
} from './apparence.tsx';
import styles from './historique.module.css';
import { porteurEchange } from './pieces.ts';
import { Pieces } from './pieces.tsx';

type Icone = ComponentType<{ size?: number; stroke?: number }>;

/** What the lines of a history need to be told, whatever they tell. */
export interface Vue {
  /** The sheet the lines are read on; null elsewhere, where each line names its organisations. */
  organisationId: string | null;
  today: string;
  corriger: (maillon: Maillon) => void;
  retirer: (maillon: Maillon) => void;
}

/** `12/03/2026`, the means under it, the icon on the thread, then what happened. */
function Rangee(props: {
  date: string;
  quoi: string;
  icone: Icone;
  couleur: string | undefined;
  auteur?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const Signe = props.icone;
  return (
    <>
      <div className={styles.quand}>
        {formaterDate(props.date)}
        <small>{props.quoi}</small>
      </div>
      <span className={styles.anneau} style={{ color: props.couleur }}>
        <Signe size={16} stroke={1.6} />
      </span>
      <div className={styles.corps}>{props.children}</div>
      <span className={styles.auteur}>{props.auteur}</span>
      {props.actions ?? <span />}
    </>
  );
}

/** Menu of a line that can be corrected or taken back. */
export function Actions(props: { nom: string; corriger: () => void; retirer: () => void }) {
  return (
    <Menu position="bottom-end" width={150}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={props.nom}>
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={props.corriger}>
          Corriger
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={props.retirer}>
          Retirer
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What was promised, when, and whether it was kept. */
function Suite({ relance, today }: { relance: NonNullable<LigneHistorique['relance']>; today: string }) {
  const { libelle, echeance, evenement, faitLe } = relance;
  const jour = (date: string) =>
    date.slice(0, 4) === today.slice(0, 4) ? formaterDate(date).slice(0, 5) : formaterDate(date);
  if (faitLe) {
    const tard = echeance !== null && faitLe > echeance;
    return (
      <span className={styles.suiteFaite}>
        <IconCheck size={15} stroke={1.8} />
        {libelle} : fait le {jour(faitLe)}
        {tard ? `, prévu le ${jour(echeance)}` : ''}
      </span>
    );
  }
  if (echeance === null) {
    return (
      <span className={styles.suite}>
        <IconHourglass size={15} stroke={1.6} />
        {libelle} : {evenement}
      </span>
    );
  }
  const retard = echeance < today;
  return (
    <span className={retard ? styles.suiteEnRetard : styles.suite}>
      <IconBell size={15} stroke={1.6} />
      {libelle} le {jour(echeance)}
      {retard ? ', pas encore fait' : ''}
    </span>
  );
}

/** `4 organisations`, which opens on their names; a few are named at once. */
function Organisations({ ligne, organisationId }: { ligne: LigneHistorique; organisationId: string | null }) {
  const [ouvert, setOuvert] = useState(false);
  const autres = ligne.organisations.filter(({ id }) => id !== organisationId);
  if (autres.length === 0) return null;
  const noms = autres.map(({ id, nom }, rang) => (
    <span key={id}>
      {rang > 0 ? ', ' : ''}
      <Link to={`/reseau/${id}?echange=${ligne.id}`}>{nom}</Link>
    </span>
  ));
  if (organisationId === null && autres.length === 1) return <p className={styles.avec}>{noms}</p>;
  return (
    <p className={styles.avec}>
      <button
        type="button"
        className={styles.depliable}
        aria-expanded={ouvert}
        onClick={() => setOuvert(!ouvert)}
      >
        {accorder(ligne.organisations.length, 'organisation')}
      </button>
      {ouvert ? <> : {noms}</> : null}
    </p>
  );
}

function Salaries({ salaries }: Pick<LigneHistorique, 'salaries'>) {
  if (salaries.length === 0) return null;
  return (
    <p className={styles.avec}>
      Pour{' '}
      {salaries.map((salarie, rang) => (
        <span key={salarie.id}>
          {rang > 0 ? ', ' : ''}
          <Link to={`/salaries/${salarie.id}`}>{nomComplet(salarie)}</Link>
        </span>
      ))}
    </p>
  );
}

/** Result, and why when it was a refusal or an unmet request. */
export function PiluleResultat({ resultat, cause }: Pick<LigneHistorique, 'resultat' | 'cause'>) {
  const causes = useListe('causes');
  return (
    <Pilule ton={TONS_RESULTAT[resultat]}>
      {label(RESULTATS, resultat)}
      {cause ? ` : ${enPhrase(causes.libelle(cause))}` : ''}
    </Pilule>
  );
}

/** `Intermédiation · Job dating`, with the mark of the nature. */
export function Nature({ nature, sousNature }: Pick<LigneHistorique, 'nature' | 'sousNature'>) {
  const sousNatures = useListe('sous_natures');
  if (!nature) return null;
  return (
    <span className={styles.nature}>
      <MarqueNature nature={nature} taille={10} /> {label(NATURES, nature)}
      {sousNature ? ` · ${sousNatures.libelle(sousNature)}` : ''}
    </span>
  );
}

function Echange({ maillon, vue }: { maillon: Extract<Maillon, { sorte: 'echange' }>; vue: Vue }) {
  const { echange: ligne, entretienId } = maillon;
  const canaux = useListe('canaux');
  const { interlocuteurs, relance, dureeMinutes } = ligne;
  return (
    <Rangee
      date={ligne.date}
      quoi={canaux.libelle(ligne.canal)}
      icone={ICONES_CANAL[ligne.canal] ?? IconPencil}
      couleur={COULEURS_NATURE[ligne.nature]}
      auteur={ligne.auteur?.nom}
      actions={
        <Actions
          nom={`Corriger ou retirer l’échange du ${formaterDate(ligne.date)}`}
          corriger={() => vue.corriger(maillon)}
          retirer={() => vue.retirer(maillon)}
        />
      }
    >
      <div className={styles.tete}>
        {interlocuteurs.length > 0 ? (
          <span className={styles.qui}>
            {interlocuteurs.map((personne, rang) => (
              <span key={personne.id}>
                {rang > 0 ? ', ' : ''}
                <strong>{nommer(personne)}</strong>
                {personne.intitule ? ` · ${personne.intitule}` : ''}
              </span>
            ))}
          </span>
        ) : null}
        <PiluleResultat resultat={ligne.resultat} cause={ligne.cause} />
        {ligne.sens === 'entrante' ? (
          <span className={styles.nature}>
            <IconArrowDownLeft size={14} stroke={1.8} /> Demande entrante
          </span>
        ) : null}
        <Nature nature={ligne.nature} sousNature={ligne.sousNature} />
        {dureeMinutes !== null ? (
          <span className={styles.nature}>
            {dureeMinutes < 60 ? accorder(dureeMinutes, 'minute') : formaterDuree(dureeMinutes)}
          </span>
        ) : null}
      </div>
      {ligne.objet ? <p className={styles.objet}>{ligne.objet}</p> : null}
      {ligne.texte ? <p className={styles.texte}>{ligne.texte}</p> : null}
      {relance ? <Suite relance={relance} today={vue.today} /> : null}
      {entretienId !== null && vue.organisationId !== null ? (
        <p className={styles.avec}>
          <Link to={`/reseau/${vue.organisationId}/visite?entretien=${entretienId}`}>Voir l’entretien</Link>
        </p>
      ) : null}
      <Pieces porteur={porteurEchange(ligne.id)} pieces={ligne.pieces} />
      <Salaries salaries={ligne.salaries} />
      <Organisations ligne={ligne} organisationId={vue.organisationId} />
    </Rangee>
  );
}

function Immersion({
  immersion,
  today,
}: {
  immersion: Extract<Maillon, { sorte: 'immersion' }>['immersion'];
  today: string;
}) {
  const { debut, fin, salarie, objet, motif } = immersion;
  const etat = etatImmersion(immersion, today);
  const ton = {
    en_cours: 'accent',
    terminee: 'vert',
    bilan_fait: 'vert',
    refusee: 'brique',
    annulee: 'brique',
    interrompue: 'ambre',
  } as const;
  return (
    <Rangee date={debut} quoi="Immersion" icone={IconBriefcase2} couleur={COULEURS_MAILLON.immersion}>
      <div className={styles.tete}>
        <Link className={styles.qui} to={`/immersions/${immersion.id}`}>
          <strong>{nomComplet(salarie)}</strong>
        </Link>
        <Pilule ton={ton[etat as keyof typeof ton]}>{LIBELLES_ETAT[etat]}</Pilule>
        <span className={styles.nature}>{label(OBJETS, objet)}</span>
      </div>
      <p className={styles.texte}>
        {fin ? `Du ${formaterDate(debut)} au ${formaterDate(fin)}` : `À partir du ${formaterDate(debut)}`}
        {motif ? ` · ${motif}` : ''}
      </p>
    </Rangee>
  );
}

function Embauche({
  embauche,
  maillon,
  vue,
}: {
  embauche: Extract<Maillon, { sorte: 'embauche' }>['embauche'];
  maillon: Maillon;
  vue: Vue;
}) {
  const { date, salarie, contrat, metier, note, organisation } = embauche;
  return (
    <Rangee
      date={date}
      quoi="Embauche"
      icone={IconUserCheck}
      couleur={COULEURS_MAILLON.embauche}
      actions={
        <Actions
          nom={`Corriger ou retirer l’embauche du ${formaterDate(date)}`}
          corriger={() => vue.corriger(maillon)}
          retirer={() => vue.retirer(maillon)}
        />
      }
    >
      <div className={styles.tete}>
        {vue.organisationId === null ? (
          <Link className={styles.qui} to={`/reseau/${organisation.id}`}>
            <strong>{organisation.nom}</strong>
          </Link>
        ) : salarie ? (
          <Link className={styles.qui} to={`/salaries/${salarie.id}`}>
            <strong>{nomComplet(salarie)}</strong>
          </Link>
        ) : (
          <span className={styles.qui}>Une personne que nous ne suivons pas</span>
        )}
        <Pilule ton="vert">{label(CONTRATS_EMBAUCHE, contrat)}</Pilule>
        {metier ? <span className={styles.nature}>{metier}</span> : null}
      </div>
      {note ? <p className={styles.texte}>{note}</p> : null}
    </Rangee>
  );
}

function Entretien({
  entretien,
  vue,
}: {
  entretien: Extract<Maillon, { sorte: 'entretien' }>['entretien'];
  vue: Vue;
}) {
  const { today, organisationId } = vue;
  const { date, interlocuteur, lieu, remplie } = entretien;
  const etat = date >= today ? 'Prévu' : remplie ? 'Grille remplie' : 'À noter';
  return (
    <Rangee date={date} quoi="Entretien" icone={IconClipboardText} couleur={COULEURS_MAILLON.entretien}>
      <div className={styles.tete}>
        {interlocuteur ? (
          <span className={styles.qui}>
            <strong>{nommer(interlocuteur)}</strong>
          </span>
        ) : null}
        <Pilule ton={date >= today ? 'accent' : undefined}>{etat}</Pilule>
      </div>
      {lieu ? <p className={styles.texte}>{lieu}</p> : null}
      <p className={styles.avec}>
        <Link to={`/reseau/${organisationId}/visite?entretien=${entretien.id}`}>Ouvrir la préparation</Link>
      </p>
    </Rangee>
  );
}

/** One line of a history. */
export function LigneMaillon({ maillon, vue }: { maillon: Maillon; vue: Vue }) {
  switch (maillon.sorte) {
    case 'echange':
      return <Echange maillon={maillon} vue={vue} />;
    case 'immersion':
      return <Immersion immersion={maillon.immersion} today={vue.today} />;
    case 'embauche':
      return <Embauche embauche={maillon.embauche} maillon={maillon} vue={vue} />;
    case 'entretien':
      return <Entretien entretien={maillon.entretien} vue={vue} />;
  }
}

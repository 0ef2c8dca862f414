import { ActionIcon, Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconHourglassLow,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import type { LigneIndicateur } from '../../shared/bilans/bilan.ts';
import { trouverIndicateur } from '../../shared/bilans/catalogue.ts';
import { direAvecUnite, direBase } from '../../shared/bilans/dire.ts';
import { anneesDe } from '../../shared/conventions/regles.ts';
import type { ConventionFiche, ObjectifLu } from '../../shared/conventions/schema.ts';
import { ecartJours } from '../../shared/dates.ts';
import { formaterDate, formaterTaux, insecables } from '../../shared/format.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import type { Ouvrir } from '../bilans/chiffres/detail.ts';
import { aDesLignes } from '../bilans/chiffres/ligne.tsx';
import { Carte, LigneVide } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { adresseBilan } from './adresses.ts';
import styles from './conventions.module.css';
import { reprendreObjectifs, retirerObjectif } from './gestes.ts';

/** The part of a year that a convention covers. */
export function periodeAnnee({ debut, fin }: ConventionFiche, annee: number): { debut: string; fin: string } {
  return {
    debut: debut > `${annee}-01-01` ? debut : `${annee}-01-01`,
    fin: fin < `${annee}-12-31` ? fin : `${annee}-12-31`,
  };
}

/** Reached, missed, or still running: never by colour alone. */
function Etat({ ligne, finie }: { ligne: LigneIndicateur; finie: boolean }) {
  const { atteint, sens, mesure, objectif } = ligne;
  const part =
    objectif && objectif.valeur > 0 && mesure.valeur !== null ? mesure.valeur / objectif.valeur : null;
  if (atteint === null && (finie || sens === null))
    return <span className={styles.etat}>{part === null ? '—' : `${formaterTaux(part, 1)} du visé`}</span>;
  // What must stay low is not reached until the year is over.
  if (atteint && (finie || sens === 'hausse'))
    return (
      <span className={styles.etat} data-etat="atteint">
        <IconCircleCheck size={16} stroke={1.8} aria-hidden />
        Atteint
      </span>
    );
  if (finie)
    return (
      <span className={styles.etat} data-etat="manque">
        <IconCircleX size={16} stroke={1.8} aria-hidden />
        Non atteint
      </span>
    );
  return (
    <span className={styles.etat}>
      <IconHourglassLow size={16} stroke={1.7} aria-hidden />
      En cours
    </span>
  );
}

/** How far the figure is towards what is aimed at, as a bar with its mark when it goes beyond. */
function Avance({ ligne }: { ligne: LigneIndicateur }) {
  const { mesure, objectif, sens } = ligne;
  if (objectif === null || objectif.valeur === 0 || mesure.valeur === null || sens === 'baisse') return null;
  const part = Math.min(1, mesure.valeur / objectif.valeur);
  return (
    <div className={styles.jauge} data-atteint={ligne.atteint || undefined} aria-hidden>
      <span style={{ width: `${part * 100}%` }} />
    </div>
  );
}

/** What is done, which opens its rows. */
function Fait({ ligne, ouvrirLignes }: { ligne: LigneIndicateur; ouvrirLignes: Ouvrir }) {
  const fait = direAvecUnite(ligne.unite, ligne.mesure.valeur);
  if (!aDesLignes(ligne)) return fait;
  return (
    <button
      type="button"
      className={styles.chiffre}
      aria-label={insecables(`${ligne.label} : ${fait}. Voir les lignes`)}
      onClick={() => ouvrirLignes(ligne.code)}
    >
      {fait}
    </button>
  );
}

function UnObjectif(props: {
  objectif: ObjectifLu;
  ligne: LigneIndicateur | undefined;
  finie: boolean;
  modifier: () => void;
  retirer: () => void;
  ouvrirLignes: Ouvrir;
}) {
  const { objectif, ligne, finie } = props;
  const label = trouverIndicateur(objectif.indicateur)?.label ?? objectif.indicateur;
  const base = ligne && ligne.genre !== 'nombre' ? direBase(ligne, ligne.mesure) : '';
  return (
    <tr>
      <td>
        <strong>{label}</strong>
        {base === '' ? null : <small>{insecables(base)}</small>}
      </td>
      <td className={styles.euros}>
        {ligne ? <Fait ligne={ligne} ouvrirLignes={props.ouvrirLignes} /> : '…'}
      </td>
      <td className={styles.euros}>{ligne ? direAvecUnite(ligne.unite, objectif.valeur) : '…'}</td>
      <td className={styles.avance}>
        {ligne ? (
          <>
            <Etat ligne={ligne} finie={finie} />
            <Avance ligne={ligne} />
          </>
        ) : null}
      </td>
      <td className={styles.euros}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`Modifier l’objectif ${label}`}
          onClick={props.modifier}
        >
          <IconPencil size={16} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`Retirer l’objectif ${label}`}
          onClick={props.retirer}
        >
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </td>
    </tr>
  );
}

/** The years of a convention, one chosen. */
function Annees(props: { annees: number[]; annee: number; changer: (annee: number) => void }) {
  const { annees, annee, changer } = props;
  if (annees.length < 2) return null;
  return (
    <fieldset className={styles.annees}>
      <legend className="visuellement-cache">Année des objectifs</legend>
      {annees.map((une) => (
        <button key={une} type="button" aria-pressed={une === annee} onClick={() => changer(une)}>
          {une}
        </button>
      ))}
    </fieldset>
  );
}

/** What a year aims at, beside what is done. */
export function Objectifs(props: {
  convention: ConventionFiche;
  annee: number;
  changerAnnee: (annee: number) => void;
  ajouter: () => void;
  modifier: (objectif: ObjectifLu) => void;
  ouvrirLignes: Ouvrir;
}) {
  const { convention, annee, changerAnnee, ajouter, modifier, ouvrirLignes } = props;
  const { id, objectifs } = convention;
  const today = useJour();
  const periode = periodeAnnee(convention, annee);
  const siens = objectifs.filter((objectif) => objectif.annee === annee);
  const { data } = useLecture(
    'bilans.mesurer',
    {
      ...periode,
      conventionId: id,
      indicateurs: siens.map(({ indicateur }) => ({ code: indicateur })),
    },
    { actif: siens.length > 0, garderPrecedent: true },
  );
  const ligneDe = new Map(data?.lignes.map((ligne) => [ligne.code, ligne]));
  const source = anneesDe(convention)
    .filter((une) => une < annee && objectifs.some((objectif) => objectif.annee === une))
    .at(-1);
  const aReprendre =
    source !== undefined &&
    objectifs.some(
      (objectif) =>
        objectif.annee === source && !siens.some(({ indicateur }) => indicateur === objectif.indicateur),
    );
  const reprise = aReprendre ? (
    <Button size="compact-sm" variant="subtle" onClick={() => void reprendreObjectifs(id, source, annee)}>
      Reprendre ceux de {source}
    </Button>
  ) : null;
  const finie = periode.fin < today;
  return (
    <Carte
      titre={`Objectifs ${annee}`}
      sansMarge={siens.length > 0}
      suite={
        <div className={styles.suiteObjectifs}>
          <Annees annees={anneesDe(convention)} annee={annee} changer={changerAnnee} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} stroke={1.7} />}
            onClick={ajouter}
          >
            Ajouter un objectif
          </Button>
        </div>
      }
    >
      {siens.length === 0 ? (
        <>
          <LigneVide>
            {insecables(
              'Ce que la convention vise cette année-là : des immersions, des sorties dynamiques, des ETP… Le bilan dira s’ils sont atteints.',
            )}
          </LigneVide>
          {reprise}
        </>
      ) : (
        <div className={styles.table}>
          <Tableau
            nu
            label={`Objectifs ${annee}`}
            entetes={
              <>
                <Colonne>Indicateur</Colonne>
                <Colonne droite>Fait</Colonne>
                <Colonne droite>Visé</Colonne>
                <Colonne largeur={128}>État</Colonne>
                <Colonne largeur={92}>
                  <span className="visuellement-cache">Gestes</span>
                </Colonne>
              </>
            }
          >
            {siens.map((objectif) => (
              <UnObjectif
                key={objectif.indicateur}
                objectif={objectif}
                ligne={ligneDe.get(objectif.indicateur)}
                finie={finie}
                modifier={() => modifier(objectif)}
                ouvrirLignes={ouvrirLignes}
                retirer={() => void retirerObjectif(id, objectif)}
              />
            ))}
          </Tableau>
          <p className={styles.piedTable}>
            {periode.debut > today
              ? `Rien n’est compté avant le ${formaterDate(periode.debut)}.`
              : data?.arreteAu
                ? insecables(
                    `Compté du ${formaterDate(periode.debut)} à aujourd’hui : ${formaterTaux(ecartJours(periode.debut, today) + 1, ecartJours(periode.debut, periode.fin) + 1)} de la période.`,
                  )
                : `Compté du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}.`}{' '}
            <Link to={adresseBilan(convention, periode)}>Ouvrir le bilan</Link>
            {reprise}
          </p>
        </div>
      )}
    </Carte>
  );
}

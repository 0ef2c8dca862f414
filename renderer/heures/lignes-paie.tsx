import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Entree } from '../../shared/contrat.ts';
import { accorder, formaterDuree, insecables } from '../../shared/format.ts';
import type { AnalysePaie, LignePaie } from '../../shared/heures/schema.ts';
import { nomDuMois } from '../../shared/immersions/calendrier.ts';
import { Carte, LigneVide, Pilule, type Ton } from '../components/page.tsx';
import styles from './paie.module.css';

type Choix = NonNullable<Entree<'heures.analyser'>['choix']>;

const ETATS: Record<LignePaie['etat'], { label: string; ton?: Ton }> = {
  prete: { label: 'À écrire', ton: 'vert' },
  identique: { label: 'Déjà à jour' },
  choisir: { label: 'Qui est-ce ?', ton: 'ambre' },
  inconnue: { label: 'Inconnue', ton: 'ambre' },
  rejetee: { label: 'Non lue', ton: 'brique' },
  laissee: { label: 'Laissée de côté' },
};

const LAISSER = 'laisser';
const MONTREES = 200;

/** The dry run, line by line: those that ask something first. */
export function LignesPaie(props: {
  analyse: AnalysePaie;
  choix: Choix;
  enCours: boolean;
  choisir: (choix: Choix) => void;
  importer: () => void;
}) {
  const { analyse, choix, enCours } = props;
  const { lignes, totaux, cases, minutes } = analyse;
  const demandees = totaux.choisir + totaux.inconnue;
  const aVoir = demandees + totaux.rejetee;
  const [vue, setVue] = useState<'toutes' | 'voir'>('toutes');
  const montrees = lignes.filter(
    ({ etat, remarques }) =>
      vue === 'toutes' ||
      ['choisir', 'inconnue', 'rejetee', 'laissee'].includes(etat) ||
      remarques.length > 0,
  );
  /** Other lines of the same name and number are about the same person, unless they were answered already. */
  function repondre(ligne: LignePaie, salarieId: string | null): void {
    const memes = lignes.filter(
      (autre) =>
        autre.ligne === ligne.ligne ||
        (ligne.matricule !== '' &&
          autre.matricule === ligne.matricule &&
          autre.nom === ligne.nom &&
          !choix.some((deja) => deja.ligne === autre.ligne)),
    );
    const numeros = new Set(memes.map((meme) => meme.ligne));
    props.choisir([
      ...choix.filter((deja) => !numeros.has(deja.ligne)),
      ...memes.map((meme) => ({ ligne: meme.ligne, salarieId })),
    ]);
  }
  return (
    <Carte
      titre="Ligne par ligne, avant d’écrire"
      suite={
        <SegmentedControl
          size="xs"
          aria-label="Lignes montrées"
          data={[
            { value: 'toutes', label: `Toutes (${lignes.length})` },
            { value: 'voir', label: `À regarder (${aVoir})` },
          ]}
          value={vue}
          onChange={(valeur) => setVue(valeur as typeof vue)}
        />
      }
      sansMarge
    >
      {montrees.length === 0 ? (
        <LigneVide>Rien à regarder.</LigneVide>
      ) : (
        <div className={styles.defile}>
          <table className={styles.table} aria-label="Lignes du fichier">
            <thead>
              <tr>
                <th scope="col">Ligne</th>
                <th scope="col">Dans le fichier</th>
                <th scope="col">Dans Passerelle</th>
                <th scope="col">Heures</th>
                <th scope="col">État</th>
              </tr>
            </thead>
            <tbody>
              {montrees.slice(0, MONTREES).map((ligne) => (
                <Ligne
                  key={ligne.ligne}
                  ligne={ligne}
                  personnes={analyse.personnes}
                  enCours={enCours}
                  repondre={(salarieId) => repondre(ligne, salarieId)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {montrees.length > MONTREES ? (
        <LigneVide>
          {accorder(montrees.length - MONTREES, 'autre ligne', 'autres lignes')} du même fichier, lues de
          même.
        </LigneVide>
      ) : null}
      <div className={styles.pied}>
        <span role="status">
          {insecables(
            [
              cases === 0
                ? 'Rien à écrire'
                : `${accorder(cases, 'mois de contrat', 'mois de contrat')} à écrire, ${formaterDuree(minutes)}`,
              totaux.identique > 0 && accorder(totaux.identique, 'ligne déjà à jour', 'lignes déjà à jour'),
              demandees > 0 && `${accorder(demandees, 'ligne attend', 'lignes attendent')} de savoir qui`,
              totaux.rejetee > 0 && accorder(totaux.rejetee, 'ligne non lue', 'lignes non lues'),
            ]
              .filter(Boolean)
              .join(' ; '),
          )}
        </span>
        <Button disabled={cases === 0} loading={enCours} onClick={props.importer}>
          Écrire ces heures
        </Button>
      </div>
    </Carte>
  );
}

function Ligne(props: {
  ligne: LignePaie;
  personnes: AnalysePaie['personnes'];
  enCours: boolean;
  repondre: (salarieId: string | null) => void;
}) {
  const { ligne, personnes, enCours, repondre } = props;
  const { etat, salarie, candidats, valeurs, raison, remarques } = ligne;
  const demande = etat === 'choisir' || etat === 'inconnue' || etat === 'laissee' || candidats.length > 1;
  const offertes = candidats.length > 0 ? candidats : personnes;
  return (
    <tr>
      <td>{ligne.ligne}</td>
      <td>
        {ligne.nom || '—'}
        {ligne.matricule ? <small>{ligne.matricule}</small> : null}
      </td>
      <td>
        {demande ? (
          <Select
            aria-label={`Qui est ${ligne.nom}, ligne ${ligne.ligne}`}
            placeholder="Choisir la personne"
            searchable
            w={300}
            disabled={enCours}
            nothingFoundMessage="Aucune fiche à ce nom"
            data={[
              ...offertes.map(({ id, nom, detail }) => ({ value: id, label: `${nom}, ${detail}` })),
              { value: LAISSER, label: 'Laisser cette ligne de côté' },
            ]}
            value={etat === 'laissee' ? LAISSER : (salarie?.id ?? null)}
            onChange={(valeur) => valeur && repondre(valeur === LAISSER ? null : valeur)}
          />
        ) : (
          (salarie?.nom ?? '—')
        )}
      </td>
      <td className={styles.valeurs}>
        {valeurs.map(({ mois, minutes, avant }) => (
          <span key={mois}>
            {nomDuMois(mois)} : <b>{formaterDuree(minutes)}</b>
            {avant !== null && avant !== minutes ? <small> au lieu de {formaterDuree(avant)}</small> : null}
          </span>
        ))}
      </td>
      <td>
        <Pilule ton={ETATS[etat].ton}>{ETATS[etat].label}</Pilule>
        {[raison, ...remarques].filter(Boolean).map((phrase) => (
          <small key={phrase}>{insecables(phrase)}</small>
        ))}
      </td>
    </tr>
  );
}

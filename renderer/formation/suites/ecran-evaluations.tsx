import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDate } from '../../../shared/format.ts';
import {
  GENRES_EVALUATION,
  type GenreEvaluation,
  NOMS_EVALUATION,
} from '../../../shared/formation/evaluations.ts';
import type { Evaluations } from '../../../shared/formation/suites.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useLecture } from '../../app/operations.ts';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte, EtatVide, Pilule } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { useSession } from '../sessions/use-session.ts';
import { SaisieEvaluation } from './saisie-evaluation.tsx';
import styles from './suites.module.css';
import { Synthese } from './synthese.tsx';

function Stagiaires(props: {
  stagiaires: Evaluations['stagiaires'];
  genre: GenreEvaluation;
  choisi: string;
  choisir: (id: string) => void;
}) {
  return (
    <ul className={styles.stagiaires} aria-label="Stagiaires">
      {props.stagiaires.map((stagiaire) => {
        const fiche = stagiaire[props.genre];
        return (
          <li key={stagiaire.inscriptionId}>
            <button
              type="button"
              aria-current={stagiaire.inscriptionId === props.choisi || undefined}
              onClick={() => props.choisir(stagiaire.inscriptionId)}
            >
              <span>{nomComplet(stagiaire.salarie)}</span>
              {fiche ? <Pilule ton="vert">{formaterDate(fiche.date)}</Pilule> : <Pilule>À saisir</Pilule>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What trainees think of the session: their sheets, typed one after the other, and what these say together. */
export function EcranEvaluations() {
  const session = useSession();
  const { data } = useLecture('formation.evaluations', { sessionId: session.id });
  const [adresse, changerAdresse] = useAdresse();
  const genre = GENRES_EVALUATION.find((un) => un === adresse.get('genre')) ?? 'chaud';
  const [choisi, setChoisi] = useState<string | null>(null);
  /** A sheet was just saved: the hands stay on the keyboard for the next. */
  const [enchaine, setEnchaine] = useState(false);
  if (!data) return null;
  const { stagiaires, froidLe } = data;
  if (stagiaires.length === 0)
    return (
      <Carte sansMarge>
        <EtatVide
          titre="Personne n’est encore entré en formation"
          actions={
            <Button component={Link} to={`/formation/sessions/${session.id}/stagiaires`}>
              Voir les stagiaires
            </Button>
          }
        >
          Marquez les entrées dans l’onglet Stagiaires : chacun aura ici sa feuille d’évaluation, à chaud puis
          trois mois après.
        </EtatVide>
      </Carte>
    );
  const courant =
    stagiaires.find(({ inscriptionId }) => inscriptionId === choisi) ??
    stagiaires.find((stagiaire) => stagiaire[genre] === null) ??
    stagiaires[0]!;
  const remplies = stagiaires.filter((stagiaire) => stagiaire[genre] !== null).length;
  /** The next one whose sheet is missing, after the one just saved, then from the top. */
  function suivant() {
    const rang = stagiaires.indexOf(courant);
    const apres = [...stagiaires.slice(rang + 1), ...stagiaires.slice(0, rang)];
    setEnchaine(true);
    setChoisi((apres.find((stagiaire) => stagiaire[genre] === null) ?? courant).inscriptionId);
  }
  return (
    <div className={styles.page}>
      <div className={styles.teteBloc}>
        <SegmentedControl
          aria-label="Évaluation"
          data={GENRES_EVALUATION.map((un) => ({ value: un, label: NOMS_EVALUATION[un] }))}
          value={genre}
          onChange={(choix) => {
            setChoisi(null);
            changerAdresse((actuelle) => {
              const apres = new URLSearchParams(actuelle);
              apres.set('genre', choix);
              return apres;
            });
          }}
        />
        <span className={styles.second}>
          {accorder(remplies, 'feuille remplie', 'feuilles remplies')} sur{' '}
          {accorder(stagiaires.length, 'stagiaire entré', 'stagiaires entrés')}
          {genre === 'froid' ? ` · à demander à partir du ${formaterDate(froidLe)}` : ''}
        </span>
        {remplies > 0 ? (
          <div className={styles.pousse}>
            <BoutonExporter
              operation="formation.exportEvaluations"
              entree={{ sessionId: session.id, genre }}
              taille="xs"
            />
          </div>
        ) : null}
      </div>
      <div className={styles.saisie}>
        <Carte titre="Stagiaires" sansMarge>
          <Stagiaires
            stagiaires={stagiaires}
            genre={genre}
            choisi={courant.inscriptionId}
            choisir={(id) => {
              setEnchaine(false);
              setChoisi(id);
            }}
          />
        </Carte>
        <SaisieEvaluation
          key={`${courant.inscriptionId} ${genre} ${courant[genre]?.date ?? ''}`}
          stagiaire={courant}
          genre={genre}
          fin={data.fin}
          auClavier={enchaine}
          suite={suivant}
        />
      </div>
      {remplies > 0 ? (
        <Synthese questions={data.syntheses[genre]} remplies={remplies} entres={stagiaires.length} />
      ) : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ageAu } from '../../../shared/dates.ts';
import {
  accorder,
  enPhrase,
  formaterDate,
  formaterDuree,
  formaterTelephone,
} from '../../../shared/format.ts';
import { label, type Nomenclature } from '../../../shared/nomenclatures/nomenclature.ts';
import {
  CONTRATS,
  CRITERES,
  ETATS_PROJET,
  FREINS,
  HORAIRES_POSSIBLES,
  MOTIFS_SUSPENSION,
  NIVEAUX_FORMATION,
  PERMIS,
  PREPARATIONS,
  SEXES,
  SUITES,
  VEHICULES,
} from '../../../shared/nomenclatures/salaries.ts';
import { finPass } from '../../../shared/salaries/regles-pass.ts';
import type { ContratSalarie, SalarieFiche } from '../../../shared/salaries/schema.ts';
import { useJour } from '../../app/jour.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './fiche.module.css';

/** Pairs of a term and what is known of it; those nobody filled in are left out. */
function Mentions({ lignes }: { lignes: readonly (readonly [string, ReactNode])[] }) {
  const dites = lignes.filter(([, valeur]) => valeur !== '' && valeur !== null && valeur !== undefined);
  if (dites.length === 0) return null;
  return (
    <dl className={styles.mentions}>
      {dites.map(([terme, valeur]) => (
        <div key={terme}>
          <dt>{terme}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  );
}

const plusieurs = <C extends string>(liste: Nomenclature<C>, codes: readonly C[]) =>
  codes.map((code) => label(liste, code)).join(', ');

function Organisation({ id, suite }: { id: string; suite?: string }) {
  const { data } = useLecture('reseau.get', { id });
  return (
    <>
      <Link to={`/reseau/${id}`}>{data?.nom ?? '…'}</Link>
      {suite ? `, ${suite}` : ''}
    </>
  );
}

/** Who the person is, and who in the team goes along. */
export function Identite({ salarie }: { salarie: SalarieFiche }) {
  const today = useJour();
  const { libelle } = useListe('supports');
  const { data: parametres } = useLecture('parametres.get', {});
  const membre = (id: string | null) => {
    const trouve = parametres?.membres.find((celui) => celui.id === id);
    return trouve ? nomComplet(trouve) : '';
  };
  const prescripteur = salarie.prescripteurId ? (
    <Organisation id={salarie.prescripteurId} suite={salarie.prescripteurConseiller} />
  ) : (
    salarie.prescripteurConseiller
  );
  const orienteLe = salarie.orienteLe ? `le ${formaterDate(salarie.orienteLe)}` : '';
  const orienteur = salarie.orienteurId ? (
    <Organisation id={salarie.orienteurId} suite={orienteLe} />
  ) : (
    orienteLe
  );
  const ville = [salarie.codePostal, salarie.ville].filter(Boolean).join(' ');
  return (
    <Carte titre="Identité et équipe">
      <Mentions
        lignes={[
          [
            'Naissance',
            `${formaterDate(salarie.naissance)} · ${accorder(ageAu(salarie.naissance, today), 'an')} · ${enPhrase(label(SEXES, salarie.sexe))}`,
          ],
          ['Téléphone', formaterTelephone(salarie.telephone)],
          ['Courriel', salarie.courriel],
          ['Adresse', [salarie.adresse, ville].filter(Boolean).join(', ')],
          ['Référent', membre(salarie.referentId)],
          ['Encadrant', membre(salarie.encadrantId)],
          ['Support', salarie.support ? libelle(salarie.support) : ''],
          ['Prescripteur', prescripteur],
          ['Orienté par', orienteur],
          ['Niveau', salarie.niveauFormation ? label(NIVEAUX_FORMATION, salarie.niveauFormation) : ''],
        ]}
      />
    </Carte>
  );
}

function Contrat({ contrat }: { contrat: ContratSalarie }) {
  return (
    <li>
      <strong>{label(CONTRATS, contrat.nature)}</strong>
      {contrat.minutesHebdo !== null && ` · ${formaterDuree(contrat.minutesHebdo)} par semaine`}
      {contrat.renouvelleId !== null && ' · renouvellement'}
      <small>
        {contrat.fin
          ? `du ${formaterDate(contrat.debut)} au ${formaterDate(contrat.fin)}`
          : `depuis le ${formaterDate(contrat.debut)}, sans terme`}
      </small>
      {contrat.suspensions.map(({ id, debut, fin, motif }) => (
        <small key={id}>
          Suspendu{' '}
          {fin ? `du ${formaterDate(debut)} au ${formaterDate(fin)}` : `depuis le ${formaterDate(debut)}`}
          {motif ? ` : ${enPhrase(label(MOTIFS_SUSPENSION, motif))}` : ''}
        </small>
      ))}
      {contrat.suite ? (
        <small>
          Suite prévue : {enPhrase(label(SUITES, contrat.suite))}
          {contrat.suiteNote ? `. ${contrat.suiteNote}` : ''}
        </small>
      ) : null}
    </li>
  );
}

/** Contracts, latest first, and the PASS IAE with its true end. */
export function Contrats({ salarie }: { salarie: SalarieFiche }) {
  if (salarie.contrats.length + salarie.passIae.length === 0) return null;
  return (
    <Carte titre="Contrats et PASS IAE">
      <ul className={styles.contrats}>
        {salarie.contrats.toReversed().map((contrat) => (
          <Contrat key={contrat.id} contrat={contrat} />
        ))}
        {salarie.passIae.toReversed().map((pass) => {
          const fin = finPass(pass);
          return (
            <li key={pass.id}>
              <strong>PASS IAE</strong>
              {pass.numero ? ` · ${pass.numero}` : ''}
              <small>
                du {formaterDate(pass.debut)} au {formaterDate(fin)}
                {fin > pass.fin ? `, attestation jusqu’au ${formaterDate(pass.fin)}` : ''}
              </small>
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}

/** Where the project stands, what the person aims at, how they get about. */
export function Projet({ salarie }: { salarie: SalarieFiche }) {
  const depuis = (date: string | null) => (date ? ` depuis le ${formaterDate(date)}` : '');
  const lignes = [
    [
      'Projet',
      salarie.projetEtat ? `${label(ETATS_PROJET, salarie.projetEtat)}${depuis(salarie.projetLe)}` : '',
    ],
    ['En mots', salarie.projet],
    [
      'Métiers visés',
      salarie.metiersVises
        .map(({ code, libelle }) => [libelle, code && `(${code})`].filter(Boolean).join(' '))
        .join(' ; '),
    ],
    [
      'Préparation',
      salarie.preparation
        ? `${label(PREPARATIONS, salarie.preparation)}${depuis(salarie.preparationLe)}`
        : '',
    ],
    ['Permis', plusieurs(PERMIS, salarie.permis)],
    ['Véhicule', salarie.vehicule ? label(VEHICULES, salarie.vehicule) : ''],
    ['Zones', salarie.zones],
    ['Horaires', plusieurs(HORAIRES_POSSIBLES, salarie.horairesPossibles)],
    ['Mobilité', salarie.mobiliteNote],
  ] as const;
  if (lignes.every(([, valeur]) => valeur === '')) return null;
  return (
    <Carte titre="Projet et mobilité">
      <Mentions lignes={lignes} />
    </Carte>
  );
}

/** Criteria with where their proof is, and freins under the eight headings, nothing more. */
export function Situation({ salarie }: { salarie: SalarieFiche }) {
  if (salarie.criteres.length + salarie.freins.length === 0) return null;
  return (
    <Carte titre="Critères et freins">
      {salarie.criteres.length > 0 ? (
        <ul className={styles.contrats}>
          {salarie.criteres.map(({ critere, constateLe, justificatif }) => (
            <li key={critere}>
              {label(CRITERES, critere)}
              <small data-manque={justificatif === '' || undefined}>
                constaté le {formaterDate(constateLe)},{' '}
                {justificatif ? `justificatif : ${justificatif}` : 'justificatif à ranger'}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
      {salarie.freins.length > 0 ? (
        <ul className={styles.contrats}>
          {salarie.freins.map(({ frein, interne, externe }) => (
            <li key={frein}>
              {label(FREINS, frein)}
              <small>
                {interne && externe
                  ? 'accompagné en interne et en externe'
                  : interne
                    ? 'accompagné en interne'
                    : externe
                      ? 'accompagné en externe'
                      : 'concerné'}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
    </Carte>
  );
}

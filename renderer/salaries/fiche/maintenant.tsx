import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ecartJours } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../../shared/nomenclatures/salaries.ts';
import type { Parcours } from '../../../shared/salaries/parcours.ts';
import { contratCourant, FIN_PROCHE_JOURS } from '../../../shared/salaries/regles.ts';
import { manquesDe } from '../../../shared/salaries/regles-manques.ts';
import { etatPass, finPass, passCourant } from '../../../shared/salaries/regles-pass.ts';
import { direDelai, direEtape } from '../../../shared/salaries/regles-suite.ts';
import type { SalarieFiche } from '../../../shared/salaries/schema.ts';
import type { SortieLue } from '../../../shared/sorties/contrat.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { ETATS_SORTIE } from '../../sorties/apparence.tsx';
import styles from './fiche.module.css';

/** One thing that matters now: what it is, where it stands, and what presses. */
function Repere(props: { titre: string; ton?: 'ambre' | 'brique'; fort: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.repere} data-ton={props.ton}>
      <dt>{props.titre}</dt>
      <dd>
        <strong>{props.fort}</strong>
        {props.children}
      </dd>
    </div>
  );
}

const tonDe = (fin: string, today: string) =>
  fin < today ? 'brique' : ecartJours(today, fin) <= FIN_PROCHE_JOURS ? 'ambre' : undefined;

type Contrat = SalarieFiche['contrats'][number];

/** The exit that closed a contract: `null` when none is noted, `undefined` until it is known. */
function useSortie(salarie: SalarieFiche, contrat: Contrat | null, today: string) {
  const fini = contrat !== null && contrat.fin !== null && contrat.fin < today;
  const { data } = useLecture('sorties.deSalarie', { salarieId: salarie.id }, { actif: fini });
  if (!fini) return null;
  return data && (data.find(({ date }) => date >= contrat.debut) ?? null);
}

/** Once the contract is over: the exit that closed it, or the way to note it. */
function RepereSortie(props: { salarie: SalarieFiche; contrat: Contrat }) {
  const { salarie, contrat } = props;
  const today = useJour();
  const sortie = useSortie(salarie, contrat, today);
  const fin = formaterDate(contrat.fin);
  if (sortie)
    return (
      <Repere titre="Sortie" fort={formaterDate(sortie.date)}>
        <span>{sortie.motif.label}</span>
        <span>{ETATS_SORTIE[sortie.verdict.etat]}</span>
      </Repere>
    );
  return (
    <Repere titre="Contrat terminé" ton="brique" fort={fin}>
      <span>
        {label(CONTRATS, contrat.nature)}, {direDelai(contrat.fin!, today)}
      </span>
      {sortie === null && salarie.archivedAt === null ? (
        <Button
          component={Link}
          to={`/salaries/${salarie.id}?sortie=nouveau`}
          variant="subtle"
          size="compact-xs"
          className={styles.geste}
        >
          Noter sa sortie
        </Button>
      ) : null}
    </Repere>
  );
}

function RepereContrat({ salarie, today }: { salarie: SalarieFiche; today: string }) {
  const contrat = contratCourant(salarie.contrats, today);
  if (contrat === null) return <Repere titre="Contrat" fort="Aucun" ton="ambre" />;
  const nature = label(CONTRATS, contrat.nature);
  if (contrat.fin === null)
    return (
      <Repere titre="Contrat" fort="Sans terme">
        <span>
          {nature} depuis le {formaterDate(contrat.debut)}
        </span>
      </Repere>
    );
  if (contrat.fin < today) return <RepereSortie salarie={salarie} contrat={contrat} />;
  const total = ecartJours(contrat.debut, contrat.fin) + 1;
  const fait = Math.max(0, Math.min(total, ecartJours(contrat.debut, today) + 1));
  return (
    <Repere
      titre={contrat.debut > today ? 'Contrat à venir' : 'Fin du contrat'}
      ton={contrat.debut > today ? undefined : tonDe(contrat.fin, today)}
      fort={formaterDate(contrat.debut > today ? contrat.debut : contrat.fin)}
    >
      <span>
        {nature}, {direDelai(contrat.debut > today ? contrat.debut : contrat.fin, today)}
      </span>
      <span className={styles.jauge} aria-hidden>
        <span style={{ width: `${(fait / total) * 100}%` }} />
      </span>
    </Repere>
  );
}

function ReperePass({ salarie, today }: { salarie: SalarieFiche; today: string }) {
  const pass = passCourant(salarie.passIae, today);
  if (pass === null)
    return (
      <Repere titre="PASS IAE" fort="Non renseigné">
        <span>dates à compléter</span>
      </Repere>
    );
  const fin = finPass(pass);
  const suspendu = etatPass(pass, today) === 'suspendu';
  return (
    <Repere titre="Fin du PASS IAE" ton={tonDe(fin, today)} fort={formaterDate(fin)}>
      <span>{[direDelai(fin, today), suspendu && 'suspendu aujourd’hui'].filter(Boolean).join(', ')}</span>
    </Repere>
  );
}

/** Once the person has left: when to ask what they become. */
function RepereNouvelles({ sortie, today }: { sortie: SortieLue; today: string }) {
  const prochaine = sortie.situations.find(
    ({ etat, mois }) => etat === 'pas_encore' || mois === sortie.aDemander,
  );
  if (!prochaine) return <Repere titre="Prochaine étape" fort="Parcours terminé" />;
  const { echeance, mois } = prochaine;
  return (
    <Repere titre="Prendre des nouvelles" fort={formaterDate(echeance)}>
      <span>
        {mois} mois après la sortie, {direDelai(echeance, today)}
      </span>
    </Repere>
  );
}

function RepereEtape(props: {
  salarie: SalarieFiche;
  parcours: Parcours;
  today: string;
  decider: () => void;
}) {
  const { salarie, parcours, today } = props;
  const contrat = contratCourant(salarie.contrats, today);
  const [etape, ...autres] = parcours.etapes;
  const sortie = useSortie(salarie, contrat, today);
  if (sortie && etape === undefined) return <RepereNouvelles sortie={sortie} today={today} />;
  const decidable =
    contrat !== null && contrat.fin !== null && salarie.archivedAt === null && sortie === null;
  const presse = contrat !== null && contrat.fin !== null && tonDe(contrat.fin, today) !== undefined;
  return (
    <Repere
      titre="Prochaine étape"
      ton={etape || !presse ? undefined : 'ambre'}
      fort={etape ? direEtape(etape) : 'Aucune connue'}
    >
      {autres.length > 0 ? <span>{autres.map(direEtape).join(' · ')}</span> : null}
      {contrat?.suiteNote ? <span>{contrat.suiteNote}</span> : null}
      {decidable ? (
        <Button variant="subtle" size="compact-xs" className={styles.geste} onClick={props.decider}>
          {contrat.suite === '' ? 'Dire la suite prévue' : 'Changer la suite prévue'}
        </Button>
      ) : null}
    </Repere>
  );
}

/** What one must know on opening the sheet, on one line; then what it still lacks. */
export function Maintenant(props: {
  salarie: SalarieFiche;
  parcours: Parcours;
  decider: () => void;
  noterEntretien: () => void;
}) {
  const { salarie, parcours } = props;
  const today = useJour();
  const enCours = parcours.objectifs.filter(({ etat }) => etat === 'en_cours');
  const prochain = parcours.prochainEntretien;
  const echu = enCours[0]?.echeance ?? null;
  const manques = manquesDe(salarie, today);
  return (
    <>
      <section aria-label="En ce moment">
        <dl className={styles.reperes}>
          <RepereContrat salarie={salarie} today={today} />
          <ReperePass salarie={salarie} today={today} />
          <RepereEtape salarie={salarie} parcours={parcours} today={today} decider={props.decider} />
          <Repere
            titre="Prochain entretien"
            ton={prochain && prochain.date < today ? 'brique' : undefined}
            fort={prochain ? formaterDate(prochain.date) : 'Pas fixé'}
          >
            <span>
              {prochain
                ? direDelai(prochain.date, today)
                : parcours.entretiens[0]
                  ? `dernier le ${formaterDate(parcours.entretiens[0].date)}`
                  : 'aucun encore'}
            </span>
            {salarie.archivedAt === null ? (
              <Button
                variant="subtle"
                size="compact-xs"
                className={styles.geste}
                onClick={props.noterEntretien}
              >
                Noter un entretien
              </Button>
            ) : null}
          </Repere>
          <Repere
            titre="Objectifs"
            ton={echu !== null && echu < today ? 'brique' : undefined}
            fort={
              enCours.length === 0 ? 'Aucun en cours' : `${accorder(enCours.length, 'objectif')} en cours`
            }
          >
            <span>
              {echu
                ? `${enCours.length > 1 ? 'première échéance' : 'échéance'} ${direDelai(echu, today)}`
                : enCours.length > 0
                  ? 'sans échéance'
                  : ''}
            </span>
          </Repere>
        </dl>
      </section>
      {manques.length > 0 && salarie.archivedAt === null ? (
        <p className={styles.manques}>
          {insecables(`Il manque : ${manques.join(', ')}.`)}{' '}
          <Link to={`/salaries/${salarie.id}/modifier`}>Compléter la fiche</Link>
        </p>
      ) : null}
    </>
  );
}

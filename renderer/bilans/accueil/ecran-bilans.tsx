import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BilanAttendu, BilanEnCours } from '../../../shared/bilans/bilans.ts';
import { nomPeriode, periodeProposee } from '../../../shared/bilans/regles.ts';
import { periodeSaisie } from '../../../shared/bilans/schema.ts';
import { ajouterJours, dateLocale } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { direDelai } from '../../../shared/salaries/regles-suite.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, EtatVide, Pilule, TetePage } from '../../components/page.tsx';
import { OngletsBilans } from '../onglets.tsx';
import styles from './accueil.module.css';
import { NouveauBilan, type Propose } from './nouveau-bilan.tsx';

/** The window is open while the address says so, filled in with what a deadline knows. */
function useNouveau(): { propose: Propose | null; ouvrir: () => void; fermer: () => void } {
  const [adresse, changerAdresse] = useAdresse();
  const jour = useJour();
  const lue = periodeSaisie.safeParse({ debut: adresse.get('debut'), fin: adresse.get('fin') });
  return {
    propose: adresse.has('nouveau')
      ? {
          profil: adresse.get('profil') ?? '',
          periode: lue.success ? lue.data : periodeProposee(jour),
          conventionId: adresse.get('convention') || null,
        }
      : null,
    ouvrir: () => changerAdresse(() => new URLSearchParams('nouveau')),
    fermer: () => changerAdresse(() => new URLSearchParams()),
  };
}

/** What funders await, what is being prepared, what was sent. */
export function EcranBilans() {
  const { data, error } = useLecture('bilans.list', {});
  const { data: profils } = useLecture('bilans.profils', {});
  const { data: conventions } = useLecture('conventions.list', { vue: 'toutes' });
  const { propose, ouvrir, fermer } = useNouveau();
  return (
    <>
      <TetePage
        titre="Bilans"
        sous="Chaque chiffre s’ouvre sur ses lignes ; ce qui a été envoyé ne change plus."
        actions={
          <Button leftSection={<IconPlus size={17} stroke={1.8} />} onClick={ouvrir}>
            Nouveau bilan
          </Button>
        }
      />
      <OngletsBilans />
      {error ? (
        <Carte>
          <EtatVide titre="Les bilans ne peuvent pas être lus">{error.message}</EtatVide>
        </Carte>
      ) : data ? (
        <Listes bilans={data.bilans} attendus={data.attendus} nouveau={ouvrir} />
      ) : (
        <Skeleton height={320} radius={10} />
      )}
      {propose && profils && conventions ? (
        <NouveauBilan propose={propose} profils={profils} conventions={conventions.lignes} fermer={fermer} />
      ) : null}
    </>
  );
}

function Listes(props: { bilans: BilanEnCours[]; attendus: BilanAttendu[]; nouveau: () => void }) {
  const { bilans, attendus, nouveau } = props;
  const repondent = new Set(attendus.flatMap(({ bilanId }) => bilanId ?? []));
  const emis = bilans.filter(({ emissions }) => emissions.length > 0);
  const enCours = bilans.filter(({ id, emissions }) => emissions.length === 0 && !repondent.has(id));
  if (bilans.length === 0 && attendus.length === 0) {
    return (
      <Carte>
        <EtatVide
          titre="Aucun bilan pour l’instant"
          actions={
            <>
              <Button onClick={nouveau}>Nouveau bilan</Button>
              <Button component={Link} to="/bilans/conventions" variant="default">
                Vos conventions
              </Button>
            </>
          }
        >
          Choisissez pour qui et sur quelle période : les chiffres se remplissent de ce qui est déjà noté. Une
          convention enregistrée amène ici ses dates de bilan.
        </EtatVide>
      </Carte>
    );
  }
  return (
    <div className={styles.listes}>
      {attendus.length > 0 ? (
        <Carte titre="À rendre" suite={accorder(attendus.length, 'échéance')} sansMarge>
          <ul className={styles.liste}>
            {attendus.map((attendu) => (
              <Attendu
                key={attendu.echeanceId}
                attendu={attendu}
                bilan={bilans.find(({ id }) => id === attendu.bilanId)}
              />
            ))}
          </ul>
        </Carte>
      ) : null}
      {enCours.length > 0 ? (
        <Carte titre="En préparation" suite={accorder(enCours.length, 'bilan')} sansMarge>
          <ul className={styles.liste}>
            {enCours.map((bilan) => (
              <Prepare key={bilan.id} bilan={bilan} />
            ))}
          </ul>
        </Carte>
      ) : null}
      {emis.length > 0 ? (
        <Carte titre="Émis" suite={accorder(emis.length, 'bilan')} sansMarge>
          <ul className={styles.liste}>
            {emis.map((bilan) => (
              <Prepare key={bilan.id} bilan={bilan} />
            ))}
          </ul>
        </Carte>
      ) : null}
    </div>
  );
}

function Rangee(props: { titre: ReactNode; detail: string; etat: ReactNode; geste: ReactNode }) {
  return (
    <li className={styles.rangee}>
      <div className={styles.quoi}>
        {props.titre}
        <p>{insecables(props.detail)}</p>
      </div>
      <div className={styles.quand}>{props.etat}</div>
      <div className={styles.geste}>{props.geste}</div>
    </li>
  );
}

/** Days before a deadline from which it is said in colour. */
const PROCHE = 30;

function Attendu({ attendu, bilan }: { attendu: BilanAttendu; bilan: BilanEnCours | undefined }) {
  const { libelle, date, debut, fin, convention, profil } = attendu;
  const jour = useJour();
  const periode = debut !== null && fin !== null ? { debut, fin } : null;
  const vers = periode
    ? `/bilans/ouvrir?${new URLSearchParams({ profil, convention: convention.id, ...periode })}`
    : `/bilans/conventions/${convention.id}`;
  const proche = date <= ajouterJours(jour, PROCHE);
  const emis = (bilan?.emissions.length ?? 0) > 0;
  return (
    <Rangee
      titre={<Link to={bilan ? `/bilans/${bilan.id}` : vers}>{insecables(bilan?.titre ?? libelle)}</Link>}
      detail={[convention.intitule, periode && nomPeriode(periode)].filter(Boolean).join(' · ')}
      etat={
        <>
          <span>à rendre le {formaterDate(date)}</span>
          <Pilule ton={date < jour ? 'brique' : proche ? 'ambre' : 'neutre'}>
            {date < jour ? 'en retard, ' : ''}
            {direDelai(date, jour)}
          </Pilule>
        </>
      }
      geste={
        bilan ? (
          <Button component={Link} to={`/bilans/${bilan.id}`} variant="default" size="sm">
            {emis ? 'Voir' : 'Reprendre'}
          </Button>
        ) : (
          <Button component={Link} to={vers} size="sm" variant={periode && proche ? 'filled' : 'default'}>
            {periode ? 'Préparer le bilan' : 'Voir la convention'}
          </Button>
        )
      }
    />
  );
}

function Prepare({ bilan }: { bilan: BilanEnCours }) {
  const { id, titre, profil, convention, debut, fin, modifieLe, emissions } = bilan;
  const [derniere] = emissions;
  return (
    <Rangee
      titre={<Link to={`/bilans/${id}`}>{insecables(titre)}</Link>}
      detail={[profil.nom, nomPeriode({ debut, fin }), convention?.intitule].filter(Boolean).join(' · ')}
      etat={
        derniere ? (
          <>
            <span>
              émis le {formaterDate(dateLocale(new Date(derniere.emisLe)))}
              {derniere.auteur === '' ? '' : ` par ${derniere.auteur}`}
            </span>
            {emissions.length > 1 ? <Pilule>{emissions.length} versions</Pilule> : null}
          </>
        ) : (
          <span>modifié le {formaterDate(dateLocale(new Date(modifieLe)))}</span>
        )
      }
      geste={
        <Button component={Link} to={`/bilans/${id}`} variant="default" size="sm">
          {derniere ? 'Voir' : 'Reprendre'}
        </Button>
      }
    />
  );
}

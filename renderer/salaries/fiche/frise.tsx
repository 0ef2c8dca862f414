import { SegmentedControl } from '@mantine/core';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { ecartJours } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { placeDuNom } from '../../../shared/immersions/calendrier.ts';
import {
  type Barre,
  type Fenetre,
  fenetreFrise,
  graduations,
  LIBELLES_MOMENT,
  LIBELLES_TRAIT,
  type Marque,
  marquesDe,
  partDe,
  pistesDe,
  placeDe,
  ZOOMS,
  type Zoom,
} from '../../../shared/salaries/frise.ts';
import type { Moment, Parcours, Trait } from '../../../shared/salaries/parcours.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useJour } from '../../app/jour.ts';
import { Carte } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import styles from './frise.module.css';

const NOMS_ZOOM: Record<Zoom, string> = { tout: 'Tout', an: 'Un an', trimestre: 'Trois mois' };

/** Where a line of the parcours opens; nowhere for what the sheet itself tells. */
function versTrait({ sorte, id }: Trait, salarieId: string): string {
  if (sorte === 'immersion') return `/immersions/${id}`;
  if (sorte === 'formation') return `/formation/sessions/${id}`;
  return sorte === 'absence' ? `/salaries/${salarieId}?absence=${id}` : `/salaries/${salarieId}/modifier`;
}

const versMoment = ({ sorte, id }: Moment, salarieId: string): string =>
  sorte === 'embauche' ? `/salaries/${salarieId}` : `/salaries/${salarieId}?${sorte}=${id}`;

const direPeriode = ({ debut, fin }: { debut: string; fin: string | null }) =>
  fin === null ? `depuis le ${formaterDate(debut)}` : `du ${formaterDate(debut)} au ${formaterDate(fin)}`;

/** All of a bar in words. */
function direTrait(trait: Trait): string {
  return insecables(
    [
      trait.libelle,
      direPeriode(trait),
      trait.precision,
      ...trait.pauses.map(
        (pause) => `suspension ${direPeriode(pause)}${pause.motif ? ` (${pause.motif})` : ''}`,
      ),
      trait.prolongeDepuis && `attestation jusqu’au ${formaterDate(trait.prolongeDepuis)}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
}

const direMoment = ({ date, libelle, precision }: Moment) =>
  insecables([`${formaterDate(date)} : ${libelle}`, precision].filter(Boolean).join(', '));

function BarreFrise(props: {
  placee: ReturnType<typeof pistesDe>[number]['rangee']['barres'][number];
  fenetre: Fenetre;
  jours: number;
  salarieId: string;
}) {
  const { placee, fenetre, jours } = props;
  const barre: Barre = placee.barre;
  const trait: Trait = { ...barre, fin: barre.ouverte ? null : barre.fin };
  const phrase = direTrait(trait);
  const pourcent = (part: number) => `${part * 100}%`;
  return (
    <div className={styles.place} style={{ '--etage': placee.etage } as CSSProperties}>
      <Link
        to={versTrait(trait, props.salarieId)}
        className={styles.barre}
        data-sorte={barre.sorte}
        data-avant={placee.avant || undefined}
        data-apres={placee.apres || barre.ouverte || undefined}
        style={{ left: pourcent(placee.depart / jours), width: pourcent(placee.largeur / jours) }}
        aria-label={phrase}
        title={phrase}
      >
        {barre.pauses.map((pause) => {
          const part = partDe(pause, barre, fenetre);
          return part === null ? null : (
            <span
              key={pause.debut}
              className={styles.pause}
              style={{ left: pourcent(part.depart), width: pourcent(part.largeur) }}
            />
          );
        })}
      </Link>
      <span className={styles.nom} style={placeDuNom(placee, barre.libelle.length, jours)} aria-hidden>
        {barre.libelle}
      </span>
    </div>
  );
}

function MarqueFrise({ marque, salarieId }: { marque: Marque; salarieId: string }) {
  const { moments, place } = marque;
  const dernier = moments.at(-1)!;
  const phrase = moments.map(direMoment).join(' ; ');
  return (
    <Link
      to={versMoment(dernier, salarieId)}
      className={styles.marque}
      data-sorte={dernier.sorte}
      style={{ left: `${place * 100}%` }}
      aria-label={phrase}
      title={moments.map(direMoment).join('\n')}
    >
      <span className={styles.forme} />
      {moments.length > 1 ? <small>{moments.length}</small> : null}
    </Link>
  );
}

/** Contracts, PASS, immersions, trainings and absences as bars; interviews, exchanges, goals and hires as marks. */
function Dessin({
  parcours,
  fenetre,
  salarieId,
}: {
  parcours: Parcours;
  fenetre: Fenetre;
  salarieId: string;
}) {
  const today = useJour();
  const jours = ecartJours(fenetre.du, fenetre.au) + 1;
  const traitAujourdhui = today >= fenetre.du && today <= fenetre.au ? placeDe(today, fenetre) : null;
  return (
    <div className={styles.dessin}>
      <div className={styles.temps} aria-hidden>
        {graduations(fenetre).map(({ date, label, place }) => (
          <span key={date} style={{ left: `${place * 100}%` }}>
            {label}
          </span>
        ))}
      </div>
      <div className={styles.fond} aria-hidden>
        {graduations(fenetre).map(({ date, place }) => (
          <span key={date} className={styles.trait} style={{ left: `${place * 100}%` }} />
        ))}
        {traitAujourdhui === null ? null : (
          <span className={styles.aujourdhui} style={{ left: `${traitAujourdhui * 100}%` }}>
            <small data-gauche={traitAujourdhui > 0.88 || undefined}>aujourd’hui</small>
          </span>
        )}
      </div>
      <ul className={styles.pistes}>
        {pistesDe(parcours.traits, fenetre).map(({ sorte, rangee }) => (
          <li key={sorte} style={{ '--etages': rangee.etages } as CSSProperties}>
            <span className={styles.titre}>{LIBELLES_TRAIT[sorte]}</span>
            <div className={styles.piste}>
              {rangee.barres.map((placee) => (
                <BarreFrise
                  key={placee.barre.id}
                  placee={placee}
                  fenetre={fenetre}
                  jours={jours}
                  salarieId={salarieId}
                />
              ))}
            </div>
          </li>
        ))}
        {marquesDe(parcours.moments, fenetre).map(({ sorte, marques }) => (
          <li key={sorte} className={styles.moments}>
            <span className={styles.titre}>{LIBELLES_MOMENT[sorte]}</span>
            <div className={styles.piste}>
              {marques.map((marque) => (
                <MarqueFrise key={marque.moments[0]!.id} marque={marque} salarieId={salarieId} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same, line by line. */
function Table({ parcours, salarieId }: { parcours: Parcours; salarieId: string }) {
  const lignes = [
    ...parcours.traits.map((trait) => ({
      cle: `${trait.sorte} ${trait.id}`,
      date: trait.debut,
      quand: direPeriode(trait),
      quoi: LIBELLES_TRAIT[trait.sorte],
      libelle: trait.libelle,
      detail: [trait.precision, trait.pauses.length > 0 && accorder(trait.pauses.length, 'suspension')]
        .filter(Boolean)
        .join(' · '),
      vers: versTrait(trait, salarieId),
    })),
    ...parcours.moments.map((moment) => ({
      cle: `${moment.sorte} ${moment.id}`,
      date: moment.date,
      quand: formaterDate(moment.date),
      quoi: LIBELLES_MOMENT[moment.sorte],
      libelle: moment.libelle,
      detail: moment.precision,
      vers: versMoment(moment, salarieId),
    })),
  ].sort((a, b) => b.date.localeCompare(a.date));
  return (
    <Tableau
      label="Le parcours, ligne par ligne"
      nu
      entetes={
        <>
          <Colonne largeur={210}>Quand</Colonne>
          <Colonne largeur={120}>Quoi</Colonne>
          <Colonne>Détail</Colonne>
        </>
      }
    >
      {lignes.map(({ cle, quand, quoi, libelle, detail, vers }) => (
        <tr key={cle}>
          <td>{quand}</td>
          <td>{quoi}</td>
          <td>
            <Link to={vers}>{libelle}</Link>
            {detail ? <span className={styles.second}> · {detail}</span> : null}
          </td>
        </tr>
      ))}
    </Tableau>
  );
}

/** The way so far and what is known of the way to come, on one line of time. */
export function Frise({ parcours, salarieId }: { parcours: Parcours; salarieId: string }) {
  const today = useJour();
  const [adresse, changer] = useAdresse();
  const zoom = ZOOMS.find((celui) => celui === adresse.get('vue')) ?? 'tout';
  const enTable = adresse.has('table');
  if (parcours.traits.length + parcours.moments.length === 0) return null;
  const poser = (cle: string, valeur: string | null) =>
    changer((actuelle) => {
      if (valeur === null) actuelle.delete(cle);
      else actuelle.set(cle, valeur);
      return actuelle;
    });
  return (
    <Carte
      titre="Le parcours"
      sansMarge={enTable}
      suite={
        <div className={styles.outils}>
          {enTable ? null : (
            <SegmentedControl
              size="xs"
              aria-label="Durée montrée"
              value={zoom}
              onChange={(choisi) => poser('vue', choisi === 'tout' ? null : choisi)}
              data={ZOOMS.map((value) => ({ value, label: NOMS_ZOOM[value] }))}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label="Montrer le parcours"
            value={enTable ? 'table' : 'dessin'}
            onChange={(choisi) => poser('table', choisi === 'table' ? '' : null)}
            data={[
              { value: 'dessin', label: 'Dessin' },
              { value: 'table', label: 'Tableau' },
            ]}
          />
        </div>
      }
    >
      {enTable ? (
        <Table parcours={parcours} salarieId={salarieId} />
      ) : (
        <Dessin
          parcours={parcours}
          salarieId={salarieId}
          fenetre={fenetreFrise(parcours.traits, parcours.moments, today, zoom)}
        />
      )}
    </Carte>
  );
}

import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarRepeat,
  IconCheck,
  IconDots,
  IconFileAnalytics,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { echeancesAnnuelles, prochaineEcheance } from '../../shared/conventions/regles.ts';
import type { ConventionFiche, EcheanceLue } from '../../shared/conventions/schema.ts';
import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate, formaterDateLongue, insecables } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { Carte, LigneVide, Pilule } from '../components/page.tsx';
import { adresseBilan, periodeDe } from './adresses.ts';
import styles from './conventions.module.css';
import { genererEcheances, rendre, retirerPartie } from './gestes.ts';

/** Most funders ask for the bilan of a year by that day of the next. */
const JOUR_USUEL = '03-31';

/** Beyond, a number of days says less than the date. */
const PROCHE = 60;

const direPeriode = ({ debut, fin }: EcheanceLue): string =>
  debut && fin ? `du ${formaterDate(debut)} au ${formaterDate(fin)}` : '';

/** What is to be handed in first: the one thing that matters on the page of a convention. */
export function ProchaineEcheance({ convention }: { convention: ConventionFiche }) {
  const today = useJour();
  const prochaine = prochaineEcheance(convention.echeances);
  if (prochaine === null || convention.archivedAt !== null) return null;
  const { id, libelle, date } = prochaine;
  const periode = periodeDe(prochaine);
  return (
    <section
      className={styles.prochaine}
      data-retard={date < today || undefined}
      aria-label="Prochaine échéance"
    >
      <div>
        <p className={styles.prochaineQuand}>
          À rendre le {formaterDateLongue(date)}, {direEcheance(date, today)}
        </p>
        <p className={styles.prochaineTitre}>{libelle}</p>
        {periode ? <p className={styles.prochainePeriode}>{direPeriode(prochaine)}</p> : null}
      </div>
      <div className={styles.prochaineGestes}>
        {periode ? (
          <Button
            component={Link}
            to={adresseBilan(convention, periode)}
            leftSection={<IconFileAnalytics size={17} stroke={1.6} />}
          >
            Préparer le bilan
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconCheck size={17} stroke={1.7} />}
          aria-label={insecables(`Rendu : ${libelle}`)}
          onClick={() => void rendre(id, libelle, today)}
        >
          Rendu
        </Button>
      </div>
    </section>
  );
}

function UneEcheance(props: { convention: ConventionFiche; echeance: EcheanceLue; modifier: () => void }) {
  const { convention, echeance, modifier } = props;
  const { id, libelle, date, renduLe } = echeance;
  const today = useJour();
  const periode = periodeDe(echeance);
  const retard = renduLe === null && date < today;
  return (
    <li>
      <div className={styles.echeanceTexte}>
        <strong>{libelle}</strong>
        <small data-retard={retard || undefined}>
          {renduLe === null
            ? [formaterDate(date), date <= ajouterJours(today, PROCHE) && direEcheance(date, today)]
                .filter(Boolean)
                .join(', ')
            : `rendu le ${formaterDate(renduLe)}${renduLe > date ? `, pour le ${formaterDate(date)}` : ''}`}
        </small>
      </div>
      {renduLe === null ? null : <Pilule ton="vert">Rendu</Pilule>}
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={insecables(`Gestes : ${libelle}`)}>
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {periode ? (
            <Menu.Item
              component={Link}
              to={adresseBilan(convention, periode)}
              leftSection={<IconFileAnalytics size={16} stroke={1.6} />}
            >
              {renduLe === null ? 'Préparer le bilan' : 'Ouvrir le bilan'}
            </Menu.Item>
          ) : null}
          {renduLe === null ? (
            <Menu.Item
              leftSection={<IconCheck size={16} stroke={1.6} />}
              onClick={() => void rendre(id, libelle, today)}
            >
              Rendu aujourd’hui
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
              onClick={() => void rendre(id, libelle, null)}
            >
              Pas encore rendu
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={modifier}>
            Modifier
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => void retirerPartie('echeance', id)}
          >
            Retirer
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** Everything the funder waits for, and when. */
export function Echeances(props: {
  convention: ConventionFiche;
  ajouter: () => void;
  modifier: (echeance: EcheanceLue) => void;
}) {
  const { convention, ajouter, modifier } = props;
  const { id, echeances } = convention;
  const manquent = echeancesAnnuelles(convention, JOUR_USUEL).length;
  return (
    <Carte
      titre="À rendre"
      suite={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.7} />}
          onClick={ajouter}
          aria-label="Ajouter une échéance"
        >
          Ajouter
        </Button>
      }
    >
      {echeances.length === 0 ? (
        <LigneVide>
          {insecables('Notez le jour où le bilan est attendu : il viendra dans Aujourd’hui un mois avant.')}
        </LigneVide>
      ) : (
        <ul className={styles.echeances} aria-label="Échéances">
          {echeances.map((echeance) => (
            <UneEcheance
              key={echeance.id}
              convention={convention}
              echeance={echeance}
              modifier={() => modifier(echeance)}
            />
          ))}
        </ul>
      )}
      {manquent > 0 ? (
        <Button
          mt={10}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCalendarRepeat size={16} stroke={1.6} />}
          onClick={() => void genererEcheances(id, JOUR_USUEL)}
        >
          Un bilan chaque année au 31 mars
        </Button>
      ) : null}
    </Carte>
  );
}

import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { IconCalendarTime, IconCheck, IconDots, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  accorder,
  formaterDate,
  formaterJour,
  formaterJourCourt,
  insecables,
} from '../../../shared/format.ts';
import type { Point } from '../../../shared/immersions/regles-points.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { estSansSuite } from '../../../shared/immersions/statuts.ts';
import { direEcheance } from '../../../shared/sollicitations/regles.ts';
import { useDemande } from '../../app/demande.ts';
import { useJour } from '../../app/jour.ts';
import { useExport } from '../../app/telecharger.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import { Reporter } from '../../sollicitations/reporter.tsx';
import { FenetrePoint } from './fenetre-point.tsx';
import { type CiblePoint, deplacer, retirer, tenir } from './gestes.ts';
import styles from './suivi.module.css';

/** What was said, in one line. */
function extrait({ contenu: { personne, tuteur, structure, suite } }: Point): string {
  return (
    [personne, tuteur, structure, suite && `Suite : ${suite}`]
      .filter(Boolean)
      .join(' · ')
      // A sentence that has its full stop needs no other mark after it.
      .replace(/([.!?…]) · /g, '$1 ')
  );
}

function quand(point: Point, today: string): string {
  if (point.faitLe !== null)
    return point.faitLe === point.echeance ? 'tenu' : `tenu le ${formaterDate(point.faitLe).slice(0, 5)}`;
  if (point.etat === 'passe') return 'passé sans point';
  return direEcheance(point.echeance, today);
}

function AutresGestes(props: { fiche: ImmersionFiche; point: Point; cible: CiblePoint }) {
  const { fiche, point, cible } = props;
  const { exporter } = useExport('immersions.pdf');
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          className={styles.geste}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={insecables(`Autres actions : ${point.titre}`)}
        >
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {point.id !== null && point.faitLe !== null && (
          <Menu.Item
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => void exporter({ id: fiche.id, genre: 'note', objetId: point.id ?? '' })}
          >
            Compte rendu en PDF
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void retirer(cible)}>
          Retirer ce point
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LignePoint(props: { fiche: ImmersionFiche; point: Point; ouvrir: () => void }) {
  const { fiche, point, ouvrir } = props;
  const today = useJour();
  const [report, setReport] = useState(false);
  const cible = { immersionId: fiche.id, cle: point.cle, titre: point.titre };
  const tenu = point.faitLe !== null;
  const dit = extrait(point);
  return (
    <li className={styles.point} data-etat={point.etat}>
      {tenu ? (
        <span className={styles.coche}>
          <IconCheck size={16} stroke={2.2} aria-hidden />
        </span>
      ) : (
        <button
          type="button"
          className={styles.fait}
          aria-label={insecables(`Fait : ${point.titre}`)}
          title="Fait"
          onClick={() => void tenir(cible)}
        />
      )}
      <div className={styles.quoi}>
        <button type="button" className={styles.titre} onClick={ouvrir}>
          {point.titre}
        </button>
        <p>
          <time dateTime={point.echeance} title={formaterJour(point.echeance)}>
            {formaterJourCourt(point.echeance)}
          </time>
          {' · '}
          <span data-retard={point.etat === 'en_retard' || undefined}>{quand(point, today)}</span>
        </p>
        {dit && <p className={styles.dit}>{dit}</p>}
      </div>
      {!tenu && point.etat !== 'passe' && (
        <Reporter
          ouvert={report}
          changer={setReport}
          jourSeul
          choisir={({ echeance }) => void (echeance && deplacer(cible, echeance))}
        >
          <ActionIcon
            className={styles.geste}
            variant="subtle"
            color="gray"
            size={28}
            aria-label={insecables(`Reporter : ${point.titre}`)}
            title="Reporter"
            onClick={() => setReport(!report)}
          >
            <IconCalendarTime size={17} stroke={1.6} />
          </ActionIcon>
        </Reporter>
      )}
      <AutresGestes fiche={fiche} point={point} cible={cible} />
    </li>
  );
}

function Ajouter({ id, fermer }: { id: string; fermer: () => void }) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.addPoint',
    { id, titre: '', echeance: '' },
    fermer,
    'ajouter-point',
  );
  return (
    <form
      className={styles.ajouter}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <TextInput
        label="De quoi s’agira-t-il ?"
        placeholder="Essai au poste de caisse"
        size="sm"
        maxLength={160}
        autoFocus
        {...form.getInputProps('titre')}
      />
      <ChampDate label="Le" size="sm" sens="avenir" {...form.getInputProps('echeance')} />
      <Group gap={8}>
        <Button type="submit" size="xs" loading={enCours}>
          Ajouter
        </Button>
        <Button size="xs" variant="default" onClick={fermer}>
          Annuler
        </Button>
        {refus && <span className={styles.refus}>{refus}</span>}
      </Group>
    </form>
  );
}

/** The follow-up points, in the order of their days. */
export function Points({ fiche, points }: { fiche: ImmersionFiche; points: readonly Point[] }) {
  const [ouvert, setOuvert] = useDemande('point');
  const [ajout, setAjout] = useState(false);
  const choisi = points.find(({ cle }) => cle === ouvert);
  const tenus = points.filter(({ etat }) => etat === 'tenu').length;
  const possible = !estSansSuite(fiche.statut) && fiche.debut !== null;
  return (
    <Carte
      titre="Points de suivi"
      sansMarge
      suite={points.length > 0 ? `${accorder(tenus, 'tenu')} sur ${points.length}` : undefined}
    >
      {points.length === 0 && (
        <p className={styles.rien}>
          {possible ? 'Aucun point à tenir.' : 'Cette immersion n’a pas lieu : il n’y a rien à suivre.'}
        </p>
      )}
      <ul className={styles.points}>
        {points.map((point) => (
          <LignePoint key={point.cle} fiche={fiche} point={point} ouvrir={() => setOuvert(point.cle)} />
        ))}
      </ul>
      {possible && (
        <div className={styles.piedCarte}>
          {ajout ? (
            <Ajouter id={fiche.id} fermer={() => setAjout(false)} />
          ) : (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} stroke={1.8} />}
              onClick={() => setAjout(true)}
            >
              Ajouter un point
            </Button>
          )}
        </div>
      )}
      {choisi && <FenetrePoint fiche={fiche} point={choisi} fermer={() => setOuvert(null)} />}
    </Carte>
  );
}

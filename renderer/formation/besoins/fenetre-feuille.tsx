import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { dateLocale } from '../../../shared/dates.ts';
import type { BesoinLigne, CampagneFiche } from '../../../shared/formation/besoins.ts';
import { useListe } from '../../app/listes.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './besoins.module.css';
import { ChampsObjet } from './champs-objet.tsx';

export type PersonneCampagne = CampagneFiche['personnes'][number];

const VIERGE = {
  theme: '',
  libelle: '',
  origine: '' as 'projet',
  organisationId: null,
  priorite: 'moyenne' as const,
  souhaiteLe: null,
};

const versSaisie = (besoin: BesoinLigne) => ({
  id: besoin.id,
  theme: besoin.theme,
  libelle: besoin.libelle,
  origine: besoin.origine,
  organisationId: besoin.organisation?.id ?? null,
  priorite: besoin.priorite,
  souhaiteLe: besoin.souhaiteLe,
});

/** The sheet of a person, all at once; saved without any need, it says that there is none. */
export function FenetreFeuille(props: {
  campagne: CampagneFiche;
  personne: PersonneCampagne;
  fermer: () => void;
  /** After saving: the next person, when there is one. */
  suite: () => void;
}) {
  const { campagne, personne } = props;
  const { salarie, recueilliLe, besoins, connus } = personne;
  const today = dateLocale(new Date());
  const theme = useListe('themes_formation').libelle;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.recueillir',
    {
      campagneId: campagne.id,
      salarieId: salarie.id,
      recueilliLe: recueilliLe ?? (campagne.ouverteLe > today ? campagne.ouverteLe : today),
      besoins: besoins.map(versSaisie),
    },
    props.suite,
    'feuille',
  );
  const valeurs = form.getValues();
  const gardes = new Set(valeurs.besoins.flatMap(({ id }) => id ?? []));
  const restent = connus.filter(({ id }) => !gardes.has(id));
  const ajouter = (besoin: (typeof valeurs.besoins)[number]) => form.insertListItem('besoins', besoin);
  return (
    <FenetreSaisie
      titre={`Besoins de ${nomComplet(salarie)}`}
      taille={720}
      valider={valeurs.besoins.length === 0 ? 'Aucun besoin cette année' : 'Enregistrer la feuille'}
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={props.fermer}
    >
      <div className={styles.champs}>
        <ChampDate
          label="Recueilli le"
          withAsterisk
          sens="passe"
          className={styles.court}
          {...form.getInputProps('recueilliLe')}
        />
        {restent.length > 0 ? (
          <div className={styles.connus}>
            <span className={styles.second}>Déjà connus, à confirmer :</span>
            {restent.map((besoin) => (
              <Button
                key={besoin.id}
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} stroke={1.8} />}
                onClick={() => ajouter(versSaisie(besoin))}
              >
                {[theme(besoin.theme), besoin.libelle].filter(Boolean).join(', ')}
              </Button>
            ))}
          </div>
        ) : null}
        {valeurs.besoins.map((besoin, rang) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: fields are named by their rank, and hold no state of their own.
            key={rang}
            className={styles.besoin}
          >
            <legend>Besoin {rang + 1}</legend>
            <ActionIcon
              className={styles.retirer}
              variant="subtle"
              color="gray"
              size={30}
              aria-label={`Retirer le besoin ${rang + 1}`}
              onClick={() => form.removeListItem('besoins', rang)}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
            <ChampsObjet champ={(nom) => form.getInputProps(`besoins.${rang}.${nom}`)} valeurs={besoin} />
          </fieldset>
        ))}
        <div>
          <Button
            variant="default"
            data-autofocus
            leftSection={<IconPlus size={16} stroke={1.8} />}
            onClick={() => ajouter(VIERGE)}
          >
            Ajouter un besoin
          </Button>
        </div>
      </div>
    </FenetreSaisie>
  );
}

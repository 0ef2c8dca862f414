import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { formaterSiret, formaterTelephone } from '../../shared/format.ts';
import {
  ORGANISATION_VIDE,
  type OrganisationFiche,
  type OrganisationSaisie,
} from '../../shared/reseau/schema.ts';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import { Carte, TetePage } from '../components/page.tsx';
import { ChampsOrganisation, type FormulaireOrganisation } from './champs-organisation.tsx';
import { Doublons } from './doublons.tsx';
import { adresseListe } from './filtres.ts';
import styles from './saisie.module.css';

function Formulaire({
  operation,
  initial,
  fiche,
  retour,
  enregistrer,
}: {
  operation: 'reseau.create' | 'reseau.update';
  initial: OrganisationSaisie & { id?: string };
  /** The organisation being edited, null for a new one. */
  fiche: OrganisationFiche | null;
  /** Where « Annuler » goes. */
  retour: string;
  enregistrer: string;
}) {
  const naviguer = useNavigate();
  const id = fiche?.id;
  // Both operations take the same particulars; the id of an edit travels with them.
  const { form, envoyer, enCours, refus } = useFormulaire(
    operation as 'reseau.update',
    initial as never,
    (cree) => {
      notifications.show({
        message: id ? 'Enregistré.' : `${saisie.getValues().nom.trim()} est dans votre réseau.`,
      });
      naviguer(`/reseau/${cree.id}`, { replace: true });
    },
  );
  // Every field is there, though a change may leave some out.
  const saisie = form as unknown as FormulaireOrganisation;
  const { nom, ville, siret, telephone, courriel } = saisie.values;
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <GardeSaisie modifie={form.isDirty()} />
      <Carte className={styles.formulaire}>
        <Doublons
          id={id}
          nom={nom.slice(0, 200)}
          ville={ville.slice(0, 120)}
          siret={siret.slice(0, 40)}
          telephone={telephone.slice(0, 40)}
          courriel={courriel.slice(0, 254)}
        />
        <ChampsOrganisation form={saisie} fiche={fiche} />
      </Carte>
      <div className={styles.pied}>
        <Button type="submit" loading={enCours}>
          {enregistrer}
        </Button>
        <Button component={Link} to={retour} variant="default">
          Annuler
        </Button>
        <span className={styles.refus} role="alert">
          {refus}
        </span>
      </div>
    </form>
  );
}

export function EcranNouvelle() {
  const [adresse] = useSearchParams();
  const nom = adresse.get('nom') ?? '';
  return (
    <>
      <TetePage titre="Nouvelle organisation" fil={[{ label: 'Réseau', vers: adresseListe() }]} />
      <Formulaire
        operation="reseau.create"
        initial={{ ...ORGANISATION_VIDE, nom }}
        fiche={null}
        retour={adresseListe()}
        enregistrer="Ajouter au réseau"
      />
    </>
  );
}

/** Particulars as they are read and typed: spaced numbers. */
function aModifier(fiche: OrganisationFiche): OrganisationSaisie & { id: string } {
  const saisie = Object.fromEntries(
    Object.keys(ORGANISATION_VIDE).map((champ) => [champ, fiche[champ as keyof OrganisationSaisie]]),
  ) as unknown as OrganisationSaisie;
  return {
    ...saisie,
    id: fiche.id,
    siret: formaterSiret(fiche.siret),
    telephone: formaterTelephone(fiche.telephone),
    autreTelephone: formaterTelephone(fiche.autreTelephone),
  };
}

export function EcranModification() {
  const { id = '' } = useParams();
  const { data, error } = useLecture('reseau.get', { id });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir le réseau', vers: adresseListe() }} />;
  if (!data) return null;
  return (
    <>
      <TetePage
        titre={`Modifier ${data.nom}`}
        fil={[
          { label: 'Réseau', vers: adresseListe() },
          { label: data.nom, vers: `/reseau/${id}` },
        ]}
      />
      <Formulaire
        key={id}
        operation="reseau.update"
        initial={aModifier(data)}
        fiche={data}
        retour={`/reseau/${id}`}
        enregistrer="Enregistrer"
      />
    </>
  );
}

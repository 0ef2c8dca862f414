import { formaterTelephone } from '../../shared/format.ts';
import type { CarteLue } from '../../shared/reseau/personnes/carte.ts';
import type {
  Interlocuteur,
  InterlocuteurSaisie,
  PersonneProche,
} from '../../shared/reseau/personnes/schema.ts';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { ChampNote, ChampsIdentite, ChampsPoste } from './personnes/champs.tsx';
import { DejaConnues } from './personnes/deja-connues.tsx';
import { OuvrirCarte } from './personnes/ouvrir-carte.tsx';
import styles from './saisie.module.css';

function saisieDe(organisationId: string, personne: Interlocuteur | null): InterlocuteurSaisie {
  return {
    organisationId,
    id: personne?.id,
    fonctionId: personne?.fonctionId,
    civilite: (personne?.civilite ?? '') as InterlocuteurSaisie['civilite'],
    prenom: personne?.prenom ?? '',
    nom: personne?.nom ?? '',
    telephone: formaterTelephone(personne?.telephone ?? ''),
    autreTelephone: formaterTelephone(personne?.autreTelephone ?? ''),
    courriel: personne?.courriel ?? '',
    note: personne?.note ?? '',
    qualite: personne?.qualite ?? '',
    intitule: personne?.intitule ?? '',
    debut: personne?.debut ?? null,
    fin: personne?.fin ?? null,
  };
}

/** Adds a person to an organisation, or corrects one; someone the network knows is chosen, not typed again. */
export function ModaleInterlocuteur({
  organisationId,
  personne,
  choisir,
  fermer,
}: {
  organisationId: string;
  /** Null: a new one. */
  personne: Interlocuteur | null;
  /** Takes someone known instead of a new person. */
  choisir: (connue: PersonneProche) => void;
  fermer: () => void;
}) {
  const { form, ...envoi } = useFormulaire(
    'reseau.saveInterlocuteur',
    saisieDe(organisationId, personne),
    fermer,
  );
  const { prenom = '', nom, telephone = '', courriel = '' } = form.values;
  const remplir = (carte: CarteLue) =>
    form.setValues({
      civilite: carte.civilite,
      prenom: carte.prenom,
      nom: carte.nom,
      telephone: formaterTelephone(carte.telephone),
      autreTelephone: formaterTelephone(carte.autreTelephone),
      courriel: carte.courriel,
      intitule: carte.intitule,
      note: carte.note,
    });
  return (
    <FenetreSaisie
      titre={personne ? 'Modifier cet interlocuteur' : 'Nouvel interlocuteur'}
      valider={personne ? 'Enregistrer' : 'Ajouter'}
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      {personne ? null : (
        <>
          <OuvrirCarte remplir={remplir} />
          <DejaConnues {...{ organisationId, prenom, nom, telephone, courriel, choisir }} />
        </>
      )}
      <div className={styles.grille}>
        <ChampsIdentite form={form} />
        <ChampsPoste form={form} />
        <ChampNote form={form} />
      </div>
    </FenetreSaisie>
  );
}

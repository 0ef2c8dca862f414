import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Champs } from '../../shared/erreurs.ts';
import { formaterJour } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { appeler, ErreurOperation, useLecture } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { ChoixDestinataires } from './choix-destinataires.tsx';
import { ChoixTouches, focusGroupe } from './choix-touches.tsx';
import styles from './noter.module.css';
import {
  echeanceDe,
  libelleDe,
  nomComplet,
  nomsDe,
  type Proposition,
  type Saisie,
  saisieVide,
  versEntree,
} from './saisie.ts';
import {
  CANAUX_TOUCHES,
  DELAIS_TOUCHES,
  NATURES_TOUCHES,
  RESULTATS_TOUCHES,
  SENS_TOUCHES,
} from './touches.ts';

/** People of the chosen organisations shown as switches; the others are found by the search. */
const PERSONNES = 6;

interface Props {
  initiale: Saisie;
  /** What an earlier window left unsaved. */
  brouillon: Saisie | null;
  /** `restant`: what is left unsaved and must be offered again. */
  fermer: (restant: Saisie | null) => void;
}

export function FenetreNoter({ initiale, brouillon, fermer }: Props) {
  const today = useJour();
  const [depart, setDepart] = useState(initiale);
  const [saisie, setSaisie] = useState(initiale);
  const [offert, setOffert] = useState(brouillon);
  const [champs, setChamps] = useState<Champs>({});
  const [refus, setRefus] = useState<string | null>(null);
  const [fermeture, setFermeture] = useState(false);
  const enCours = useRef(false);
  const [attente, setAttente] = useState(false);
  const recherche = useRef<HTMLInputElement>(null);
  const canal = useRef<HTMLFieldSetElement>(null);
  const resultat = useRef<HTMLFieldSetElement>(null);
  const nature = useRef<HTMLFieldSetElement>(null);
  const texte = useRef<HTMLTextAreaElement>(null);
  const echeance = useRef<HTMLInputElement>(null);
  const libelle = useRef<HTMLInputElement>(null);
  const nouveauNom = useRef<HTMLInputElement>(null);
  const nouvelleVille = useRef<HTMLInputElement>(null);
  const nouveauPrenom = useRef<HTMLInputElement>(null);
  const nouvelleFonction = useRef<HTMLInputElement>(null);

  const modifie = JSON.stringify(saisie) !== JSON.stringify(depart);
  const premiere = saisie.organisations[0];
  const { data: suites } = useLecture(
    'sollicitations.relancesOf',
    { organisationId: premiere?.id ?? '' },
    { actif: premiere !== undefined },
  );
  const dues = premiere ? (suites?.lignes ?? []) : [];
  const repondue =
    dues.find(({ id }) => id === saisie.relanceId) ?? dues.find((due) => due.echeance <= today);
  const relanceId = saisie.relanceId === null ? null : (repondue?.id ?? null);

  function changer(partie: Partial<Saisie>) {
    setSaisie((actuelle) => ({ ...actuelle, ...partie }));
    setChamps({});
    setRefus(null);
    setFermeture(false);
  }
  /** Fields that the choice has just made appear take the hand once they are there. */
  function apres(geste: () => void) {
    requestAnimationFrame(geste);
  }
  function apresChoix(choix: Proposition) {
    if (choix.genre === 'creer')
      apres(() => (nouveauNom.current?.value ? nouvelleVille : nouveauNom).current?.focus());
    else if (choix.genre === 'ajouter') apres(() => nouvelleFonction.current?.focus());
    else apres(() => focusGroupe(canal.current));
  }

  async function enregistrer() {
    if (enCours.current) return;
    if (saisie.recherche.trim() && saisie.organisations.length === 0 && !saisie.nouvelleOrganisation) {
      setChamps({ organisationIds: 'Choisissez une ligne de la liste, ou créez l’organisation.' });
      recherche.current?.focus();
      return;
    }
    enCours.current = true;
    setAttente(true);
    try {
      const { id } = await appeler('sollicitations.record', versEntree(saisie, today, relanceId));
      annoncerAnnulable(`Noté : ${nomsDe(saisie)}`, () => appeler('sollicitations.undoRecord', { id }));
      fermer(null);
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setChamps(erreur.enveloppe.champs ?? {});
      setRefus(erreur.message);
      if (Object.keys(erreur.enveloppe.champs ?? {}).some((champ) => champ.startsWith('organisationIds')))
        recherche.current?.focus();
    } finally {
      enCours.current = false;
      setAttente(false);
    }
  }
  /** A first attempt asks; a second one closes, and what was typed will be offered again. */
  function demanderFermeture() {
    if (modifie && !fermeture) setFermeture(true);
    else fermer(modifie ? saisie : offert);
  }
  function auClavier(evenement: KeyboardEvent) {
    if (evenement.key !== 'Enter' || !(evenement.ctrlKey || evenement.metaKey)) return;
    evenement.preventDefault();
    void enregistrer();
  }
  const entreeVers = (suite: () => void) => (evenement: KeyboardEvent) => {
    if (evenement.key !== 'Enter' || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
    evenement.preventDefault();
    suite();
  };

  const fauteOrganisation =
    champs.organisationIds ??
    Object.entries(champs).find(([champ]) => /^(organisation|interlocuteur)Ids\./.test(champ))?.[1];
  const personnes = saisie.organisations.flatMap(({ interlocuteurs }) => interlocuteurs);
  const nouvelle = saisie.nouvelleOrganisation;
  const nouveau = saisie.nouvelInterlocuteur;
  const quand = echeanceDe(saisie, today);

  return (
    <Modal
      opened
      onClose={demanderFermeture}
      title="Noter un échange"
      size={900}
      yOffset="4vh"
      classNames={{ body: styles.corps }}
    >
      <form
        noValidate
        onKeyDown={auClavier}
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void enregistrer();
        }}
      >
        {offert ? (
          <div className={styles.brouillon} role="status">
            <span>
              Une saisie n’a pas été enregistrée
              {nomsDe(offert) || offert.texte ? ` : ${nomsDe(offert) || offert.texte.slice(0, 60)}` : ''}
            </span>
            <Button
              size="compact-sm"
              onClick={() => {
                setDepart(saisieVide(today));
                setSaisie(offert);
                setOffert(null);
                apres(() => texte.current?.focus());
              }}
            >
              Reprendre
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                setOffert(null);
                recherche.current?.focus();
              }}
            >
              Effacer
            </Button>
          </div>
        ) : null}

        <ChoixDestinataires
          ref={recherche}
          saisie={saisie}
          changer={(suite) => changer(suite)}
          suivant={apresChoix}
          error={fauteOrganisation}
        />

        {nouvelle ? (
          <div className={styles.nouvelle}>
            <TextInput
              ref={nouveauNom}
              label="Nouvelle organisation"
              value={nouvelle.nom}
              error={champs['nouvelleOrganisation.nom']}
              onChange={(e) => changer({ nouvelleOrganisation: { ...nouvelle, nom: e.currentTarget.value } })}
              onKeyDown={entreeVers(() => nouvelleVille.current?.focus())}
            />
            <TextInput
              ref={nouvelleVille}
              label="Ville"
              value={nouvelle.ville}
              error={champs['nouvelleOrganisation.ville']}
              onChange={(e) =>
                changer({ nouvelleOrganisation: { ...nouvelle, ville: e.currentTarget.value } })
              }
              onKeyDown={entreeVers(() => focusGroupe(canal.current))}
            />
            <TextInput
              label="Téléphone"
              value={nouvelle.telephone}
              error={champs['nouvelleOrganisation.telephone']}
              onChange={(e) =>
                changer({ nouvelleOrganisation: { ...nouvelle, telephone: e.currentTarget.value } })
              }
              onKeyDown={entreeVers(() => focusGroupe(canal.current))}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                changer({ nouvelleOrganisation: null, recherche: nouvelle.nom });
                recherche.current?.focus();
              }}
            >
              Retirer
            </Button>
          </div>
        ) : null}

        {nouveau ? (
          <div className={styles.nouvelle}>
            <TextInput
              ref={nouveauPrenom}
              label="Prénom"
              value={nouveau.prenom}
              onChange={(e) =>
                changer({ nouvelInterlocuteur: { ...nouveau, prenom: e.currentTarget.value } })
              }
              onKeyDown={entreeVers(() => nouvelleFonction.current?.focus())}
            />
            <TextInput
              label="Nom de l’interlocuteur"
              value={nouveau.nom}
              error={champs['nouvelInterlocuteur.nom']}
              onChange={(e) => changer({ nouvelInterlocuteur: { ...nouveau, nom: e.currentTarget.value } })}
              onKeyDown={entreeVers(() => nouvelleFonction.current?.focus())}
            />
            <TextInput
              ref={nouvelleFonction}
              label="Fonction"
              value={nouveau.fonction}
              onChange={(e) =>
                changer({ nouvelInterlocuteur: { ...nouveau, fonction: e.currentTarget.value } })
              }
              onKeyDown={entreeVers(() => focusGroupe(canal.current))}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                changer({ nouvelInterlocuteur: null });
                recherche.current?.focus();
              }}
            >
              Retirer
            </Button>
          </div>
        ) : null}

        {premiere || nouvelle ? (
          <div className={styles.personnes}>
            {personnes.slice(0, PERSONNES).map((personne) => {
              const la = saisie.interlocuteurIds.includes(personne.id);
              return (
                <button
                  key={personne.id}
                  type="button"
                  className={styles.personne}
                  aria-pressed={la}
                  onClick={() =>
                    changer({
                      interlocuteurIds: la
                        ? saisie.interlocuteurIds.filter((id) => id !== personne.id)
                        : [...saisie.interlocuteurIds, personne.id],
                    })
                  }
                >
                  {nomComplet(personne)}
                  {personne.intitule ? <small>{personne.intitule}</small> : null}
                </button>
              );
            })}
            {nouveau ? null : (
              <button
                type="button"
                className={styles.personne}
                onClick={() => {
                  changer({ nouvelInterlocuteur: { prenom: '', nom: '', fonction: '' } });
                  apres(() => nouveauPrenom.current?.focus());
                }}
              >
                <IconUserPlus size={15} stroke={1.6} /> Nouvel interlocuteur
              </button>
            )}
          </div>
        ) : null}

        {repondue ? (
          <Checkbox
            className={styles.repond}
            size="sm"
            checked={relanceId !== null}
            onChange={(e) => changer({ relanceId: e.currentTarget.checked ? repondue.id : null })}
            label={`Cet échange répond à « ${repondue.libelle} » (${direEcheance(repondue.echeance, today)})`}
          />
        ) : null}

        <ChoixTouches
          ref={canal}
          legende="Moyen"
          autofocus={initiale.organisations.length > 0}
          options={CANAUX_TOUCHES}
          value={saisie.canal}
          onChange={(code) => changer({ canal: code })}
          suivant={() => focusGroupe(resultat.current)}
        />
        <ChoixTouches
          ref={resultat}
          legende="Résultat"
          options={RESULTATS_TOUCHES}
          value={saisie.resultat}
          onChange={(code) => changer({ resultat: code })}
          suivant={() => focusGroupe(nature.current)}
        />
        <ChoixTouches
          ref={nature}
          legende="Nature"
          options={NATURES_TOUCHES}
          value={saisie.nature}
          onChange={(code) => changer({ nature: code })}
          suivant={() => texte.current?.focus()}
        />
        <Textarea
          ref={texte}
          className={styles.texte}
          label="Ce qui s’est dit"
          placeholder="Quelques mots. Entrée enregistre, Maj Entrée va à la ligne."
          autosize
          minRows={1}
          maxRows={6}
          value={saisie.texte}
          error={champs.texte}
          onChange={(e) => changer({ texte: e.currentTarget.value })}
          onKeyDown={entreeVers(() => void enregistrer())}
        />
        <ChoixTouches
          legende="Et ensuite ?"
          options={DELAIS_TOUCHES}
          value={saisie.delai}
          onChange={(code) => changer({ delai: code })}
          suivant={(code) => {
            if (code === 'date') apres(() => echeance.current?.focus());
            else if (code !== saisie.delai) apres(() => libelle.current?.focus());
            else void enregistrer();
          }}
        />
        {saisie.delai === '' ? null : (
          <div className={styles.suite}>
            {saisie.delai === 'date' ? (
              <ChampDate
                ref={echeance}
                label="Le"
                sens="avenir"
                value={saisie.echeance}
                error={champs['relance.echeance']}
                onChange={(valeur) => changer({ echeance: valeur })}
                onKeyDown={entreeVers(() => libelle.current?.focus())}
              />
            ) : (
              <p className={styles.jour}>
                {quand ? formaterJour(quand) : null}
                {champs['relance.echeance'] ? <em role="alert">{champs['relance.echeance']}</em> : null}
              </p>
            )}
            <TextInput
              ref={libelle}
              label="Action"
              value={libelleDe(saisie)}
              error={champs['relance.libelle']}
              onFocus={(e) => e.currentTarget.select()}
              onChange={(e) => changer({ libelle: e.currentTarget.value })}
            />
          </div>
        )}

        <div className={styles.dernier}>
          <ChampDate
            label="Date"
            classNames={{ root: styles.date, error: styles.dateFaute }}
            sens="passe"
            max={today}
            value={saisie.date}
            error={champs.date}
            onChange={(valeur) => changer({ date: valeur })}
          />
          <ChoixTouches
            legende="Premier pas"
            options={SENS_TOUCHES}
            value={saisie.sens}
            onChange={(code) => changer({ sens: code })}
            suivant={() => void enregistrer()}
          />
        </div>

        <footer className={styles.pied}>
          {fermeture ? (
            <>
              <span className={styles.question} role="alert">
                Fermer sans enregistrer ? Votre saisie vous sera proposée à nouveau.
              </span>
              <Button variant="default" onClick={() => fermer(saisie)}>
                Fermer
              </Button>
            </>
          ) : (
            <span className={styles.refus} role="alert">
              {refus}
            </span>
          )}
          <Button
            type="submit"
            loading={attente}
            rightSection={<kbd className={styles.ctrl}>Ctrl Entrée</kbd>}
          >
            Enregistrer
          </Button>
        </footer>
      </form>
    </Modal>
  );
}

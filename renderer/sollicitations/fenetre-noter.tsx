import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import type { Champs } from '../../shared/erreurs.ts';
import { RESULTATS_AVEC_CAUSE } from '../../shared/nomenclatures/sollicitations.ts';
import { direMoment } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { appeler, ErreurOperation, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerGeste, annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { proposerStade } from '../reseau/proposer-stade.ts';
import { AlerteSaturation } from '../reseau/saturation.tsx';
import { BrouillonOffert } from './brouillon-offert.tsx';
import { garderBrouillons, useBrouillons } from './brouillons.ts';
import { ChoixCanal } from './choix-canal.tsx';
import { ChoixCause } from './choix-cause.tsx';
import { ChoixDestinataires } from './choix-destinataires.tsx';
import { ChoixSousNature } from './choix-sous-nature.tsx';
import { ChoixTouches, focusGroupe } from './choix-touches.tsx';
import { entreeVers, NouvelInterlocuteur, NouvelleOrganisation } from './creations-noter.tsx';
import styles from './noter.module.css';
import { PersonnesNoter } from './personnes-noter.tsx';
import { joindreTous, porteurEchange } from './pieces.ts';
import { ZoneDepot } from './pieces.tsx';
import { PrecisionsNoter } from './precisions-noter.tsx';
import { nomsDe, type Proposition, type Saisie, saisieVide, versEntree } from './saisie.ts';
import { SuiteNoter } from './suite-noter.tsx';
import { NATURES_TOUCHES, RESULTATS_TOUCHES, SENS_TOUCHES } from './touches.ts';

const SANS_DESTINATAIRE = 'Choisissez une ligne de la liste, ou créez l’organisation.';

/** The due follow-up of the first organisation is taken as answered, unless another, or none, was chosen. */
function useRelanceRepondue(saisie: Saisie, today: string) {
  const premiere = saisie.organisations[0];
  const { data } = useLecture(
    'sollicitations.relancesOf',
    { organisationId: premiere?.id ?? '' },
    { actif: premiere !== undefined },
  );
  const dues = premiere ? (data?.lignes ?? []) : [];
  return (
    dues.find(({ id }) => id === saisie.relanceId) ??
    dues.find(({ echeance }) => echeance !== null && echeance <= today)
  );
}

const surDestinataire = (fautes: Champs) =>
  Object.keys(fautes).some((champ) => /^(organisation|interlocuteur)Ids\./.test(champ));

export function FenetreNoter(props: {
  initiale: Saisie;
  /** What the entry is compared with to know whether something was typed. */
  depart: Saisie;
  /** What earlier windows left unsaved, latest first. */
  brouillons: readonly Saisie[];
  /** `laissee`: what was typed and not saved, kept as a draft. */
  fermer: (laissee: Saisie | null) => void;
}) {
  const naviguer = useNavigate();
  const today = useJour();
  const [depart, setDepart] = useState(props.depart);
  const [saisie, setSaisie] = useState(props.initiale);
  const [offerts, setOfferts] = useState(props.brouillons);
  const [champs, setChamps] = useState<Champs>({});
  const [refus, setRefus] = useState<string | null>(null);
  const [attente, setAttente] = useState(false);
  /** Files to attach once the exchange is logged; a draft cannot keep them. */
  const [fichiers, setFichiers] = useState<File[]>([]);
  /** The refusal is the silence of whom we would contact: their own call may still be written down. */
  const [silence, setSilence] = useState(false);
  const enCours = useRef(false);
  const formulaire = useRef<HTMLFormElement>(null);
  const recherche = useRef<HTMLInputElement>(null);
  const canal = useRef<HTMLFieldSetElement>(null);
  const resultat = useRef<HTMLFieldSetElement>(null);
  const cause = useRef<HTMLInputElement>(null);
  const nature = useRef<HTMLFieldSetElement>(null);
  const texte = useRef<HTMLTextAreaElement>(null);

  const modifie = JSON.stringify(saisie) !== JSON.stringify(depart);
  const aGarder = modifie ? [saisie, ...offerts] : offerts;
  useBrouillons(aGarder);
  const repondue = useRelanceRepondue(saisie, today);
  const relanceId = saisie.relanceId === null ? null : (repondue?.id ?? null);
  const [offert, ...autresOfferts] = offerts;

  function changer(partie: Partial<Saisie>) {
    setSaisie((actuelle) => ({ ...actuelle, ...partie }));
    setChamps({});
    setRefus(null);
    setSilence(false);
  }
  function versNature() {
    focusGroupe(nature.current);
  }
  /** A result that calls for a cause asks it next; its field is there at the next frame. */
  function apresResultat(code: Saisie['resultat']) {
    if (RESULTATS_AVEC_CAUSE.includes(code)) requestAnimationFrame(() => cause.current?.focus());
    else versNature();
  }
  function versCanal() {
    focusGroupe(canal.current);
  }
  /** Fields to create someone take the focus themselves when they appear. */
  function apresChoix({ genre }: Proposition) {
    if (genre === 'organisation' || genre === 'personne') versCanal();
  }
  /** The first field to correct takes the focus; everything typed stays. */
  function refuser(fautes: Champs, phrase: string | null) {
    // An answer that comes back from an operation is drawn when React has time: the field must be marked first.
    flushSync(() => {
      setChamps(fautes);
      setRefus(phrase);
    });
    formulaire.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  async function enregistrer() {
    if (enCours.current) return;
    if (saisie.recherche.trim() && saisie.organisations.length === 0 && !saisie.nouvelleOrganisation) {
      refuser({ organisationIds: SANS_DESTINATAIRE }, null);
      return;
    }
    enCours.current = true;
    setAttente(true);
    try {
      const { id, organisationIds, creations } = await appeler(
        'sollicitations.record',
        versEntree(saisie, today, relanceId),
      );
      // The visit is logged by now: an interview that cannot be kept with it must not make it look refused.
      if (saisie.entretienId)
        await appeler('visites.linkEntretien', { id: saisie.entretienId, sollicitationId: id }).catch(
          annoncerRefus,
        );
      annoncerAnnulable(`Noté : ${nomsDe(saisie)}`, () =>
        appeler('sollicitations.undoRecord', { id, creations }),
      );
      if (saisie.resultat === 'accord' && saisie.nature === 'intermediation')
        annoncerGeste('Cet accord est une embauche ?', {
          label: 'Noter l’embauche',
          faire: () => void naviguer(`/reseau/${organisationIds[0]}?embauche=${id}`),
        });
      // An offer, made once the exchange is safe: failing to make it must not look like a refusal.
      proposerStade(organisationIds, saisie.resultat).catch(annoncerRefus);
      await joindreTous(porteurEchange(id), fichiers);
      garderBrouillons(offerts);
      props.fermer(null);
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      const fautes = erreur.enveloppe.champs ?? {};
      refuser(fautes, erreur.message);
      setSilence(saisie.sens === 'sortante' && erreur.enveloppe.code === 'regle' && surDestinataire(fautes));
    } finally {
      enCours.current = false;
      setAttente(false);
    }
  }
  function quitter() {
    garderBrouillons(aGarder);
    if (fichiers.length > 0)
      notifications.show({
        message: 'Les fichiers choisis ne sont pas gardés : vous les ajouterez à nouveau.',
      });
    props.fermer(modifie ? saisie : null);
  }
  function reprendre(choisi: Saisie) {
    setOfferts([...(modifie ? [saisie] : []), ...autresOfferts]);
    setDepart(saisieVide(today));
    setSaisie(choisi);
    requestAnimationFrame(() => texte.current?.focus());
  }
  function auClavier(evenement: KeyboardEvent) {
    if (evenement.key !== 'Enter' || !(evenement.ctrlKey || evenement.metaKey)) return;
    evenement.preventDefault();
    void enregistrer();
  }

  const fauteOrganisation =
    champs.organisationIds ??
    Object.entries(champs).find(([champ]) => /^(organisation|interlocuteur)Ids\./.test(champ))?.[1];
  const { nouvelleOrganisation, nouvelInterlocuteur } = saisie;
  const connue = saisie.organisations.length > 0 || nouvelleOrganisation !== null;

  return (
    <Modal
      opened
      onClose={quitter}
      title="Noter un échange"
      size={940}
      yOffset="4vh"
      classNames={{ body: styles.corps }}
    >
      <ZoneDepot
        className={styles.depot}
        deposer={(deposes) => setFichiers((actuels) => [...actuels, ...deposes])}
      >
        <form
          ref={formulaire}
          noValidate
          onKeyDown={auClavier}
          onSubmit={(evenement) => {
            evenement.preventDefault();
            void enregistrer();
          }}
        >
          {offert ? (
            <BrouillonOffert
              saisie={offert}
              reprendre={() => reprendre(offert)}
              effacer={() => {
                setOfferts(autresOfferts);
                recherche.current?.focus();
              }}
            />
          ) : null}

          <ChoixDestinataires
            ref={recherche}
            saisie={saisie}
            changer={changer}
            suivant={apresChoix}
            error={fauteOrganisation}
          />
          {silence ? (
            <div className={styles.silence}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  changer({ sens: 'entrante' });
                  texte.current?.focus();
                }}
              >
                C’est elle qui nous contacte
              </Button>
            </div>
          ) : null}
          {nouvelleOrganisation ? (
            <NouvelleOrganisation
              valeur={nouvelleOrganisation}
              champs={champs}
              changer={(valeur) => changer({ nouvelleOrganisation: valeur })}
              retirer={() => {
                changer({ nouvelleOrganisation: null, recherche: nouvelleOrganisation.nom });
                recherche.current?.focus();
              }}
              suivant={versCanal}
            />
          ) : null}
          {nouvelInterlocuteur ? (
            <NouvelInterlocuteur
              valeur={nouvelInterlocuteur}
              champs={champs}
              changer={(valeur) => changer({ nouvelInterlocuteur: valeur })}
              retirer={() => {
                changer({ nouvelInterlocuteur: null });
                recherche.current?.focus();
              }}
              suivant={versCanal}
            />
          ) : null}
          {connue ? <PersonnesNoter saisie={saisie} changer={changer} /> : null}
          {saisie.sens === 'sortante' ? (
            <AlerteSaturation organisationIds={saisie.organisations.map(({ id }) => id)} />
          ) : null}
          {repondue ? (
            <Checkbox
              className={styles.repond}
              size="sm"
              checked={relanceId !== null}
              onChange={(e) => changer({ relanceId: e.currentTarget.checked ? repondue.id : null })}
              label={`Cet échange répond à « ${repondue.libelle} » (${direMoment(repondue, today)})`}
            />
          ) : null}

          <ChoixCanal
            ref={canal}
            autofocus={props.initiale.organisations.length > 0}
            error={champs.canal}
            value={saisie.canal}
            onChange={(code) => changer({ canal: code })}
            suivant={() => focusGroupe(resultat.current)}
          />
          <ChoixTouches
            ref={resultat}
            legende="Résultat"
            options={RESULTATS_TOUCHES}
            value={saisie.resultat}
            onChange={(code) =>
              changer({ resultat: code, cause: code === saisie.resultat ? saisie.cause : '' })
            }
            suivant={apresResultat}
          />
          {RESULTATS_AVEC_CAUSE.includes(saisie.resultat) ? (
            <ChoixCause
              ref={cause}
              key={saisie.resultat}
              resultat={saisie.resultat}
              value={saisie.cause}
              error={champs.cause}
              onChange={(code) => changer({ cause: code })}
              suivant={versNature}
            />
          ) : null}
          <ChoixTouches
            ref={nature}
            legende="Nature"
            options={NATURES_TOUCHES}
            value={saisie.nature}
            onChange={(code) =>
              changer({ nature: code, sousNature: code === saisie.nature ? saisie.sousNature : '' })
            }
            suivant={() => texte.current?.focus()}
          />
          <ChoixSousNature
            nature={saisie.nature}
            value={saisie.sousNature}
            error={champs.sousNature}
            onChange={(code) => changer({ sousNature: code })}
          />
          <Textarea
            ref={texte}
            label="Ce qui s’est dit"
            placeholder="Quelques mots. Entrée enregistre, Maj Entrée va à la ligne, Tab passe à la suite."
            autosize
            minRows={1}
            maxRows={6}
            value={saisie.texte}
            error={champs.texte}
            onChange={(e) => changer({ texte: e.currentTarget.value })}
            onKeyDown={entreeVers(() => void enregistrer())}
          />
          <SuiteNoter
            saisie={saisie}
            champs={champs}
            today={today}
            changer={changer}
            enregistrer={() => void enregistrer()}
          />

          <PrecisionsNoter
            saisie={saisie}
            champs={champs}
            fichiers={fichiers}
            changer={changer}
            changerFichiers={setFichiers}
          />

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
              surEntree={() => void enregistrer()}
            />
          </div>

          <footer className={styles.pied}>
            <span className={styles.refus} role="alert">
              {refus}
            </span>
            <Button
              type="submit"
              loading={attente}
              rightSection={
                <kbd className={styles.ctrl} aria-hidden>
                  Ctrl Entrée
                </kbd>
              }
            >
              Enregistrer
            </Button>
          </footer>
        </form>
      </ZoneDepot>
    </Modal>
  );
}

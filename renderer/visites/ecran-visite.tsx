import { Button, Menu, Select } from '@mantine/core';
import {
  IconChevronDown,
  IconMail,
  IconMessageCircleQuestion,
  IconPencilCheck,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Sortie } from '../../shared/contrat.ts';
import { formaterDate, formaterTelephone, insecables } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { AIDES, profilDe } from '../../shared/visites/aide.ts';
import { estRepondue, QUESTIONS, type Reponses } from '../../shared/visites/grille.ts';
import { civiliteNom, rangDestinataire } from '../../shared/visites/regles.ts';
import type { Entretien } from '../../shared/visites/schema.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import { AlerteSaturation } from '../reseau/saturation.tsx';
import { useNoter, useNoterIci } from '../sollicitations/noter.tsx';
import { ProchaineAction } from '../sollicitations/prochaine-action.tsx';
import { usePapier } from './apercu-papier.tsx';
import { TiroirArguments } from './argumentaire.tsx';
import { FicheAppel } from './fiche-appel.tsx';
import { Questions } from './questions.tsx';
import { RendezVous } from './rendez-vous.tsx';
import { type Etat, useEntretien } from './use-entretien.ts';
import { VersLaFiche } from './vers-la-fiche.tsx';
import styles from './visites.module.css';

/** Everything a visit needs on one screen: who they are, the call, the appointment, the interview, and what follows. */
export function EcranVisite() {
  const { id = '' } = useParams();
  const { data: fiche, error } = useLecture('reseau.get', { id });
  const { data: preparation } = useLecture('visites.ofOrganisation', { organisationId: id });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir le réseau', vers: '/reseau' }} />;
  if (!fiche || !preparation) return null;
  return <Ouverte key={id} fiche={fiche} preparation={preparation} />;
}

type Preparation = Sortie<'visites.ofOrganisation'>;

/** Which interview is open is chosen once: an autosave must not put another one under the hand that types. */
function Ouverte({ fiche, preparation }: { fiche: OrganisationFiche; preparation: Preparation }) {
  const [adresse] = useSearchParams();
  const [ouverture, setOuverture] = useState(() => {
    const demande = preparation.entretiens.find(({ id }) => id === adresse.get('entretien'));
    const aTenir = preparation.entretiens.find(({ sollicitation }) => sollicitation === null);
    return { cle: 0, depart: demande ?? aTenir ?? null };
  });
  const ouvrir = (depart: Entretien | null) => setOuverture(({ cle }) => ({ cle: cle + 1, depart }));
  return (
    <Visite
      key={ouverture.cle}
      fiche={fiche}
      preparation={preparation}
      depart={ouverture.depart}
      ouvrir={ouvrir}
    />
  );
}

const nomEntretien = (entretien: Entretien) =>
  entretien.sollicitation
    ? `Visite du ${formaterDate(entretien.sollicitation.date)}`
    : entretien.date
      ? `Visite prévue le ${formaterDate(entretien.date)}`
      : 'Visite en préparation';

function Garde({ etat }: { etat: Etat }) {
  const dite = {
    rien: '',
    attente: 'Enregistrement…',
    garde: 'Tout est enregistré',
    refus: etat.genre === 'refus' ? `Non enregistré : ${etat.message}` : '',
  }[etat.genre];
  return (
    <span className={styles.garde} role="status" data-refus={etat.genre === 'refus' || undefined}>
      {dite}
    </span>
  );
}

/** Who opens the door, proposed until somebody else is chosen. */
function aRencontrer({ interlocuteurs }: OrganisationFiche): string | null {
  const [premier] = interlocuteurs
    .filter(({ fin, oppositionLe }) => fin === null && oppositionLe === null)
    .toSorted((un, autre) => rangDestinataire(un) - rangDestinataire(autre));
  return premier?.id ?? null;
}

/** What the interview said, in the words of a note. */
function texteDe(grille: Reponses): string {
  const dites = QUESTIONS.filter(
    ({ code, reponse }) => reponse.forme === 'texte' && estRepondue(grille[code]),
  ).map(({ code, titre }) => `${titre} : ${String(grille[code]).trim()}`);
  return dites.join('\n').slice(0, 4000);
}

function Visite(props: {
  fiche: OrganisationFiche;
  preparation: Preparation;
  depart: Entretien | null;
  ouvrir: (entretien: Entretien | null) => void;
}) {
  const { fiche, preparation } = props;
  const { saisie, changer, id, etat, assurer } = useEntretien(fiche.id, props.depart, aRencontrer(fiche));
  const [tiroir, setTiroir] = useState(false);
  const papier = usePapier();
  const noter = useNoter();
  useNoterIci({ organisationId: fiche.id }, fiche.archivedAt === null);
  const entretien = preparation.entretiens.find((celui) => celui.id === id) ?? null;
  const archivee = fiche.archivedAt !== null;
  const adresse = [
    fiche.adresse.replace(/\s*\n\s*/g, ', '),
    [fiche.codePostal, fiche.ville].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ');

  async function imprimer(quoi: 'appel' | 'grille' | 'grille_vierge') {
    try {
      await papier.montrer({ quoi, entretienId: await assurer() });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  async function noterVisite() {
    try {
      const entretienId = await assurer();
      noter.ouvrir({
        organisationId: fiche.id,
        interlocuteurId: saisie.interlocuteurId ?? undefined,
        canal: 'visite',
        texte: texteDe(saisie.grille),
        entretienId,
      });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  async function abandonner() {
    if (!id) return;
    try {
      await appeler('visites.archiveEntretien', { id });
      props.ouvrir(null);
      annoncerAnnulable('Cette préparation est retirée.', () => appeler('visites.restoreEntretien', { id }));
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  const tenue = entretien?.sollicitation ?? null;
  return (
    <>
      <TetePage
        titre={tenue ? `Visite du ${formaterDate(tenue.date)}` : 'Préparer la visite'}
        fil={[
          { label: 'Réseau', vers: '/reseau' },
          { label: fiche.nom, vers: `/reseau/${fiche.id}` },
        ]}
        sous={fiche.nom}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconMessageCircleQuestion size={17} stroke={1.6} />}
              onClick={() => setTiroir(true)}
            >
              Argumentaire
            </Button>
            <Menu position="bottom-end" width={260}>
              <Menu.Target>
                <Button
                  variant="default"
                  leftSection={<IconPrinter size={17} stroke={1.6} />}
                  rightSection={<IconChevronDown size={15} stroke={1.8} />}
                  loading={papier.enCours}
                >
                  Imprimer
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void imprimer('grille_vierge')}>
                  Grille d’entretien, à remplir
                </Menu.Item>
                <Menu.Item onClick={() => void imprimer('grille')}>Grille d’entretien, remplie</Menu.Item>
                <Menu.Item onClick={() => void imprimer('appel')}>Fiche d’appel</Menu.Item>
                <Menu.Item onClick={() => void papier.montrer({ quoi: 'argumentaire' })}>
                  Argumentaire
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {!tenue && !archivee && (
              <Button
                leftSection={<IconPencilCheck size={17} stroke={1.6} />}
                onClick={() => void noterVisite()}
              >
                Noter la visite
              </Button>
            )}
          </>
        }
      />
      <div className={styles.ecran}>
        <div className={styles.gauche}>
          {tenue ? null : (
            <>
              <FicheAppel
                appel={saisie.appel}
                changer={(appel) => changer({ appel })}
                imprimer={() => void imprimer('appel')}
              />
              <RendezVous entretien={entretien} adresse={adresse} assurer={assurer} />
            </>
          )}
          <div className={styles.teteEntretien}>
            <h2>L’entretien</h2>
            <Garde etat={etat} />
          </div>
          <Questions grille={saisie.grille} changer={(grille) => changer({ grille })} />
          <VersLaFiche organisationId={fiche.id} grille={saisie.grille} faits={preparation.faits} />
          {tenue || archivee ? null : (
            <div className={styles.boutons}>
              <Button
                leftSection={<IconPencilCheck size={17} stroke={1.6} />}
                onClick={() => void noterVisite()}
              >
                Noter la visite
              </Button>
              {id && (
                <Button variant="subtle" color="gray" onClick={() => void abandonner()}>
                  Retirer cette préparation
                </Button>
              )}
            </div>
          )}
        </div>
        <aside className={styles.droite} aria-label="À savoir avant d’y aller">
          <Rappel
            fiche={fiche}
            silence={preparation.faits.silence}
            interlocuteurId={saisie.interlocuteurId}
            choisir={(interlocuteurId) => changer({ interlocuteurId })}
          />
          {archivee || preparation.faits.silence ? null : <AlerteSaturation organisationIds={[fiche.id]} />}
          {archivee ? null : <ProchaineAction organisationId={fiche.id} />}
          <Conseils faits={preparation.faits} />
          <DerniersEchanges organisationId={fiche.id} />
          <Autres preparation={preparation} id={id} ouvrir={props.ouvrir} />
        </aside>
      </div>
      <TiroirArguments ouvert={tiroir} fermer={() => setTiroir(false)} />
      {papier.fenetre}
    </>
  );
}

function Rappel(props: {
  fiche: OrganisationFiche;
  silence: boolean;
  interlocuteurId: string | null;
  choisir: (id: string | null) => void;
}) {
  const { fiche } = props;
  const presents = fiche.interlocuteurs.filter(({ fin, id }) => fin === null || id === props.interlocuteurId);
  const choisi = presents.find(({ id }) => id === props.interlocuteurId) ?? null;
  const telephone = choisi?.telephone || fiche.telephone;
  return (
    <Carte titre="Qui rencontrer">
      {props.silence && (
        <p className={styles.alerte} role="alert">
          Cette organisation ne souhaite plus être contactée.
        </p>
      )}
      <Select
        label="Interlocuteur"
        placeholder={presents.length === 0 ? 'Personne de connu pour l’instant' : 'Choisir'}
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer l’interlocuteur' }}
        data={presents.map((personne) => ({
          value: personne.id,
          label: [
            civiliteNom(personne),
            personne.intitule,
            personne.oppositionLe === null ? '' : 'ne plus contacter',
          ]
            .filter(Boolean)
            .join(', '),
        }))}
        value={choisi?.id ?? null}
        onChange={props.choisir}
        disabled={presents.length === 0}
      />
      <dl className={styles.fiche}>
        {telephone && (
          <>
            <dt>Téléphone</dt>
            <dd>{formaterTelephone(telephone)}</dd>
          </>
        )}
        {fiche.activite && (
          <>
            <dt>Activité</dt>
            <dd>{fiche.activite}</dd>
          </>
        )}
        {fiche.note && (
          <>
            <dt>À savoir</dt>
            <dd>{fiche.note}</dd>
          </>
        )}
      </dl>
      <Button
        component={Link}
        to={`/reseau/publipostage?organisation=${fiche.id}`}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconMail size={15} stroke={1.6} />}
      >
        Écrire d’abord une lettre
      </Button>
    </Carte>
  );
}

function Conseils({ faits }: { faits: Preparation['faits'] }) {
  const aide = AIDES[profilDe(faits)];
  return (
    <Carte titre={aide.titre}>
      <div className={styles.conseils}>
        <p>{insecables(aide.decide)}</p>
        <h3>À proposer</h3>
        <ul>
          {aide.proposer.map((conseil) => (
            <li key={conseil}>{insecables(conseil)}</li>
          ))}
        </ul>
        <h3>À éviter</h3>
        <ul>
          {aide.eviter.map((conseil) => (
            <li key={conseil}>{insecables(conseil)}</li>
          ))}
        </ul>
      </div>
    </Carte>
  );
}

/** How many of the last exchanges are recalled: the whole history is on the sheet. */
const RAPPELES = 4;

function DerniersEchanges({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('sollicitations.ofOrganisation', { organisationId });
  const canaux = useListe('canaux');
  if (!data) return null;
  return (
    <Carte
      titre="Derniers échanges"
      suite={data.lignes.length > RAPPELES ? <Link to={`/reseau/${organisationId}`}>Tout voir</Link> : null}
    >
      {data.lignes.length === 0 ? (
        <p className={styles.discret}>Aucun échange noté : ce sera le premier.</p>
      ) : (
        <ul className={styles.echanges}>
          {data.lignes.slice(0, RAPPELES).map((ligne) => (
            <li key={ligne.id}>
              <span>
                <strong>{formaterDate(ligne.date)}</strong> {canaux.libelle(ligne.canal)}
                {ligne.auteur ? `, ${ligne.auteur.nom}` : ''}{' '}
                <Pilule>{label(RESULTATS, ligne.resultat)}</Pilule>
              </span>
              {ligne.texte && <p>{ligne.texte}</p>}
            </li>
          ))}
        </ul>
      )}
    </Carte>
  );
}

function Autres(props: {
  preparation: Preparation;
  id: string | null;
  ouvrir: (entretien: Entretien | null) => void;
}) {
  const today = useJour();
  const { entretiens } = props.preparation;
  const autres = entretiens.filter((entretien) => entretien.id !== props.id);
  if (entretiens.length === 0) return null;
  return (
    <Carte titre="Visites et préparations">
      <ul className={styles.autres}>
        {autres.map((entretien) => (
          <li key={entretien.id}>
            <button type="button" onClick={() => props.ouvrir(entretien)}>
              {nomEntretien(entretien)}
            </button>
            {entretien.auteur && <span>{entretien.auteur.nom}</span>}
            {!entretien.sollicitation && entretien.date && entretien.date < today && (
              <Pilule ton="ambre">à noter</Pilule>
            )}
          </li>
        ))}
      </ul>
      {props.id !== null && (
        <Button size="compact-sm" variant="subtle" onClick={() => props.ouvrir(null)}>
          Préparer une autre visite
        </Button>
      )}
    </Carte>
  );
}

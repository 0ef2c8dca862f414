import { ActionIcon, Button, Checkbox, Menu, Select } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconClipboardText,
  IconDots,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { accorder, formaterDuree, insecables } from '../../../shared/format.ts';
import { precedentDe, suivantsDe, suivantUsuel } from '../../../shared/formation/regles-inscription.ts';
import type { Alerte, InscriptionLigne, SessionSuivie } from '../../../shared/formation/stagiaires.ts';
import {
  estEnLice,
  type ResultatCertification,
  STATUTS_MOTIVES,
  type StatutInscription,
} from '../../../shared/formation/statuts.ts';
import { MOTIFS_ARRET, RESULTATS_CERTIFICATION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, EtatVide } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { Alertes } from './alertes.tsx';
import { PiluleEtape } from './etape.tsx';
import { FenetreEtape } from './fenetre-etape.tsx';
import { FenetreInscrire } from './fenetre-inscrire.tsx';
import { FenetrePositionnement } from './fenetre-positionnement.tsx';
import { avancer, dateEtape, desinscrire, noterResultat, revenir, VERBES } from './gestes.ts';
import { Remplissage } from './remplissage.tsx';
import styles from './stagiaires.module.css';

type Fenetre =
  | { quoi: 'inscrire' }
  | { quoi: 'positionnement'; id: string }
  | { quoi: 'etape'; ids: string[]; statut: StatutInscription }
  | null;

const estMotive = (statut: StatutInscription) => (STATUTS_MOTIVES as readonly string[]).includes(statut);

/** Signatures of the fiche, in as few words as a column holds. */
function direSignatures({ signeSalarieLe, signeStructureLe }: InscriptionLigne): string {
  if (signeSalarieLe !== null && signeStructureLe !== null) return 'Signé par les deux';
  if (signeSalarieLe !== null) return 'À signer par la structure';
  if (signeStructureLe !== null) return 'À signer par la personne';
  return 'À signer';
}

const estRempli = ({ positionnement: { prerequis, vise, attentes, avis } }: InscriptionLigne) =>
  vise !== '' || attentes !== '' || avis !== '' || prerequis.some(({ acquis }) => acquis !== '');

function Positionnement({ ligne, ouvrir }: { ligne: InscriptionLigne; ouvrir: () => void }) {
  const manques = ligne.positionnement.prerequis.filter(({ acquis }) => acquis === 'non').length;
  const signe = ligne.signeSalarieLe !== null || ligne.signeStructureLe !== null;
  return (
    <>
      <Button variant="subtle" size="compact-sm" className={styles.lien} onClick={ouvrir}>
        {estRempli(ligne) || signe ? direSignatures(ligne) : 'Remplir'}
        <span className="visuellement-cache"> : positionnement de {nomComplet(ligne.salarie)}</span>
      </Button>
      {manques > 0 && (
        <div className={styles.second}>
          {accorder(manques, 'prérequis à travailler', 'prérequis à travailler')}
        </div>
      )}
    </>
  );
}

function Resultat({ ligne }: { ligne: InscriptionLigne }) {
  return (
    <Select
      size="xs"
      aria-label={`Résultat de ${nomComplet(ligne.salarie)}`}
      placeholder="Résultat ?"
      clearable
      data={RESULTATS_CERTIFICATION.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
      value={ligne.resultat || null}
      onChange={(choisi) => void noterResultat([ligne], (choisi ?? '') as ResultatCertification | '')}
    />
  );
}

function MenuLigne(props: { ligne: InscriptionLigne; ouvrir: (fenetre: Fenetre) => void }) {
  const { ligne, ouvrir } = props;
  const usuel = suivantUsuel(ligne.statut);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`Autres actions pour ${nomComplet(ligne.salarie)}`}
        >
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {suivantsDe(ligne.statut)
          .filter((statut) => statut !== usuel)
          .map((statut) => (
            <Menu.Item
              key={statut}
              onClick={() =>
                estMotive(statut)
                  ? ouvrir({ quoi: 'etape', ids: [ligne.id], statut })
                  : void avancer([ligne], statut)
              }
            >
              {VERBES[statut]}
            </Menu.Item>
          ))}
        {usuel && (
          <Menu.Item
            leftSection={<IconCalendarEvent size={16} stroke={1.6} />}
            onClick={() => ouvrir({ quoi: 'etape', ids: [ligne.id], statut: usuel })}
          >
            {`${VERBES[usuel]}, un autre jour…`}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconClipboardText size={16} stroke={1.6} />}
          onClick={() => ouvrir({ quoi: 'positionnement', id: ligne.id })}
        >
          Fiche de positionnement
        </Menu.Item>
        {precedentDe(ligne) !== null && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
            onClick={() => void revenir(ligne)}
          >
            Revenir à l’étape d’avant
          </Menu.Item>
        )}
        {ligne.entreLe === null && (
          <Menu.Item
            leftSection={<IconUserMinus size={16} stroke={1.6} />}
            onClick={() => void desinscrire([ligne])}
          >
            Retirer de la session
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Ligne(props: {
  ligne: InscriptionLigne;
  alertes: readonly Alerte[];
  session: SessionSuivie;
  choisie: boolean;
  choisir: () => void;
  ouvrir: (fenetre: Fenetre) => void;
}) {
  const { ligne, session, ouvrir } = props;
  const { salarie, statut } = ligne;
  const { libelle } = useListe('supports');
  const usuel = suivantUsuel(statut);
  const fini = statut === 'au_bout' || statut === 'interrompu';
  return (
    <tr>
      <td className={styles.coche}>
        <Checkbox
          aria-label={`Choisir ${nomComplet(salarie)}`}
          checked={props.choisie}
          onChange={props.choisir}
        />
      </td>
      <td>
        <Link to={`/salaries/${salarie.id}`}>{nomComplet(salarie)}</Link>
        {salarie.support !== '' && <span className={styles.second}> · {libelle(salarie.support)}</span>}
        {ligne.besoin && (
          <div className={styles.second}>
            {insecables(`Besoin : ${ligne.besoin.libelle || 'sur ce thème'}`)}
          </div>
        )}
        <Alertes alertes={props.alertes} />
      </td>
      <td>
        <PiluleEtape statut={statut} sexe={salarie.sexe} />
        <div className={styles.second}>
          {[dateEtape(ligne), ligne.motif && label(MOTIFS_ARRET, ligne.motif).toLowerCase()]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td>
        <Positionnement ligne={ligne} ouvrir={() => ouvrir({ quoi: 'positionnement', id: ligne.id })} />
      </td>
      <td className={styles.chiffres}>
        {ligne.demiNotees > 0 ? (
          <>
            {formaterDuree(ligne.minutesRealisees)}
            <div className={styles.second}>sur {formaterDuree(session.minutes)}</div>
          </>
        ) : (
          <span className={styles.second}>{statut === 'ecarte' ? '—' : formaterDuree(session.minutes)}</span>
        )}
      </td>
      <td className={styles.gestes}>
        {usuel && (
          <Button size="compact-sm" variant="default" onClick={() => void avancer([ligne], usuel)}>
            {VERBES[usuel]}
          </Button>
        )}
        {fini && session.viseResultat && <Resultat ligne={ligne} />}
        <MenuLigne ligne={ligne} ouvrir={ouvrir} />
      </td>
    </tr>
  );
}

const cleAlerte = ({ code, titre, phrase }: Alerte) => `${code} ${titre} ${phrase}`;

/** What is said of everybody still on the way: said once, above the list. */
function alertesCommunes(lignes: readonly InscriptionLigne[]): Alerte[] {
  const [premiere, ...autres] = lignes.filter(({ statut }) => estEnLice(statut));
  if (premiere === undefined || autres.length === 0) return [];
  return premiere.alertes.filter((alerte) =>
    autres.every(({ alertes }) => alertes.some((autre) => cleAlerte(autre) === cleAlerte(alerte))),
  );
}

/** Steps that everybody chosen can take. */
function communs(lignes: readonly InscriptionLigne[]): StatutInscription[] {
  const [premiere, ...autres] = lignes.map(({ statut }) => suivantsDe(statut));
  return (premiere ?? []).filter((statut) => autres.every((suivants) => suivants.includes(statut)));
}

function BarreChoix(props: {
  lignes: readonly InscriptionLigne[];
  session: SessionSuivie;
  ouvrir: (fenetre: Fenetre) => void;
  vider: () => void;
}) {
  const { lignes, session, ouvrir } = props;
  const pas = communs(lignes);
  const finies = lignes.every(({ statut }) => statut === 'au_bout' || statut === 'interrompu');
  return (
    <div className={styles.barre} role="toolbar" aria-label="Pour les personnes choisies">
      <strong>{accorder(lignes.length, 'personne choisie', 'personnes choisies')}</strong>
      {pas.map((statut) => (
        <Button
          key={statut}
          size="compact-sm"
          variant="default"
          onClick={() =>
            estMotive(statut)
              ? ouvrir({ quoi: 'etape', ids: lignes.map(({ id }) => id), statut })
              : void avancer(lignes, statut)
          }
        >
          {VERBES[statut]}
        </Button>
      ))}
      {finies && session.viseResultat && (
        <Select
          size="xs"
          w={190}
          aria-label="Résultat des personnes choisies"
          placeholder="Résultat pour toutes"
          data={RESULTATS_CERTIFICATION.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
          value={null}
          onChange={(choisi) => choisi && void noterResultat(lignes, choisi as ResultatCertification)}
        />
      )}
      {pas.length === 0 && !finies && (
        <span className={styles.second}>Ces personnes ne sont pas à la même étape.</span>
      )}
      <Button size="compact-sm" variant="subtle" onClick={props.vider}>
        Ne plus choisir
      </Button>
    </div>
  );
}

/** Who is on the session, from spotted to certified; one button for the step that comes next. */
export function EcranStagiaires() {
  const { id: sessionId = '' } = useParams();
  const { data, error } = useLecture('formation.inscriptions', { sessionId });
  const [fenetre, setFenetre] = useState<Fenetre>(null);
  const [choix, setChoix] = useState<ReadonlySet<string>>(new Set());
  if (error)
    return <FicheAbsente erreur={error} liste={{ label: 'Voir les sessions', vers: '/formation' }} />;
  if (!data) return null;
  const { session, lignes, remplissage } = data;
  const ouverte = session.statut !== 'annulee' && session.archivedAt === null;
  const communes = alertesCommunes(lignes);
  const choisies = lignes.filter(({ id }) => choix.has(id));
  const fermer = () => setFenetre(null);
  const basculer = (id: string) => {
    const suite = new Set(choix);
    if (!suite.delete(id)) suite.add(id);
    setChoix(suite);
  };
  const inscrire = ouverte && (
    <Button
      leftSection={<IconUserPlus size={17} stroke={1.6} />}
      onClick={() => setFenetre({ quoi: 'inscrire' })}
    >
      Inscrire des stagiaires
    </Button>
  );
  const positionnee =
    fenetre?.quoi === 'positionnement' ? lignes.find(({ id }) => id === fenetre.id) : undefined;
  return (
    <>
      <Carte sansMarge>
        <div className={styles.haut}>
          <Remplissage remplissage={remplissage} />
          {lignes.length > 0 && inscrire}
        </div>
        {communes.length > 0 && (
          <div className={styles.communes}>
            <strong>Pour tout le monde</strong>
            <Alertes alertes={communes} />
          </div>
        )}
        {choisies.length > 0 && (
          <BarreChoix
            lignes={choisies}
            session={session}
            ouvrir={setFenetre}
            vider={() => setChoix(new Set())}
          />
        )}
        {lignes.length === 0 ? (
          <EtatVide titre="Personne n’est encore inscrit" actions={inscrire}>
            {ouverte
              ? 'Ceux qui ont un besoin sur ce thème sont proposés d’abord, avec ce qui gênerait leur venue.'
              : 'Cette session n’a pas lieu : on ne peut plus y inscrire.'}
          </EtatVide>
        ) : (
          <Tableau
            label="Stagiaires"
            nu
            entetes={
              <>
                <th scope="col" className={styles.coche}>
                  <Checkbox
                    aria-label="Choisir tout le monde"
                    checked={choisies.length === lignes.length}
                    indeterminate={choisies.length > 0 && choisies.length < lignes.length}
                    onChange={() =>
                      setChoix(new Set(choisies.length === lignes.length ? [] : lignes.map(({ id }) => id)))
                    }
                  />
                </th>
                <Colonne>Stagiaire</Colonne>
                <Colonne largeur={170}>Étape</Colonne>
                <Colonne largeur={190}>Positionnement</Colonne>
                <Colonne largeur={100} droite>
                  Heures
                </Colonne>
                <Colonne largeur={200}>
                  <span className="visuellement-cache">Actions</span>
                </Colonne>
              </>
            }
          >
            {lignes.map((ligne) => (
              <Ligne
                key={ligne.id}
                ligne={ligne}
                alertes={ligne.alertes.filter(
                  (alerte) => !communes.some((commune) => cleAlerte(commune) === cleAlerte(alerte)),
                )}
                session={session}
                choisie={choix.has(ligne.id)}
                choisir={() => basculer(ligne.id)}
                ouvrir={setFenetre}
              />
            ))}
          </Tableau>
        )}
      </Carte>
      {fenetre?.quoi === 'inscrire' && <FenetreInscrire session={session} fermer={fermer} />}
      {positionnee && <FenetrePositionnement ligne={positionnee} session={session} fermer={fermer} />}
      {fenetre?.quoi === 'etape' && (
        <FenetreEtape
          lignes={lignes.filter(({ id }) => fenetre.ids.includes(id))}
          statut={fenetre.statut}
          fermer={fermer}
        />
      )}
    </>
  );
}

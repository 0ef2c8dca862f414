import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileAlert, IconFileCheck, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterHeure } from '../../shared/format.ts';
import type { GenreDocument } from '../../shared/immersions/papiers.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { GENRES_DOCUMENT } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import type { Papier as PapierDe } from '../../shared/papiers/contrat.ts';
import { useAdresse } from '../app/adresse.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte, EtatVide } from '../components/page.tsx';
import { BandeauChange } from './bandeau-change.tsx';
import styles from './documents.module.css';
import { FenetreCorriger } from './fenetres.tsx';
import communs from './immersions.module.css';
import { PapierMontre } from './papier-montre.tsx';
import { useFiche } from './use-fiche.ts';

type Papier = PapierDe<GenreDocument>;
type Edition = Papier['editions'][number];

/** `22/11/2026 à 9 h 05`. */
function quand(instant: string): string {
  const date = new Date(instant);
  return `${formaterDate(dateLocale(date))} à ${formaterHeure(date.getHours() * 60 + date.getMinutes())}`;
}

/** Of a list of papers of one kind, which one; the kind alone says it when there is one only. */
function nomDe(papier: Papier, tous: readonly Papier[]): string {
  const seul = tous.filter(({ genre }) => genre === papier.genre).length === 1;
  return seul && papier.objetId === '' ? label(GENRES_DOCUMENT, papier.genre) : papier.titre;
}

/** Where a paper stands, in a few words. */
function etatDe({ editions: [derniere], obstacle, vierge }: Papier, enCorrection: boolean): string {
  if (derniere) {
    const par = derniere.auteur && `, par ${derniere.auteur}`;
    const suite = enCorrection ? ' ; en correction' : '';
    return `Version ${derniere.edition}, le ${quand(derniere.emisLe)}${par}${suite}`;
  }
  if (obstacle) return obstacle;
  return vierge ? 'À émettre ; s’imprime aussi vierge' : 'À émettre';
}

const cleDe = ({ genre, objetId }: Papier) => (objetId ? `${genre}.${objetId}` : genre);

function Editions(props: {
  editions: readonly Edition[];
  ouverte: number | null;
  ouvrir: (rang: number) => void;
}) {
  return (
    <table className={styles.editions} aria-label="Versions émises">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Émise le</th>
          <th scope="col">Par</th>
          <th scope="col">Empreinte</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {props.editions.map(({ edition, emisLe, auteur, sha256 }) => (
          <tr key={edition}>
            <td>{edition}</td>
            <td>{quand(emisLe)}</td>
            <td>{auteur || '—'}</td>
            <td>
              {sha256 ? (
                <code title={`Empreinte SHA-256 du PDF : ${sha256}`}>{sha256.slice(0, 10)}</code>
              ) : (
                'sans PDF'
              )}
            </td>
            <td>
              <Button
                size="compact-xs"
                variant={props.ouverte === edition ? 'filled' : 'default'}
                aria-pressed={props.ouverte === edition}
                aria-label={`Ouvrir la version ${edition}`}
                onClick={() => props.ouvrir(edition)}
              >
                Ouvrir
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Gives a correction up: allowed as long as nothing was changed, since what is signed must say what the records say. */
async function revenir(id: string, edition: number): Promise<void> {
  try {
    await appeler('immersions.changeStatut', { id, statut: 'prete' });
    annoncerAnnulable(`La version ${edition} vaut de nouveau.`, () =>
      appeler('immersions.changeStatut', { id, statut: 'brouillon' }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Issuing again says first what the one before becomes. */
function FenetreReemettre(props: {
  nom: string;
  edition: number;
  ouverte: boolean;
  enCours: boolean;
  emettre: () => void;
  fermer: () => void;
}) {
  return (
    <Modal opened={props.ouverte} onClose={props.fermer} title="Émettre une nouvelle version" centered>
      <Text size="sm">
        {props.nom} : la version {props.edition - 1} a peut-être été remise ou signée. La version{' '}
        {props.edition} la remplace et le dit ; l’ancienne reste ici, telle qu’elle était.
      </Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={props.fermer}>
          Revenir
        </Button>
        <Button loading={props.enCours} onClick={props.emettre} data-autofocus>
          Émettre la version {props.edition}
        </Button>
      </Group>
    </Modal>
  );
}

function Detail(props: {
  fiche: ImmersionFiche;
  papier: Papier;
  nom: string;
  edition: number | null;
  ouvrir: (edition: number) => void;
  apresEmission: () => void;
}) {
  const { fiche, papier } = props;
  const { genre, objetId, editions, obstacle, change } = papier;
  const [fenetre, setFenetre] = useState<'reemettre' | 'corriger' | null>(null);
  const [enCours, setEnCours] = useState(false);
  const fermer = () => setFenetre(null);
  const derniere = editions[0];
  const convention = genre === 'convention';
  const corrigeable = fiche.statut === 'prete' || fiche.statut === 'signee';

  async function emettre(remplace: boolean) {
    setEnCours(true);
    try {
      const { edition } = await appeler('immersions.issue', { id: fiche.id, genre, objetId, remplace });
      fermer();
      props.apresEmission();
      notifications.show({
        message: edition === 1 ? `${props.nom} : émis.` : `${props.nom} : version ${edition} émise.`,
      });
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setEnCours(false);
    }
  }

  return (
    <div className={styles.detail}>
      {change && fiche.statut !== 'brouillon' && (
        <BandeauChange id={fiche.id} genre={genre} objetId={objetId} />
      )}
      <div className={styles.gestes}>
        {convention && fiche.statut === 'brouillon' && (
          <Button component={Link} to={`/immersions/${fiche.id}`} size="xs">
            {derniere ? 'Continuer la correction' : 'Compléter la convention'}
          </Button>
        )}
        {convention && fiche.statut === 'brouillon' && derniere && (
          <Button variant="default" size="xs" onClick={() => void revenir(fiche.id, derniere.edition)}>
            Revenir à la version {derniere.edition}
          </Button>
        )}
        {convention && corrigeable && (
          <Button variant="default" size="xs" onClick={() => setFenetre('corriger')}>
            Corriger
          </Button>
        )}
        {!convention && !derniere && obstacle === '' && (
          <Button size="xs" loading={enCours} onClick={() => void emettre(false)}>
            Émettre
          </Button>
        )}
        {!convention && derniere && obstacle === '' && change && (
          <Button size="xs" onClick={() => setFenetre('reemettre')}>
            Émettre une nouvelle version
          </Button>
        )}
      </div>
      {editions.length > 0 && <Editions editions={editions} ouverte={props.edition} ouvrir={props.ouvrir} />}
      <FenetreReemettre
        nom={props.nom}
        edition={(derniere?.edition ?? 0) + 1}
        ouverte={fenetre === 'reemettre'}
        enCours={enCours}
        emettre={() => void emettre(true)}
        fermer={fermer}
      />
      <FenetreCorriger fiche={fiche} ouverte={fenetre === 'corriger'} fermer={fermer} />
    </div>
  );
}

/** Every paper of an immersion, issued or to come, and the one chosen as it is printed. */
export function EcranDocuments() {
  const fiche = useFiche();
  const { data } = useLecture('immersions.papiers', { id: fiche.id });
  const [adresse, changer] = useAdresse();
  if (!data) return null;
  const choisi = data.find((papier) => cleDe(papier) === adresse.get('papier')) ?? data[0];
  if (!choisi) return <EtatVide titre="Aucun document" />;
  const brouillon = choisi.genre === 'convention' && fiche.statut === 'brouillon';
  const demandee = Number(adresse.get('version'));
  const edition =
    choisi.editions.find((celle) => celle.edition === demandee)?.edition ??
    (brouillon ? null : (choisi.editions[0]?.edition ?? null));
  // With nothing to fill it yet, it is the blank sheet that one comes for.
  const aRemplir = choisi.editions.length === 0 && choisi.obstacle !== '';
  const vierge = choisi.vierge && (adresse.get('vierge') ?? (aRemplir ? '1' : '0')) === '1';
  const ouvrir = (papier: Papier, version: number | null, vide?: boolean) =>
    changer((actuelle) => {
      actuelle.set('papier', cleDe(papier));
      if (version === null) actuelle.delete('version');
      else actuelle.set('version', String(version));
      if (vide === undefined) actuelle.delete('vierge');
      else actuelle.set('vierge', vide ? '1' : '0');
      return actuelle;
    });
  const emis = data.filter(({ editions }) => editions.length > 0).length;
  return (
    <div className={communs.ecran}>
      <Carte
        titre="Documents"
        sansMarge
        suite={emis > 0 ? `${accorder(emis, 'document')} émis` : 'Rien n’est encore émis'}
      >
        <ul className={styles.papiers}>
          {data.map((papier) => {
            const actuel = papier === choisi;
            const nom = nomDe(papier, data);
            const Icone = papier.change
              ? IconFileAlert
              : papier.editions.length > 0
                ? IconFileCheck
                : IconFileText;
            return (
              <li key={cleDe(papier)}>
                <button
                  type="button"
                  className={styles.papier}
                  aria-current={actuel}
                  data-emis={papier.editions.length > 0 || undefined}
                  data-change={papier.change || undefined}
                  onClick={() => ouvrir(papier, null)}
                >
                  <Icone size={20} stroke={1.6} aria-hidden />
                  <strong>{nom}</strong>
                  <small>
                    {etatDe(papier, papier.genre === 'convention' && fiche.statut === 'brouillon')}
                  </small>
                </button>
                {actuel && (
                  <Detail
                    key={cleDe(papier)}
                    fiche={fiche}
                    papier={papier}
                    nom={nom}
                    edition={vierge ? null : edition}
                    ouvrir={(version) => ouvrir(papier, version)}
                    apresEmission={() => ouvrir(papier, null)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </Carte>
      <div className={styles.colle}>
        <PapierMontre
          lu={{
            id: fiche.id,
            genre: choisi.genre,
            objetId: choisi.objetId,
            edition: vierge ? null : edition,
            vierge,
          }}
          titre={nomDe(choisi, data)}
          version={edition === null ? data : edition}
          etat={
            vierge
              ? 'À remplir à la main'
              : edition === null
                ? 'Projet, tel que les fiches le disent'
                : `Version ${edition}`
          }
        >
          {choisi.vierge && (
            <SegmentedControl
              aria-label="Rempli ou vierge"
              data={[
                { value: 'rempli', label: 'Rempli' },
                { value: 'vierge', label: 'Vierge' },
              ]}
              value={vierge ? 'vierge' : 'rempli'}
              onChange={(valeur) => ouvrir(choisi, null, valeur === 'vierge')}
            />
          )}
        </PapierMontre>
      </div>
    </div>
  );
}

import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChecks, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { fauteFusion } from '../../shared/visites/fusion.ts';
import {
  type DestinataireSaisi,
  ENVOI_MAX,
  type Envoi,
  MOYENS,
  type Modele,
  type Moyen,
} from '../../shared/visites/schema.ts';
import { useLecture } from '../app/operations.ts';
import { GardeSaisie } from '../components/formulaire.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { AlerteSaturation } from '../reseau/saturation.tsx';
import { ChampCorps } from './champ-corps.tsx';
import { Courriels } from './courriels.tsx';
import { Destinataires } from './destinataires.tsx';
import { Lettres } from './lettres.tsx';
import { NoterEnvoi } from './noter-envoi.tsx';
import styles from './visites.module.css';

const LABELS: Record<Moyen, string> = { courrier: 'Lettre', courriel: 'Courriel' };
const TITRES: Record<Moyen, string> = { courrier: 'Écrire une lettre', courriel: 'Écrire un courriel' };
const IDENTIFIANT = /^[0-9a-f-]{36}$/;

/** Organisations handed over by the list of the network, or the one named in the address. */
function useDepart(): DestinataireSaisi[] {
  const { state } = useLocation();
  const [adresse] = useSearchParams();
  const recus: unknown = (state as { organisationIds?: unknown } | null)?.organisationIds;
  const ids = [...(Array.isArray(recus) ? recus : []), adresse.get('organisation')];
  const lisibles = ids.filter((id): id is string => typeof id === 'string' && IDENTIFIANT.test(id));
  const interlocuteurId = adresse.get('interlocuteur');
  return [...new Set(lisibles)]
    .slice(0, ENVOI_MAX)
    .map((organisationId) =>
      interlocuteurId && IDENTIFIANT.test(interlocuteurId) && lisibles.length === 1
        ? { organisationId, interlocuteurId }
        : { organisationId },
    );
}

const cleDe = (modele: Modele) => modele.id ?? modele.code;
const genreDe = (moyen: Moyen): Modele['genre'] => (moyen === 'courrier' ? 'lettre' : 'courriel');

/** Letters and e-mails to one organisation or to hundreds: who, what, a look at each, then out of the door. */
export function EcranPublipostage() {
  const { data: modeles } = useLecture('visites.modeles', {});
  const depart = useDepart();
  // Another organisation in the address is another letter.
  return modeles ? <Publipostage key={JSON.stringify(depart)} modeles={modeles} depart={depart} /> : null;
}

function Publipostage(props: { modeles: readonly Modele[]; depart: DestinataireSaisi[] }) {
  const { modeles, depart } = props;
  const [adresse, setAdresse] = useSearchParams();
  const moyen = MOYENS.find((celui) => celui === adresse.get('moyen')) ?? 'courrier';
  const [choisis, setChoisis] = useState(depart);
  const proposes = modeles.filter(({ genre }) => genre === genreDe(moyen));
  const [textes, setTextes] = useState<Partial<Record<Moyen, { cle: string; objet: string; corps: string }>>>(
    {},
  );
  const [noter, setNoter] = useState(false);
  const [note, setNote] = useState<string | null>(null);

  const modele = proposes.find((celui) => cleDe(celui) === textes[moyen]?.cle) ?? proposes[0];
  const texte = textes[moyen] ?? {
    cle: modele ? cleDe(modele) : '',
    objet: modele?.objet ?? '',
    corps: modele?.corps ?? '',
  };
  const modifie = modele !== undefined && (texte.objet !== modele.objet || texte.corps !== modele.corps);
  const changer = (partie: Partial<typeof texte>) =>
    setTextes({ ...textes, [moyen]: { ...texte, ...partie } });

  const [demande] = useDebouncedValue(
    { moyen, objet: texte.objet, corps: texte.corps, destinataires: choisis },
    250,
  );
  const { data: envoi } = useLecture('visites.destinataires', demande, { garderPrecedent: true });
  const retenus = envoi?.retenus ?? [];
  const faute = fauteFusion(texte.objet) ?? fauteFusion(texte.corps);
  const pret = retenus.length > 0 && faute === null && texte.corps.trim() !== '';
  const signature = JSON.stringify([moyen, texte.objet, texte.corps, choisis]);

  return (
    <>
      <GardeSaisie modifie={modifie && note !== signature} />
      <TetePage
        titre={choisis.length === 1 ? TITRES[moyen] : 'Lettres et courriels'}
        fil={[{ label: 'Réseau', vers: '/reseau' }]}
        sous="Une même lettre à une ou plusieurs organisations, chacune à son nom"
        actions={
          <>
            <Button
              component={Link}
              to="/reseau/modeles"
              variant="default"
              leftSection={<IconSettings size={17} stroke={1.6} />}
            >
              Modèles
            </Button>
            <Button
              disabled={!pret}
              leftSection={<IconChecks size={17} stroke={1.6} />}
              onClick={() => setNoter(true)}
            >
              Noter l’envoi et prévoir les relances
            </Button>
          </>
        }
      />
      <div className={styles.publipostage}>
        <div className={styles.gauche}>
          <Destinataires choisis={choisis} envoi={envoi} changer={setChoisis} />
          <AlerteSaturation organisationIds={retenus.map(({ organisationId }) => organisationId)} />
          <Carte titre="Texte">
            <div className={styles.choixTexte}>
              <SegmentedControl
                aria-label="Lettre ou courriel"
                data={MOYENS.map((value) => ({ value, label: LABELS[value] }))}
                value={moyen}
                onChange={(choix) => {
                  adresse.set('moyen', choix);
                  setAdresse(adresse, { replace: true, state: history.state?.usr });
                }}
              />
              <Select
                aria-label="Modèle"
                className={styles.choixModele}
                allowDeselect={false}
                data={proposes.map((celui) => ({ value: cleDe(celui), label: celui.titre }))}
                value={texte.cle}
                onChange={(cle) => {
                  const choisi = proposes.find((celui) => cleDe(celui) === cle);
                  if (choisi && cle) changer({ cle, objet: choisi.objet, corps: choisi.corps });
                }}
              />
            </div>
            <ChampCorps
              objet={texte.objet}
              corps={texte.corps}
              changer={changer}
              groupe={moyen === 'courriel' && retenus.length > 1}
            />
          </Carte>
        </div>
        <div className={styles.apercuColonne}>
          <Suite envoi={envoi} choisis={choisis} moyen={moyen} texte={texte} pret={pret} faute={faute} />
        </div>
      </div>
      {noter && (
        <NoterEnvoi
          moyen={moyen}
          objet={texte.objet}
          corps={texte.corps}
          destinataires={choisis}
          nombre={retenus.length}
          fermer={(fait) => {
            setNoter(false);
            if (fait) setNote(signature);
          }}
        />
      )}
    </>
  );
}

function Suite(props: {
  envoi: Envoi | undefined;
  choisis: readonly DestinataireSaisi[];
  moyen: Moyen;
  texte: { objet: string; corps: string };
  pret: boolean;
  faute: string | null;
}) {
  const { envoi, choisis, moyen, texte } = props;
  if (choisis.length === 0)
    return (
      <Carte>
        <EtatVide titre="À qui écrivez-vous ?">
          Cherchez une organisation, ajoutez celles d’un filtre, ou cochez-les d’abord dans la liste du
          réseau. La lettre de chacune s’affichera ici.
        </EtatVide>
      </Carte>
    );
  if (envoi && envoi.retenus.length === 0)
    return (
      <Carte>
        <EtatVide titre="Personne à qui écrire par ce moyen">
          Les organisations choisies sont toutes écartées : la raison est donnée à côté de chacune.
        </EtatVide>
      </Carte>
    );
  if (!envoi) return null;
  return (
    <>
      {envoi.manques.length > 0 && (
        <ul className={styles.manques} aria-label="À savoir avant d’envoyer">
          {envoi.manques.map(({ phrase }) => (
            <li key={phrase}>{phrase}.</li>
          ))}
        </ul>
      )}
      {moyen === 'courrier' ? (
        <Lettres retenus={envoi.retenus} texte={texte} pret={props.pret} faute={props.faute} />
      ) : (
        <Courriels retenus={envoi.retenus} texte={texte} pret={props.pret} faute={props.faute} />
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowsJoin } from '@tabler/icons-react';
import { Link } from 'react-router';
import { accorder, formaterDate } from '../../../shared/format.ts';
import { type FusionFaite, MOTIFS_DOUBLON, type PaireDouble } from '../../../shared/reseau/fusion/schema.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { Carte, EtatVide, Pilule, TetePage } from '../../components/page.tsx';
import { adresseListe } from '../filtres.ts';
import { adresseFiche, defaire } from './defaire.ts';
import styles from './fusion.module.css';

async function ecarter({ genre, fiches: [un, autre] }: PaireDouble): Promise<void> {
  const deux = { genre, unId: un.id, autreId: autre.id };
  await appeler('reseau.ecarterDoublon', deux);
  annoncerAnnulable(`${un.nom} et ${autre.nom} ne seront plus proposées ensemble.`, () =>
    appeler('reseau.reprendreDoublon', deux),
  );
}

function Paire({ paire }: { paire: PaireDouble }) {
  const { genre, fiches, motifs } = paire;
  const [un, autre] = fiches;
  const deux = genre === 'organisation' ? 'Ce sont deux organisations' : 'Ce sont deux personnes';
  return (
    <li className={styles.paire}>
      <div className={styles.fiches}>
        {fiches.map((fiche) => (
          <div key={fiche.id}>
            <Link to={adresseFiche(genre, fiche.id)}>{fiche.nom}</Link>
            <span>{[fiche.detail, accorder(fiche.echanges, 'échange')].filter(Boolean).join(' · ')}</span>
          </div>
        ))}
      </div>
      <div className={styles.motifs}>
        {motifs.map((motif) => (
          <Pilule key={motif}>{MOTIFS_DOUBLON[motif]}</Pilule>
        ))}
      </div>
      <div className={styles.gestes}>
        <Button
          size="xs"
          component={Link}
          to={`/reseau/fusionner/${genre}/${un.id}/${autre.id}`}
          leftSection={<IconArrowsJoin size={15} stroke={1.7} />}
          aria-label={`Comparer ${un.nom} et ${autre.nom}`}
        >
          Comparer
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={`${deux} : ${un.nom} et ${autre.nom}`}
          onClick={() => ecarter(paire).catch(annoncerRefus)}
        >
          {deux}
        </Button>
      </div>
    </li>
  );
}

function Paires({ titre, paires }: { titre: string; paires: PaireDouble[] }) {
  if (paires.length === 0) return null;
  return (
    <Carte titre={titre} suite={accorder(paires.length, 'rapprochement')} className={styles.carte} sansMarge>
      <ul className={styles.paires}>
        {paires.map((paire) => (
          <Paire key={`${paire.fiches[0].id} ${paire.fiches[1].id}`} paire={paire} />
        ))}
      </ul>
    </Carte>
  );
}

function Faite({ faite }: { faite: FusionFaite }) {
  const { genre, garde, absorbe, annuleLe, auteur, empechement } = faite;
  return (
    <li className={styles.faite}>
      <span className={styles.quand}>{formaterDate(faite.fusionneLe.slice(0, 10))}</span>
      <div>
        <strong>{absorbe.nom}</strong> dans <Link to={adresseFiche(genre, garde.id)}>{garde.nom}</Link>
        {auteur ? <span className={styles.discret}> · {auteur}</span> : null}
        {empechement ? <p className={styles.discret}>{empechement}</p> : null}
      </div>
      {annuleLe === null ? (
        empechement === '' ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={15} stroke={1.7} />}
            aria-label={`Défaire la fusion de ${absorbe.nom} dans ${garde.nom}`}
            onClick={() => defaire(faite.id).catch(annoncerRefus)}
          >
            Défaire
          </Button>
        ) : null
      ) : (
        <Pilule>Défaite le {formaterDate(annuleLe.slice(0, 10))}</Pilule>
      )}
    </li>
  );
}

/** Records that look like one, with why; and the merges already made. */
export function EcranDoublons() {
  const { data } = useLecture('reseau.doublonsProbables', {});
  const { data: faites = [] } = useLecture('reseau.fusions', {});
  if (!data) return null;
  const { total, paires } = data;
  return (
    <>
      <TetePage
        titre="Doublons probables"
        fil={[{ label: 'Réseau', vers: adresseListe() }]}
        sous="Deux fiches pour la même organisation ou la même personne : réunissez-les, rien ne se perd."
      />
      {paires.length === 0 ? (
        <Carte className={styles.carte} sansMarge>
          <EtatVide titre="Aucun doublon en vue">
            Passerelle compare les SIRET, les courriels, les téléphones et les noms. Il n’y a rien à réunir.
          </EtatVide>
        </Carte>
      ) : null}
      <Paires titre="Organisations" paires={paires.filter(({ genre }) => genre === 'organisation')} />
      <Paires titre="Personnes" paires={paires.filter(({ genre }) => genre === 'interlocuteur')} />
      {total > paires.length ? (
        <p className={styles.discret}>
          Les plus sûrs d’abord : les {total - paires.length} autres apparaîtront à mesure que vous avancez.
        </p>
      ) : null}
      {faites.length > 0 ? (
        <Carte titre="Fusions faites" className={styles.carte} sansMarge>
          <ul className={styles.paires}>
            {faites.map((faite) => (
              <Faite key={faite.id} faite={faite} />
            ))}
          </ul>
        </Carte>
      ) : null}
    </>
  );
}

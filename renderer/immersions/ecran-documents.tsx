import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder } from '../../shared/format.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { GENRES_DOCUMENT } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import type { Papier } from '../../shared/papiers/contrat.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte, EtatVide } from '../components/page.tsx';
import { cleDe, useAdressePapier } from '../papiers/adresse-papier.ts';
import { ChoixVierge } from '../papiers/choix-vierge.tsx';
import { DetailPapier } from '../papiers/detail-papier.tsx';
import { direMontre, etatDe } from '../papiers/dire.ts';
import { IconePapier } from '../papiers/icone-papier.tsx';
import { PapierMontre, sourceDe } from '../papiers/papier-montre.tsx';
import styles from '../papiers/papiers.module.css';
import { FenetreCorriger } from './fenetres.tsx';
import { useFiche } from './use-fiche.ts';

/** Of a list of papers of one kind, which one; the kind alone says it when there is one only. */
function nomDe(papier: Papier, tous: readonly Papier[]): string {
  const seul = tous.filter(({ genre }) => genre === papier.genre).length === 1;
  return seul && papier.objetId === '' ? label(GENRES_DOCUMENT, papier.genre) : papier.titre;
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

/** A convention is written and corrected on its own screen, which issues it. */
function GestesConvention({ fiche, papier }: { fiche: ImmersionFiche; papier: Papier }) {
  const [corrige, setCorrige] = useState(false);
  const derniere = papier.editions[0];
  const corrigeable = fiche.statut === 'prete' || fiche.statut === 'signee';
  return (
    <>
      {fiche.statut === 'brouillon' && (
        <Button component={Link} to={`/immersions/${fiche.id}`} size="xs">
          {derniere ? 'Continuer la correction' : 'Compléter la convention'}
        </Button>
      )}
      {fiche.statut === 'brouillon' && derniere && (
        <Button variant="default" size="xs" onClick={() => void revenir(fiche.id, derniere.edition)}>
          Revenir à la version {derniere.edition}
        </Button>
      )}
      {corrigeable && (
        <Button variant="default" size="xs" onClick={() => setCorrige(true)}>
          Corriger
        </Button>
      )}
      <FenetreCorriger fiche={fiche} ouverte={corrige} fermer={() => setCorrige(false)} />
    </>
  );
}

/** Every paper of an immersion, issued or to come, and the one chosen as it is printed. */
export function EcranDocuments() {
  const fiche = useFiche();
  const { data } = useLecture('immersions.papiers', { id: fiche.id });
  const { cle, montrer, ouvrir } = useAdressePapier();
  if (!data) return null;
  const choisi = data.find((papier) => cleDe(papier) === cle) ?? data[0];
  if (!choisi) return <EtatVide titre="Aucun document" />;
  const estBrouillon = ({ genre }: Papier) => genre === 'convention' && fiche.statut === 'brouillon';
  const { edition, vierge } = montrer(choisi, estBrouillon(choisi));
  const emis = data.filter(({ editions }) => editions.length > 0).length;
  return (
    <div className={styles.ecran}>
      <Carte
        titre="Documents"
        sansMarge
        suite={emis > 0 ? `${accorder(emis, 'document')} émis` : 'Rien n’est encore émis'}
      >
        <ul className={styles.papiers}>
          {data.map((papier) => {
            const actuel = papier === choisi;
            const nom = nomDe(papier, data);
            const dejaEmis = papier.editions.length > 0;
            return (
              <li key={cleDe(papier)}>
                <button
                  type="button"
                  className={styles.papier}
                  aria-current={actuel}
                  data-emis={dejaEmis || undefined}
                  data-change={papier.change || undefined}
                  onClick={() => ouvrir(papier, null)}
                >
                  <IconePapier emis={dejaEmis} change={papier.change} taille={20} />
                  <strong>{nom}</strong>
                  <small>{etatDe(papier, estBrouillon(papier))}</small>
                </button>
                {actuel && (
                  <DetailPapier
                    key={cleDe(papier)}
                    domaine="immersions"
                    id={fiche.id}
                    papier={papier}
                    nom={nom}
                    edition={edition}
                    ouvrir={(version) => ouvrir(papier, version)}
                    apresEmission={() => ouvrir(papier, null)}
                    sansChange={fiche.statut === 'brouillon'}
                    gestes={
                      papier.genre === 'convention' ? (
                        <GestesConvention fiche={fiche} papier={papier} />
                      ) : undefined
                    }
                  />
                )}
              </li>
            );
          })}
        </ul>
      </Carte>
      <div className={styles.colle}>
        <PapierMontre
          source={sourceDe('immersions', {
            id: fiche.id,
            genre: choisi.genre,
            objetId: choisi.objetId,
            edition,
            vierge,
          })}
          titre={nomDe(choisi, data)}
          version={edition === null ? data : edition}
          etat={direMontre(edition, vierge)}
        >
          {choisi.vierge && <ChoixVierge vierge={vierge} choisir={(vide) => ouvrir(choisi, null, vide)} />}
        </PapierMontre>
      </div>
    </div>
  );
}

import { Link } from 'react-router';
import { accorder } from '../../../shared/format.ts';
import { type GenreDocumentFormation, NOMS_LOT } from '../../../shared/formation/papiers.ts';
import { GENRES_DOCUMENT_FORMATION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import type { Papier as PapierDe } from '../../../shared/papiers/contrat.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, EtatVide } from '../../components/page.tsx';
import { cleDe, useAdressePapier } from '../../papiers/adresse-papier.ts';
import { ChoixVierge } from '../../papiers/choix-vierge.tsx';
import { DetailPapier } from '../../papiers/detail-papier.tsx';
import { direMontre, etatDe } from '../../papiers/dire.ts';
import { GestesLot } from '../../papiers/gestes-lot.tsx';
import { IconePapier } from '../../papiers/icone-papier.tsx';
import { PapierMontre, sourceDe } from '../../papiers/papier-montre.tsx';
import styles from '../../papiers/papiers.module.css';
import { useSession } from '../sessions/use-session.ts';

type Papier = PapierDe<GenreDocumentFormation>;

/** A kind of paper: one for the session, or one for each trainee. */
interface Groupe {
  genre: GenreDocumentFormation;
  nom: string;
  parPersonne: boolean;
  papiers: Papier[];
}

function groupesDe(papiers: readonly Papier[]): Groupe[] {
  return [...Map.groupBy(papiers, ({ genre }) => genre)].map(([genre, siens]) => ({
    genre,
    nom: NOMS_LOT[genre] ?? label(GENRES_DOCUMENT_FORMATION, genre),
    parPersonne: genre in NOMS_LOT,
    papiers: siens,
  }));
}

/** Where the papers of a kind stand, in one line. */
function etatGroupe({ parPersonne, papiers }: Groupe): string {
  if (!parPersonne) return etatDe(papiers[0]!);
  const emis = papiers.filter(({ editions }) => editions.length > 0).length;
  const changes = papiers.filter(({ change }) => change).length;
  const prets = papiers.filter(({ obstacle, editions }) => obstacle === '' && editions.length === 0).length;
  if (emis + prets === 0) {
    const [premier] = papiers;
    const commun = papiers.every(({ obstacle }) => obstacle === premier!.obstacle);
    return commun ? premier!.obstacle : `${accorder(papiers.length, 'personne')}, rien n’est prêt`;
  }
  return [
    emis > 0 && `${accorder(emis, 'émis', 'émis')} sur ${papiers.length}`,
    prets > 0 && `${prets} à émettre`,
    changes > 0 && `${changes} à remplacer`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What to say of one trainee's paper, beside the name. */
function etatPersonne(papier: Papier): string {
  const [derniere] = papier.editions;
  if (papier.change) return 'les fiches ont changé';
  if (derniere) return derniere.edition > 1 ? `version ${derniere.edition}` : 'émis';
  return papier.obstacle === '' ? 'à émettre' : papier.vierge ? 'à remplir' : 'pas encore';
}

/** The trainees of a kind of paper, the open one with what can be done about it. */
function Personnes(props: {
  sessionId: string;
  groupe: Groupe;
  choisi: Papier | null;
  edition: number | null;
  ouvrir: (papier: Papier, version: number | null) => void;
}) {
  const { sessionId, groupe, choisi, ouvrir } = props;
  return (
    <ul className={styles.personnes} aria-label={`${groupe.nom}, par personne`}>
      {groupe.papiers.map((papier) => {
        const actuel = papier === choisi;
        const emis = papier.editions.length > 0;
        return (
          <li key={papier.objetId}>
            <button
              type="button"
              className={styles.personne}
              aria-current={actuel}
              data-emis={emis || undefined}
              data-change={papier.change || undefined}
              onClick={() => ouvrir(papier, null)}
            >
              <IconePapier emis={emis} change={papier.change} taille={17} />
              <span>{papier.titre}</span>
              <small>{etatPersonne(papier)}</small>
            </button>
            {actuel && (
              <div className={styles.sous}>
                {papier.obstacle !== '' && !emis && <small>{papier.obstacle}</small>}
                <DetailPapier
                  className=""
                  domaine="formation"
                  id={sessionId}
                  papier={papier}
                  nom={`${label(GENRES_DOCUMENT_FORMATION, papier.genre)}, ${papier.titre}`}
                  edition={props.edition}
                  ouvrir={(version) => ouvrir(papier, version)}
                  apresEmission={() => ouvrir(papier, null)}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Every paper of a session, one by one or for all its trainees, and the one chosen as it is printed. */
export function EcranDocuments() {
  const { id } = useSession();
  const { data } = useLecture('formation.papiers', { id });
  const { cle, montrer, demandeVierge, ouvrir } = useAdressePapier();
  if (!data) return null;
  const groupes = groupesDe(data);
  const groupe = groupes.find(({ genre }) => genre === cle?.split('.')[0]) ?? groupes[0];
  if (!groupe)
    return (
      <Carte sansMarge>
        <EtatVide titre="Aucun document">
          Les documents naissent des <Link to={`/formation/sessions/${id}/stagiaires`}>stagiaires</Link> et
          des demi-journées de la session.
        </EtatVide>
      </Carte>
    );
  const { genre } = groupe;
  const seul = groupe.parPersonne ? null : groupe.papiers[0]!;
  const choisi = seul ?? groupe.papiers.find((papier) => cleDe(papier) === cle) ?? null;
  const emis = data.filter(({ editions }) => editions.length > 0).length;
  const paysage = groupe.papiers.some((papier) => papier.paysage);
  const peutVierge = groupe.papiers.some((papier) => papier.vierge);
  const lot = { genre, objetId: '' };
  // All of them are shown filled as soon as one can be.
  const rienDeRempli = groupe.papiers.every(
    ({ obstacle, editions }) => obstacle !== '' && editions.length === 0,
  );
  const lotVierge = peutVierge && (demandeVierge ?? rienDeRempli);
  const { edition, vierge } = choisi ? montrer(choisi) : { edition: null, vierge: lotVierge };
  const nomMontre =
    choisi && !seul ? `${label(GENRES_DOCUMENT_FORMATION, genre)}, ${choisi.titre}` : groupe.nom;
  return (
    <div className={styles.ecran} data-paysage={paysage || undefined}>
      <Carte
        titre="Documents"
        sansMarge
        suite={emis > 0 ? `${accorder(emis, 'document')} émis` : 'Rien n’est encore émis'}
      >
        <ul className={styles.papiers}>
          {groupes.map((celui) => {
            const actuel = celui === groupe;
            const tousEmis = celui.papiers.every(({ editions }) => editions.length > 0);
            const change = celui.papiers.some((papier) => papier.change);
            return (
              <li key={celui.genre}>
                <button
                  type="button"
                  className={styles.papier}
                  aria-current={actuel}
                  data-emis={tousEmis || undefined}
                  data-change={change || undefined}
                  onClick={() => ouvrir({ genre: celui.genre, objetId: '' }, null)}
                >
                  <IconePapier emis={tousEmis} change={change} taille={20} />
                  <strong>{celui.nom}</strong>
                  <small>{etatGroupe(celui)}</small>
                </button>
                {actuel && seul && (
                  <DetailPapier
                    domaine="formation"
                    id={id}
                    papier={seul}
                    nom={groupe.nom}
                    edition={edition}
                    ouvrir={(version) => ouvrir(seul, version)}
                    apresEmission={() => ouvrir(seul, null)}
                  />
                )}
                {actuel && !seul && (
                  <div className={styles.detail}>
                    <GestesLot id={id} genre={genre} papiers={groupe.papiers} />
                    <Personnes
                      sessionId={id}
                      groupe={groupe}
                      choisi={choisi}
                      edition={edition}
                      ouvrir={ouvrir}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </Carte>
      <div className={styles.colle}>
        {!choisi && rienDeRempli && !vierge ? (
          <Carte sansMarge>
            <EtatVide titre="Rien à imprimer encore">
              {peutVierge
                ? 'Aucune n’est remplie : imprimez-les vierges, ou choisissez une personne.'
                : 'Choisissez une personne pour voir ce qui manque à son document.'}
            </EtatVide>
          </Carte>
        ) : (
          <PapierMontre
            source={
              choisi
                ? sourceDe('formation', { id, genre, objetId: choisi.objetId, edition, vierge })
                : { page: 'formation.lotPage', pdf: 'formation.lotPdf', entree: { id, genre, vierge } }
            }
            titre={nomMontre}
            version={edition === null ? data : edition}
            paysage={paysage}
            etat={choisi ? direMontre(edition, vierge) : vierge ? 'Toutes, vierges' : 'Toutes'}
          >
            {peutVierge && (
              <ChoixVierge vierge={vierge} choisir={(vide) => ouvrir(choisi ?? lot, null, vide)} />
            )}
          </PapierMontre>
        )}
      </div>
    </div>
  );
}

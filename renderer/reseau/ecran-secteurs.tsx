import { Anchor, Button, Drawer, Modal, Select } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ReseauEtScores, secteursDessines } from '../../shared/documents/reseau-et-scores.tsx';
import { estVivante } from '../../shared/documents/secteurs.tsx';
import { accorder, formaterDate, formaterNombre } from '../../shared/format.ts';
import {
  aDevelopper,
  type FigureSecteur,
  type LigneSecteur,
  SCORE_ELEVE,
  type Secteurs,
} from '../../shared/reseau/secteurs.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import { useAction, useLecture } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { ScoreSecteur } from './score-secteur.tsx';
import styles from './secteurs.module.css';

const COLONNES = [
  ['nom', 'Secteur'],
  ['organisations', 'Organisations'],
  ['engagees', 'Engagées'],
  ['echanges', 'Échanges'],
  ['immersions', 'Immersions'],
  ['embauches', 'Embauches'],
  ['score', 'Score'],
] as const;
type Tri = (typeof COLONNES)[number][0];

const TITRES: Record<FigureSecteur, string> = {
  organisations: 'Organisations à compléter',
  engagees: 'Organisations engagées',
  immersions: 'Immersions',
  embauches: 'Embauches',
};

interface Ouvert {
  secteur: string;
  figure: FigureSecteur;
}

function valeurDe(ligne: LigneSecteur, tri: Exclude<Tri, 'nom'>): number {
  const valeur = ligne[tri];
  return valeur === null ? -1 : typeof valeur === 'number' ? valeur : valeur.valeur;
}

/** The network of a year by sector, and what the survey says of each. */
export function EcranSecteurs() {
  const [adresse, setAdresse] = useSearchParams();
  const cetteAnnee = Number(useJour().slice(0, 4));
  const demandee = Number(adresse.get('annee'));
  const annee = Number.isInteger(demandee) && demandee >= 2000 && demandee <= 2100 ? demandee : cetteAnnee;
  const { data } = useLecture('reseau.secteurs', { annee }, { garderPrecedent: true });
  const { libelle } = useListe('secteurs');
  const nom = (secteur: string) => (secteur === '' ? 'Sans secteur' : libelle(secteur));
  const [ouvert, setOuvert] = useState<Ouvert | null>(null);
  return (
    <>
      <TetePage
        titre={`Secteurs ${annee}`}
        fil={[{ label: 'Réseau', vers: '/reseau' }]}
        sous={
          data?.enCours
            ? `Jusqu’à aujourd’hui ; en petit, ${annee - 1} jusqu’au même jour`
            : `En petit, ${annee - 1}`
        }
        actions={
          <>
            <Select
              aria-label="Année"
              w={100}
              allowDeselect={false}
              data={Array.from({ length: 6 }, (_, rang) => String(cetteAnnee - rang))}
              value={String(annee)}
              onChange={(choisie) => setAdresse(choisie ? { annee: choisie } : {}, { replace: true })}
            />
            <BoutonExporter operation="reseau.secteursExport" entree={{ annee }} />
            <SurPapier annee={annee} />
          </>
        }
      />
      {data ? (
        <div className={styles.page}>
          <SansSecteur
            nombre={data.lignes.find(({ secteur }) => secteur === '')?.organisations ?? 0}
            ouvrir={() => setOuvert({ secteur: '', figure: 'organisations' })}
          />
          <Chiffres data={data} nom={nom} ouvrir={setOuvert} />
          <Picture lignes={data.lignes} nom={nom} />
        </div>
      ) : null}
      <Drawer
        opened={ouvert !== null}
        onClose={() => setOuvert(null)}
        position="right"
        size={520}
        title={ouvert ? `${TITRES[ouvert.figure]} · ${nom(ouvert.secteur)}` : ''}
      >
        {ouvert ? <Rangees annee={annee} {...ouvert} /> : null}
      </Drawer>
    </>
  );
}

/** What the figures miss, said before them. */
function SansSecteur({ nombre, ouvrir }: { nombre: number; ouvrir: () => void }) {
  if (nombre === 0) return null;
  return (
    <p className={styles.sans}>
      {accorder(nombre, 'organisation n’a', 'organisations n’ont')} pas encore de secteur.{' '}
      <Anchor component="button" type="button" onClick={ouvrir}>
        {nombre === 1 ? 'La compléter' : 'Les compléter'}
      </Anchor>
    </p>
  );
}

function SurPapier({ annee }: { annee: number }) {
  const apercu = useAction('reseau.secteursApercu');
  const pdf = useExport('reseau.secteursPdf');
  const page = useRef<Imprimable>(null);
  const [montre, setMontre] = useState(false);
  async function montrer() {
    try {
      await apercu.mutateAsync({ annee });
      setMontre(true);
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} stroke={1.6} />}
        loading={apercu.isPending}
        onClick={() => void montrer()}
      >
        Imprimer
      </Button>
      <Modal opened={montre} onClose={() => setMontre(false)} size={900} title="Les secteurs sur papier">
        <div className={styles.apercuActions}>
          <Button variant="default" onClick={() => page.current?.imprimer()}>
            Imprimer
          </Button>
          <Button
            leftSection={<IconFileTypePdf size={18} stroke={1.6} />}
            loading={pdf.enCours}
            onClick={() => void pdf.exporter({ annee })}
          >
            Enregistrer en PDF
          </Button>
        </div>
        <ApercuDocument adresse={apercu.data?.adresse} titre="Aperçu des secteurs" ref={page} />
      </Modal>
    </>
  );
}

function Chiffres(props: {
  data: Secteurs;
  nom: (secteur: string) => string;
  ouvrir: (ouvert: Ouvert) => void;
}) {
  const { data, nom, ouvrir } = props;
  const { annee, total } = data;
  const [tri, setTri] = useState<{ par: Tri; sens: 'asc' | 'desc' } | null>(null);
  const vivantes = data.lignes.filter((ligne) => estVivante(ligne) || ligne.secteur !== '');
  const lignes = tri === null ? vivantes : trier(vivantes, tri, nom);
  const trierPar = (par: Tri) =>
    setTri((avant) =>
      avant?.par === par
        ? { par, sens: avant.sens === 'asc' ? 'desc' : 'asc' }
        : { par, sens: par === 'nom' ? 'asc' : 'desc' },
    );
  const bornes = `du=${annee}-01-01&au=${annee}-12-31`;
  return (
    <Tableau
      label={`Secteurs ${annee}`}
      entetes={COLONNES.map(([par, titre]) => (
        <Colonne
          key={par}
          droite={par !== 'nom'}
          tri={tri?.par === par ? tri.sens : null}
          surTri={() => trierPar(par)}
        >
          {titre}
        </Colonne>
      ))}
    >
      {lignes.map((ligne) => {
        const { secteur, organisations, engagees, echanges, immersions, embauches } = ligne;
        const sans = secteur === '';
        return (
          <tr key={secteur}>
            <th scope="row" className={styles.nom}>
              {nom(secteur)}
            </th>
            <td className={styles.nombre}>
              {sans ? (
                <Bouton
                  nombre={organisations}
                  dire={`${accorder(organisations, 'organisation')} sans secteur, à compléter`}
                  ouvrir={() => ouvrir({ secteur, figure: 'organisations' })}
                />
              ) : (
                <Lien nombre={organisations} vers={`/reseau?secteur=${secteur}`} />
              )}
            </td>
            <td className={styles.nombre}>
              <Bouton
                nombre={engagees}
                dire={`${engagees} engagées, ${nom(secteur)}`}
                ouvrir={() => ouvrir({ secteur, figure: 'engagees' })}
              />
            </td>
            <td className={styles.nombre}>
              {sans ? (
                <span className={styles.lien}>{formaterNombre(echanges.valeur)}</span>
              ) : (
                <Lien nombre={echanges.valeur} vers={`/sollicitations?secteur=${secteur}&${bornes}`} />
              )}
              <Avant nombre={echanges.precedent} annee={annee} />
            </td>
            <td className={styles.nombre}>
              <Bouton
                nombre={immersions.valeur}
                dire={`${accorder(immersions.valeur, 'immersion')}, ${nom(secteur)}`}
                ouvrir={() => ouvrir({ secteur, figure: 'immersions' })}
              />
              <Avant nombre={immersions.precedent} annee={annee} />
            </td>
            <td className={styles.nombre}>
              <Bouton
                nombre={embauches.valeur}
                dire={`${accorder(embauches.valeur, 'embauche')}, ${nom(secteur)}`}
                ouvrir={() => ouvrir({ secteur, figure: 'embauches' })}
              />
              <Avant nombre={embauches.precedent} annee={annee} />
            </td>
            <td className={styles.nombre}>
              {sans ? null : <ScoreSecteur ligne={ligne} annee={annee} nom={nom(secteur)} />}
            </td>
          </tr>
        );
      })}
      <tr className={styles.total}>
        <th scope="row" className={styles.nom}>
          Total
        </th>
        <td className={styles.nombre}>
          <span className={styles.lien}>{formaterNombre(total.organisations)}</span>
        </td>
        <td className={styles.nombre}>
          <span className={styles.lien}>{formaterNombre(total.engagees)}</span>
        </td>
        {[total.echanges, total.immersions, total.embauches].map(({ valeur, precedent }, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: three figures, always the same.
          <td className={styles.nombre} key={rang}>
            <span className={styles.lien}>{formaterNombre(valeur)}</span>
            <Avant nombre={precedent} annee={annee} />
          </td>
        ))}
        <td />
      </tr>
    </Tableau>
  );
}

function trier(
  lignes: readonly LigneSecteur[],
  { par, sens }: { par: Tri; sens: 'asc' | 'desc' },
  nom: (secteur: string) => string,
): LigneSecteur[] {
  const signe = sens === 'asc' ? 1 : -1;
  return lignes.toSorted(
    (a, b) =>
      signe *
      (par === 'nom'
        ? nom(a.secteur).localeCompare(nom(b.secteur), 'fr')
        : valeurDe(a, par) - valeurDe(b, par)),
  );
}

function Lien({ nombre, vers }: { nombre: number; vers: string }) {
  return (
    <span className={styles.lien}>{nombre > 0 ? <Link to={vers}>{formaterNombre(nombre)}</Link> : '0'}</span>
  );
}

function Bouton(props: { nombre: number; dire: string; ouvrir: () => void }) {
  if (props.nombre === 0) return <span className={styles.lien}>0</span>;
  return (
    <button type="button" className={styles.chiffre} aria-label={props.dire} onClick={props.ouvrir}>
      {formaterNombre(props.nombre)}
    </button>
  );
}

/** The year before, small and under. */
function Avant({ nombre, annee }: { nombre: number; annee: number }) {
  return (
    <small className={styles.avant} title={`${annee - 1}`}>
      <span className="visuellement-cache">{annee - 1} : </span>
      {formaterNombre(nombre)}
    </small>
  );
}

function Picture({ lignes, nom }: { lignes: readonly LigneSecteur[]; nom: (secteur: string) => string }) {
  const chercher = aDevelopper(lignes);
  const aDessiner = secteursDessines(lignes).length > 0;
  return (
    <Carte titre="Réseau et attentes">
      {aDessiner ? (
        <>
          <ReseauEtScores lignes={lignes} nom={nom} />
          <p className={styles.legende}>
            {chercher.length > 0
              ? `▲ À développer : ${chercher.map(({ secteur }) => nom(secteur)).join(', ')}. Le score est d’au moins ${SCORE_ELEVE}, et le réseau y est mince.`
              : `Un secteur est signalé quand son score est d’au moins ${SCORE_ELEVE} et que le réseau y est mince.`}
          </p>
        </>
      ) : (
        <EtatVide titre="Aucun secteur n’est renseigné">
          Indiquez le secteur de vos organisations dans leur fiche, ou ajoutez un score dans le tableau.
        </EtatVide>
      )}
    </Carte>
  );
}

function Rangees({ annee, secteur, figure }: Ouvert & { annee: number }) {
  const { data = [] } = useLecture('reseau.secteurLignes', { annee, secteur, figure });
  return (
    <ul className={styles.rangees}>
      {data.map(({ id, fiche, titre, detail, date }) => (
        <li key={id}>
          <Link to={fiche}>{titre}</Link>
          <span>{[detail, formaterDate(date)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

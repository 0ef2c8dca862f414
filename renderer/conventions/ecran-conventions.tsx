import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import {
  type ConventionLigne,
  type ConventionsFiltres,
  type ConventionsListe,
  conventionsFiltres,
  VUES_CONVENTIONS,
} from '../../shared/conventions/schema.ts';
import { accorder, formaterDate, formaterNombre, insecables } from '../../shared/format.ts';
import { formaterEurosRonds } from '../../shared/montant.ts';
import { GENRES_CONVENTION, GENRES_CONVENTION_COURTS } from '../../shared/nomenclatures/bilans.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { filtresAdresse, useFiltresAdresse } from '../app/filtres-adresse.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { OngletsBilans } from '../bilans/onglets.tsx';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import panneau from '../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../components/filtres-choisis.tsx';
import { Carte, EtatVide, Pilule, TetePage } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { Choix } from '../reseau/filtres-liste.tsx';
import vues from '../reseau/vues.module.css';
import { adresseConvention } from './adresses.ts';
import { BarreVersement } from './argent.tsx';
import styles from './conventions.module.css';

const ADRESSE = filtresAdresse(conventionsFiltres);

const NOMS_VUES: Record<ConventionsFiltres['vue'], string> = {
  en_cours: 'En cours et à venir',
  finies: 'Terminées',
  toutes: 'Toutes',
  archivees: 'Archivées',
};

const VIDES: Record<ConventionsFiltres['vue'], string> = {
  en_cours: 'Aucune convention en cours',
  finies: 'Aucune convention terminée',
  toutes: 'Aucune convention',
  archivees: 'Aucune convention archivée',
};

const GENRES = GENRES_CONVENTION.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }));

const SANS: Partial<ConventionsFiltres> = { genre: '', recherche: '' };

function Nouvelle() {
  return (
    <Button
      component={Link}
      to="/bilans/conventions/nouvelle"
      leftSection={<IconPlus size={17} stroke={1.8} />}
    >
      Nouvelle convention
    </Button>
  );
}

function Vues(props: { filtres: ConventionsFiltres; nombres: ConventionsListe['vues'] | undefined }) {
  const { filtres, nombres } = props;
  return (
    <nav className={vues.vues} aria-label="Vues des conventions">
      {VUES_CONVENTIONS.map((vue) => (
        <Link
          key={vue}
          to={`/bilans/conventions?${ADRESSE.ecrire({ ...filtres, vue })}`}
          replace
          className={vues.vue}
          aria-current={filtres.vue === vue ? 'page' : undefined}
        >
          {NOMS_VUES[vue]}
          {nombres ? <span>{formaterNombre(nombres[vue])}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function UneLigne({ ligne, today }: { ligne: ConventionLigne; today: string }) {
  const { id, intitule, organisation, numero, genre, debut, fin, prochaine, conventionneCentimes } = ligne;
  return (
    <tr>
      <td>
        <Link to={adresseConvention(id)}>{intitule}</Link>
        <small>
          {[organisation?.nom ?? 'Financeur non renseigné', numero && `n° ${numero}`]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td>
        <Pilule>{GENRES_CONVENTION_COURTS[genre]}</Pilule>
      </td>
      <td className={styles.entier}>
        {formaterDate(debut)}
        <small>au {formaterDate(fin)}</small>
      </td>
      <td className={styles.euros}>
        {conventionneCentimes === null ? (
          <span className={styles.rien}>—</span>
        ) : (
          formaterEurosRonds(conventionneCentimes)
        )}
      </td>
      <td className={styles.colonneVerse}>
        <BarreVersement {...ligne} />
      </td>
      <td>
        {prochaine === null ? (
          <span className={styles.rien}>—</span>
        ) : (
          <span className={styles.echeance} data-retard={prochaine.date < today || undefined}>
            {prochaine.libelle}
            <small>
              {formaterDate(prochaine.date)}, {direEcheance(prochaine.date, today)}
            </small>
          </span>
        )}
      </td>
    </tr>
  );
}

function usePuces({ genre }: ConventionsFiltres): Puce<ConventionsFiltres>[] {
  return genre === '' ? [] : [{ mots: label(GENRES_CONVENTION, genre), sans: { genre: '' } }];
}

function Rien(props: {
  data: ConventionsListe;
  filtres: ConventionsFiltres;
  changer: (changements: Partial<ConventionsFiltres>) => void;
}) {
  const { data, filtres, changer } = props;
  if (data.aucune)
    return (
      <EtatVide titre="Notez votre première convention" actions={<Nouvelle />}>
        DDETS, FSE+, PLIE, département, fondation : ce que le financeur a accordé, ce qu’il vise, ce qu’il a
        versé, et le jour où il attend le bilan. Ce jour viendra tout seul dans Aujourd’hui.
      </EtatVide>
    );
  if (filtres.genre !== '' || filtres.recherche !== '')
    return (
      <EtatVide
        titre="Aucune convention ne répond à ces filtres"
        actions={
          <Button variant="default" onClick={() => changer(SANS)}>
            Retirer les filtres
          </Button>
        }
      />
    );
  return <EtatVide titre={VIDES[filtres.vue]}>Les autres sont dans leur vue, ci-dessus.</EtatVide>;
}

/** Money and deadlines of the lines shown, in one sentence. */
function resumer({ lignes }: ConventionsListe): string {
  const convenu = lignes.reduce((somme, ligne) => somme + (ligne.conventionneCentimes ?? 0), 0);
  const attendu = lignes.reduce(
    (somme, { conventionneCentimes, verseCentimes }) =>
      somme + Math.max(0, (conventionneCentimes ?? 0) - verseCentimes),
    0,
  );
  return insecables(
    [
      accorder(lignes.length, 'convention'),
      convenu > 0 && `${formaterEurosRonds(convenu)} conventionnés`,
      attendu > 0 && `${formaterEurosRonds(attendu)} restent à verser`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
}

/** Conventions with the funders: what was agreed, what was paid, and what is to be handed in next. */
export function EcranConventions() {
  useGarderPlace();
  const today = useJour();
  const { filtres, changer } = useFiltresAdresse(ADRESSE);
  const { data, error } = useLecture('conventions.list', filtres, { garderPrecedent: true });
  const puces = usePuces(filtres);
  return (
    <>
      <TetePage
        titre="Conventions"
        sous="Ce que chaque financeur attend, verse, et quand le bilan est à rendre"
        actions={
          data && !data.aucune ? (
            <>
              {data.lignes.length > 0 ? (
                <BoutonExporter operation="conventions.export" entree={filtres} />
              ) : null}
              <Nouvelle />
            </>
          ) : null
        }
      />
      <OngletsBilans />
      {data && !data.aucune ? (
        <>
          <Vues filtres={filtres} nombres={data.vues} />
          <search className={styles.barre}>
            <ChampRecherche
              className={styles.recherche}
              label="Chercher une convention"
              placeholder="Un intitulé, un financeur, un numéro"
              recherche={filtres.recherche}
              chercher={(recherche) => changer({ recherche })}
            />
            <PanneauFiltres nombre={puces.length}>
              <div className={panneau.panneau}>
                <Choix
                  label="Type"
                  tous="Tous les types"
                  data={GENRES}
                  value={filtres.genre}
                  onChange={(genre) => changer({ genre: genre as ConventionsFiltres['genre'] })}
                />
              </div>
            </PanneauFiltres>
            <p className={styles.resume} role="status">
              {data.lignes.length > 0 ? resumer(data) : null}
            </p>
          </search>
          <FiltresChoisis puces={puces} changer={changer} tout={SANS} />
        </>
      ) : null}
      {error ? (
        <Carte sansMarge>
          <EtatVide titre={error.message} />
        </Carte>
      ) : !data ? (
        <Skeleton height={320} radius={10} />
      ) : data.lignes.length === 0 ? (
        <Carte sansMarge>
          <Rien data={data} filtres={filtres} changer={changer} />
        </Carte>
      ) : (
        <div className={styles.liste}>
          <Tableau
            label="Conventions"
            entetes={
              <>
                <Colonne largeur="30%">Convention</Colonne>
                <Colonne>Type</Colonne>
                <Colonne>Période</Colonne>
                <Colonne droite>Conventionné</Colonne>
                <Colonne largeur={170}>Versé</Colonne>
                <Colonne largeur="22%">À rendre</Colonne>
              </>
            }
          >
            {data.lignes.map((ligne) => (
              <UneLigne key={ligne.id} ligne={ligne} today={today} />
            ))}
          </Tableau>
        </div>
      )}
    </>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDate } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { ETATS_PROJET, PREPARATIONS } from '../../../shared/nomenclatures/salaries.ts';
import { type LigneRadar, type RadarFiltres, radarFiltres } from '../../../shared/salaries/parcours.ts';
import { DECIDER_JOURS, direEtape, HORIZONS_RADAR } from '../../../shared/salaries/regles-suite.ts';
import { filtresAdresse, useFiltresAdresse } from '../../app/filtres-adresse.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampRecherche } from '../../components/champ-recherche.tsx';
import { BoutonExporter } from '../../components/exporter.tsx';
import panneau from '../../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../../components/filtres-choisis.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { SortiesPapier } from '../../components/sorties-papier.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { avecCourant, Choix, useReferents } from '../../reseau/filtres-liste.tsx';
import reseau from '../../reseau/reseau.module.css';
import vues from '../../reseau/vues.module.css';
import { FenetreSuite } from '../fiche/fenetre-suite.tsx';
import styles from './radar.module.css';

const ADRESSE = filtresAdresse(radarFiltres);
const SANS_FILTRE: Partial<RadarFiltres> = {
  recherche: '',
  referent: '',
  encadrant: '',
  support: '',
  quoi: 'tout',
};

type Changer = (changements: Partial<RadarFiltres>) => void;

const NOMS_QUOI = {
  tout: 'Contrats et PASS IAE',
  contrat: 'Contrats seulement',
  pass: 'PASS IAE seulement',
} as const;

/** Each filter in words, and what takes it away. */
function usePuces({ quoi, referent, encadrant, support }: RadarFiltres): Puce<RadarFiltres>[] {
  const referents = useReferents();
  const { libelle } = useListe('supports');
  const nom = (choisi: string) =>
    (referents.find(({ value }) => value === choisi)?.label ?? 'ancien membre').replace(
      'Personne',
      'personne',
    );
  return [
    quoi !== 'tout' && { mots: NOMS_QUOI[quoi], sans: { quoi: 'tout' as const } },
    referent !== '' && { mots: `Référent : ${nom(referent)}`, sans: { referent: '' } },
    encadrant !== '' && { mots: `Encadrant : ${nom(encadrant)}`, sans: { encadrant: '' } },
    support !== '' && { mots: libelle(support), sans: { support: '' } },
  ].filter((puce) => puce !== false);
}

function Filtres({ filtres, changer }: { filtres: RadarFiltres; changer: Changer }) {
  const referents = useReferents();
  const supports = useListe('supports');
  return (
    <PanneauFiltres nombre={usePuces(filtres).length}>
      <div className={panneau.panneau}>
        <Choix
          label="Ce qui finit"
          tous={NOMS_QUOI.tout}
          data={[
            { value: 'contrat', label: NOMS_QUOI.contrat },
            { value: 'pass', label: NOMS_QUOI.pass },
          ]}
          value={filtres.quoi === 'tout' ? '' : filtres.quoi}
          onChange={(quoi) => changer({ quoi: (quoi || 'tout') as RadarFiltres['quoi'] })}
        />
        <Choix
          label="Support d’activité"
          tous="Tous les supports"
          data={supports.choix([filtres.support])}
          value={filtres.support}
          onChange={(support) => changer({ support })}
        />
        <Choix
          label="Référent"
          tous="Toute l’équipe"
          data={avecCourant(referents, filtres.referent)}
          value={filtres.referent}
          onChange={(referent) => changer({ referent })}
        />
        <Choix
          label="Encadrant"
          tous="Toute l’équipe"
          data={avecCourant(referents, filtres.encadrant)}
          value={filtres.encadrant}
          onChange={(encadrant) => changer({ encadrant })}
        />
      </div>
    </PanneauFiltres>
  );
}

function Etapes({ ligne, decider }: { ligne: LigneRadar; decider: () => void }) {
  const { etapes, suiteNote, genre } = ligne;
  return (
    <>
      {etapes.length === 0 ? <strong className={styles.aucune}>Aucune connue</strong> : null}
      {etapes.map((etape) => (
        <div key={direEtape(etape)}>{direEtape(etape)}</div>
      ))}
      {suiteNote ? <div className={styles.second}>{suiteNote}</div> : null}
      {genre === 'contrat' && etapes.length === 0 ? (
        <Button
          variant="subtle"
          size="compact-xs"
          className={styles.geste}
          aria-label={`Dire la suite prévue : ${ligne.salarie.prenom} ${ligne.salarie.nom}`}
          onClick={decider}
        >
          Dire la suite prévue
        </Button>
      ) : null}
    </>
  );
}

function Ligne({ ligne, decider }: { ligne: LigneRadar; decider: () => void }) {
  const { libelle: support } = useListe('supports');
  const { salarie, genre, libelle, fin, jours, referent } = ligne;
  return (
    <tr>
      <td>
        <Link to={`/salaries/${salarie.id}`}>
          {salarie.nom} {salarie.prenom}
        </Link>
        {ligne.support ? <div className={styles.second}>{support(ligne.support)}</div> : null}
      </td>
      <td>
        {genre === 'pass' ? 'PASS IAE' : libelle}
        {genre === 'pass' && libelle ? <div className={styles.second}>{libelle}</div> : null}
      </td>
      <td>
        {formaterDate(fin)}
        <div className={styles.second} data-presse={jours <= DECIDER_JOURS || undefined}>
          {jours === 0 ? 'aujourd’hui' : `dans ${accorder(jours, 'jour')}`}
        </div>
      </td>
      <td>
        <Etapes ligne={ligne} decider={decider} />
      </td>
      <td>
        {ligne.projetEtat ? label(ETATS_PROJET, ligne.projetEtat) : <span className={styles.second}>—</span>}
        {ligne.preparation ? (
          <div className={styles.second}>{label(PREPARATIONS, ligne.preparation)}</div>
        ) : null}
      </td>
      <td>{referent?.nom ?? <span className={styles.second}>—</span>}</td>
    </tr>
  );
}

/** `total`: how many end within the months asked for, with or without a next step; `six`: within six months. */
function Rien(props: { filtres: RadarFiltres; changer: Changer; total: number; six: number }) {
  const { filtres, changer, total, six } = props;
  const filtree = Object.entries(SANS_FILTRE).some(
    ([cle, valeur]) => filtres[cle as keyof RadarFiltres] !== valeur,
  );
  if (filtree)
    return (
      <EtatVide
        titre="Rien ne répond à ces filtres"
        actions={
          <Button variant="default" onClick={() => changer(SANS_FILTRE)}>
            Retirer les filtres
          </Button>
        }
      />
    );
  if (filtres.etape === 'avec' && total > 0)
    return (
      <EtatVide
        titre="Aucune prochaine étape n’est connue"
        actions={
          <Button variant="default" onClick={() => changer({ etape: 'sans' })}>
            Voir ce qui finit sans étape
          </Button>
        }
      />
    );
  if (filtres.etape === 'sans' && total > 0)
    return (
      <EtatVide titre="Chacun a une prochaine étape">
        Tout ce qui finit sur cette période est suivi d’un contrat, d’une embauche, d’une formation, d’une
        immersion ou d’une décision.
      </EtatVide>
    );
  return (
    <EtatVide
      titre={`Rien ne finit d’ici ${filtres.mois} mois`}
      actions={
        six > 0 && filtres.mois < 6 ? (
          <Button variant="default" onClick={() => changer({ mois: 6 })}>
            Voir les six mois
          </Button>
        ) : null
      }
    >
      Les contrats et les PASS IAE qui ont une fin apparaissent ici, avec ce qui vient après eux.
    </EtatVide>
  );
}

/** What ends within one, three or six months, and what is known to follow: those with nothing after them are told. */
export function EcranRadar() {
  const { filtres, changer } = useFiltresAdresse(ADRESSE);
  const { data } = useLecture('salaries.radar', filtres, { garderPrecedent: true });
  const [decidee, decider] = useState<LigneRadar | null>(null);
  const tri = (cle: RadarFiltres['tri']) => ({
    tri: filtres.tri === cle ? filtres.sens : null,
    surTri: () => changer({ tri: cle, sens: filtres.tri === cle && filtres.sens === 'asc' ? 'desc' : 'asc' }),
  });
  const compte = data?.comptes[filtres.mois];
  return (
    <>
      <TetePage
        titre="Ce qui finit"
        fil={[{ label: 'Salariés', vers: '/salaries' }]}
        sous={
          compte
            ? `${accorder(compte.total, 'échéance')} d’ici ${filtres.mois} mois, ${compte.sans === 0 ? 'aucune' : compte.sans} sans prochaine étape`
            : '\u00a0'
        }
        actions={
          data && data.lignes.length > 0 ? (
            <>
              <BoutonExporter operation="salaries.radarExport" entree={filtres} />
              <SortiesPapier
                page="salaries.radarPage"
                pdf="salaries.radarPdf"
                entree={filtres}
                titre="Ce qui finit, sur papier"
              />
            </>
          ) : (
            <Button
              component={Link}
              to="/salaries"
              variant="default"
              leftSection={<IconUsers size={17} stroke={1.6} />}
            >
              Tous les salariés
            </Button>
          )
        }
      />
      <nav className={vues.vues} aria-label="D’ici combien de mois">
        {HORIZONS_RADAR.map((mois) => (
          <Link
            key={mois}
            to={`/salaries/radar?${ADRESSE.ecrire({ ...filtres, mois })}`}
            replace
            className={vues.vue}
            aria-current={filtres.mois === mois ? 'page' : undefined}
          >
            {mois === 1 ? 'Un mois' : mois === 3 ? 'Trois mois' : 'Six mois'}
            {data ? <span>{data.comptes[mois].total}</span> : null}
          </Link>
        ))}
      </nav>
      <FiltresChoisis
        puces={usePuces(filtres)}
        changer={changer}
        tout={{ ...SANS_FILTRE, recherche: filtres.recherche }}
      />
      <search className={reseau.outils}>
        <ChampRecherche
          className={reseau.recherche}
          label="Chercher une personne"
          placeholder="Nom, prénom, téléphone…"
          recherche={filtres.recherche}
          chercher={(recherche) => changer({ recherche })}
        />
        <SegmentedControl
          aria-label="Prochaine étape"
          value={filtres.etape}
          onChange={(etape) => changer({ etape: etape as RadarFiltres['etape'] })}
          data={[
            { value: 'toutes', label: 'Toutes' },
            { value: 'sans', label: compte ? `Sans étape (${compte.sans})` : 'Sans étape' },
            { value: 'avec', label: 'Avec étape' },
          ]}
        />
        <Filtres filtres={filtres} changer={changer} />
      </search>
      {data && data.lignes.length === 0 ? (
        <Carte sansMarge>
          <Rien
            filtres={filtres}
            changer={changer}
            total={data.comptes[filtres.mois].total}
            six={data.comptes[6].total}
          />
        </Carte>
      ) : null}
      {data && data.lignes.length > 0 ? (
        <Tableau
          label="Ce qui finit"
          entetes={
            <>
              <Colonne {...tri('nom')}>Personne</Colonne>
              <Colonne largeur={140}>Ce qui finit</Colonne>
              <Colonne largeur={130} {...tri('fin')}>
                Fin
              </Colonne>
              <Colonne {...tri('etape')}>Prochaine étape</Colonne>
              <Colonne largeur={130}>Projet</Colonne>
              <Colonne largeur={120} {...tri('referent')}>
                Référent
              </Colonne>
            </>
          }
        >
          {data.lignes.map((ligne) => (
            <Ligne key={`${ligne.genre} ${ligne.id}`} ligne={ligne} decider={() => decider(ligne)} />
          ))}
        </Tableau>
      ) : null}
      {decidee ? (
        <FenetreSuite
          nom={`${decidee.salarie.prenom} ${decidee.salarie.nom}`.trim()}
          contrat={decidee}
          fermer={() => decider(null)}
        />
      ) : null}
    </>
  );
}

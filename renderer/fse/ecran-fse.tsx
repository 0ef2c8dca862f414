import { ActionIcon, Button, Menu, SegmentedControl, Select } from '@mantine/core';
import { IconChevronDown, IconDots, IconHistory, IconPlus, IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formaterDate, insecables } from '../../shared/format.ts';
import {
  type FseFiltres,
  fseFiltres,
  type ListeFse,
  type ParticipationFse,
} from '../../shared/fse/contrat.ts';
import { CODES_MOMENTS } from '../../shared/fse/questionnaire.ts';
import { MOMENTS_FSE } from '../../shared/nomenclatures/bilans.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { filtresAdresse, useFiltresAdresse } from '../app/filtres-adresse.ts';
import { useLecture } from '../app/operations.ts';
import { OngletsBilans } from '../bilans/onglets.tsx';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import type { OuvrirFse } from './demandes.ts';
import { useFenetresFse } from './fenetres-fse.tsx';
import styles from './fse.module.css';
import { Manques, MomentDe } from './moments.tsx';

const ADRESSE = filtresAdresse(fseFiltres);

function Filtres(props: {
  filtres: FseFiltres;
  changer: (changements: Partial<FseFiltres>) => void;
  data: ListeFse;
}) {
  const { filtres, changer, data } = props;
  const vues = [
    { value: 'tous', label: `Tous (${data.vues.tous})` },
    { value: 'en_cours', label: `En cours (${data.vues.en_cours})` },
    { value: 'sortis', label: `Sortis (${data.vues.sortis})` },
    { value: 'a_completer', label: `À compléter (${data.vues.a_completer})` },
    { value: 'sans_entree', label: `Sans entrée (${data.vues.sans_entree})` },
  ];
  return (
    <search className={styles.filtres}>
      <ChampRecherche
        className={styles.recherche}
        label="Chercher une personne"
        placeholder="Nom, prénom"
        recherche={filtres.recherche}
        chercher={(recherche) => changer({ recherche })}
      />
      <Select
        className={styles.annee}
        aria-label="Année"
        placeholder="Toute année"
        clearable
        clearButtonProps={{ 'aria-label': 'Toutes les années' }}
        data={data.annees.map(String)}
        value={filtres.annee === null ? null : String(filtres.annee)}
        onChange={(annee) => changer({ annee: annee === null ? null : Number(annee) })}
      />
      {data.conventions.length > 1 ? (
        <Select
          className={styles.convention}
          aria-label="Convention"
          placeholder="Toutes les conventions"
          clearable
          clearButtonProps={{ 'aria-label': 'Toutes les conventions' }}
          data={data.conventions.map(({ id, intitule }) => ({ value: id, label: intitule }))}
          value={filtres.conventionId}
          onChange={(conventionId) => changer({ conventionId })}
        />
      ) : null}
      <SegmentedControl
        className={styles.vues}
        aria-label="Participations montrées"
        data={vues}
        value={filtres.vue}
        onChange={(vue) => changer({ vue: vue as FseFiltres['vue'] })}
      />
    </search>
  );
}

function ActionsLigne({ participation, ouvrir }: { participation: ParticipationFse; ouvrir: OuvrirFse }) {
  const { salarie } = participation;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Actions : ${nomComplet(salarie)}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconHistory size={16} stroke={1.6} />}
          onClick={() => ouvrir({ genre: 'historique', salarie })}
        >
          Historique
        </Menu.Item>
        {CODES_MOMENTS.map((moment) => (
          <Menu.Item
            key={moment}
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => ouvrir({ genre: 'papier', salarie, moment })}
          >
            Questionnaire : {label(MOMENTS_FSE, moment).toLocaleLowerCase('fr')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Participations(props: { participations: readonly ParticipationFse[]; ouvrir: OuvrirFse }) {
  const { participations, ouvrir } = props;
  return (
    <Tableau
      label="Participations"
      entetes={
        <>
          <Colonne largeur="21%">Personne</Colonne>
          <Colonne largeur="17%">Entrée</Colonne>
          <Colonne largeur="17%">Sortie</Colonne>
          <Colonne largeur="17%">Six mois après</Colonne>
          <Colonne>À compléter</Colonne>
          <Colonne largeur={52}>
            <span className="visuellement-cache">Actions</span>
          </Colonne>
        </>
      }
    >
      {participations.map((participation) => {
        const { salarie, convention, rang, entree } = participation;
        return (
          <tr key={entree.id}>
            <td>
              <Link to={`/salaries/${salarie.id}`}>
                {salarie.nom} {salarie.prenom}
              </Link>
              <span className={styles.sous}>
                {[convention?.intitule ?? 'Sans convention', rang > 1 ? `participation ${rang}` : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </td>
            {CODES_MOMENTS.map((moment) => (
              <td key={moment}>
                <MomentDe participation={participation} moment={moment} ouvrir={ouvrir} />
              </td>
            ))}
            <td>
              <Manques participation={participation} />
            </td>
            <td className={styles.actions}>
              <ActionsLigne participation={participation} ouvrir={ouvrir} />
            </td>
          </tr>
        );
      })}
    </Tableau>
  );
}

function SansEntree(props: { lignes: ListeFse['sansEntree']; ouvrir: OuvrirFse }) {
  return (
    <Tableau
      label="Salariés sans participation"
      entetes={
        <>
          <Colonne>Personne</Colonne>
          <Colonne largeur={220}>Sous contrat depuis</Colonne>
          <Colonne largeur={190}>
            <span className="visuellement-cache">Actions</span>
          </Colonne>
        </>
      }
    >
      {props.lignes.map(({ salarie, depuis }) => (
        <tr key={salarie.id}>
          <td>
            <Link to={`/salaries/${salarie.id}`}>
              {salarie.nom} {salarie.prenom}
            </Link>
          </td>
          <td>{formaterDate(depuis)}</td>
          <td className={styles.actions}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Noter l’entrée de ${nomComplet(salarie)}`}
              onClick={() => props.ouvrir({ genre: 'noter', salarie, moment: 'entree' })}
            >
              Noter l’entrée
            </Button>
          </td>
        </tr>
      ))}
    </Tableau>
  );
}

const VIDES: Record<FseFiltres['vue'], readonly [string, string]> = {
  tous: ['Aucune participation', 'Élargissez les filtres pour retrouver les participants.'],
  en_cours: ['Personne n’est en cours', 'Les participants dont la sortie n’est pas notée viennent ici.'],
  sortis: ['Personne n’est sorti', 'Les participants dont la sortie est notée viennent ici.'],
  a_completer: [
    'Rien n’est à compléter',
    'Une réponse qui manque ou une question dont le jour est venu se dit ici, et dans Aujourd’hui.',
  ],
  sans_entree: [
    'Tous les salariés sous contrat participent',
    'Un nouveau contrat vient ici tant que l’entrée FSE+ n’est pas notée.',
  ],
};

function Papiers({ ouvrir }: { ouvrir: OuvrirFse }) {
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size={17} stroke={1.6} />}
          rightSection={<IconChevronDown size={15} stroke={1.8} />}
        >
          Questionnaire vierge
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {MOMENTS_FSE.valeurs.map(({ code, label: nom }) => (
          <Menu.Item key={code} onClick={() => ouvrir({ genre: 'papier', salarie: null, moment: code })}>
            {nom}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Liste(props: {
  data: ListeFse;
  filtres: FseFiltres;
  changer: (changements: Partial<FseFiltres>) => void;
  ouvrir: OuvrirFse;
}) {
  const { data, filtres, changer, ouvrir } = props;
  const vide =
    filtres.vue === 'sans_entree' ? data.sansEntree.length === 0 : data.participations.length === 0;
  const [titre, phrase] = VIDES[filtres.vue];
  return (
    <div className={styles.page}>
      <Filtres filtres={filtres} changer={changer} data={data} />
      {vide ? (
        <Carte sansMarge>
          <EtatVide titre={titre}>{phrase}</EtatVide>
        </Carte>
      ) : filtres.vue === 'sans_entree' ? (
        <SansEntree lignes={data.sansEntree} ouvrir={ouvrir} />
      ) : (
        <Participations participations={data.participations} ouvrir={ouvrir} />
      )}
      <p className={styles.definitions}>
        {insecables(
          'Une participation d’un jour ou moins ne se compte pas. La sortie se demande dans les quatre semaines, la situation six mois après. Ce qui a été noté ne s’efface jamais : une correction s’ajoute, une personne qui revient a une nouvelle participation. Chômage de longue durée : plus de douze mois de recherche, plus de six avant 25 ans.',
        )}
      </p>
    </div>
  );
}

/** Participants of the FSE+: who came in, who left, what is missing or late. */
export function EcranFse() {
  useGarderPlace();
  const { filtres, changer } = useFiltresAdresse(ADRESSE);
  const { data } = useLecture('fse.list', filtres, { garderPrecedent: true });
  const { ouvrir, fenetre } = useFenetresFse();
  const jamais = data?.annees.length === 0;
  const noter = (
    <Button
      leftSection={<IconPlus size={17} stroke={1.8} />}
      onClick={() => ouvrir({ genre: 'noter', salarie: null, moment: 'entree' })}
    >
      Noter une entrée
    </Button>
  );
  return (
    <>
      <TetePage
        titre="FSE+"
        sous="Les participants, de l’entrée à six mois après"
        actions={
          data ? (
            <>
              {jamais ? null : <BoutonExporter operation="fse.export" entree={filtres} />}
              <Papiers ouvrir={ouvrir} />
              {jamais ? null : noter}
            </>
          ) : null
        }
      />
      <OngletsBilans />
      {data && jamais && filtres.vue !== 'sans_entree' ? (
        <Carte sansMarge>
          <EtatVide
            titre="Personne n’est encore entré"
            actions={
              <>
                {noter}
                {data.vues.sans_entree > 0 ? (
                  <Button variant="default" onClick={() => changer({ vue: 'sans_entree' })}>
                    Voir les salariés sous contrat ({data.vues.sans_entree})
                  </Button>
                ) : null}
              </>
            }
          >
            Si le FSE+ ou un PLIE finance votre structure, notez ici l’entrée de chaque participant :
            Passerelle reprend ce que dit sa fiche, imprime le questionnaire, et rappelle la sortie et les six
            mois.
          </EtatVide>
        </Carte>
      ) : null}
      {data && (!jamais || filtres.vue === 'sans_entree') ? (
        <Liste data={data} filtres={filtres} changer={changer} ouvrir={ouvrir} />
      ) : null}
      {fenetre}
    </>
  );
}

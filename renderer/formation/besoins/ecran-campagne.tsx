import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDots, IconFiles, IconLock, IconLockOpen, IconPencil, IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { dateLocale } from '../../../shared/dates.ts';
import { accorder, formaterDate, formaterTaux, insecables } from '../../../shared/format.ts';
import type { CampagneFiche } from '../../../shared/formation/besoins.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useListe } from '../../app/listes.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { useExport } from '../../app/telecharger.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { FenetrePapier } from '../../components/fenetre-papier.tsx';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, EtatVide, Pilule, TetePage } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './besoins.module.css';
import { FenetreCampagne } from './fenetre-campagne.tsx';
import { FenetreFeuille, type PersonneCampagne } from './fenetre-feuille.tsx';
import { adresseBesoins } from './filtres.ts';

async function clore(id: string, closeLe: string | null) {
  try {
    await appeler('formation.closeCampagne', { id, closeLe });
    annoncerAnnulable(closeLe ? 'La campagne est close.' : 'La campagne est rouverte.', () =>
      appeler('formation.closeCampagne', { id, closeLe: closeLe ? null : dateLocale(new Date()) }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Sheets seen, printed or kept: those of people left to see, or blank ones. */
function Feuilles({ campagne }: { campagne: CampagneFiche }) {
  const [demande, setDemande] = useState({ salarieIds: [] as string[], vierges: 0 });
  const [adresse, setAdresse] = useState<string>();
  const { exporter, enCours } = useExport('formation.campagnePdf');
  const reste = campagne.concernes - campagne.recueillis;
  async function montrer(vierges: number) {
    const choix = { salarieIds: [], vierges };
    try {
      const { adresse: page } = await appeler('formation.campagnePage', {
        campagneId: campagne.id,
        ...choix,
      });
      setDemande(choix);
      setAdresse(page);
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFiles size={17} stroke={1.6} />}>
            Feuilles à imprimer
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={reste === 0} onClick={() => void montrer(0)}>
            {reste === 0 ? 'Tout le monde a répondu' : `Une par personne à voir (${reste})`}
          </Menu.Item>
          <Menu.Item onClick={() => void montrer(1)}>Une feuille vierge</Menu.Item>
          <Menu.Item onClick={() => void montrer(10)}>Dix feuilles vierges</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FenetrePapier
        titre={`Recueil des besoins ${campagne.annee}`}
        adresse={adresse}
        garder={() => void exporter({ campagneId: campagne.id, ...demande })}
        enCours={enCours}
        fermer={() => setAdresse(undefined)}
      />
    </>
  );
}

function Actions({ campagne }: { campagne: CampagneFiche }) {
  const [modifier, setModifier] = useState(false);
  const { id, closeLe } = campagne;
  return (
    <>
      <Feuilles campagne={campagne} />
      {closeLe === null ? (
        <Button
          variant="default"
          leftSection={<IconLock size={17} stroke={1.6} />}
          onClick={() => void clore(id, dateLocale(new Date()))}
        >
          Clore
        </Button>
      ) : (
        <Button leftSection={<IconLockOpen size={17} stroke={1.6} />} onClick={() => void clore(id, null)}>
          Rouvrir
        </Button>
      )}
      <ActionIcon
        variant="default"
        size={36}
        aria-label="Modifier la campagne"
        onClick={() => setModifier(true)}
      >
        <IconPencil size={17} stroke={1.6} />
      </ActionIcon>
      {modifier ? <FenetreCampagne campagne={campagne} fermer={() => setModifier(false)} /> : null}
    </>
  );
}

const VUES = [
  { value: 'a_voir', label: 'À voir' },
  { value: 'recueillis', label: 'Recueillis' },
  { value: 'tous', label: 'Tous' },
] as const;
type Vue = (typeof VUES)[number]['value'];

/** Puts a person back among those to see, their needs kept. */
async function oublier(campagneId: string, { salarie, recueilliLe, besoins }: PersonneCampagne) {
  try {
    await appeler('formation.oublierRecueil', { campagneId, salarieId: salarie.id });
    annoncerAnnulable(`${nomComplet(salarie)} est à revoir.`, () =>
      appeler('formation.recueillir', {
        campagneId,
        salarieId: salarie.id,
        recueilliLe: recueilliLe!,
        besoins: besoins.map(({ id, theme, libelle, origine, organisation, priorite, souhaiteLe }) => ({
          id,
          theme,
          libelle,
          origine,
          organisationId: organisation?.id ?? null,
          priorite,
          souhaiteLe,
        })),
      }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

async function sansBesoin(campagneId: string, { salarie }: PersonneCampagne) {
  try {
    await appeler('formation.recueillir', {
      campagneId,
      salarieId: salarie.id,
      recueilliLe: dateLocale(new Date()),
      besoins: [],
    });
    annoncerAnnulable(`${nomComplet(salarie)} : aucun besoin cette année.`, () =>
      appeler('formation.oublierRecueil', { campagneId, salarieId: salarie.id }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function Rangee(props: {
  personne: PersonneCampagne;
  ouverte: boolean;
  saisir: () => void;
  campagneId: string;
}) {
  const { personne, ouverte, saisir, campagneId } = props;
  const { salarie, recueilliLe, besoins, connus } = personne;
  const theme = useListe('themes_formation').libelle;
  const support = useListe('supports').libelle;
  const nom = nomComplet(salarie);
  return (
    <tr>
      <td>
        <Link to={`/salaries/${salarie.id}`}>
          {salarie.nom} {salarie.prenom}
        </Link>
        {salarie.encadrant ? <small className={styles.sous}>{salarie.encadrant}</small> : null}
      </td>
      <td>{salarie.support ? support(salarie.support) : ''}</td>
      <td>{formaterDate(salarie.finContrat)}</td>
      <td>
        {besoins.length > 0 ? (
          <ul className={styles.besoins}>
            {besoins.map((besoin) => (
              <li key={besoin.id}>{[theme(besoin.theme), besoin.libelle].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        ) : recueilliLe ? (
          <span className={styles.second}>Aucun besoin</span>
        ) : connus.length > 0 ? (
          <span className={styles.second}>
            {accorder(connus.length, 'besoin déjà connu', 'besoins déjà connus')}
          </span>
        ) : null}
      </td>
      <td>
        {recueilliLe ? <Pilule ton="vert">{formaterDate(recueilliLe)}</Pilule> : <Pilule>À voir</Pilule>}
      </td>
      <td>
        {ouverte ? (
          <div className={styles.gestes}>
            <Button
              size="xs"
              variant={recueilliLe ? 'default' : 'light'}
              onClick={saisir}
              aria-label={`${recueilliLe ? 'Revoir' : 'Saisir'} la feuille de ${nom}`}
            >
              {recueilliLe ? 'Revoir' : 'Saisir'}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size={30} aria-label={`Autres actions : ${nom}`}>
                  <IconDots size={17} stroke={1.6} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {recueilliLe ? (
                  <Menu.Item
                    leftSection={<IconRotate size={16} stroke={1.6} />}
                    onClick={() => void oublier(campagneId, personne)}
                  >
                    Remettre à voir
                  </Menu.Item>
                ) : (
                  <Menu.Item onClick={() => void sansBesoin(campagneId, personne)}>
                    Aucun besoin cette année
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </div>
        ) : null}
      </td>
    </tr>
  );
}

function Chiffres({ campagne }: { campagne: CampagneFiche }) {
  const { concernes, recueillis, sansBesoin: sans, besoins } = campagne;
  const chiffres = [
    ['Personnes concernées', String(concernes), 'sous contrat pendant la campagne'],
    ['Interrogées', String(recueillis), `${formaterTaux(recueillis, concernes)} des personnes concernées`],
    ['Sans besoin', String(sans), `sur ${accorder(recueillis, 'réponse')}`],
    ['Besoins recueillis', String(besoins), ''],
  ] as const;
  return (
    <dl className={styles.chiffres}>
      {chiffres.map(([nom, valeur, suite]) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>
            <strong>{valeur}</strong>
            {suite ? <span>{insecables(suite)}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A yearly survey: who was asked, who needs nothing, who is left, and the sheet of each. */
export function EcranCampagne() {
  const { id = '' } = useParams();
  const { data: campagne, error } = useLecture('formation.campagne', { id });
  const [adresse, changerAdresse] = useAdresse();
  const [saisie, setSaisie] = useState<string | null>(null);
  if (error)
    return <FicheAbsente erreur={error} liste={{ label: 'Voir les besoins', vers: '/formation/besoins' }} />;
  if (!campagne) return null;
  const ouverte = campagne.closeLe === null;
  const vue: Vue =
    VUES.find(({ value }) => value === adresse.get('vue'))?.value ?? (ouverte ? 'a_voir' : 'tous');
  const montrees = campagne.personnes.filter(
    ({ recueilliLe }) => vue === 'tous' || (recueilliLe === null) === (vue === 'a_voir'),
  );
  const personne = campagne.personnes.find(({ salarie }) => salarie.id === saisie);
  /** Among those left, the one after whose sheet was just saved; back to the first past the end. */
  function suivante() {
    const aVoir = campagne!.personnes.filter(
      ({ salarie, recueilliLe }) => recueilliLe === null || salarie.id === saisie,
    );
    const rang = aVoir.findIndex(({ salarie }) => salarie.id === saisie);
    setSaisie(personne?.recueilliLe === null ? (aVoir[rang + 1]?.salarie.id ?? null) : null);
  }
  return (
    <>
      <TetePage
        titre={`Campagne ${campagne.annee}`}
        fil={[
          { label: 'Formation', vers: '/formation' },
          { label: 'Besoins', vers: '/formation/besoins' },
        ]}
        sous={insecables(
          `Ouverte le ${formaterDate(campagne.ouverteLe)}${campagne.echeance ? `, à rendre avant le ${formaterDate(campagne.echeance)}` : ''}`,
        )}
        pilules={
          campagne.closeLe ? (
            <Pilule ton="neutre">Close le {formaterDate(campagne.closeLe)}</Pilule>
          ) : undefined
        }
        actions={<Actions campagne={campagne} />}
      />
      <Chiffres campagne={campagne} />
      {campagne.note ? <p className={styles.note}>{campagne.note}</p> : null}
      <div className={styles.outils}>
        <SegmentedControl
          aria-label="Qui montrer"
          data={[...VUES]}
          value={vue}
          onChange={(choix) =>
            changerAdresse((actuelle) => {
              const apres = new URLSearchParams(actuelle);
              apres.set('vue', choix);
              return apres;
            })
          }
        />
        {campagne.besoins > 0 ? (
          <>
            <Link to={adresseBesoins({ campagneId: id, vue: 'tous' })}>Voir ses besoins</Link>
            <Link to={adresseBesoins({ campagneId: id, par: 'themes' })}>Les grouper par thème</Link>
          </>
        ) : null}
      </div>
      {montrees.length > 0 ? (
        <Tableau
          label="Personnes de la campagne"
          entetes={
            <>
              <Colonne largeur="24%">Personne</Colonne>
              <Colonne largeur="15%">Support</Colonne>
              <Colonne largeur={130}>Fin du contrat</Colonne>
              <Colonne>Besoins</Colonne>
              <Colonne largeur={130}>Recueilli</Colonne>
              <Colonne largeur={142}>
                <span className={styles.cache}>Actions</span>
              </Colonne>
            </>
          }
        >
          {montrees.map((une) => (
            <Rangee
              key={une.salarie.id}
              personne={une}
              ouverte={ouverte}
              campagneId={id}
              saisir={() => setSaisie(une.salarie.id)}
            />
          ))}
        </Tableau>
      ) : (
        <Carte sansMarge>
          <EtatVide
            titre={
              campagne.concernes === 0
                ? 'Personne n’est sous contrat pendant cette campagne'
                : vue === 'a_voir'
                  ? 'Tout le monde a répondu'
                  : 'Personne n’a encore répondu'
            }
          >
            {campagne.concernes === 0
              ? 'Chaque salarié dont le contrat court après l’ouverture est à interroger : créez sa fiche et son contrat.'
              : vue === 'a_voir'
                ? 'Reste à grouper les besoins par thème et à ouvrir les sessions qui y répondent.'
                : 'Ceux que vous interrogez viennent ici : commencez par une personne « à voir », sa feuille se saisit d’un coup.'}
          </EtatVide>
        </Carte>
      )}
      {personne ? (
        <FenetreFeuille
          key={personne.salarie.id}
          campagne={campagne}
          personne={personne}
          fermer={() => setSaisie(null)}
          suite={suivante}
        />
      ) : null}
    </>
  );
}

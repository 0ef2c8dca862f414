import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconDots,
  IconFileAnalytics,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { etatConvention, LIBELLES_ETAT_CONVENTION } from '../../shared/conventions/etat.ts';
import { anneesDe, anneeUtile, prochaineEcheance } from '../../shared/conventions/regles.ts';
import type {
  AnnexeLue,
  ConventionFiche,
  EcheanceLue,
  ObjectifLu,
  VersementLu,
} from '../../shared/conventions/schema.ts';
import { formaterDate } from '../../shared/format.ts';
import { GENRES_CONVENTION } from '../../shared/nomenclatures/bilans.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useAdresse } from '../app/adresse.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { useDetail } from '../bilans/chiffres/detail.ts';
import { TiroirChiffre } from '../bilans/tiroir/tiroir.tsx';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage, type Ton } from '../components/page.tsx';
import type { Porteur } from '../sollicitations/pieces.ts';
import { Pieces } from '../sollicitations/pieces.tsx';
import { ARegarder } from './a-regarder.tsx';
import { adresseBilan, adresseConvention, CONVENTIONS, FIL } from './adresses.ts';
import { Annexes } from './annexes.tsx';
import { Argent } from './argent.tsx';
import { BilansConvention } from './bilans-convention.tsx';
import styles from './conventions.module.css';
import { Echeances, ProchaineEcheance } from './echeances.tsx';
import { FenetreAnnexe, FenetreEcheance, FenetreObjectif, FenetreVersement } from './fenetres.tsx';
import { archiver, restaurer } from './gestes.ts';
import { Objectifs, periodeAnnee } from './objectifs.tsx';

type Fenetre =
  | { genre: 'annexe'; annexe: AnnexeLue | null }
  | { genre: 'versement'; versement: VersementLu | null }
  | { genre: 'echeance'; echeance: EcheanceLue | null }
  | { genre: 'objectif'; objectif: ObjectifLu | null };

const TONS: Record<ReturnType<typeof etatConvention>, Ton> = {
  a_venir: 'neutre',
  en_cours: 'vert',
  finie: 'neutre',
  archivee: 'ambre',
};

const porteurConvention = (conventionId: string): Porteur => ({
  joindre: (fichier) => appeler('conventions.attach', { conventionId, ...fichier }),
  ouvrir: (id) => appeler('conventions.openAttachment', { id }),
  retirer: (id) => appeler('conventions.archivePartie', { partie: 'piece', ids: [id] }),
  rendre: (id) => appeler('conventions.restorePartie', { partie: 'piece', ids: [id] }),
});

function Pilules({ convention }: { convention: ConventionFiche }) {
  const { genre, numero, organisation } = convention;
  const etat = etatConvention(convention, useJour());
  return (
    <>
      <Pilule ton={TONS[etat]}>{LIBELLES_ETAT_CONVENTION[etat]}</Pilule>
      <Pilule ton="accent">{label(GENRES_CONVENTION, genre)}</Pilule>
      {organisation ? (
        <Pilule>
          <Link className={styles.lienPilule} to={`/reseau/${organisation.id}`}>
            {organisation.nom}
          </Link>
        </Pilule>
      ) : null}
      {numero ? <Pilule>n° {numero}</Pilule> : null}
    </>
  );
}

/** The State's conventions have annexes, and those of whoever wants one. */
const aDesAnnexes = ({ genre, annexes }: ConventionFiche): boolean => genre === 'ddets' || annexes.length > 0;

function Actions(props: { convention: ConventionFiche; annee: number; ajouterAnnexe: () => void }) {
  const { convention, annee, ajouterAnnexe } = props;
  const { id, intitule, archivedAt } = convention;
  if (archivedAt !== null)
    return (
      <Button
        leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
        onClick={() => void restaurer(id, intitule)}
      >
        Restaurer
      </Button>
    );
  // The bilan that is due has its own button, which stands first.
  const due = prochaineEcheance(convention.echeances);
  return (
    <>
      <Button
        component={Link}
        to={adresseBilan(convention, periodeAnnee(convention, annee))}
        variant={due?.debut ? 'default' : 'filled'}
        leftSection={<IconFileAnalytics size={17} stroke={1.6} />}
      >
        Bilan {annee}
      </Button>
      <Button
        component={Link}
        to={`${adresseConvention(id)}/modifier`}
        variant="default"
        leftSection={<IconPencil size={16} stroke={1.6} />}
      >
        Modifier
      </Button>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions">
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {aDesAnnexes(convention) ? null : (
            <Menu.Item leftSection={<IconPlus size={16} stroke={1.6} />} onClick={ajouterAnnexe}>
              Ajouter une annexe
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => void archiver(id, intitule)}
          >
            Archiver
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** One convention: what is due first, what it aims at beside what is done, the money, the papers. */
export function EcranConvention() {
  const { id = '' } = useParams();
  const today = useJour();
  const { data: convention, error } = useLecture('conventions.get', { id });
  const [adresse, changerAdresse] = useAdresse();
  const { detail, ouvrir: ouvrirLignes, changer, fermer: fermerLignes } = useDetail();
  const [fenetre, ouvrir] = useState<Fenetre | null>(null);
  if (error) return <FicheAbsente erreur={error} liste={{ ...CONVENTIONS, label: 'Voir les conventions' }} />;
  if (!convention) return null;
  const choisie = Number(adresse.get('annee'));
  const utile = anneeUtile(convention, today);
  const annee = anneesDe(convention).includes(choisie) ? choisie : utile;
  const fermer = () => ouvrir(null);
  const commun = { convention, fermer };
  const { debut, fin, note, pieces, avertissements } = convention;
  return (
    <>
      <TetePage
        titre={convention.intitule}
        fil={FIL}
        sous={`du ${formaterDate(debut)} au ${formaterDate(fin)}`}
        pilules={<Pilules convention={convention} />}
        actions={
          <Actions
            convention={convention}
            annee={annee}
            ajouterAnnexe={() => ouvrir({ genre: 'annexe', annexe: null })}
          />
        }
      />
      <ProchaineEcheance convention={convention} />
      <div className={styles.fiche}>
        <div className={styles.colonne}>
          <Objectifs
            convention={convention}
            annee={annee}
            changerAnnee={(voulue) =>
              changerAdresse((actuelle) => {
                if (voulue === utile) actuelle.delete('annee');
                else actuelle.set('annee', String(voulue));
                return actuelle;
              })
            }
            ouvrirLignes={ouvrirLignes}
            ajouter={() => ouvrir({ genre: 'objectif', objectif: null })}
            modifier={(objectif) => ouvrir({ genre: 'objectif', objectif })}
          />
          <Argent
            convention={convention}
            noter={() => ouvrir({ genre: 'versement', versement: null })}
            corriger={(versement) => ouvrir({ genre: 'versement', versement })}
          />
          {aDesAnnexes(convention) ? (
            <Annexes
              convention={convention}
              ajouter={() => ouvrir({ genre: 'annexe', annexe: null })}
              modifier={(annexe) => ouvrir({ genre: 'annexe', annexe })}
            />
          ) : null}
        </div>
        <div className={styles.colonne}>
          <Echeances
            convention={convention}
            ajouter={() => ouvrir({ genre: 'echeance', echeance: null })}
            modifier={(echeance) => ouvrir({ genre: 'echeance', echeance })}
          />
          <BilansConvention conventionId={id} />
          <ARegarder avertissements={avertissements} />
          <Carte titre="Fichiers">
            <Pieces porteur={porteurConvention(id)} pieces={pieces} ajout />
          </Carte>
          {note ? (
            <Carte titre="Note">
              <p className={styles.note}>{note}</p>
            </Carte>
          ) : null}
        </div>
      </div>
      <TiroirChiffre
        detail={detail}
        periode={periodeAnnee(convention, annee)}
        filtres={[]}
        conventionId={id}
        changer={changer}
        fermer={fermerLignes}
      />
      {fenetre?.genre === 'annexe' ? <FenetreAnnexe {...commun} annexe={fenetre.annexe} /> : null}
      {fenetre?.genre === 'versement' ? <FenetreVersement {...commun} versement={fenetre.versement} /> : null}
      {fenetre?.genre === 'echeance' ? <FenetreEcheance {...commun} echeance={fenetre.echeance} /> : null}
      {fenetre?.genre === 'objectif' ? (
        <FenetreObjectif {...commun} annee={annee} objectif={fenetre.objectif} />
      ) : null}
    </>
  );
}

import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import {
  IconArchive,
  IconCheck,
  IconDots,
  IconPencil,
  IconRestore,
  IconRotate,
  IconSchool,
  IconThumbUp,
  IconX,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { accorder, formaterDate } from '../../../shared/format.ts';
import type { BesoinLigne } from '../../../shared/formation/besoins.ts';
import { ORIGINES_BESOIN } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { adresseOuvrir, EtatBesoin, Priorite } from './apparence.tsx';
import styles from './besoins.module.css';
import type { Changer, FiltresEcran } from './filtres.ts';
import { archiver, decider, estACouvrir, restaurer } from './gestes.ts';

interface Gestes {
  modifier: (besoin: BesoinLigne) => void;
  ecarter: (ids: string[]) => void;
}

function Actions({ besoin, nom, modifier, ecarter }: { besoin: BesoinLigne; nom: string } & Gestes) {
  const ids = [besoin.id];
  const icone = { size: 16, stroke: 1.6 };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={`Actions : ${nom}`}>
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {besoin.archivedAt !== null ? (
          <Menu.Item leftSection={<IconRestore {...icone} />} onClick={() => void restaurer(ids)}>
            Remettre dans la liste
          </Menu.Item>
        ) : (
          <>
            <Menu.Item leftSection={<IconPencil {...icone} />} onClick={() => modifier(besoin)}>
              Modifier
            </Menu.Item>
            {besoin.statut === 'recueilli' ? (
              <Menu.Item leftSection={<IconThumbUp {...icone} />} onClick={() => void decider(ids, 'retenu')}>
                Retenir
              </Menu.Item>
            ) : null}
            {estACouvrir(besoin) ? (
              <>
                <Menu.Item
                  leftSection={<IconSchool {...icone} />}
                  component={Link}
                  to={adresseOuvrir(ids, besoin.theme)}
                >
                  Ouvrir une session
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconCheck {...icone} />}
                  onClick={() => void decider(ids, 'satisfait')}
                >
                  Déjà satisfait
                </Menu.Item>
                <Menu.Item leftSection={<IconX {...icone} />} onClick={() => ecarter(ids)}>
                  Écarter…
                </Menu.Item>
              </>
            ) : null}
            {besoin.statut === 'ecarte' || (besoin.statut === 'satisfait' && besoin.formes === 0) ? (
              <Menu.Item
                leftSection={<IconRotate {...icone} />}
                onClick={() => void decider(ids, 'recueilli')}
              >
                Remettre à décider
              </Menu.Item>
            ) : null}
            <Menu.Item leftSection={<IconArchive {...icone} />} onClick={() => void archiver(ids)}>
              Archiver
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whose need: a person with the end of their contract, or a support and how many people. */
export function PourQui({ besoin }: { besoin: BesoinLigne }) {
  const support = useListe('supports').libelle;
  const { salarie } = besoin;
  if (salarie === null)
    return (
      <>
        {support(besoin.support)}
        <small className={styles.sous}>{accorder(besoin.effectif, 'personne')}</small>
      </>
    );
  const details = [
    salarie.support && support(salarie.support),
    salarie.finContrat && `fin\u00a0le\u00a0${formaterDate(salarie.finContrat)}`,
  ].filter(Boolean);
  return (
    <>
      <Link to={`/salaries/${salarie.id}`}>
        {salarie.nom} {salarie.prenom}
      </Link>
      {details.length > 0 ? <small className={styles.sous}>{details.join(' · ')}</small> : null}
    </>
  );
}

/** Needs one by one, several of which can be decided together. */
export function TableBesoins(
  props: {
    lignes: readonly BesoinLigne[];
    filtres: FiltresEcran;
    changer: Changer;
    choisis: ReadonlySet<string>;
    choisir: (ids: ReadonlySet<string>) => void;
  } & Gestes,
) {
  const { lignes, filtres, changer, choisis, choisir } = props;
  const theme = useListe('themes_formation').libelle;
  const support = useListe('supports').libelle;
  const tri = (colonne: FiltresEcran['tri']) => ({
    tri: filtres.tri === colonne ? filtres.sens : null,
    surTri: () =>
      changer({ tri: colonne, sens: filtres.tri === colonne && filtres.sens === 'asc' ? 'desc' : 'asc' }),
  });
  const tous = lignes.length > 0 && lignes.every(({ id }) => choisis.has(id));
  const basculer = (id: string) => {
    const apres = new Set(choisis);
    if (!apres.delete(id)) apres.add(id);
    choisir(apres);
  };
  return (
    <Tableau
      label="Besoins de formation"
      entetes={
        <>
          <Colonne largeur={40}>
            <Checkbox
              aria-label="Tout choisir"
              checked={tous}
              indeterminate={!tous && choisis.size > 0}
              onChange={() => choisir(new Set(tous ? [] : lignes.map(({ id }) => id)))}
            />
          </Colonne>
          <Colonne largeur="27%" {...tri('theme')}>
            Besoin
          </Colonne>
          <Colonne largeur="21%" {...tri('personne')}>
            Pour
          </Colonne>
          <Colonne largeur="15%">Origine</Colonne>
          <Colonne largeur={110} {...tri('priorite')}>
            Priorité
          </Colonne>
          <Colonne largeur={118} {...tri('souhaite')}>
            Souhaité
          </Colonne>
          <Colonne largeur={150}>État</Colonne>
          <Colonne largeur={52}>
            <span className={styles.cache}>Actions</span>
          </Colonne>
        </>
      }
    >
      {lignes.map((besoin) => {
        const nom = `${theme(besoin.theme)}, ${besoin.salarie ? nomComplet(besoin.salarie) : support(besoin.support)}`;
        return (
          <tr key={besoin.id}>
            <td>
              <Checkbox
                aria-label={`Choisir : ${nom}`}
                checked={choisis.has(besoin.id)}
                onChange={() => basculer(besoin.id)}
              />
            </td>
            <td>
              <span className={styles.theme}>{theme(besoin.theme)}</span>
              {besoin.libelle ? <small className={styles.sous}>{besoin.libelle}</small> : null}
            </td>
            <td>
              <PourQui besoin={besoin} />
            </td>
            <td>
              {label(ORIGINES_BESOIN, besoin.origine)}
              {besoin.organisation ? (
                <Link to={`/reseau/${besoin.organisation.id}`} className={styles.sous}>
                  {besoin.organisation.nom}
                </Link>
              ) : null}
            </td>
            <td>
              <Priorite code={besoin.priorite} />
            </td>
            <td className={styles.insecable}>{formaterDate(besoin.souhaiteLe)}</td>
            <td>
              <EtatBesoin besoin={besoin} />
            </td>
            <td>
              <Actions besoin={besoin} nom={nom} modifier={props.modifier} ecarter={props.ecarter} />
            </td>
          </tr>
        );
      })}
    </Tableau>
  );
}

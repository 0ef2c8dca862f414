import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconArchive, IconDots, IconPencil, IconPlus, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Temoignage } from '../../../shared/bilans/temoignages.ts';
import { formaterDate } from '../../../shared/format.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useDemande } from '../../app/demande.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { Carte, EtatVide, Pilule, TetePage } from '../../components/page.tsx';
import { OngletsBilans } from '../onglets.tsx';
import { FenetreTemoignage } from './fenetre-temoignage.tsx';
import styles from './temoignages.module.css';

async function archiver({ id }: Temoignage) {
  try {
    await appeler('bilans.archiveTemoignage', { id });
    annoncerAnnulable('Le témoignage est archivé : plus aucun bilan à venir ne le cite.', () =>
      appeler('bilans.restoreTemoignage', { id }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function Actions({ temoignage, modifier }: { temoignage: Temoignage; modifier: () => void }) {
  const nom = temoignage.signature;
  if (temoignage.archivedAt !== null)
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRestore size={15} stroke={1.6} />}
        aria-label={`Remettre dans la liste : ${nom}`}
        onClick={() => void appeler('bilans.restoreTemoignage', { id: temoignage.id }).catch(annoncerRefus)}
      >
        Remettre dans la liste
      </Button>
    );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Actions : ${nom}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={modifier}>
          Modifier
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArchive size={16} stroke={1.6} />}
          onClick={() => void archiver(temoignage)}
        >
          Archiver
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function UnTemoignage({ temoignage, modifier }: { temoignage: Temoignage; modifier: () => void }) {
  const { texte, signature, date, accord, salarie, organisation } = temoignage;
  return (
    <li className={styles.temoignage}>
      <blockquote className={styles.texte}>{texte}</blockquote>
      <div className={styles.pied}>
        <div className={styles.qui}>
          <strong>{signature}</strong>
          <span className={styles.second}>
            Recueilli le {formaterDate(date)}
            {salarie ? (
              <>
                {' · '}
                <Link to={`/salaries/${salarie.id}`}>{salarie.nom}</Link>
              </>
            ) : null}
            {organisation ? (
              <>
                {' · '}
                <Link to={`/reseau/${organisation.id}`}>{organisation.nom}</Link>
              </>
            ) : null}
          </span>
        </div>
        <Pilule ton={accord ? 'vert' : 'ambre'}>{accord ? 'Accord écrit' : 'Sans accord : pas cité'}</Pilule>
        <Actions temoignage={temoignage} modifier={modifier} />
      </div>
    </li>
  );
}

/** Words kept from year to year; a bilan quotes those whose author agreed in writing. */
export function EcranTemoignages() {
  const [adresse, changer] = useAdresse();
  const archives = adresse.has('archives');
  const { data } = useLecture('bilans.temoignages', { archives }, { garderPrecedent: true });
  const [demande, ouvrir] = useDemande('temoignage');
  const [modifie, modifier] = useState<Temoignage | null>(null);
  const ajouter = (
    <Button leftSection={<IconPlus size={17} stroke={1.8} />} onClick={() => ouvrir('nouveau')}>
      Ajouter un témoignage
    </Button>
  );
  return (
    <>
      <TetePage
        titre="Témoignages"
        fil={[{ label: 'Bilans', vers: '/bilans' }]}
        sous="Ce que disent les salariés, les tuteurs et les employeurs"
        actions={data && (data.length > 0 || archives) ? ajouter : null}
      />
      <OngletsBilans />
      <div className={styles.page}>
        {data && (data.length > 0 || archives) ? (
          <SegmentedControl
            className={styles.choix}
            aria-label="Témoignages montrés"
            data={[
              { value: 'actifs', label: 'À citer' },
              { value: 'archives', label: 'Archivés' },
            ]}
            value={archives ? 'archives' : 'actifs'}
            onChange={(choix) =>
              changer((actuelle) => {
                if (choix === 'archives') actuelle.set('archives', '1');
                else actuelle.delete('archives');
                return actuelle;
              })
            }
          />
        ) : null}
        {data?.length === 0 ? (
          <Carte sansMarge>
            {archives ? (
              <EtatVide titre="Aucun témoignage archivé">
                Un témoignage archivé vient ici : il n’est plus proposé, et ne se perd pas.
              </EtatVide>
            ) : (
              <EtatVide titre="Aucun témoignage pour l’instant" actions={ajouter}>
                Une phrase d’un salarié, d’un tuteur ou d’un employeur dit souvent ce qu’un chiffre ne dit
                pas. Gardez-la ici, avec l’accord écrit de la personne : vos bilans pourront la citer.
              </EtatVide>
            )}
          </Carte>
        ) : null}
        {data && data.length > 0 ? (
          <ul className={styles.liste} aria-label="Témoignages">
            {data.map((temoignage) => (
              <UnTemoignage
                key={temoignage.id}
                temoignage={temoignage}
                modifier={() => modifier(temoignage)}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {demande === 'nouveau' ? <FenetreTemoignage temoignage={null} fermer={() => ouvrir(null)} /> : null}
      {modifie ? <FenetreTemoignage temoignage={modifie} fermer={() => modifier(null)} /> : null}
    </>
  );
}

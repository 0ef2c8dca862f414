import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import type { CampagneResume } from '../../../shared/formation/besoins.ts';
import { useLecture } from '../../app/operations.ts';
import styles from './besoins.module.css';
import { FenetreOuvrirCampagne } from './fenetre-campagne.tsx';

const adresseDe = ({ id }: CampagneResume) => `/formation/besoins/campagnes/${id}`;

function direReste({ concernes, recueillis, closeLe, echeance }: CampagneResume): string {
  const reste = concernes - recueillis;
  return insecables(
    [
      `${recueillis} sur ${accorder(concernes, 'personne interrogée', 'personnes interrogées')}`,
      closeLe
        ? `close le ${formaterDate(closeLe)}`
        : reste === 0
          ? 'tout le monde a répondu'
          : `${accorder(reste, 'personne')} à voir${echeance ? ` avant le ${formaterDate(echeance)}` : ''}`,
    ].join(' · '),
  );
}

/** The survey of the year on one line: how far it is, and the way to it; the earlier ones behind a menu. */
export function CarteCampagne() {
  const { data } = useLecture('formation.campagnes', {});
  const [ouvrir, setOuvrir] = useState(false);
  const naviguer = useNavigate();
  if (!data) return null;
  const [derniere, ...autres] = data;
  return (
    <section className={styles.campagne} aria-label="Campagne de recueil">
      <IconClipboardList size={20} stroke={1.6} aria-hidden />
      {derniere ? (
        <p>
          <Link to={adresseDe(derniere)}>Campagne {derniere.annee}</Link>{' '}
          <span className={styles.second}>{direReste(derniere)}</span>
        </p>
      ) : (
        <p className={styles.second}>
          Une fois par an, interrogez toute l’équipe : une feuille par personne, imprimée ou saisie ici.
        </p>
      )}
      {autres.length > 0 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="subtle" rightSection={<IconChevronDown size={14} stroke={1.8} />}>
              Campagnes passées
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {autres.map((campagne) => (
              <Menu.Item key={campagne.id} component={Link} to={adresseDe(campagne)}>
                {campagne.annee} · {accorder(campagne.besoins, 'besoin')}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {derniere && derniere.closeLe === null ? (
        <Button size="xs" variant="default" onClick={() => naviguer(adresseDe(derniere))}>
          Continuer le recueil
        </Button>
      ) : (
        <Button size="xs" variant="default" onClick={() => setOuvrir(true)}>
          Ouvrir une campagne
        </Button>
      )}
      {ouvrir ? (
        <FenetreOuvrirCampagne
          fermer={() => setOuvrir(false)}
          ouverte={(id) => naviguer(`/formation/besoins/campagnes/${id}`)}
        />
      ) : null}
    </section>
  );
}

import { ActionIcon, Button, Checkbox, Modal } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formaterDate } from '../../../shared/format.ts';
import { useAction, useLecture } from '../../app/operations.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { Carte, EtatVide } from '../../components/page.tsx';
import styles from './page.module.css';

/** Words of people quoted in the bilan, in order: only those whose author agreed in writing. */
export function Temoignages({ id, choisis }: { id: string; choisis: readonly string[] }) {
  const { data } = useLecture('bilans.temoignages', {});
  const enregistrer = useAction('bilans.enregistrer');
  const [choisir, setChoisir] = useState(false);
  const citables = (data ?? []).filter(({ accord }) => accord);
  const cites = choisis.flatMap((choisi) => citables.find((temoignage) => temoignage.id === choisi) ?? []);
  const changer = (temoignages: readonly string[]) =>
    void enregistrer.mutateAsync({ id, temoignages: [...temoignages] }).catch(annoncerRefus);
  return (
    <Carte
      titre="Témoignages"
      suite={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} stroke={1.8} />}
          onClick={() => setChoisir(true)}
        >
          Citer
        </Button>
      }
    >
      {cites.length === 0 ? (
        <p className={styles.vide}>Ce que les personnes et les employeurs en disent, avec leur accord.</p>
      ) : (
        <ul className={styles.temoignages}>
          {cites.map(({ id: cite, texte, signature }) => (
            <li key={cite}>
              <blockquote>«&nbsp;{texte}&nbsp;»</blockquote>
              <span>{signature}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={`Ne plus citer : ${signature}`}
                onClick={() => changer(choisis.filter((autre) => autre !== cite))}
              >
                <IconX size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Modal opened={choisir} onClose={() => setChoisir(false)} size={620} title="Citer des témoignages">
        {citables.length === 0 ? (
          <EtatVide
            titre="Aucun témoignage à citer"
            actions={
              <Button component={Link} to="/bilans/temoignages">
                Noter un témoignage
              </Button>
            }
          >
            Seuls ceux dont l’auteur a donné son accord par écrit sont proposés ici.
          </EtatVide>
        ) : (
          <>
            <ul className={styles.choix}>
              {citables.map(({ id: cite, texte, signature, date }) => (
                <li key={cite}>
                  <Checkbox
                    checked={choisis.includes(cite)}
                    label={`${signature}, ${formaterDate(date)}`}
                    description={texte}
                    onChange={({ currentTarget }) =>
                      changer(
                        currentTarget.checked
                          ? [...choisis, cite]
                          : choisis.filter((autre) => autre !== cite),
                      )
                    }
                  />
                </li>
              ))}
            </ul>
            <Link to="/bilans/temoignages">Tous les témoignages</Link>
          </>
        )}
      </Modal>
    </Carte>
  );
}

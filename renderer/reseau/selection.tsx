import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconFlag, IconMailbox, IconUserShare, IconX } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { accorder, formaterNombre } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import { type ListeFiltres, SELECTION_MAX } from '../../shared/reseau/liste.ts';
import { appeler, lire, useLecture } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { changerEnVrac } from './changer-en-vrac.ts';
import { LignesStade } from './choix-stade.tsx';
import styles from './selection.module.css';

export interface Selection {
  ids: ReadonlySet<string>;
  /** Takes or leaves a line; `etendre` does the same to every line since the last one. */
  basculer: (id: string, rang: number, etendre: boolean) => void;
  toutPrendre: () => Promise<void>;
  vider: () => void;
}

/** The chosen lines. They stay chosen while the filters change: one may pick here and there. */
export function useSelection(filtres: ListeFiltres): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const dernier = useRef<number | null>(null);
  const basculer = (id: string, rang: number, etendre: boolean) => {
    const prendre = !ids.has(id);
    const depuis = etendre ? dernier.current : null;
    dernier.current = rang;
    const appliquer = (touches: readonly string[]) =>
      setIds((avant) => {
        const apres = new Set(avant);
        for (const touche of touches) prendre ? apres.add(touche) : apres.delete(touche);
        return apres;
      });
    if (depuis === null) return appliquer([id]);
    // Lines out of sight are not read: their numbers are asked for.
    lire('reseau.listIds', filtres).then(
      ({ ids: tous }) => appliquer([...tous.slice(Math.min(depuis, rang), Math.max(depuis, rang) + 1), id]),
      annoncerRefus,
    );
  };
  async function toutPrendre() {
    const { ids: tous, total } = await appeler('reseau.listIds', filtres);
    setIds(new Set(tous));
    if (total > tous.length)
      notifications.show({
        message: `Les ${formaterNombre(tous.length)} premières sont choisies : c’est le plus qu’on puisse changer en une fois.`,
      });
  }
  const vider = useCallback(() => {
    dernier.current = null;
    setIds(new Set());
  }, []);
  return { ids, basculer, toutPrendre, vider };
}

function ConfierA({ confier }: { confier: (membreId: string | null, nom: string) => void }) {
  const { data } = useLecture('parametres.get', {});
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconUserShare size={16} stroke={1.6} />}>
          Confier à…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {data?.membres.map(({ id, prenom, nom }) => (
          <Menu.Item key={id} onClick={() => confier(id, `${prenom} ${nom}`.trim())}>
            {`${prenom} ${nom}`.trim()}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => confier(null, 'personne')}>Personne</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const organisations = (nombre: number) => accorder(nombre, 'organisation');

/** What can be done with the chosen lines. */
export function BarreSelection({
  selection,
  total,
  filtres,
}: {
  selection: Selection;
  total: number | null;
  filtres: ListeFiltres;
}) {
  const naviguer = useNavigate();
  if (selection.ids.size === 0) return null;
  const ids = [...selection.ids];
  const trop = ids.length > SELECTION_MAX;
  return (
    <section className={styles.barre} aria-label="Organisations choisies">
      <strong role="status">{accorder(ids.length, 'choisie')}</strong>
      {total !== null && total > ids.length ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => selection.toutPrendre().catch(annoncerRefus)}
        >
          Tout sélectionner ({formaterNombre(total)})
        </Button>
      ) : null}
      <span className={styles.ecart} />
      <Button
        variant="default"
        size="xs"
        disabled={trop}
        leftSection={<IconMailbox size={16} stroke={1.6} />}
        onClick={() => naviguer('/reseau/publipostage', { state: { organisationIds: ids } })}
      >
        Leur écrire
      </Button>
      <ConfierA
        confier={(referentId, nom) =>
          void changerEnVrac(
            { ids, referentId },
            (nombre) =>
              `${organisations(nombre)} ${nombre > 1 ? 'confiées' : 'confiée'} à ${nom === 'personne' ? 'personne' : nom}.`,
          )
        }
      />
      <Menu position="top-start" width={200}>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconFlag size={16} stroke={1.6} />}>
            Changer de stade
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <LignesStade
            choisir={(stade) =>
              void changerEnVrac(
                { ids, stade },
                (nombre) =>
                  `${organisations(nombre)} ${nombre > 1 ? 'passées' : 'passée'} à « ${label(STADES, stade)} ».`,
              )
            }
          />
        </Menu.Dropdown>
      </Menu>
      <BoutonExporter
        operation="reseau.export"
        taille="xs"
        label="Exporter"
        // The order of the list, and not its filters: lines were perhaps chosen under others.
        entree={{ tri: filtres.tri, sens: filtres.sens, archivees: filtres.archivees, ids }}
      />
      {filtres.archivees ? (
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            void changerEnVrac(
              { ids, archive: false },
              (nombre) => `${organisations(nombre)} de retour dans le réseau.`,
            ).then((fait) => fait && selection.vider())
          }
        >
          Remettre dans le réseau
        </Button>
      ) : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArchive size={16} stroke={1.6} />}
          onClick={() =>
            void changerEnVrac(
              { ids, archive: true },
              (nombre) => `${organisations(nombre)} ${nombre > 1 ? 'archivées' : 'archivée'}.`,
            ).then((fait) => fait && selection.vider())
          }
        >
          Archiver
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label="Ne plus rien choisir"
        onClick={selection.vider}
      >
        <IconX size={17} stroke={1.7} />
      </ActionIcon>
    </section>
  );
}

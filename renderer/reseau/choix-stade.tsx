import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { codes, label } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import { changerEnVrac } from './changer-en-vrac.ts';
import styles from './choix-stade.module.css';

type Stade = (typeof STADES)['valeurs'][number]['code'];

/** Stages as lines of a menu, the present one ticked. */
export function LignesStade({ stade, choisir }: { stade?: string; choisir: (stade: Stade) => void }) {
  return codes(STADES).map((code) => (
    <Menu.Item
      key={code}
      aria-current={code === stade ? 'true' : undefined}
      leftSection={
        <IconCheck size={16} stroke={1.8} style={{ visibility: code === stade ? 'visible' : 'hidden' }} />
      }
      onClick={() => choisir(code)}
    >
      {label(STADES, code)}
    </Menu.Item>
  ));
}

/** Stage of the relation, changed in one click where it is read. */
export function ChoixStade({
  organisationId,
  nom,
  stade,
}: {
  organisationId: string;
  nom: string;
  stade: string;
}) {
  const mots = label(STADES, stade);
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <UnstyledButton className={styles.pilule} data-stade={stade} aria-label={`Stade : ${mots}. Changer`}>
          {mots}
          <IconChevronDown size={13} stroke={2} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <LignesStade
          stade={stade}
          choisir={(choisi) => {
            if (choisi !== stade)
              void changerEnVrac(
                { ids: [organisationId], stade: choisi },
                () => `${nom} : ${label(STADES, choisi)}.`,
              );
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What can be done with one line of the parcours; `nom` tells it from the others. */
export function MenuLigne(props: {
  nom: string;
  modifier: () => void;
  retirer: () => void;
  children?: ReactNode;
}) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Actions : ${props.nom}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {props.children}
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={props.modifier}>
          Modifier
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={props.retirer}>
          Retirer
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

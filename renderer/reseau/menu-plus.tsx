import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange, IconChartBar, IconDots } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EntreeDoublons } from './fusion/entree-doublons.tsx';

/** What is done with the network now and then. */
export function MenuPlus() {
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Autres actions sur le réseau" title="Plus">
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <EntreeDoublons />
        <Menu.Item
          component={Link}
          to="/reseau/secteurs"
          leftSection={<IconChartBar size={16} stroke={1.6} />}
        >
          Analyser par secteur
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/reseau/confier"
          leftSection={<IconArrowsExchange size={16} stroke={1.6} />}
        >
          Confier un portefeuille
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconFileText,
  IconMail,
  IconMailbox,
  IconMessageCircleQuestion,
} from '@tabler/icons-react';
import { Link } from 'react-router';

/** Ways to write to one organisation, as lines of a menu. */
export function EcrireA({ organisationId }: { organisationId: string }) {
  const vers = `/reseau/publipostage?organisation=${organisationId}`;
  return (
    <>
      <Menu.Item component={Link} to={vers} leftSection={<IconMailbox size={16} stroke={1.6} />}>
        Écrire une lettre
      </Menu.Item>
      <Menu.Item
        component={Link}
        to={`${vers}&moyen=courriel`}
        leftSection={<IconMail size={16} stroke={1.6} />}
      >
        Écrire un courriel
      </Menu.Item>
    </>
  );
}

/** What the network is written and answered with: mailings, their texts, the argument sheets. */
export function MenuEcrire() {
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconMailbox size={17} stroke={1.6} />}
          rightSection={<IconChevronDown size={15} stroke={1.8} />}
        >
          Écrire
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/reseau/publipostage"
          leftSection={<IconMailbox size={16} stroke={1.6} />}
        >
          Lettres et courriels
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/reseau/modeles"
          leftSection={<IconFileText size={16} stroke={1.6} />}
        >
          Modèles
        </Menu.Item>
        <Menu.Item
          component={Link}
          to="/reseau/argumentaires"
          leftSection={<IconMessageCircleQuestion size={16} stroke={1.6} />}
        >
          Argumentaire
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

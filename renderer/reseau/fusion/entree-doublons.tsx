import { Menu } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useLecture } from '../../app/operations.ts';

/** Way to the probable duplicates and past merges; counts them only where it shows, as it reads the whole network. */
export function EntreeDoublons() {
  const { data } = useLecture('reseau.doublonsProbables', {});
  const nombre = data?.total ?? 0;
  return (
    <Menu.Item
      component={Link}
      to="/reseau/doublons"
      leftSection={<IconArrowsJoin size={16} stroke={1.6} />}
      rightSection={nombre > 0 ? <span>{nombre}</span> : null}
    >
      Doublons et fusions
    </Menu.Item>
  );
}

import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { TetePage } from '../components/page.tsx';

/** In place of a screen that failed to load or to draw: nothing technical, and two ways on. */
export function EcranPanne() {
  return (
    <div role="alert">
      <TetePage
        titre="Cet écran n’a pas pu s’ouvrir"
        sous="Ce que vous avez enregistré est à sa place. Si cela se répète, fermez Passerelle et rouvrez-la."
      />
      <Group>
        <Button onClick={() => window.location.reload()}>Réessayer</Button>
        <Button component={Link} to="/" variant="default">
          Revenir à l’accueil
        </Button>
      </Group>
    </div>
  );
}

import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EtatVide } from '../components/page.tsx';

export function Introuvable() {
  return (
    <EtatVide
      titre="Cette page n’existe pas"
      actions={
        <Button component={Link} to="/" variant="default">
          Revenir à l’accueil
        </Button>
      }
    >
      L’adresse est peut-être ancienne. Tout ce que vous avez noté est à sa place.
    </EtatVide>
  );
}

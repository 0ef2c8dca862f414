import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ErreurOperation } from '../app/operations.ts';
import { EtatVide, TetePage } from './page.tsx';

/** In place of a sheet that cannot be shown: why, and the way back to its list. */
export function FicheAbsente(props: { erreur: ErreurOperation; liste: { label: string; vers: string } }) {
  return (
    <>
      <TetePage titre="Fiche introuvable" />
      <EtatVide
        titre={props.erreur.message}
        actions={
          <Button component={Link} to={props.liste.vers} variant="default">
            {props.liste.label}
          </Button>
        }
      />
    </>
  );
}

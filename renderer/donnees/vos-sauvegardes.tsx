import { useLecture } from '../app/operations.ts';
import { Carte, EtatVide } from '../components/page.tsx';
import { AjoutSauvegarde } from './ajout-sauvegarde.tsx';
import { ListeSauvegardes } from './liste-sauvegardes.tsx';

/** The backups, and the way to bring in one kept elsewhere. `restaurable` is false while the examples are open. */
export function VosSauvegardes(props: {
  titre: string;
  vide: string;
  restaurable: boolean;
  className?: string;
}) {
  const { data: sauvegardes } = useLecture('donnees.backups', {});
  if (!sauvegardes) return null;
  return (
    <Carte
      titre={props.titre}
      className={props.className}
      suite={props.restaurable ? <AjoutSauvegarde /> : null}
      sansMarge
    >
      {sauvegardes.length > 0 ? (
        <ListeSauvegardes sauvegardes={sauvegardes} restaurable={props.restaurable} />
      ) : (
        <EtatVide titre="Pas de sauvegarde ici">{props.vide}</EtatVide>
      )}
    </Carte>
  );
}

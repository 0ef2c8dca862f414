import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formaterMoment, LIBELLES_MOTIF } from '../../shared/donnees/regles.ts';
import type { Contenu, Sauvegarde } from '../../shared/donnees/schema.ts';
import { formaterNombre } from '../../shared/format.ts';
import { useAction, useLecture } from '../app/operations.ts';
import { Avancement } from './avancement.tsx';
import styles from './donnees.module.css';

const LIGNES: [keyof Contenu, string][] = [
  ['organisations', 'Organisations'],
  ['sollicitations', 'Échanges'],
  ['salaries', 'Salariés'],
  ['immersions', 'Immersions'],
];

/** What would change, in figures. */
function Comparaison({ sauvegarde, actuelle }: { sauvegarde: Contenu | null; actuelle: Contenu | null }) {
  if (!sauvegarde) return null;
  return (
    <table className={styles.comparaison}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visuellement-cache">Fiches</span>
          </th>
          {actuelle ? <th scope="col">En ce moment</th> : null}
          <th scope="col">Dans la sauvegarde</th>
        </tr>
      </thead>
      <tbody>
        {LIGNES.map(([cle, label]) => (
          <tr key={cle}>
            <th scope="row">{label}</th>
            {actuelle ? <td>{formaterNombre(actuelle[cle])}</td> : null}
            <td data-change={(actuelle && actuelle[cle] !== sauvegarde[cle]) || undefined}>
              {formaterNombre(sauvegarde[cle])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Says what restoring will do, what becomes of the present base, then does it. */
export function ConfirmerRestauration(props: { sauvegarde: Sauvegarde; onClose: () => void }) {
  const { id, le } = props.sauvegarde;
  const { data: comparaison } = useLecture('donnees.compare', { id });
  const restaurer = useAction('donnees.restore');
  const moment = formaterMoment(le, new Date());

  async function lancer() {
    const etat = await restaurer.mutateAsync({ id }).catch(() => null);
    if (!etat) return;
    props.onClose();
    if (etat.ouverte) notifications.show({ message: `Vos données sont telles qu’elles étaient ${moment}.` });
  }

  const fermer = () => {
    if (!restaurer.isPending) props.onClose();
  };
  return (
    <Modal opened onClose={fermer} title="Restaurer cette sauvegarde ?" centered size={480}>
      <p className={styles.texte}>
        Passerelle reprendra vos données telles qu’elles étaient <strong>{moment}</strong>. Ce qui a été saisi
        depuis n’y sera plus.
      </p>
      {comparaison ? <Comparaison {...comparaison} /> : null}
      <p className={styles.texte}>
        {comparaison?.actuelle
          ? `Rien n’est perdu : la base actuelle est gardée dans la liste, sous « ${LIBELLES_MOTIF.restauration} ». Vous pourrez y revenir.`
          : `Rien n’est supprimé : la base actuelle est gardée dans la liste, sous « ${LIBELLES_MOTIF.ecartee} ».`}
      </p>
      {restaurer.isPending ? <Avancement libelle="Restauration en cours…" /> : null}
      {restaurer.error ? (
        <p className={styles.refus} role="alert">
          {restaurer.error.message}
        </p>
      ) : null}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={fermer} disabled={restaurer.isPending} data-autofocus>
          Annuler
        </Button>
        <Button onClick={() => void lancer()} loading={restaurer.isPending}>
          Restaurer
        </Button>
      </Group>
    </Modal>
  );
}

import type { StatutInscription } from '../../../shared/formation/statuts.ts';
import { STATUTS_INSCRIPTION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { Pilule, type Ton } from '../../components/page.tsx';

const TONS: Record<StatutInscription, Ton | undefined> = {
  repere: undefined,
  positionne: undefined,
  valide: 'accent',
  entre: 'accent',
  au_bout: 'vert',
  interrompu: 'ambre',
  ecarte: 'neutre',
};

/** Where a registration stands, said as its trainee is: « Validée », « Entré ». */
export function PiluleEtape({ statut, sexe }: { statut: StatutInscription; sexe?: string }) {
  const nom = label(STATUTS_INSCRIPTION, statut);
  const accorde =
    sexe !== 'F' || statut === 'au_bout'
      ? nom
      : nom === 'Non retenu'
        ? 'Non retenue'
        : nom.replace(/(é|u)$/, '$1e');
  return <Pilule ton={TONS[statut]}>{accorde}</Pilule>;
}

import { Drawer } from '@mantine/core';
import { nomPart } from '../../shared/bilans/libelles.ts';
import { nomPeriode } from '../../shared/bilans/regles.ts';
import type { Axe, Figure, Filtre, Periode } from '../../shared/bilans/schema.ts';
import { useListe } from '../app/listes.ts';
import { choixDe, type Ouvert } from './adresse.ts';
import { LignesDetail } from './lignes-detail.tsx';

const NOMS: Record<Figure, string> = {
  organisations: 'Organisations contactées',
  jointes: 'Organisations jointes',
  nouvelles: 'Organisations contactées pour la première fois',
  echanges: 'Échanges',
  accords: 'Accords et actions réalisées',
  relances: 'Relances faites',
  immersions: 'Immersions',
  personnes: 'Personnes en immersion',
  embauches: 'Embauches',
};

/** The rows behind a figure, each leading to its sheet, all of them exportable. */
export function TiroirLignes(props: { periode: Periode; ouvert: Ouvert | null; onClose: () => void }) {
  const { periode, ouvert, onClose } = props;
  const canaux = useListe('canaux');
  const causes = useListe('causes');
  return (
    <Drawer
      opened={ouvert !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={ouvert ? titreDe(ouvert, { canal: canaux.libelle, cause: causes.libelle }) : ''}
    >
      {ouvert && (
        <LignesDetail
          operation="bilans.rows"
          sortie="bilans.exportRows"
          choix={choixDe(periode, ouvert)}
          quand={nomPeriode(periode)}
        />
      )}
    </Drawer>
  );
}

/** The lists that the structure may extend, in its own words. */
type Libelles = Partial<Record<Axe, (code: string) => string>>;

function titreDe({ figure, filtres }: Ouvert, libelles: Libelles): string {
  const dire = ({ axe, code }: Filtre) => (code && libelles[axe]?.(code)) || nomPart(axe, code);
  return [NOMS[figure], ...filtres.map(dire)].join(' · ');
}

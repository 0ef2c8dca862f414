import { SegmentedControl } from '@mantine/core';

/** As the records fill it, or to be filled by hand. */
export function ChoixVierge({ vierge, choisir }: { vierge: boolean; choisir: (vierge: boolean) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Rempli ou vierge"
      data={[
        { value: 'rempli', label: 'Rempli' },
        { value: 'vierge', label: 'Vierge' },
      ]}
      value={vierge ? 'vierge' : 'rempli'}
      onChange={(valeur) => choisir(valeur === 'vierge')}
    />
  );
}

import { useState } from 'react';
import type { Entree } from '../../../shared/contrat.ts';
import { GENRES_DOCUMENT } from '../../../shared/nomenclatures/immersions.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { appeler } from '../../app/operations.ts';
import { useExport } from '../../app/telecharger.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { FenetrePapier } from '../../components/fenetre-papier.tsx';

type Papier = Entree<'immersions.page'>;

const titreDe = ({ genre = 'convention', vierge }: Papier) =>
  `${label(GENRES_DOCUMENT, genre)}${vierge ? ', à remplir' : ''}`;

/** A paper of an immersion shown in a window before it is printed or kept as PDF; `montrer` opens it. */
export function usePapier() {
  const { exporter, enCours } = useExport('immersions.pdf');
  const [attente, setAttente] = useState(false);
  const [montre, setMontre] = useState<{ papier: Papier; adresse: string } | null>(null);

  async function montrer(papier: Papier) {
    setAttente(true);
    try {
      const { adresse } = await appeler('immersions.page', papier);
      setMontre({ papier, adresse });
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setAttente(false);
    }
  }
  const fenetre = (
    <FenetrePapier
      titre={montre ? titreDe(montre.papier) : ''}
      adresse={montre?.adresse}
      garder={() => montre && void exporter(montre.papier)}
      enCours={enCours}
      fermer={() => setMontre(null)}
    />
  );
  return { montrer, enCours: attente, fenetre };
}

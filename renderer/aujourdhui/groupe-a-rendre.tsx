import { useState } from 'react';
import type { EcheanceDue } from '../../shared/conventions/schema.ts';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import { GENRES_CONVENTION_COURTS } from '../../shared/nomenclatures/bilans.ts';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneARendre } from './lignes-conventions.ts';

/** What funders wait for later in the month, as one line: time to begin, not yet to hurry. */
export function GroupeARendre({ dues, today }: { dues: readonly EcheanceDue[]; today: string }) {
  const [ouvert, setOuvert] = useState(false);
  const premiere = dues[0];
  if (!premiere) return null;
  return (
    <Groupe
      titre={`${accorder(dues.length, 'bilan')} à rendre dans le mois`}
      precision={insecables(
        dues
          .map(({ libelle, convention }) => `${libelle} (${GENRES_CONVENTION_COURTS[convention.genre]})`)
          .join(', '),
      )}
      quand={`le ${formaterDate(premiere.date).slice(0, 5)}`}
      retard={false}
      nom="Bilans à rendre dans le mois"
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules
        lignes={dues.map((due) => ligneARendre(due, today))}
        today={today}
        avecResponsable={false}
      />
    </Groupe>
  );
}

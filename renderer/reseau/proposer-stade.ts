import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import { RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import { stadePropose } from '../../shared/reseau/stades.ts';
import { appeler } from '../app/operations.ts';
import { annoncerGeste } from '../components/annulable.tsx';
import { changerEnVrac } from './changer-en-vrac.ts';

/** More organisations than this in one exchange: a forum or a mailing says nothing of each of them. */
const PLUSIEURS = 3;

/** After an exchange, offers the stage its outcome suggests; nothing changes unless it is accepted. */
export async function proposerStade(organisationIds: readonly string[], resultat: string): Promise<void> {
  if (organisationIds.length > PLUSIEURS) return;
  for (const id of organisationIds) {
    const { nom, stade } = await appeler('reseau.get', { id });
    const propose = stadePropose(stade, resultat);
    if (propose === null) continue;
    annoncerGeste(`${label(RESULTATS, resultat)} : passer ${nom} à « ${label(STADES, propose)} » ?`, {
      label: 'Passer',
      faire: () =>
        void changerEnVrac({ ids: [id], stade: propose }, () => `${nom} : ${label(STADES, propose)}.`),
    });
  }
}

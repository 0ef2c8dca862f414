import type { NomSource } from '../../shared/bilans/faits.ts';
import { annexes } from './annexes.ts';
import { echanges } from './echanges.ts';
import { embauches } from './embauches.ts';
import { entretiens } from './entretiens.ts';
import { freins } from './freins.ts';
import { fse } from './fse.ts';
import { heures } from './heures.ts';
import { immersions } from './immersions.ts';
import { organisations } from './organisations.ts';
import { relances } from './relances.ts';
import { salaries } from './salaries.ts';
import { sessions } from './sessions.ts';
import { sorties } from './sorties.ts';
import type { Source } from './source.ts';
import { stagiaires } from './stagiaires.ts';
import { versements } from './versements.ts';

/** Where the facts of each kind come from. */
const SOURCES = {
  echanges,
  organisations,
  relances,
  immersions,
  embauches,
  salaries,
  freins,
  entretiens,
  sorties,
  heures,
  annexes,
  stagiaires,
  sessions,
  fse,
  versements,
  // biome-ignore lint/suspicious/noExplicitAny: each source reads and writes its own kind of row, and no other.
} satisfies { [N in NomSource]: Source<N, any> };

/** The source of a kind of facts. */
export function sourceDe<N extends NomSource>(nom: N): Source<N, unknown> {
  return SOURCES[nom] as unknown as Source<N, unknown>;
}

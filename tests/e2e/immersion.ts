import type { Page } from '@playwright/test';
import type { Entree, Sortie } from '../../shared/contrat.ts';
import { ajouterJours, type DateCivile, dateLocale, lundiDe } from '../../shared/dates.ts';
import { nomFerie } from '../../shared/immersions/horaires.ts';
import { saisieComplete } from '../immersions.ts';
import { type Hote, structurePrete } from './hote.ts';

export const AUJOURDHUI = dateLocale(new Date());

/** The Monday that many weeks from the one of today: the week before last is over, whatever the day. */
export const lundi = (semaines: number): DateCivile => ajouterJours(lundiDe(AUJOURDHUI), semaines * 7);

/** Three weeks without a holiday, Alsace included: figures on screen are the same all year round. */
function semainesOuvrees(debut: DateCivile): boolean {
  return Array.from({ length: 21 }, (_, rang) => ajouterJours(debut, rang)).every(
    (jour) => nomFerie(jour, true) === null,
  );
}

function prochainLundi(depuis: DateCivile): DateCivile {
  return semainesOuvrees(depuis) ? depuis : prochainLundi(ajouterJours(depuis, 7));
}

/** A Monday at least a week away, and the Friday of the week after; the week that follows is an ordinary one too. */
export const LUNDI = prochainLundi(lundi(2));
export const VENDREDI = ajouterJours(LUNDI, 11);

/** A first PDF starts an engine: slow on a busy machine. */
export const PDF = { timeout: 20_000 };

type Saisie = Partial<Entree<'immersions.create'>>;

export interface Decor {
  salarieId: string;
  organisationId: string;
  referentId: string;
  /** A complete draft between the two, of two weeks from `LUNDI` unless told otherwise; holidays are worked. */
  creer(reste?: Saisie): Promise<Sortie<'immersions.create'>>;
}

/** A structure and its team, a salariée under contract for a year on both sides of today, a host. */
export async function decor(hote: Hote): Promise<Decor> {
  await structurePrete(hote);
  const { id: salarieId } = await hote.appeler('salaries.create', {
    prenom: 'Aminata',
    nom: 'Œuvrard-N’Diaye',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '',
    contrats: [
      {
        nature: 'cddi',
        debut: ajouterJours(AUJOURDHUI, -400),
        fin: ajouterJours(AUJOURDHUI, 320),
        minutesHebdo: 1560,
      },
    ],
  });
  const { id: organisationId } = await hote.appeler('reseau.create', { nom: 'Atelier du Réemploi' });
  const { membres } = await hote.appeler('parametres.get', {});
  const referentId = membres[0]!.id;
  const creer = (reste: Saisie = {}) =>
    hote.appeler(
      'immersions.create',
      saisieComplete(salarieId, organisationId, {
        referentId,
        debut: LUNDI,
        fin: VENDREDI,
        feriesTravailles: true,
        ...reste,
      }),
    );
  return { salarieId, organisationId, referentId, creer };
}

/** An immersion brought to a state by operations; whether it is to come, under way or over follows from its dates. */
export async function immersion(
  hote: Hote,
  etat: 'brouillon' | 'emise' | 'signee',
  saisie: Saisie = {},
): Promise<Decor & { id: string; numero: string }> {
  const lieux = await decor(hote);
  const { id, numero } = await lieux.creer(saisie);
  if (etat !== 'brouillon') await hote.appeler('immersions.issue', { id });
  if (etat === 'signee') {
    const debut = saisie.debut ?? LUNDI;
    await hote.appeler('immersions.signAll', { id, date: debut < AUJOURDHUI ? debut : AUJOURDHUI });
  }
  return { ...lieux, id, numero };
}

/** One of the tabs of an immersion. */
export const onglet = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parties de l’immersion' }).getByRole('link', { name });

/** What the checks say of an immersion, by title. */
export const controle = (page: Page, titre: string | RegExp) =>
  page.getByRole('region', { name: 'Contrôles', exact: true }).getByText(titre);

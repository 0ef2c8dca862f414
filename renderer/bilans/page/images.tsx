import { axe as definitionAxe } from '../../../shared/bilans/axes.ts';
import type { BilanCalcule, LigneIndicateur, Repartition as Repartie } from '../../../shared/bilans/bilan.ts';
import { insecables } from '../../../shared/format.ts';
import { Carte } from '../../components/page.tsx';
import type { Comparaison } from '../chiffres/comparaison.ts';
import type { Ouvrir } from '../chiffres/detail.ts';
import { Repartition } from '../chiffres/repartition.tsx';

/** Pictures beside the figures: enough to see the year, few enough to be looked at. */
const TEMPS_MAX = 2;
const IMAGES_MAX = 4;

interface Image {
  ligne: LigneIndicateur;
  repartition: Repartie;
}

/** What can be drawn: something in two lines at least. */
const parlante = ({ parts }: Repartie) => parts.filter(({ mesure }) => (mesure.valeur ?? 0) > 0).length > 1;

/** The year month by month first, then one breakdown of each kind, of the figures of the summary first. */
export function imagesDe({ sections, resume }: BilanCalcule): Image[] {
  const lignes = new Map(
    sections.flatMap((section) => section.lignes.map((ligne) => [ligne.code, ligne] as const)),
  );
  const rangees = [
    ...resume.flatMap((code) => lignes.get(code) ?? []),
    ...[...lignes.values()].filter(({ code }) => !resume.includes(code)),
  ];
  const temps = rangees
    .flatMap((ligne) =>
      ligne.repartitions
        .filter((repartition) => definitionAxe(repartition.axe).temps && parlante(repartition))
        .map((repartition) => ({ ligne, repartition })),
    )
    .slice(0, TEMPS_MAX);
  // Women and men are said beside each figure already; the same axis twice would show the same thing.
  const vus = new Set<string>(['sexe']);
  const autres = rangees.flatMap((ligne): Image[] => {
    const repartition =
      ligne.genre === 'nombre'
        ? ligne.repartitions.find(
            (candidate) =>
              !definitionAxe(candidate.axe).temps && !vus.has(candidate.axe) && parlante(candidate),
          )
        : undefined;
    if (!repartition) return [];
    vus.add(repartition.axe);
    return [{ ligne, repartition }];
  });
  return [...temps, ...autres].slice(0, IMAGES_MAX);
}

/** The pictures of a bilan; every bar opens its rows. */
export function Images(props: { bilan: BilanCalcule; comparaison: Comparaison | null; ouvrir: Ouvrir }) {
  const { bilan, comparaison, ouvrir } = props;
  return imagesDe(bilan).map(({ ligne, repartition }) => {
    const temps = definitionAxe(repartition.axe).temps === true;
    return (
      <Carte
        key={`${ligne.code} ${repartition.axe}`}
        titre={insecables(`${ligne.label} par ${repartition.par}`)}
      >
        <Repartition
          ligne={ligne}
          repartition={repartition}
          comparaison={temps ? comparaison : null}
          ouvrir={ouvrir}
          sansTitre
        />
      </Carte>
    );
  });
}

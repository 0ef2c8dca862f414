import { FIGURES_PLAN, type FigurePlan } from '../../../shared/formation/plan.ts';
import { AXES_PLAN, type AxePlan } from '../../../shared/formation/regles-plan.ts';
import { useAdresse } from '../../app/adresse.ts';

export type Ouvrir = (figure: FigurePlan, axe?: AxePlan, code?: string) => void;

/** The figure whose rows are open lives in the address, with its line. */
export function useChoix() {
  const [adresse, changerAdresse] = useAdresse();
  const ouvrir = (voulue: FigurePlan | null, axe?: AxePlan, code = '') =>
    changerAdresse((actuelle) => {
      for (const cle of ['figure', 'axe', 'code']) actuelle.delete(cle);
      if (voulue !== null) actuelle.set('figure', voulue);
      if (voulue !== null && axe) actuelle.set('axe', axe);
      if (voulue !== null && code !== '') actuelle.set('code', code);
      return actuelle;
    });
  return {
    figure: FIGURES_PLAN.find((nom) => nom === adresse.get('figure')) ?? null,
    axe: AXES_PLAN.find((nom) => nom === adresse.get('axe')) ?? null,
    code: (adresse.get('code') ?? '').slice(0, 60),
    ouvrir: ouvrir as Ouvrir,
    fermer: () => ouvrir(null),
  };
}

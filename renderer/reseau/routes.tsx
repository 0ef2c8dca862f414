import type { RouteObject } from 'react-router';

export const routesReseau: RouteObject[] = [
  { path: 'reseau', lazy: async () => ({ Component: (await import('./ecran-reseau.tsx')).EcranReseau }) },
  {
    path: 'reseau/nouvelle',
    lazy: async () => ({ Component: (await import('./ecran-saisie.tsx')).EcranNouvelle }),
  },
  {
    path: 'reseau/personnes/:id',
    lazy: async () => ({ Component: (await import('./personnes/ecran-personne.tsx')).EcranPersonne }),
  },
  {
    path: 'reseau/doublons',
    lazy: async () => ({ Component: (await import('./fusion/ecran-doublons.tsx')).EcranDoublons }),
  },
  {
    path: 'reseau/fusionner/:genre/:gardeId/:absorbeId',
    lazy: async () => ({ Component: (await import('./fusion/ecran-fusion.tsx')).EcranFusion }),
  },
  {
    path: 'reseau/secteurs',
    lazy: async () => ({ Component: (await import('./ecran-secteurs.tsx')).EcranSecteurs }),
  },
  {
    path: 'reseau/confier',
    lazy: async () => ({ Component: (await import('./ecran-passation.tsx')).EcranPassation }),
  },
  { path: 'reseau/:id', lazy: async () => ({ Component: (await import('./ecran-fiche.tsx')).EcranFiche }) },
  {
    path: 'reseau/:id/modifier',
    lazy: async () => ({ Component: (await import('./ecran-saisie.tsx')).EcranModification }),
  },
];

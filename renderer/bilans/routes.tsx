import type { RouteObject } from 'react-router';

export const routesBilans: RouteObject[] = [
  {
    path: 'bilans',
    lazy: async () => ({ Component: (await import('./accueil/ecran-bilans.tsx')).EcranBilans }),
  },
  {
    path: 'bilans/ouvrir',
    lazy: async () => ({ Component: (await import('./accueil/ecran-ouvrir.tsx')).EcranOuvrir }),
  },
  {
    path: 'bilans/indicateurs',
    lazy: async () => ({ Component: (await import('./catalogue/ecran-indicateurs.tsx')).EcranIndicateurs }),
  },
  {
    path: 'bilans/profils',
    lazy: async () => ({ Component: (await import('./profils/ecran-profils.tsx')).EcranProfils }),
  },
  {
    path: 'bilans/profils/:code',
    lazy: async () => ({ Component: (await import('./profils/ecran-profil.tsx')).EcranProfil }),
  },
  {
    path: 'bilans/:id/versions/:edition',
    lazy: async () => ({ Component: (await import('./emission/ecran-version.tsx')).EcranVersion }),
  },
  {
    path: 'bilans/:id/versions/:edition/differences',
    lazy: async () => ({ Component: (await import('./emission/ecran-differences.tsx')).EcranDifferences }),
  },
  {
    path: 'bilans/:id',
    lazy: async () => ({ Component: (await import('./page/ecran-bilan.tsx')).EcranBilan }),
  },
  {
    path: 'bilans/temoignages',
    lazy: async () => ({ Component: (await import('./temoignages/ecran-temoignages.tsx')).EcranTemoignages }),
  },
];

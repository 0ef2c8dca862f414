import { Onglets } from '../components/onglets.tsx';

const ONGLETS = [
  { label: 'Bilans', vers: '/bilans', end: true },
  { label: 'Conventions', vers: '/bilans/conventions' },
  { label: 'Sorties', vers: '/bilans/sorties' },
  { label: 'Heures et ETP', vers: '/bilans/heures' },
  { label: 'FSE+', vers: '/bilans/fse' },
  { label: 'Indicateurs', vers: '/bilans/indicateurs' },
  { label: 'Profils', vers: '/bilans/profils' },
];

/** The parts of the bilans module. */
export const OngletsBilans = () => <Onglets nom="Parties des bilans" onglets={ONGLETS} />;

import { Onglets } from '../components/onglets.tsx';

const ONGLETS = [
  { label: 'Sessions', vers: '/formation', end: true },
  { label: 'Besoins', vers: '/formation/besoins' },
  { label: 'Actions', vers: '/formation/actions' },
  { label: 'Calendrier', vers: '/formation/calendrier' },
  { label: 'Heures', vers: '/formation/heures' },
  { label: 'Plan', vers: '/formation/plan' },
  { label: 'Devenir', vers: '/formation/devenir' },
];

/** The parts of the training module. */
export const OngletsFormation = () => <Onglets nom="Parties de la formation" onglets={ONGLETS} />;

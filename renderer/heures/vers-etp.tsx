import { Navigate, useLocation } from 'react-router';

/** `/bilans/etp` leads to the ETP, with the year it says. */
export const VersEtp = () => <Navigate to={`/bilans/heures/etp${useLocation().search}`} replace />;

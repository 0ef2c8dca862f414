import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import fr from 'zod/v4/locales/fr.js';
import { Application } from './app/application.tsx';

// The CSP forbids code built from strings, which zod would otherwise try for speed.
z.config({ ...fr(), jitless: true });

createRoot(document.getElementById('racine')!).render(<Application />);

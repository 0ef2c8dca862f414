// First: what follows takes long to evaluate.
import './app/amorce.ts';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import fr from 'zod/v4/locales/fr.js';
import { premieres } from './app/amorce.ts';
import { Application } from './app/application.tsx';
import { recueillir } from './app/operations.ts';

// The CSP forbids code built from strings, which zod would otherwise try for speed.
z.config({ ...fr(), jitless: true });

for (const { nom, entree, reponse } of premieres) recueillir(nom, entree, reponse);
createRoot(document.getElementById('racine')!).render(<Application />);

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noterPaquets } from './paquets.ts';

/** The interface: one page, relative addresses, nothing inlined that the CSP would refuse. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), noterPaquets('interface')],
  build: {
    outDir: '../dist/interface',
    emptyOutDir: true,
    // One style sheet: its order does not depend on the screens that were opened.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // First, so that it runs before the rest is evaluated; with the style sheets that ours override.
            {
              name: 'amorce',
              test: /[\\/](?:amorce|pont|erreurs)\.ts$|node_modules.*\.css|[\\/]app[\\/]styles\.css/,
              priority: 1,
            },
            // What several screens need is one file: not a request for each icon.
            { name: 'commun', minShareCount: 2 },
          ],
        },
      },
    },
    target: 'chrome140',
  },
});

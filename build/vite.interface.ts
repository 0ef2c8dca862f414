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
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    target: 'chrome140',
  },
});

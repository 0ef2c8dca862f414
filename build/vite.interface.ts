import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The interface: one page, relative addresses, nothing inlined that the CSP would refuse. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/interface',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    target: 'chrome140',
  },
});

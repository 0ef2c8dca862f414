import { defineConfig } from 'vite';
import { noterPaquets } from './paquets.ts';

/** The hosts and the data thread, for Node 24 and Electron's main process. */
export default defineConfig({
  plugins: [noterPaquets('hotes')],
  // React draws the documents: its development half would be shipped too, and is several times slower.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    ssr: true,
    outDir: 'dist/hotes',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: {
        main: 'electron/main.ts',
        navigateur: 'electron/navigateur.ts',
        operation: 'electron/operation.ts',
        'donnees-fil': 'electron/donnees-fil.ts',
      },
      external: ['electron', 'better-sqlite3', 'playwright-core', '@sparticuz/chromium'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'communs/[name]-[hash].js' },
    },
  },
  ssr: {
    noExternal: true,
    external: ['electron', 'better-sqlite3', 'playwright-core', '@sparticuz/chromium'],
  },
});

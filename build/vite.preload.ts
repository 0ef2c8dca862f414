import { defineConfig } from 'vite';
import { noterPaquets } from './paquets.ts';

/** The preload: a sandboxed one must be a single CommonJS file. */
export default defineConfig({
  plugins: [noterPaquets('preload')],
  build: {
    ssr: 'electron/preload.ts',
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});

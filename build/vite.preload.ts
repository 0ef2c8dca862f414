import { defineConfig } from 'vite';

/** The preload: a sandboxed one must be a single CommonJS file. */
export default defineConfig({
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

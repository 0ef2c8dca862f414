import { defineConfig } from 'vite';
import hotes from './vite.hotes.ts';

/** The bench, bundled as the hosts are: what is measured is what runs. */
export default defineConfig({
  ...hotes,
  build: {
    ...hotes.build,
    outDir: 'dist/bench',
    rollupOptions: { ...hotes.build?.rollupOptions, input: { bench: 'tests/bench/bench.ts' } },
  },
});

import { mkdirSync, writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Writes the list of the npm packages a bundle was made from (`dist/paquets/<nom>.json`): what must be thanked is
 * what was read, not what package.json happens to declare.
 */
export function noterPaquets(nom: string): Plugin {
  return {
    name: 'noter-paquets',
    buildEnd() {
      const paquets = new Set<string>();
      for (const id of this.getModuleIds()) {
        // The innermost package: two versions of one package are two notices.
        const [dossier] =
          /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? [];
        if (dossier) paquets.add(dossier);
      }
      mkdirSync('dist/paquets', { recursive: true });
      writeFileSync(`dist/paquets/${nom}.json`, JSON.stringify([...paquets].sort()));
    },
  };
}

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** The walls between the rooms, tried: a rule that matches nothing looks exactly like a rule that is kept. */

const PASSE = {
  'renderer/x/a.ts': "import { contrat } from '../../shared/contrat.ts';\ncontrat;\n",
  'shared/x/a.ts': "import { z } from 'zod';\nimport { id } from '../champs.ts';\nz.object({ id });\n",
  'db/a.ts': "import { contrat } from '../shared/contrat.ts';\ncontrat;\n",
  'electron/a.ts': "import { Depot } from '../db/depot.ts';\nnew Depot();\n",
};
const REFUSE = {
  'renderer/x/b.ts': "import { open } from '../../db/open.ts';\nopen();\n",
  'renderer/x/c.ts': "import { CANAUX } from '../../electron/canaux.ts';\nCANAUX;\n",
  'renderer/x/d.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n",
  'renderer/x/e.ts': "import { ipcRenderer } from 'electron';\nipcRenderer.send('x');\n",
  'shared/x/b.ts': "import { Depot } from '../../db/depot.ts';\nnew Depot();\n",
  'shared/x/c.ts': "import dayjs from 'dayjs';\ndayjs();\n",
  'db/b.ts': "import { app } from 'electron';\napp.quit();\n",
  'db/c.ts': "import { Page } from '../renderer/components/page.tsx';\nPage();\n",
  'electron/b.ts': "import { routes } from '../renderer/app/routes.tsx';\nroutes();\n",
  'electron/c.ts': "import { shell } from 'electron';\nshell.openExternal('x');\n",
  'electron/d.ts': "import { ipcMain } from 'electron';\nipcMain.handle('x', () => 1);\n",
};

test('each room may reach its own, and nothing else', () => {
  const racine = realpathSync(mkdtempSync(join(tmpdir(), 'passerelle-cloisons-')));
  try {
    copyFileSync('biome.json', join(racine, 'biome.json'));
    for (const [fichier, code] of Object.entries({ ...PASSE, ...REFUSE })) {
      mkdirSync(join(racine, fichier, '..'), { recursive: true });
      writeFileSync(join(racine, fichier), code);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [
        createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome'),
        ...['lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', '--reporter=github', '.'],
      ],
      { cwd: racine, encoding: 'utf8' },
    );
    const refuses = new Set(
      [...stdout.matchAll(/file=([^,]+)/g)].map(([, fichier]) =>
        relative(racine, resolve(racine, fichier!)).replaceAll('\\', '/'),
      ),
    );
    expect([...refuses].sort()).toEqual(Object.keys(REFUSE).sort());
  } finally {
    rmSync(racine, { recursive: true, force: true });
  }
});

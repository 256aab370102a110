import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../workspace.mjs';

/** A panel in one file, which starts in a fraction of a second. */
export interface PanelBundle {
  readonly file: string;
  remove(): void;
}

/** The panel that keeps the rules. */
const strictPanel = path.join(root, 'packages/dev/src/crash-test/panel/main.ts');

/** Packs a panel with the sources of all packages, so that it can be started a thousand times. */
export async function bundlePanel(program: string = strictPanel): Promise<PanelBundle> {
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-panel-'));
  const file = path.join(folder, 'panel.cjs');
  // Its compiled part cannot be packed.
  const fromSqlite = createRequire(path.join(root, 'packages/sqlite/package.json'));
  const sqlite = { path: fromSqlite.resolve('better-sqlite3'), external: true };
  await build({
    entryPoints: [program],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    absWorkingDir: root,
    tsconfig: path.join(root, 'tsconfig.base.json'),
    external: ['pg-native'],
    logLevel: 'warning',
    plugins: [
      {
        name: 'native modules stay outside',
        setup: (bundler) => bundler.onResolve({ filter: /^better-sqlite3$/ }, () => sqlite),
      },
    ],
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

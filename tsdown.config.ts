import { defineConfig, type UserConfig } from 'tsdown';
import { listPublishedPackages, readManifest } from './packages/dev/src/workspace.mjs';

/** What a package offers is written once, in its manifest; each `dist/x.js` there is built from `src/x.ts`. */
function toBuild(folder: string): UserConfig {
  const { name, exports, bin } = readManifest(folder);
  const offered = JSON.stringify([exports, bin]);
  const files = [...offered.matchAll(/"\.\/dist\/([^"]+)\.js"/g)].map(([, file]) => file);
  return {
    cwd: folder,
    name,
    entry: [...new Set(files)].map((file) => `src/${file}.ts`),
    root: 'src',
    format: offered.includes('.cjs"') ? ['esm', 'cjs'] : ['esm'],
    platform: 'node',
    target: 'node20.19',
    fixedExtension: false,
    dts: { sourcemap: false },
    sourcemap: true,
    hash: false,
    tsconfig: 'tsconfig.json',
    // Left to itself, the bundler keeps its helpers in an entry that shares them, and the entry then exports them.
    outputOptions: { codeSplitting: { groups: [{ name: 'helpers', test: /rolldown[:/]runtime/ }] } },
    // CommonJS is on purpose (users' Jest runs on it), and declarations always take the longest.
    checks: { legacyCjs: false, pluginTimings: false },
    failOnWarn: true,
    logLevel: 'warn',
  };
}

export default defineConfig(listPublishedPackages().map(toBuild));

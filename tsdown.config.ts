import path from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';
import { readConfigFile, sys } from 'typescript';
import { listPublishedPackages, readManifest, root } from './packages/dev/src/workspace.mjs';

/**
 * The sources of our packages, for the declarations: all packages are built at once, so the built declarations of another one
 * may not be there yet, and a type that is not found would be published as a name without an import.
 */
function sourcePaths(): Record<string, string[]> {
  const { config } = readConfigFile(path.join(root, 'tsconfig.base.json'), (file) =>
    sys.readFile(file),
  ) as {
    readonly config: { readonly compilerOptions: { readonly paths: Record<string, string[]> } };
  };
  return Object.fromEntries(
    Object.entries(config.compilerOptions.paths).map(([name, files]) => [
      name,
      files.map((file) => path.join(root, file)),
    ]),
  );
}

const paths = sourcePaths();

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
    dts: { sourcemap: false, compilerOptions: { paths } },
    sourcemap: true,
    hash: false,
    tsconfig: 'tsconfig.json',
    // Left to itself, the bundler keeps its helpers in an entry that shares them, and the entry then exports them.
    outputOptions: {
      codeSplitting: { groups: [{ name: 'helpers', test: /rolldown[:/]runtime/ }] },
    },
    // CommonJS is on purpose (users' Jest runs on it), and declarations always take the longest.
    checks: { legacyCjs: false, pluginTimings: false },
    failOnWarn: true,
    logLevel: 'warn',
  };
}

export default defineConfig(listPublishedPackages().map(toBuild));

import path from 'node:path';
import { buildEverything } from './build.mjs';
import { isDownstream } from './downstream/is-downstream.js';
import { tryDownstream } from './downstream/try-downstream.js';
import { outcomeOfExitCode, type Counts } from './outcome.js';
import { prepareUnitTests } from './prepare-unit-tests.js';
import { runScript } from './run-script.mjs';
import { runUnitTests } from './run-unit-tests.js';
import { AGAINST_BUILD } from './tsx-environment.mjs';
import { listPackages, readManifest } from './workspace.mjs';

export interface CheckStep {
  readonly title: string;
  readonly run: () => Promise<Counts>;
}

const EXAMPLE_TIMEOUT_MS = 120_000;

/** Cheap checks first; the build before what looks at its result. */
export function checkSteps(): readonly CheckStep[] {
  // Begun at once: compiling takes a minute, which the cheap checks fill.
  const prepared = prepareUnitTests();
  return [
    script('formatting', 'format:check'),
    script('lint', 'lint'),
    script('types', 'typecheck'),
    script('dependency rules', 'check:dependencies'),
    script('unused code', 'check:unused'),
    { title: 'native code and test servers', run: () => prepared },
    { title: 'unit tests', run: runUnitTests },
    { title: 'build', run: async () => outcomeOfExitCode(await buildEverything('inherit')) },
    script('package checks', 'check:packages'),
    ...listPackages('examples').flatMap(example),
  ];
}

function script(title: string, name: string): CheckStep {
  return {
    title,
    run: async () => outcomeOfExitCode(await runScript(name, { stdio: 'inherit' })),
  };
}

function example(folder: string): CheckStep[] {
  if (isDownstream(folder))
    return [{ title: `example ${path.basename(folder)}`, run: () => tryDownstream(folder) }];
  const scripts = readManifest(folder).scripts ?? {};
  const name = ['test', 'start'].find((candidate) => candidate in scripts);
  if (name === undefined) return [];
  return [
    {
      title: `example ${path.basename(folder)}`,
      run: async () =>
        outcomeOfExitCode(
          await runScript(name, {
            folder,
            stdio: 'inherit',
            env: AGAINST_BUILD,
            timeout: EXAMPLE_TIMEOUT_MS,
          }),
        ),
    },
  ];
}

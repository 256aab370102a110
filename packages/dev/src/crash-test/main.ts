import { compileNativeModules } from '../native-modules.js';
import { installTestServers } from '../test-servers/install-test-servers.js';
import { readOptions, usage, type CrashTestOptions } from './options.js';
import { formatReport, formatViolations } from './report-text.js';
import { runCrashTest } from './run-crash-test.js';
import { usableEngines } from './usable-engines.js';

/** @returns exit code */
async function run({
  engines,
  seed,
  episode,
  json,
  ...options
}: CrashTestOptions): Promise<number> {
  const faults = [...(await compileNativeModules()), ...(await installTestServers())];
  if (faults.length > 0) throw new Error(`cannot be got ready: ${faults.join('; ')}`);
  let shownAt = 0;
  const report = await runCrashTest({
    ...options,
    engines: usableEngines(engines),
    seed: seed ?? Math.floor(Math.random() * 1_000_000_000),
    ...(episode === undefined ? {} : { episode }),
    onProgress: (kills) => {
      if (performance.now() - shownAt < 5000) return;
      shownAt = performance.now();
      console.error(`${String(kills)} of ${String(options.kills)} kills`);
    },
  });
  if (report.violations.length > 0) console.error(`${formatViolations(report)}\n`);
  console.log(json ? JSON.stringify(report, null, 2) : formatReport(report));
  return report.violations.length > 0 ? 1 : 0;
}

function tryToRead(args: readonly string[]): CrashTestOptions | undefined {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    return undefined;
  }
}

const options = tryToRead(process.argv.slice(2));
process.exitCode = options === undefined ? 2 : await run(options);

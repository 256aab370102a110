import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeOfExitCode, type Counts } from '../outcome.js';
import { runProcess } from '../run-process.mjs';
import { addUp } from '../summary.js';
import { readManifest } from '../workspace.mjs';
import { installDownstream } from './install-downstream.js';
import { leftOut, nodeVersions, type NodeVersion } from './node-versions.js';

const SCRIPT_TIMEOUT_MS = 180_000;
/** Much of what the scripts do is waiting. */
const AT_ONCE = 2;

/** A script of the project on one Node. */
interface Trial {
  readonly node: NodeVersion;
  readonly script: string;
}

/**
 * Tries a project that uses our packages as they would be published: every script of its manifest on this Node, and with CI=true
 * on the other ones that are supported.
 */
export async function tryDownstream(source: string): Promise<Counts> {
  const all = process.env['CI'] === 'true';
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-downstream-'));
  try {
    const [nodes] = await Promise.all([nodeVersions(all), installDownstream(source, folder)]);
    const counts = await runAll(trialsOf(source, nodes), folder);
    if (!all) tellLeftOut();
    return addUp(counts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function trialsOf(source: string, nodes: readonly NodeVersion[]): readonly Trial[] {
  const scripts = Object.keys(readManifest(source).scripts ?? {});
  return nodes.flatMap((node, index) =>
    scripts
      // Types are the same whatever runs them.
      .filter((script) => index === 0 || script !== 'types')
      .map((script) => ({ node, script })),
  );
}

async function runAll(trials: readonly Trial[], folder: string): Promise<readonly Counts[]> {
  const waiting = [...trials];
  const counts: Counts[] = [];
  const worker = async (): Promise<void> => {
    for (let trial = waiting.shift(); trial !== undefined; trial = waiting.shift())
      counts.push(await run(trial, folder));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return counts;
}

/** What it prints is shown at its end, since others print meanwhile. */
async function run({ node, script }: Trial, folder: string): Promise<Counts> {
  const project = path.join(folder, 'project');
  const bins = path.join(project, 'node_modules', '.bin');
  const log = path.join(folder, `${node.title} ${script}.log`.replaceAll(/[^\w.]/g, '-'));
  const output = openSync(log, 'w');
  const startedAt = performance.now();
  const code = await runProcess(readManifest(project).scripts?.[script] ?? '', [], {
    cwd: project,
    shell: true,
    stdio: ['ignore', output, output],
    timeout: SCRIPT_TIMEOUT_MS,
    env: {
      ...process.env,
      NO_COLOR: '1',
      PATH: [node.folder, bins, process.env['PATH']].join(path.delimiter),
    },
  });
  closeSync(output);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (code !== 0) console.log(readFileSync(log, 'utf8'));
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${node.title}: ${script} (${seconds} s)`);
  return outcomeOfExitCode(code);
}

function tellLeftOut(): void {
  const versions = leftOut().map((major) => `Node ${String(major)}`);
  console.log(`\nNOT TRIED: ${versions.join(' and ')}. Set CI=true to try them too.\n`);
}

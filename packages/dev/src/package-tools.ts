import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readManifest } from './workspace.mjs';

const require = createRequire(import.meta.url);

export async function findManifestFaults(tarball: string): Promise<string[]> {
  const { messages, pkg } = await publint({
    strict: true,
    level: 'warning',
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
  });
  return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

export function findTypeFaults(folder: string, tarball: string): Promise<string[]> {
  const { exports = {} } = readManifest(folder);
  const isDual = JSON.stringify(exports).includes('"require"');
  // Resolution as in Node 10 knows no sub-paths; no Node we support works that way.
  const profile = isDual ? 'node16' : 'esm-only';
  const manifest = require.resolve('@arethetypeswrong/cli/package.json');
  const program = path.join(path.dirname(manifest), 'dist', 'index.js');
  const args = [program, tarball, '--profile', profile, '--format', 'ascii', '--no-color'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve(error === null ? [] : [`attw: ${stdout}${stderr}`]);
    });
  });
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** The Node versions that users of the packages have. */
const majors = [20, 22, 24];

/** A Node to run a project with. */
export interface NodeVersion {
  readonly title: string;
  /** Where its program lies; before all others in PATH. */
  readonly folder: string;
}

const running: NodeVersion = {
  title: `Node ${process.versions.node}`,
  folder: path.dirname(process.execPath),
};

/** The running Node, and with `all` the other majors too, which the package `node` brings. */
export async function nodeVersions(all: boolean): Promise<readonly NodeVersion[]> {
  const others = all ? majors.filter((major) => !isRunning(major)) : [];
  return [running, ...(await Promise.all(others.map(fetchNode)))];
}

/** The majors that are not tried when only the running Node is. */
export function leftOut(): readonly number[] {
  return majors.filter((major) => !isRunning(major));
}

function isRunning(major: number): boolean {
  return process.versions.node.startsWith(`${String(major)}.`);
}

async function fetchNode(major: number): Promise<NodeVersion> {
  const print = 'console.log(JSON.stringify([process.versions.node, process.execPath]))';
  const args = ['--yes', '--loglevel=error', '--package', `node@${String(major)}`];
  const { stdout } = await promisify(execFile)('npx', [...args, '--', 'node', '-e', print], {
    shell: process.platform === 'win32',
  });
  const [version, program] = JSON.parse(stdout) as [string, string];
  return { title: `Node ${version}`, folder: path.dirname(program) };
}

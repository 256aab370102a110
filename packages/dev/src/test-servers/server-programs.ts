import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/** The servers that some tests need, and the program of each that has to be there. */
export const serverPrograms = {
  redis: 'redis-server',
  postgres: 'initdb',
  dante: 'danted',
} as const;

export type ServerName = keyof typeof serverPrograms;

/** The folder that holds a server's programs, or `undefined` where it is not installed. */
export function findServer(name: ServerName): string | undefined {
  const program = serverPrograms[name];
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '');
  // Only root has /usr/sbin on the path.
  return [...onPath, '/usr/sbin', ...debianPostgresFolders()].find((folder) =>
    isProgram(path.join(folder, program)),
  );
}

/** Debian keeps each version's programs off the path; the newest first. */
function debianPostgresFolders(): string[] {
  const parent = '/usr/lib/postgresql';
  try {
    return readdirSync(parent)
      .sort((left, right) => Number(right) - Number(left))
      .map((version) => path.join(parent, version, 'bin'));
  } catch {
    return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this run has to be complete. */
export function isCi(): boolean {
  return process.env['CI'] === 'true';
}

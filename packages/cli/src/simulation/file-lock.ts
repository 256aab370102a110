import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 50;

/** A lock on a file that this process holds. */
export interface FileLock {
  /** Gives it back; more than once does nothing. */
  release(): void;
}

/** Who holds the lock, when it was not given back in time. */
export interface LockHolder {
  readonly processId: number | undefined;
  readonly lock: string;
}

/**
 * Locks a file against other processes that lock it too. The lock of a process that no longer runs is taken over.
 *
 * @returns the lock, or who holds it when it was not given back within `waitMs`.
 */
export async function lockFile(
  file: string,
  waitMs: number,
  signal?: AbortSignal,
): Promise<{ readonly lock: FileLock } | { readonly heldBy: LockHolder }> {
  const folder = `${file}.lock`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  for (let waited = 0; ; waited += pollMs) {
    if (tryLock(folder)) return { lock: releaseOnce(folder) };
    const holder = readHolder(folder);
    if (holder !== undefined && !isAlive(holder)) dropDeadLock(folder, holder);
    else if (waited >= waitMs) return { heldBy: { processId: holder, lock: folder } };
    else await delay(pollMs, undefined, signal === undefined ? {} : { signal });
  }
}

function tryLock(folder: string): boolean {
  const prepared = `${folder}.${randomUUID()}`;
  mkdirSync(prepared);
  writeFileSync(path.join(prepared, 'holder'), String(process.pid));
  try {
    // A rename onto a folder that holds a file fails, so the lock appears at once and with its holder in it.
    renameSync(prepared, folder);
    return true;
  } catch {
    rmSync(prepared, { recursive: true, force: true });
    return false;
  }
}

function releaseOnce(folder: string): FileLock {
  let held = true;
  return {
    release: () => {
      if (held) rmSync(folder, { recursive: true, force: true });
      held = false;
    },
  };
}

function readHolder(folder: string): number | undefined {
  try {
    return Number(readFileSync(path.join(folder, 'holder'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Without permission to signal it, it is somebody else's and alive.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

/** Of several processes that find the lock dead, the rename lets one remove it. */
function dropDeadLock(folder: string, deadHolder: number): void {
  const removed = `${folder}.${randomUUID()}`;
  try {
    renameSync(folder, removed);
    // Another process was faster and locked anew: that lock goes back.
    if (readHolder(removed) !== deadHolder) renameSync(removed, folder);
  } catch {
    return;
  }
  rmSync(removed, { recursive: true, force: true });
}

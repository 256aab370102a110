import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@registrar-kit/core';
import type { RegistryWorld } from '@registrar-kit/testing';
import { readJson } from '../input/read-json.js';
import { systemCodeOf } from '../input/read-text-file.js';
import { lockFile, type FileLock } from './file-lock.js';

const lockWaitMs = 10_000;

export interface WorldFileOptions {
  readonly file: string;
  /** Whether the world may be changed: then nobody else may change it meanwhile. */
  readonly access: 'read' | 'write';
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for another process. @defaultValue 10,000 */
  readonly waitMs?: number;
}

/** A simulated world that outlives the process. */
export interface KeptWorld {
  readonly world: RegistryWorld;
  /** Writes the world when it has changed. Whole or not at all: a crash leaves the file as it was. */
  readonly save: () => void;
  /** Lets other processes change the world. */
  readonly release: () => void;
}

/**
 * Opens the world that a file holds, or a new demonstration where there is no file yet.
 *
 * @throws ConfigurationError that names the file, when it is damaged, of a newer version, in use or not to be read.
 */
export async function openWorld(options: WorldFileOptions): Promise<KeptWorld> {
  const { file, access, signal, waitMs = lockWaitMs } = options;
  const lock = access === 'write' ? await lockOrThrow(file, waitMs, signal) : undefined;
  try {
    const { world, text } = await readWorld(file);
    let kept = text;
    return {
      world,
      save: () => {
        if (lock === undefined) return;
        const now = JSON.stringify(world);
        if (now === kept) return;
        writeAtomically(file, now);
        kept = now;
      },
      release: () => lock?.release(),
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function lockOrThrow(
  file: string,
  waitMs: number,
  signal: AbortSignal | undefined,
): Promise<FileLock> {
  let attempt: Awaited<ReturnType<typeof lockFile>>;
  try {
    attempt = await lockFile(file, waitMs, signal);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw fault(
      file,
      `cannot be locked (${systemCodeOf(error)})`,
      'check the permissions of its folder',
    );
  }
  if ('lock' in attempt) return attempt.lock;
  const { processId, lock } = attempt.heldBy;
  const who = processId === undefined ? 'another process' : `process ${String(processId)}`;
  throw fault(
    file,
    `is in use by ${who}`,
    `end that process first, set REGISTRAR_STATE_DIR to a folder of your own, or remove ${lock} if no such process runs`,
  );
}

async function readWorld(
  file: string,
): Promise<{ readonly world: RegistryWorld; readonly text: string | undefined }> {
  const { createDemoWorld, RegistryWorld: World } = await import('@registrar-kit/testing');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return { world: createDemoWorld(), text: undefined };
    throw fault(file, `cannot be read (${systemCodeOf(error)})`, 'check its permissions');
  }
  const reading = readJson(text);
  if (!reading.ok)
    throw fault(file, reading.problem, 'delete it to start with a new simulated world');
  try {
    return { world: World.fromJSON(reading.value), text };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown fault';
    throw fault(file, `cannot be used: ${why}`, 'delete it to start with a new simulated world');
  }
}

function writeAtomically(file: string, text: string): void {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // Only for the user's own eyes: the world holds keys, even if they open nothing.
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fault(
      file,
      `cannot be written (${systemCodeOf(error)})`,
      'check the folder and the free space',
    );
  }
}

function fault(file: string, problem: string, cure: string): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'createRegistrar',
    issues: [{ path: file, problem, cure }],
  });
}

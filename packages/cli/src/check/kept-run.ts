import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { systemCodeOf } from '../input/read-text-file.js';
import { lockFile, type FileLock } from '../simulation/file-lock.js';
import type { AnsweredRow } from './answered-row.js';

const version = 1;

/** Which run is meant: the same names in the same order, asked of the same account. */
export interface RunIdentity {
  readonly stateDirectory: string;
  readonly account: string;
  readonly names: readonly string[];
}

/** What an earlier run that did not come to its end has answered. */
export interface EarlierRun {
  readonly rows: readonly AnsweredRow[];
  /** For the stream: goes on after these rows. */
  readonly resumeToken: string;
  /** ISO instant. */
  readonly begunAt: string;
}

/**
 * The answers of a run that goes on, written down one by one, each in one piece with the token that stands for it and those
 * before. Whenever the run is killed, what is written is whole, and a later run goes on right after it.
 */
export class KeptRun {
  readonly earlier: EarlierRun | undefined;
  readonly #file: string;
  readonly #handle: number;
  readonly #lock: FileLock;
  #keeps = true;

  constructor(file: string, handle: number, lock: FileLock, earlier: EarlierRun | undefined) {
    this.#file = file;
    this.#handle = handle;
    this.#lock = lock;
    this.earlier = earlier;
  }

  /** Whether everything that was answered is written down. */
  get keeps(): boolean {
    return this.#keeps;
  }

  keep(row: AnsweredRow, resumeToken: string): void {
    if (!this.#keeps) return;
    try {
      writeSync(this.#handle, `${JSON.stringify({ resumeToken, row })}\n`);
    } catch {
      // A full disk ends the keeping and not the work.
      this.#keeps = false;
    }
  }

  /** Lets others have it; a run that came to its end is forgotten. */
  close(how: 'finished' | 'unfinished'): void {
    closeSync(this.#handle);
    if (how === 'finished') rmSync(this.#file, { force: true });
    this.#lock.release();
  }
}

/** Opens what is kept of a run, `resume` with what an earlier one has answered; or says why it cannot be kept. */
export async function openKeptRun(
  identity: RunIdentity,
  resume: boolean,
  signal: AbortSignal,
): Promise<{ readonly run: KeptRun } | { readonly problem: string; readonly busy: boolean }> {
  const folder = path.join(identity.stateDirectory, 'checks');
  const file = path.join(folder, `${keyOf(identity)}.jsonl`);
  let lock: FileLock | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const attempt = await lockFile(file, 0, signal);
    if ('heldBy' in attempt) {
      const { processId } = attempt.heldBy;
      const who = processId === undefined ? 'another process' : `process ${String(processId)}`;
      return { problem: `${who} is checking the same names`, busy: true };
    }
    lock = attempt.lock;
    const earlier = resume ? readEarlier(file, identity.names) : undefined;
    if (earlier === undefined) writeFileSync(file, headerLine(identity.names), { mode: 0o600 });
    // What a crash of the machine left behind of a last line.
    else truncateSync(file, earlier.bytes);
    return { run: new KeptRun(file, openSync(file, 'a', 0o600), lock, earlier?.run) };
  } catch (error) {
    lock?.release();
    if (signal.aborted) throw error;
    return { problem: `${file} cannot be written (${systemCodeOf(error)})`, busy: false };
  }
}

function keyOf({ account, names }: RunIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([account, names]))
    .digest('hex')
    .slice(0, 32);
}

function headerLine(names: readonly string[]): string {
  const header = { version, total: names.length, begunAt: new Date().toISOString() };
  return `${JSON.stringify(header)}\n`;
}

/** The whole lines of a file; `undefined` where there are none to go on from. */
function readEarlier(
  file: string,
  names: readonly string[],
): { readonly run: EarlierRun; readonly bytes: number } | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').slice(0, -1);
  const header = readLine(lines[0]);
  if (header?.['version'] !== version || header['total'] !== names.length) return undefined;
  const rows: AnsweredRow[] = [];
  let resumeToken: string | undefined;
  let bytes = Buffer.byteLength(`${lines[0] ?? ''}\n`);
  for (const line of lines.slice(1)) {
    const entry = readLine(line);
    if (typeof entry?.['resumeToken'] !== 'string' || !isRowOf(entry['row'], names[rows.length]))
      break;
    resumeToken = entry['resumeToken'];
    // Written by this class alone.
    rows.push(entry['row'] as AnsweredRow);
    bytes += Buffer.byteLength(line) + 1;
  }
  if (resumeToken === undefined) return undefined;
  return { run: { rows, resumeToken, begunAt: String(header['begunAt']) }, bytes };
}

/** Two that do not see each other's lock, such as containers with one state directory, can write into one file. */
function isRowOf(row: unknown, name: string | undefined): boolean {
  return (row as { readonly input?: unknown } | undefined)?.input === name;
}

function readLine(line: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

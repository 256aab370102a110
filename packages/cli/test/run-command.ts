import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandIo } from 'registrar-kit';
import { runWithin } from '../src/run.js';
import { realSurroundings, type Surroundings } from '../src/session/surroundings.js';

export interface RunOptions {
  /** What is piped in; left out, standard input is a terminal that nobody types on. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Whether a person sits at a terminal of 80 columns, and what they answer. */
  readonly terminal?: { readonly answer?: string; readonly secret?: string };
  readonly signal?: AbortSignal;
  readonly onOutput?: (text: string) => void;
  /** What the session takes from outside; left out, the real thing. */
  readonly surroundings?: Partial<Surroundings>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one JSON document that it must be. */
  readonly json: () => unknown;
}

/** Runs the command in this process, with a state directory inside `folder`. */
export async function runCommand(
  argv: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const { stdin, terminal, folder = tmpdir() } = options;
  const out: string[] = [];
  const err: string[] = [];
  const isTTY = terminal !== undefined;
  const sink = (texts: string[]): CommandIo['stdout'] => ({
    isTTY,
    ...(isTTY ? { columns: 80 } : {}),
    write: (text) => {
      texts.push(text);
      options.onOutput?.(text);
    },
  });
  const surroundings = { ...realSurroundings, ...options.surroundings };
  const code = await runWithin(surroundings, argv, {
    stdin: source(stdin),
    stdout: sink(out),
    stderr: sink(err),
    env: { REGISTRAR_STATE_DIR: path.join(folder, 'state'), ...options.env },
    workingDirectory: folder,
    homeDirectory: folder,
    platform: process.platform,
    signal: options.signal ?? new AbortController().signal,
    ask: async (question) => {
      err.push(question);
      return terminal?.answer ?? '';
    },
    askSecret: async (question) => {
      err.push(question);
      return terminal?.secret ?? '';
    },
  });
  const stdout = out.join('');
  return { code, stdout, stderr: err.join(''), json: () => JSON.parse(stdout) as unknown };
}

/** A folder for one test file. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'registrar-cli-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function source(text: string | undefined): CommandIo['stdin'] {
  return {
    isTTY: text === undefined,
    async *[Symbol.asyncIterator]() {
      if (text !== undefined) yield Buffer.from(text);
    },
  };
}

import { once } from 'node:events';
import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CommandIo } from './command-io.js';

/** The process that runs the command. Ctrl-C asks it to end; a second Ctrl-C ends it at once. */
export function processIo(): CommandIo {
  const ending = new AbortController();
  const end = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (ending.signal.aborted) process.exit(name === 'SIGTERM' ? 143 : 130);
    ending.abort(name);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => end(name));
  process.stdout.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
    // Whoever read along (`| head`) has seen enough; what the command does goes on to its end.
    if (code === 'EPIPE') return;
    // Ended at once, so that what is kept until all is printed stays kept.
    process.stderr.write(`error: standard output cannot be written (${code})\n`);
    process.exit(1);
  });
  // Notices are no part of the result: a full disk under a log must not end an order that is under way.
  process.stderr.on('error', () => undefined);
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    workingDirectory: process.cwd(),
    homeDirectory: homedir(),
    platform: process.platform,
    signal: ending.signal,
    ask: (question) => askAtTerminal(question, 'shown', ending.signal, () => end('SIGINT')),
    askSecret: (question) => askAtTerminal(question, 'hidden', ending.signal, () => end('SIGINT')),
  };
}

async function askAtTerminal(
  question: string,
  typed: 'shown' | 'hidden',
  signal: AbortSignal,
  onInterrupt: () => void,
): Promise<string> {
  // As a terminal of its own the prompt shows each letter itself, and so nowhere where its output goes nowhere.
  const hidden = typed === 'hidden' ? { output: nowhere(), terminal: true } : undefined;
  const prompt = createInterface({ input: process.stdin, output: process.stderr, ...hidden });
  // The terminal has stopped showing letters by now.
  if (hidden !== undefined) process.stderr.write(question);
  // While it asks, the terminal hands Ctrl-C to the prompt.
  prompt.on('SIGINT', onInterrupt);
  // Ctrl-D closes it without an answer; depending on the version of Node the question then rejects or never settles.
  const closed = once(prompt, 'close').then(() => '');
  const answered = prompt.question(question, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return '';
  });
  try {
    return await Promise.race([answered, closed]);
  } finally {
    prompt.close();
    if (hidden !== undefined) process.stderr.write('\n');
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

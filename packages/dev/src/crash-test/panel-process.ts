import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { PanelJob } from './panel/panel-job.js';
import type { PanelLine } from './panel/panel-line.js';

/** How a panel's process ended. */
export interface PanelEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it printed to standard error. */
  readonly complaints: string;
}

/** Longer than any life can last; one that does hangs. */
const longestLifeMs = 60_000;

/** One life of a panel, from its start to its end or to its kill. */
export class PanelProcess {
  readonly ended: Promise<PanelEnd>;
  /** Everything it printed. */
  printed = '';
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #killed = false;

  /** @param onLine - hears each line as soon as it is here; half a line was never said. */
  constructor(program: string, job: PanelJob, onLine: (line: PanelLine) => void) {
    this.#child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout, stderr } = this.#child;
    let complaints = '';
    let rest = '';
    stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    stdout.setEncoding('utf8').on('data', (text: string) => {
      this.printed += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(JSON.parse(line) as PanelLine);
    });
    // Whoever is killed does not read on.
    stdin.on('error', () => undefined);
    stdin.write(`${JSON.stringify(job)}\n`);
    const hanging = setTimeout(() => {
      complaints += 'it hung';
      this.#child.kill('SIGKILL');
    }, longestLifeMs);
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code, signal) => {
        clearTimeout(hanging);
        resolve({ code, signal, complaints });
      });
    });
  }

  /** Whether it was killed on purpose. */
  get killed(): boolean {
    return this.#killed;
  }

  /** Lets it begin. */
  go(): void {
    this.#child.stdin.write('go\n');
  }

  /** At once and without a chance to clean up. `false` when it had ended by itself. */
  kill(): boolean {
    const { exitCode, signalCode } = this.#child;
    if (this.#killed || exitCode !== null || signalCode !== null) return false;
    this.#killed = this.#child.kill('SIGKILL');
    return this.#killed;
  }
}

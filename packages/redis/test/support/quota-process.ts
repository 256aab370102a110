import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { QuotaJob, QuotaNews, QuotaTask } from './quota-worker.js';

const root = join(__dirname, '..', '..', '..', '..');
const program = join(__dirname, 'quota-worker.ts');

/** One of the processes that share an account. */
export class QuotaProcess {
  readonly name: string;
  readonly news: QuotaNews[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #watchers = new Set<() => void>();
  #complaints = '';

  private constructor(job: QuotaJob) {
    this.name = job.name;
    this.#child = fork(program, [JSON.stringify(job)], {
      cwd: root,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') },
    });
    this.#ended = once(this.#child, 'close');
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#complaints += chunk.toString()));
    this.#child.on('message', (message) => {
      this.news.push(message as QuotaNews);
      for (const look of this.#watchers) look();
    });
  }

  static async start(job: QuotaJob): Promise<QuotaProcess> {
    const started = new QuotaProcess(job);
    await started.until(() => started.count('ready') === 1);
    return started;
  }

  count(is: QuotaNews['is']): number {
    return this.news.filter((each) => each.is === is).length;
  }

  heard(type: string): number {
    return this.news.filter((each) => each.is === 'event' && each.type === type).length;
  }

  /** Puts requests into the line, and comes back when they stand there. */
  async send(count: number, task: Partial<Omit<QuotaTask, 'count'>> = {}): Promise<void> {
    const before = this.count('waiting');
    this.#child.send({ count, lane: 'bulk', timeoutMs: 120_000, ...task } satisfies QuotaTask);
    await this.until(() => this.count('waiting') > before);
  }

  /** Resolves as soon as `holds` does, which is looked at whenever the process tells something. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      void this.#ended.then(() => {
        if (this.#watchers.delete(look))
          reject(new Error(`${this.name} has ended: ${this.#complaints}`));
      });
      look();
    });
  }

  /** At once and without a chance to clean up. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** What it printed to standard error. */
  get complaints(): string {
    return this.#complaints;
  }
}

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface ServerPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: Pick<SpawnOptions, 'uid' | 'gid' | 'env' | 'cwd'>;
  /** What the server prints once it answers. */
  readonly readyText: RegExp;
  /** Ends it in order, and ends it so that nothing in memory is written any more. */
  readonly stopSignal: NodeJS.Signals;
  readonly crashSignal: NodeJS.Signals;
  /** Everything the server keeps; removed in the end. */
  readonly folder: string;
  readonly url: string;
}

const startTimeoutMs = 30_000;
const stopTimeoutMs = 10_000;

/** A real server for a test, on this machine only; it keeps its data when it is stopped and started again. */
export class ServerProcess {
  readonly url: string;
  readonly #plan: ServerPlan;
  #child: ChildProcess | undefined;
  // A test run that is broken off must leave no server behind.
  readonly #onExit = (): void => {
    this.#child?.kill('SIGKILL');
    rmSync(this.#plan.folder, { recursive: true, force: true });
  };

  constructor(plan: ServerPlan) {
    this.#plan = plan;
    this.url = plan.url;
    process.once('exit', this.#onExit);
  }

  async start(): Promise<void> {
    const giveUpAt = Date.now() + startTimeoutMs;
    for (;;) {
      const complaint = await this.#tryToStart();
      if (complaint === undefined) return;
      // After a crash, what the last process held may take a moment to be let go of.
      if (Date.now() > giveUpAt)
        throw new Error(`${this.#plan.command} does not start: ${complaint}`);
      await delay(200);
    }
  }

  /** Ends the server in order. */
  stop(): Promise<void> {
    return this.#end(this.#plan.stopSignal);
  }

  /** Ends the server as a crash would. */
  crash(): Promise<void> {
    return this.#end(this.#plan.crashSignal);
  }

  /** Stops the server where it stands: connections stay open and nothing answers. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends the server and removes its data. */
  async destroy(): Promise<void> {
    await this.crash();
    process.off('exit', this.#onExit);
    rmSync(this.#plan.folder, { recursive: true, force: true });
  }

  /** @returns why it ended, if it did. */
  async #tryToStart(): Promise<string | undefined> {
    const { command, args, options, readyText } = this.#plan;
    const [program = command, ...rest] = [
      ...endingWithUs(this.#plan.crashSignal),
      command,
      ...args,
    ];
    const child = spawn(program, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    const ready = new Promise<undefined>((resolve) => {
      const read = (chunk: Buffer): void => {
        // The last lines are enough to explain a failure.
        printed = (printed + chunk.toString()).slice(-2000);
        if (readyText.test(printed)) resolve(undefined);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
    });
    const ended = once(child, 'exit').then(
      () => printed.trim(),
      (error: unknown) => String(error),
    );
    this.#child = child;
    const complaint = await Promise.race([ready, ended]);
    if (complaint !== undefined) this.#child = undefined;
    return complaint;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await ended;
    clearTimeout(timer);
  }
}

/** On Linux the kernel ends the server when this process is killed and can do so no more. */
function endingWithUs(signal: NodeJS.Signals): string[] {
  const setpriv = '/usr/bin/setpriv';
  if (process.platform !== 'linux' || !existsSync(setpriv)) return [];
  return [setpriv, '--pdeathsig', signal.replace('SIG', ''), '--'];
}

import type { Registrar } from '@registrar-kit/core';
import type { Session } from '../session/session.js';
import { stateDirectory } from '../simulation/state-directory.js';
import { UsageError } from '../usage-error.js';
import type { CheckOutput } from './check-output.js';
import { CheckProgress } from './check-progress.js';
import { openKeptRun, type KeptRun } from './kept-run.js';

export interface LongCheck {
  readonly names: readonly string[];
  readonly registrar: Registrar;
  /** Whether to go on where an earlier run of the same list has ended. */
  readonly resume: boolean;
  /** The command that goes on after this run has been ended. */
  readonly goOn: string;
}

/** Asks for a long list name by name, and keeps what was answered until all of it is printed. */
export async function checkAtLength(
  check: LongCheck,
  session: Session,
  output: CheckOutput,
): Promise<void> {
  const run = await openRun(check, session);
  let how: 'finished' | 'unfinished' = 'unfinished';
  try {
    await answerAll(check, run, session, output);
    output.end();
    how = 'finished';
  } finally {
    run?.close(how);
  }
}

async function answerAll(
  { names, registrar, goOn }: LongCheck,
  run: KeptRun | undefined,
  session: Session,
  output: CheckOutput,
): Promise<void> {
  const earlier = run?.earlier;
  const stream = registrar.streamAvailability(
    { domains: names, ...(earlier === undefined ? {} : { resumeFrom: earlier.resumeToken }) },
    session.callOptions,
  );
  for (const row of earlier?.rows ?? []) output.row(row);
  const progress = new CheckProgress(session.printer.progress);
  progress.show(stream.progress);
  try {
    for await (const answer of stream) {
      const row = session.mark(answer);
      run?.keep(row, stream.resumeToken);
      output.row(row);
      progress.show(stream.progress);
    }
  } catch (error) {
    const { done, total } = stream.progress;
    if (done > 0 && run?.keeps === true)
      session.printer.notice(
        `${String(done)} of ${String(total)} names are answered and kept. To go on: ${goOn}`,
      );
    throw error;
  }
}

async function openRun(
  { names, registrar, resume }: LongCheck,
  session: Session,
): Promise<KeptRun | undefined> {
  const identity = {
    stateDirectory: stateDirectory(session.io),
    account: session.accountOf(registrar),
    names,
  };
  const opened = await openKeptRun(identity, resume, session.io.signal);
  if ('problem' in opened) {
    if (resume && opened.busy)
      throw new UsageError(opened.problem, 'wait until it has ended, or end it, and try again');
    session.printer.notice(`note: this run cannot be resumed: ${opened.problem}`);
    return undefined;
  }
  const { run } = opened;
  if (resume) session.printer.notice(resumeNotice(run, names.length));
  return run;
}

function resumeNotice({ earlier }: KeptRun, total: number): string {
  return earlier === undefined
    ? 'nothing is kept of an earlier run of this list at this account, so it begins anew'
    : `going on after ${String(earlier.rows.length)} of ${String(total)} names, of a run that began ${earlier.begunAt}; what is printed holds the rows of both`;
}

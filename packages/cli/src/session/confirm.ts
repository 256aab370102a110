import { UsageError } from '../usage-error.js';
import type { Session } from './session.js';

/**
 * Asks before something that is not easily taken back, unless `--yes` says that it is meant.
 *
 * @throws UsageError without `--yes` where nobody can be asked.
 */
export async function confirm(
  question: string,
  yes: boolean | undefined,
  session: Session,
): Promise<boolean> {
  if (yes === true) return true;
  assertAnswerable(yes, session);
  session.printer.progress.clear();
  return isYes(await session.io.ask(`${question} [y/N] `));
}

/** The same check by itself, for before anything is asked of the registrar. @throws UsageError */
export function assertAnswerable(yes: boolean | undefined, { io, printer }: Session): void {
  if (yes === true || (!printer.json && io.stdin.isTTY === true && io.stderr.isTTY === true))
    return;
  throw new UsageError(
    'this needs your agreement, and there is no terminal to ask on',
    'add --yes when it is meant',
  );
}

/** Only a plain yes is one. */
export function isYes(answer: string): boolean {
  return /^\s*(?:y|yes)\s*$/i.test(answer);
}

/** For when the person at the terminal said no. */
export function nothingChanged(session: Session): 130 {
  session.printer.notice('nothing was changed');
  return 130;
}

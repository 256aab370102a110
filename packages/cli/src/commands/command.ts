import type { Invocation } from '../arguments/invocation.js';
import type { OptionName } from '../arguments/option-table.js';
import type { ExitCode } from '../exit-codes.js';
import type { Session } from '../session/session.js';

/** One command of `registrar`. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** The forms it has, without `registrar`. */
  readonly usage: readonly string[];
  /** Paragraphs for its own help. */
  readonly about: readonly string[];
  /** Beside the common ones. */
  readonly options: readonly OptionName[];
  /** Lines that can be typed as they are. */
  readonly examples: readonly string[];
  run(invocation: Invocation, session: Session): Promise<ExitCode>;
}

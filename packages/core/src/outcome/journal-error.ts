/** Why a journal cannot record: what an operator would look at first. */
export type JournalFault =
  | 'full'
  | 'read_only'
  | 'locked'
  | 'unreachable'
  /** The row or the whole store is not what was recorded: removed, replaced, emptied or damaged. */
  | 'lost'
  | 'closed'
  | 'failed';

/**
 * A journal engine could not do what was asked; nothing is recorded that was not promised. The message names the engine and
 * the place, never a password.
 */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly fault: JournalFault;

  constructor(fault: JournalFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

import type { CallContext } from '../driver/call-context.js';
import type { AccountChanges } from './account-changes.js';
import { SharedCall } from './shared-call.js';

interface ReadInFlight {
  readonly shared: SharedCall;
  readonly answer: Promise<unknown>;
  /** What had been changed when it began. */
  readonly changes: number;
}

/**
 * Makes identical reads that are under way at the same time once. A read that began before a change does not serve a call that
 * came after it, so that whoever changes something sees the change, also where another object of this process for the same
 * account made it; nothing on the way of a payment reads through here.
 */
export class ReadsInFlight {
  readonly #reads = new Map<string, ReadInFlight>();
  readonly #changes: AccountChanges;

  constructor(changes: AccountChanges) {
    this.#changes = changes;
  }

  /** From now on, what is under way is out of date. Called before and after every change. */
  forget(): void {
    this.#changes.add();
  }

  /** The answer of the read that is under way under `key`, in the same lane, or else of a new one. */
  async read<Result>(
    key: string,
    call: CallContext,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Result> {
    const name = `${call.lane} ${key}`;
    const found = this.#reads.get(name);
    const changes = this.#changes.count;
    if (found?.changes === changes && !found.shared.isAbandoned) {
      const result = (await found.shared.wait(call, found.answer)) as Result;
      // A copy, since what one caller does to an answer must not show in another's.
      return structuredClone(result);
    }
    const shared = new SharedCall(call);
    const answer = work(shared.context);
    const read: ReadInFlight = { shared, answer, changes };
    this.#reads.set(name, read);
    const over = (): void => {
      if (this.#reads.get(name) === read) this.#reads.delete(name);
    };
    answer.then(over, over);
    // Cloned for this one too: the others may copy the original later.
    return structuredClone(await shared.wait(call, answer));
  }
}

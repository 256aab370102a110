import type { CallContext } from '../driver/call-context.js';
import { callEnded } from '../driver/call-ended.js';
import type { DriverAvailability, DriverOperations } from '../driver/registrar-driver.js';
import type { Lane } from '../operations/call-options.js';
import type { DomainName } from '../values/domain-name.js';
import type { ErrorCode } from '../errors/error-code.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { parallelBatches } from './availability-reader.js';
import { SharedCall } from './shared-call.js';

type Rows = readonly DriverAvailability[];

/** Names that one call waits for. */
interface Ask {
  readonly domains: readonly DomainName[];
  readonly call: CallContext;
  /** Its turn has come. */
  readonly begin: (rows: Promise<Rows>) => void;
  /** Its call has ended while it waited for its turn. */
  isOver: boolean;
}

interface Counter {
  underWay: number;
  readonly asks: Ask[];
}

/**
 * Packs what several callers of a lane ask for at the same time into as few requests as possible: while so many are under way
 * as make sense, names are collected, and the next request takes as many as it holds.
 */
export class AvailabilityDesk {
  readonly #lanes: Readonly<Record<Lane, Counter>> = {
    interactive: { underWay: 0, asks: [] },
    bulk: { underWay: 0, asks: [] },
  };

  /**
   * The rows for a batch, which is no larger than a request may be. Rows of names that others asked for may be among them.
   *
   * @param read - how a request is made
   * @param most - how many names one holds
   */
  ask(
    domains: readonly DomainName[],
    call: CallContext,
    read: DriverOperations['checkAvailability'],
    most: number,
  ): Promise<Rows> {
    const counter = this.#lanes[call.lane];
    const { signal } = call;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        ask.isOver = true;
        reject(callEnded(call, 'before anything was sent'));
      };
      const ask: Ask = {
        domains,
        call,
        begin: (rows) => {
          signal.removeEventListener('abort', giveUp);
          rows.then(resolve, reject);
        },
        isOver: false,
      };
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
      else counter.asks.push(ask);
      this.#next(counter, read, most);
    });
  }

  #next(counter: Counter, read: DriverOperations['checkAvailability'], most: number): void {
    while (counter.underWay < parallelBatches) {
      const asks = takeBatch(counter.asks, most);
      const [first] = asks;
      if (first === undefined) return;
      counter.underWay += 1;
      const rows = asks.length === 1 ? readAlone(first, read) : readTogether(asks, first, read);
      rows
        .catch(() => undefined)
        .finally(() => {
          counter.underWay -= 1;
          this.#next(counter, read, most);
        });
    }
  }
}

/** For one caller, whose request it is: it ends when the call does. */
function readAlone(ask: Ask, read: DriverOperations['checkAvailability']): Promise<Rows> {
  const rows = begun(read, ask.domains, { ...ask.call, retry: 'read' });
  ask.begin(rows);
  return rows;
}

/** For several callers, of whom each may leave, and none is to pay for the names of another. */
function readTogether(
  asks: readonly Ask[],
  first: Ask,
  read: DriverOperations['checkAvailability'],
): Promise<Rows> {
  const shared = new SharedCall(first.call);
  const domains = [...new Set(asks.flatMap((ask) => ask.domains))];
  const rows = begun(read, domains, shared.context);
  for (const ask of asks) {
    // Who asked for all of these names would be told the same, and who has left is not to send anything more.
    const isInVain = (): boolean =>
      ask.domains.length === domains.length || ask.call.signal.aborted;
    const own = shared.wait(ask.call, rows).catch((error: unknown) => {
      if (!mayBeOneName(error) || isInVain()) throw error;
      return begun(read, ask.domains, { ...ask.call, retry: 'read' });
    });
    ask.begin(own);
  }
  return rows;
}

const refusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'INVALID_INPUT',
  'UNSUPPORTED_OPERATION',
  'DOMAIN_UNAVAILABLE',
  'DOMAIN_NOT_FOUND',
  'PROVIDER_ERROR',
]);

/** A refusal that may be for one of the names, and would come again for the same ones. */
function mayBeOneName(error: unknown): boolean {
  return isRegistrarError(error) && !error.retryable && refusals.has(error.code);
}

/** An adapter that throws at once is one whose request failed. */
async function begun(
  read: DriverOperations['checkAvailability'],
  domains: readonly DomainName[],
  call: CallContext,
): Promise<Rows> {
  return read(domains, call);
}

/** Takes whoever has waited longest, and as many after it as fit into the same request. */
function takeBatch(asks: Ask[], most: number): readonly Ask[] {
  const taken: Ask[] = [];
  const names = new Set<string>();
  for (let ask = asks[0]; ask !== undefined; ask = asks[0]) {
    if (!ask.isOver) {
      if (taken.length > 0 && new Set([...names, ...ask.domains]).size > most) break;
      for (const name of ask.domains) names.add(name);
      taken.push(ask);
    }
    asks.shift();
  }
  return taken;
}

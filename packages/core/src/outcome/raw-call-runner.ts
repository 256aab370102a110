import { randomUUID } from 'node:crypto';
import type { Clock } from '../config/clock.js';
import { asWrite, type CallContext } from '../driver/call-context.js';
import { throwIfEnded } from '../driver/call-ended.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { AccountJournal, RawCallRecord } from './account-journal.js';
import { hashOf, orderKeyOf } from './order-key.js';
import {
  otherOrder,
  outcomeUnknown,
  overLimit,
  requireJournal,
  sentBefore,
} from './purchase-errors.js';
import { RecordedOrders } from './recorded-orders.js';
import { whileAlive } from './while-alive.js';

/** One raw call that charges the account. */
export interface ChargingCall<Result> {
  /** The vendor's own name of what is called. */
  readonly command: string;
  /** A hash over all parameters. */
  readonly fingerprint: string;
  readonly idempotencyKey: string | undefined;
  /** Sends it, once. */
  send(call: CallContext): Promise<Result>;
}

/**
 * Runs raw calls that charge, with as much care as can be had for a call whose meaning is not known: it is in the journal before
 * it is sent, and under one key it is sent once. Nothing can be read about it, so a lost answer stays lost.
 */
export class RawCallRunner {
  readonly #driver: RegistrarDriver;
  readonly #journal: AccountJournal | undefined;
  readonly #clock: Clock;

  constructor(driver: RegistrarDriver, journal: AccountJournal | undefined, clock: Clock) {
    this.#driver = driver;
    this.#journal = journal;
    this.#clock = clock;
  }

  async run<Result>(charging: ChargingCall<Result>, call: CallContext): Promise<Result> {
    const journal = requireJournal(this.#journal, call);
    const orders = new RecordedOrders(this.#driver, journal, this.#clock);
    const { provider, environment } = this.#driver;
    const { command, idempotencyKey } = charging;
    // Vendors match names in any case, and the fingerprint is the adapter's to say.
    const name = command.toLowerCase();
    const order = hashOf([provider, environment, 'raw', name, charging.fingerprint]);
    const { fingerprint, ...key } = orderKeyOf(idempotencyKey, order, this.#clock.now());
    const row = await orders.settled(await journal.find(key.key, call), fingerprint, call);
    if (row?.kind === 'raw') {
      throw row.state.status === 'done' ? sentBefore(row, call) : orders.unknown(row, call);
    }
    if (row !== undefined) throw otherOrder(row, call);
    const record: RawCallRecord = {
      ...key,
      order: fingerprint,
      operation: { id: randomUUID(), provider, environment, kind: 'raw', command },
      kind: 'raw',
      environment,
      startedAt: this.#clock.now(),
    };
    const outcome = await journal.begin(record, call);
    switch (outcome.status) {
      case 'begun':
        return this.#send(charging, record, journal, call);
      case 'over_limit':
        throw overLimit(outcome, undefined, call);
      case 'busy':
      case 'exists': {
        const rival = await orders.settled(outcome.row, outcome.row.order, call);
        if (rival !== undefined && rival.state.status !== 'done') throw orders.unknown(rival, call);
        return this.run(charging, call);
      }
    }
  }

  async #send<Result>(
    charging: ChargingCall<Result>,
    record: RawCallRecord,
    journal: AccountJournal,
    call: CallContext,
  ): Promise<Result> {
    try {
      throwIfEnded(call);
      const result = await whileAlive(record, journal, this.#clock, () =>
        charging.send(asWrite(call)),
      );
      await journal.record(record, { status: 'done', result: null });
      return result;
    } catch (error) {
      const known = isRegistrarError(error) ? error : undefined;
      if (known?.effect === 'none') {
        await journal.record(record, { status: 'refused' });
        throw known;
      }
      if (known?.effect === 'applied') {
        await journal.record(record, { status: 'done', result: null });
        throw known;
      }
      const because = known?.message ?? 'the adapter failed while the call was under way';
      await journal.record(record, { status: 'unknown', because, lostAt: this.#clock.now() });
      throw outcomeUnknown(record, { because, cause: known }, call);
    }
  }
}

import { repeatableFrom, type Clock, type PricedOperation } from '@registrar-kit/core';
import type { FaultQuestion, RegistryWorld, WorldFault } from '@registrar-kit/testing';
import { doubtfulFaults } from '../../../src/crash-test/doubtful-faults.js';

/**
 * Counts the orders that reach the registrar although an earlier one was executed, or may still be. The world refuses most of
 * them; a registrar that looks less closely would charge each.
 */
export class OrderWatch {
  needless = 0;
  readonly #world: RegistryWorld;
  readonly #kinds: readonly PricedOperation[];
  readonly #domain: string;
  readonly #clock: Clock;
  /** How many charges there were when an order came of which nobody knows what became, and when that was. */
  #doubt: { readonly charges: number; readonly at: number } | undefined;

  constructor(
    world: RegistryWorld,
    kinds: readonly PricedOperation[],
    domain: string,
    clock: Clock,
  ) {
    this.#clock = clock;
    this.#world = world;
    this.#kinds = kinds;
    this.#domain = domain;
    // Every request asks the plan of faults just before it is carried out, whatever the vendor.
    const take = world.faults.take.bind(world.faults);
    world.faults.take = (question) => this.#passing(question, take(question));
  }

  /** What the ledger holds of these orders. */
  get charges(): number {
    const entries = this.#world.ledger({ domain: this.#domain });
    return entries.filter(({ kind }) => this.#kinds.includes(kind)).length;
  }

  /** Orders that were executed and have not ended without what was bought. */
  get standing(): number {
    const ended = this.#world.transfers
      .stored()
      .transfers.filter(
        ({ domain, stage }) =>
          domain === this.#domain && (stage === 'failed' || stage === 'cancelled'),
      );
    return this.charges - ended.length;
  }

  #passing(question: FaultQuestion, fault: WorldFault | undefined): WorldFault | undefined {
    const kinds: readonly string[] = this.#kinds;
    if (![question.operation].flat().some((operation) => kinds.includes(operation))) return fault;
    // One that was executed late is in the ledger, and may have ended since.
    const inDoubt = this.#doubt?.charges === this.charges && !this.#mayRepeat(this.#doubt.at);
    // A name is registered once, so nobody looks again between the look at it and the order.
    const stands = this.standing > 0 && !kinds.includes('registerDomain');
    if (inDoubt || stands) this.needless += 1;
    if (fault !== undefined && doubtfulFaults.includes(fault.fault))
      this.#doubt = { charges: this.charges, at: this.#clock.now() };
    return fault;
  }

  #mayRepeat(at: number): boolean {
    const now = this.#clock.now();
    return this.#kinds.every((kind) => (repeatableFrom(kind, at) ?? Infinity) <= now);
  }
}

import {
  journalScopeOf,
  volatileJournal,
  type CapabilityTable,
  type JournalRow,
  type OperationJournal,
  type PricedOperation,
  type Registrar,
  type RegistrarEvent,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import type { ExecutedPurchase, RegistrarSubject, UnstruckFailure } from './registrar-harness.js';
import type { Situation, SituationMap } from './situation.js';
import { watched, Witness } from './witness.js';

type WishOf<Name extends Situation> = SituationMap[Name]['wish'] extends undefined
  ? readonly []
  : readonly [wish: SituationMap[Name]['wish']];

/** A subject, and how its harness brings situations about in it. */
export interface Scenery {
  readonly capabilities: CapabilityTable;
  readonly subject: RegistrarSubject;
  bring<Name extends Situation>(
    name: Name,
    wish: SituationMap[Name]['wish'],
  ): Promise<SituationMap[Name]['facts']>;
}

interface StageParts {
  readonly registrar: Registrar;
  readonly witness: Witness;
  readonly runtime: RegistrarRuntime;
  readonly journal: OperationJournal;
}

/** What a scenario is played on: a registrar in a fresh subject, and everything that can be seen of it. */
export class Stage<Known extends Situation = Situation> {
  /** Connected with the stage's journal. Whatever it answers or throws is on record. */
  readonly registrar: Registrar;
  readonly journal: OperationJournal;
  readonly capabilities: CapabilityTable;
  readonly events: readonly RegistrarEvent[];
  readonly witness: Witness;
  readonly #scenery: Scenery;
  readonly #runtime: RegistrarRuntime;

  private constructor(scenery: Scenery, { registrar, witness, runtime, journal }: StageParts) {
    this.capabilities = scenery.capabilities;
    this.#scenery = scenery;
    this.#runtime = runtime;
    this.registrar = registrar;
    this.witness = witness;
    this.journal = journal;
    this.events = witness.events;
  }

  static async on(scenery: Scenery): Promise<Stage> {
    const witness = new Witness();
    const journal = volatileJournal();
    const runtime: RegistrarRuntime = {
      journal,
      random: () => 0,
      onEvent: (event) => {
        witness.events.push(event);
      },
    };
    const registrar = watched(await scenery.subject.connect(runtime), witness);
    return new Stage(scenery, { registrar, witness, runtime, journal });
  }

  /** Brings a situation about, as the harness does it. */
  bring<Name extends Known>(
    name: Name,
    ...[wish]: WishOf<Name>
  ): Promise<SituationMap[Name]['facts']> {
    return this.#scenery.bring(name, wish);
  }

  /** A second registrar for the same account and journal, as another process has it. */
  async another(runtime: Pick<RegistrarRuntime, 'onEvent'> = {}): Promise<Registrar> {
    const connected = await this.#scenery.subject.connect({ ...this.#runtime, ...runtime });
    return watched(connected, this.witness);
  }

  /** One without a journal. */
  async withoutJournal(): Promise<Registrar> {
    const { onEvent, random } = this.#runtime;
    const runtime = { ...(onEvent && { onEvent }), ...(random && { random }) };
    return watched(await this.#scenery.subject.connect(runtime), this.witness);
  }

  requests(): number {
    return this.#scenery.subject.requests();
  }

  /** The failures that were planned and have met no request so far; `undefined` where the harness does not count them. */
  unstruck(): readonly UnstruckFailure[] | undefined {
    return this.#scenery.subject.unstruck?.();
  }

  /** What was really bought of one kind, or at all. */
  async purchases(operation?: PricedOperation): Promise<readonly ExecutedPurchase[]> {
    const all = await this.#scenery.subject.purchases();
    return all.filter((purchase) => operation === undefined || purchase.operation === operation);
  }

  /** The journal, newest first. */
  rows(): Promise<readonly JournalRow[]> {
    return this.journal.list(journalScopeOf(this.registrar.scope));
  }
}

import type { OperationName } from '@registrar-kit/core';
import type { PanelStep, Told } from './panel/panel-line.js';
import type { StrikeMoment } from './strike.js';

/** Something that happened to an order, as the judge saw it. */
export type StoryEvent =
  | { readonly what: 'step'; readonly step: PanelStep }
  | { readonly what: 'told'; readonly told: Told }
  | { readonly what: 'killed'; readonly moment: StrikeMoment }
  /** Something beside the order was asked of the registrar. */
  | {
      readonly what: 'asked';
      readonly operations: readonly OperationName[];
      readonly fault: string | undefined;
    }
  /** The order reached the registrar. */
  | { readonly what: 'arrived'; readonly fault: string | undefined; readonly needless: boolean }
  /** The registrar carried the order out; the judge's own ledger says so. */
  | { readonly what: 'charged'; readonly amount: string };

interface Entry {
  readonly atMs: number;
  readonly life: number;
  readonly event: StoryEvent;
}

/** Everything that happened to one order, in the order in which it happened. */
export class OrderStory {
  /** Set when the order came to the registrar and nobody who placed it can know what became of it. */
  inDoubt = false;
  /** How many times the order is at the registrar and not answered. */
  underWay = 0;
  readonly #now: () => { readonly atMs: number; readonly life: number };
  readonly #entries: Entry[] = [];

  /** @param now - the moment and the life of the panel */
  constructor(now: () => { readonly atMs: number; readonly life: number }) {
    this.#now = now;
  }

  add(event: StoryEvent): void {
    this.#entries.push({ ...this.#now(), event });
  }

  get events(): readonly StoryEvent[] {
    return this.#entries.map(({ event }) => event);
  }

  /** What the customer was told, the last word at the end. */
  get told(): readonly Told[] {
    return this.events.flatMap((event) => (event.what === 'told' ? [event.told] : []));
  }

  get charges(): number {
    return this.events.filter(({ what }) => what === 'charged').length;
  }

  /** For whoever has to find out what went wrong. */
  toText(): string {
    return this.#entries
      .map(({ atMs, life, event }) => {
        const time = atMs.toFixed(1).padStart(9);
        return `${time} ms  life ${String(life + 1)}  ${describe(event)}`;
      })
      .join('\n');
  }
}

function describe(event: StoryEvent): string {
  switch (event.what) {
    case 'step':
      return `panel: ${event.step}`;
    case 'told':
      return `panel is told: ${event.told.outcome} ${event.told.text.slice(0, 600)}`;
    case 'killed':
      return `KILLED (${event.moment})`;
    case 'asked':
      return `registrar is asked: ${event.operations.join('/')}${faulty(event.fault)}`;
    case 'arrived':
      return `registrar gets the order${event.needless ? ' ALTHOUGH ONE STANDS OR MAY STAND' : ''}${faulty(event.fault)}`;
    case 'charged':
      return `registrar carries it out and charges ${event.amount}`;
  }
}

function faulty(fault: string | undefined): string {
  return fault === undefined ? '' : ` [${fault}]`;
}

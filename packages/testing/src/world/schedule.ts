import type { OperationName } from '@registrar-kit/core';

/** Whom something planned strikes, and how often. What is left out does not narrow it. */
export interface Occasion {
  /** @defaultValue any operation */
  readonly operation?: OperationName | readonly OperationName[];
  /** @defaultValue any domain */
  readonly domain?: string;
  /** How many matching requests it strikes. @defaultValue 1 */
  readonly times?: number;
  /** How many matching requests pass before it strikes. @defaultValue 0 */
  readonly after?: number;
}

/** What is about to happen, for finding what strikes it. */
export interface OccasionQuestion {
  /** The operations of the contract that it serves. */
  readonly operation: OperationName | readonly OperationName[];
  /** The domain or domains that it is about. */
  readonly domain?: string | readonly string[];
}

interface Planned<Item> {
  readonly item: Item;
  passesLeft: number;
  timesLeft: number;
  struck: boolean;
}

/** Things to come, in the order in which they were planned; each request takes one. */
export class Schedule<Item extends Occasion> {
  #planned: Planned<Item>[] = [];

  add(item: Item): void {
    const { times = 1, after = 0 } = item;
    this.#planned.push({ item, passesLeft: after, timesLeft: times, struck: false });
  }

  /** Takes the one that strikes, or `undefined`. Taking uses it up once. `accepts` narrows further. */
  take(question: OccasionQuestion, accepts: (item: Item) => boolean): Item | undefined {
    for (const planned of this.#planned) {
      if (!matches(planned.item, question) || !accepts(planned.item)) continue;
      if (planned.passesLeft > 0) {
        planned.passesLeft -= 1;
        continue;
      }
      planned.struck = true;
      planned.timesLeft -= 1;
      if (planned.timesLeft === 0)
        this.#planned = this.#planned.filter((other) => other !== planned);
      return planned.item;
    }
    return undefined;
  }

  /** What has not struck as often as it was to, with the counts that are left. */
  pending(): readonly Item[] {
    return this.#planned.map(({ item, passesLeft, timesLeft }) => ({
      ...item,
      after: passesLeft,
      times: timesLeft,
    }));
  }

  /** What has not struck once. */
  unstruck(): readonly Item[] {
    return this.#planned.filter(({ struck }) => !struck).map(({ item }) => item);
  }

  clear(): void {
    this.#planned = [];
  }
}

function matches(occasion: Occasion, question: OccasionQuestion): boolean {
  const operations = [question.operation].flat();
  const wanted = occasion.operation === undefined ? undefined : [occasion.operation].flat();
  if (wanted !== undefined && !operations.some((operation) => wanted.includes(operation)))
    return false;
  if (occasion.domain === undefined) return true;
  const domains = question.domain === undefined ? [] : [question.domain].flat();
  return domains.includes(occasion.domain);
}

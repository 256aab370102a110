import {
  journalScopeOf,
  type AccountScope,
  type JournalRow,
  type OperationJournal,
  type PurchaseRow,
} from '@registrar-kit/core';
import { UsageError } from '../usage-error.js';
import { journalFault } from './faults.js';

/** How many of the newest orders a shortened id is looked for in. */
const searched = 10_000;
const shortestId = 4;

/** The orders that the journal holds for one account. */
export class OrderBook {
  readonly #journal: OperationJournal;
  readonly #scope: string;

  constructor(journal: OperationJournal, account: AccountScope) {
    this.#journal = journal;
    this.#scope = journalScopeOf(account);
  }

  /** The newest orders, newest first. */
  newest(limit: number): Promise<readonly JournalRow[]> {
    return answerOf(this.#journal.list(this.#scope, limit));
  }

  /** The newest order of a kind for a domain, if there is one. */
  async newestFor({
    operation,
    domain,
  }: {
    readonly operation: string;
    readonly domain: string;
  }): Promise<PurchaseRow | undefined> {
    const orders = await this.newest(searched);
    return orders.find(
      (row): row is PurchaseRow =>
        row.kind !== 'raw' && row.kind === operation && row.operation.domain === domain,
    );
  }

  /**
   * The order with an id, or with the only id that begins like it.
   *
   * @throws UsageError when there is none, or several.
   */
  async get(id: string): Promise<JournalRow> {
    const exact = await answerOf(this.#journal.findById(this.#scope, id));
    if (exact !== undefined) return exact;
    const orders = id.length < shortestId ? [] : await this.newest(searched);
    const [found, another] = orders.filter(({ operation }) => operation.id.startsWith(id));
    if (found === undefined)
      throw new UsageError(
        `there is no order "${id}" of this account`,
        'registrar operations list shows those there are; an order that was refused is in none',
      );
    if (another !== undefined)
      throw new UsageError(`several orders begin with "${id}"`, 'give more of the id');
    return found;
  }
}

async function answerOf<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw journalFault(error);
  }
}

import { compareTexts, pageOf } from './page-of.js';
import type {
  TransferOrder,
  TransferPage,
  TransferPaging,
  TransferStage,
  WorldTransfer,
} from './world-transfer.js';

const firstTransferId = 300_001;
const ends: readonly TransferStage[] = ['done', 'failed', 'cancelled'];

/** Whether a transfer is still under way. */
export function isOpen({ stage }: WorldTransfer): boolean {
  return !ends.includes(stage);
}

/** All transfers of a world to its registrar. */
export class TransferBook {
  readonly #transfers = new Map<number, WorldTransfer>();
  #nextId = firstTransferId;

  get nextId(): number {
    return this.#nextId;
  }

  get(id: number): WorldTransfer | undefined {
    return this.#transfers.get(id);
  }

  /** The oldest first. */
  all(): readonly WorldTransfer[] {
    return [...this.#transfers.values()];
  }

  ofAccount(account: string): readonly WorldTransfer[] {
    return this.all().filter((transfer) => transfer.account === account);
  }

  /** The last one of a domain, to one account or any. */
  latest(domain: string, account?: string): WorldTransfer | undefined {
    return this.all().findLast(
      (transfer) =>
        transfer.domain === domain && (account === undefined || transfer.account === account),
    );
  }

  /** The one of a domain that is under way. */
  open(domain: string): WorldTransfer | undefined {
    return this.all().find((transfer) => transfer.domain === domain && isOpen(transfer));
  }

  set(transfer: WorldTransfer): void {
    this.#transfers.set(transfer.id, transfer);
    this.#nextId = Math.max(this.#nextId, transfer.id + 1);
  }

  restore(transfers: readonly WorldTransfer[], nextId: number): void {
    this.#transfers.clear();
    this.#nextId = Math.max(firstTransferId, nextId);
    for (const transfer of transfers) this.set(transfer);
  }
}

/** Searches, sorts and cuts transfers. */
export function pageOfTransfers(
  transfers: readonly WorldTransfer[],
  paging: TransferPaging,
): TransferPage {
  const { search = '', sortBy = 'id' } = paging;
  const stages = paging.stage === undefined ? undefined : [paging.stage].flat();
  const found = transfers.filter(
    ({ domain, stage }) =>
      domain.includes(search.toLowerCase()) && (stages === undefined || stages.includes(stage)),
  );
  return pageOf(found, orders[sortBy], paging);
}

type Order = (left: WorldTransfer, right: WorldTransfer) => number;

const byId: Order = (left, right) => left.id - right.id;
const orders: Record<TransferOrder, Order> = {
  id: byId,
  name: (left, right) => compareTexts(left.domain, right.domain) || byId(left, right),
  started: (left, right) => compareTexts(left.startedAt, right.startedAt) || byId(left, right),
  changed: (left, right) => compareTexts(left.changedAt, right.changedAt) || byId(left, right),
};

import type {
  OperationHandle,
  RegisterDomainInput,
  RenewDomainInput,
  RestoreDomainInput,
  Testimony,
  TransferDomainInput,
} from '@registrar-kit/core';

/** What a panel works with and has to do; plain JSON, since it goes into another process. */
export interface PanelJob {
  /** For `createRegistrar`. */
  readonly config: Record<string, unknown>;
  readonly journal: JournalPlace;
  /** How long other processes believe this one to be alive. @defaultValue the engine's own */
  readonly leaseMs?: number;
  readonly timeoutMs: number;
  /** How far the clock of this panel is ahead of the machine's. */
  readonly clockAheadMs: number;
  /** How many tasks it does at once. */
  readonly hands: number;
  readonly tasks: readonly PanelTask[];
}

/** Where the journal is kept. */
export type JournalPlace =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly connectionString: string }
  | { readonly engine: 'redis'; readonly url: string };

export type PanelTask = BuyTask | ReconcileTask;

/** An order to be placed. */
export interface BuyTask {
  readonly do: 'buy';
  readonly order: Order;
  /** Without a key the registrar derives one from the order. */
  readonly options: { readonly idempotencyKey?: string };
}

/** An order whose answer was lost. */
export interface ReconcileTask {
  readonly do: 'reconcile';
  readonly order: Order;
  readonly handle: OperationHandle;
  /** What a person saw at the registrar. */
  readonly witnessed?: Testimony;
}

/** What a customer orders, under a name that stays the same over all lives of a panel. */
export type Order = { readonly id: string } & (
  | { readonly kind: 'registerDomain'; readonly input: RegisterDomainInput }
  | { readonly kind: 'renewDomain'; readonly input: RenewDomainInput }
  | { readonly kind: 'restoreDomain'; readonly input: RestoreDomainInput }
  | { readonly kind: 'transferDomain'; readonly input: TransferDomainInput }
);

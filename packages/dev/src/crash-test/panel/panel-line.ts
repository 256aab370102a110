import type { OperationHandle } from '@registrar-kit/core';

/** Where a panel stands with an order. Printed as it happens, so that a panel can be killed right there. */
export type PanelStep = 'asked' | 'begin' | 'begun' | 'settle' | 'settled';

/** One line that a panel prints. */
export type PanelLine =
  | { readonly say: 'ready'; readonly scope: string }
  | { readonly say: PanelStep; readonly order: string }
  | ({ readonly say: 'told'; readonly order: string } & Told);

/** What the panel would tell its customer. */
export interface Told {
  /** `refused`: not bought, nothing charged. `broken`: an error that is none of the contract. */
  readonly outcome: 'done' | 'refused' | 'unknown' | 'broken';
  /** Of a purchase, or of an order whose outcome is not known. */
  readonly handle?: OperationHandle;
  /** What the provider is said to have taken. */
  readonly charged?: string;
  /** Wishes that did not come true. */
  readonly incomplete?: readonly string[];
  readonly code?: string;
  /** The whole answer in words, for whoever has to understand a failure. */
  readonly text: string;
}

import type { Money } from '../values/money.js';
import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The price is not the one that was agreed. Nothing was bought; ask for a new quote. */
export class PriceChangedError extends RegistrarError {
  override readonly name = 'PriceChangedError';
  override readonly code = 'PRICE_CHANGED';
  /** What the caller agreed to; `undefined` when it agreed to the listed price and the name has a special one. */
  readonly agreed: Money | undefined;
  /** What the registrar asks now; `undefined` when it only said that the price differs. */
  readonly current: Money | undefined;

  constructor(
    init: RegistrarErrorInit & {
      readonly agreed?: Money | undefined;
      readonly current?: Money | undefined;
    },
  ) {
    super('PRICE_CHANGED', init);
    this.agreed = init.agreed;
    this.current = init.current;
  }

  protected override details(): Record<string, unknown> {
    return { agreed: this.agreed, current: this.current };
  }
}

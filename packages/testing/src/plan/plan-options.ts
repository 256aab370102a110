import type { Money, OperationName, PricedOperation } from '@registrar-kit/core';
import { faultNames, type FaultName } from '../world/world-fault.js';
import { surpriseNames, type SurpriseName } from '../world/world-surprise.js';

/** Everything that can be planned by name. */
export type PlanName = FaultName | SurpriseName;

/** Every name that can be planned: what goes wrong with a request, and what awaits an order. */
export const planNames: readonly PlanName[] = [...faultNames, ...surpriseNames];

/** Which requests something planned strikes, and how often. */
export interface PlanOptions<Operation extends OperationName = OperationName> {
  /**
   * The operation that it strikes.
   * @defaultValue any; for an answer that is lost, truncated or empty, and for `commit-after-reconcile-read`, any that changes
   * something, since a purchase reads before it buys
   */
  readonly operation?: Operation;
  /** The domain that it strikes, as people type it. @defaultValue any */
  readonly domain?: string;
  /** How many requests it strikes. @defaultValue 1 */
  readonly times?: number | 'always';
  /** How many requests pass before it strikes. @defaultValue 0 */
  readonly after?: number;
}

/** What can be said about each name; what stands without a question mark must be said. */
export type PlanOptionsOf<Name extends PlanName> = Name extends 'slow-answer'
  ? PlanOptions & {
      /** By the clock of the world. @defaultValue 1000 */
      readonly delayMs?: number;
    }
  : Name extends 'premium-price-changed' | 'listed-price-changed'
    ? PlanOptions<PricedOperation> & {
        /** The new price of one year, without fees. @defaultValue double */
        readonly to?: Money;
      }
    : Name extends 'pending-until'
      ? PlanOptions<'registerDomain'> & {
          /** `YYYY-MM-DD`, by the clock of the world. */
          readonly until: string;
        }
      : Name extends 'name-taken'
        ? PlanOptions<'registerDomain'>
        : Name extends 'balance-spent'
          ? PlanOptions<PricedOperation>
          : PlanOptions;

/** The arguments after the name: none are needed where everything has a default. */
export type PlanArguments<Name extends PlanName> =
  Partial<PlanOptionsOf<Name>> extends PlanOptionsOf<Name>
    ? [options?: PlanOptionsOf<Name>]
    : [options: PlanOptionsOf<Name>];

/** Something planned as data, for a list of them. */
export type PlanEntry =
  | { [Name in PlanName]: [] extends PlanArguments<Name> ? Name : never }[PlanName]
  | { [Name in PlanName]: PlanOptionsOf<Name> & { readonly name: Name } }[PlanName];

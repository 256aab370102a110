import type { CapabilityTable } from '@registrar-kit/core';
import type { RegistryWorld } from '../../world/registry-world.js';
import type { ExecutedPurchase, RegistrarSubject } from './registrar-harness.js';

/** A subject whose registrar stands on a registry world: `worldSituations` and `faultSituations` can be used with it. */
export interface WorldSubject extends RegistrarSubject {
  readonly world: RegistryWorld;
  /** The account of the world that the registrar works for. */
  readonly account: string;
  /** What the harness states, for situations that depend on its limits. */
  readonly capabilities: CapabilityTable;
}

/** What a world's account has bought, for {@link RegistrarSubject.purchases}. */
export function purchasesIn(world: RegistryWorld, account: string): readonly ExecutedPurchase[] {
  return world
    .ledger({ account })
    .map(({ kind, domain, amount }) => ({ operation: kind, domain, amount }));
}

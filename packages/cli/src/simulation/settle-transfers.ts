import type { RegistryWorld } from '@registrar-kit/testing';

/** How long simulated registries take to decide on a transfer, in milliseconds. Real ones take days. */
const decisionMs = 5_000;

/** Lets the registries decide on transfers that have been under way for a while: nothing in a simulated world goes on by itself. */
export function settleTransfers(world: RegistryWorld): void {
  const due = world.clock.now() - decisionMs;
  for (const { domain, stage, changedAt } of world.transfers.stored().transfers) {
    // One that waits for its auth code waits until it gets it.
    const isWithRegistry = stage === 'submitted' || stage === 'waiting_approval';
    if (isWithRegistry && Date.parse(changedAt) <= due) world.transfers.settle(domain);
  }
}

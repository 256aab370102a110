import { money } from '@registrar-kit/core';
import { ManualClock, RegistryWorld, type RegistryWorldOptions } from '@registrar-kit/testing';

/** A world on 15 January 2026 with one account that holds 100 USD and 5,000 TRY. */
export function smallWorld(options: RegistryWorldOptions = {}): {
  readonly world: RegistryWorld;
  readonly clock: ManualClock;
} {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  const world = new RegistryWorld({ clock, ...options });
  world.addAccount({ id: 'panel', balances: [money('100.00', 'USD'), money('5000.00', 'TRY')] });
  return { world, clock };
}

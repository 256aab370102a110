import { money, systemClock, type Clock } from '@registrar-kit/core';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { RegistryWorld, type RegistrarSimulator } from '@registrar-kit/testing';

/** Each vendor has its own form of an account id. */
export const vendorAccounts = {
  namecheap: 'harbourbooks',
  'domain-name-api': '0c0ffee0-1111-4222-8333-444455556666',
} as const;

/** A vendor whose simulator money is spent at. */
export type VendorName = keyof typeof vendorAccounts;
export const vendorNames = Object.keys(vendorAccounts) as readonly VendorName[];

/** The key of every account; both vendors take the form. To be found nowhere. */
export const secretKey = '0ca9a4c0ffee4f1d7b90ca9a40000001';

/** No test about money waits for a quota. */
const quota = { windows: [{ limit: 100_000, windowMs: 8 }] };

/** A registry with one account that can pay for everything. */
export function openWorld(
  account: string,
  { clock = systemClock, balance = '100000.00' }: { clock?: Clock; balance?: string } = {},
): RegistryWorld {
  const world = new RegistryWorld({ clock });
  world.addAccount({
    id: account,
    keys: { test: secretKey },
    balances: [money(balance, 'USD')],
  });
  return world;
}

/** The vendor's interface to a registry. */
export function openSimulator(vendor: VendorName, world: RegistryWorld): RegistrarSimulator {
  return vendor === 'namecheap'
    ? createNamecheapSimulator({ world, quota })
    : createDomainNameApiSimulator({ world, quota });
}

import { money, type PricedOperation } from '@registrar-kit/core';
import { aContactSet, type RegistryWorld } from '@registrar-kit/testing';
import type { Dice } from './dice.js';
import type { Order } from './panel/panel-job.js';
import { secretKey } from './vendors.js';

/** In contacts and auth codes, which must turn up nowhere. */
const canary = 'CANARY';
const contacts = aContactSet({ lastName: `${canary}son`, email: `${canary}@example.com` });
const price = { atMost: money('100000.00', 'USD') };

/** Whether a text holds a secret, in any case and as vendors encode auth codes. */
export function holdsSecret(text: string): boolean {
  const encoded = Buffer.from(canary).toString('base64').slice(0, 8);
  return [canary.toLowerCase(), secretKey, encoded.toLowerCase()].some((secret) =>
    text.toLowerCase().includes(secret),
  );
}

/** An order, and the registry as it has to be for it. */
export interface OrderPlan {
  readonly order: Order;
  /** Puts what is ordered there; nothing is charged. */
  readonly setUp: (world: RegistryWorld, account: string) => void;
  /** Whether the wishes beside a purchase are true at the registrar. */
  readonly wished: (world: RegistryWorld) => boolean;
}

const none = { setUp: () => undefined, wished: () => true };

/** One order for a domain of its own. Days are counted from `today`. */
export function planOrder(
  kind: PricedOperation,
  name: string,
  today: string,
  dice: Dice,
): OrderPlan {
  const domain = `${name}.${dice.pick(['com', 'net', 'shop'])}`;
  const id = `${kind} ${domain}`;
  switch (kind) {
    case 'registerDomain': {
      const wishes = dice.pick([{}, { privacy: true, lock: true }, { privacy: true }]);
      const years = dice.pick([1, 1, 2]);
      return {
        order: { id, kind, input: { domain, years, contacts, price, ...wishes } },
        setUp: none.setUp,
        wished: (world) => {
          const row = world.find(domain);
          return (
            (!('privacy' in wishes) || row?.privacy === true) &&
            (!('lock' in wishes) || row?.locked === true)
          );
        },
      };
    }
    case 'renewDomain': {
      const years = dice.pick([1, 1, 2]);
      const expectedExpiresOn = daysAfter(today, dice.between(5, 300));
      return {
        ...none,
        order: { id, kind, input: { domain, years, expectedExpiresOn, price } },
        setUp: (world, account) =>
          void world.putDomain({ domain, account, expiresOn: expectedExpiresOn }),
      };
    }
    case 'restoreDomain': {
      const expiresOn = daysAfter(today, -40);
      return {
        ...none,
        order: { id, kind, input: { domain, price } },
        setUp: (world, account) =>
          void world.putDomain({ domain, account, status: 'redemption', expiresOn }),
      };
    }
    case 'transferDomain': {
      const authCode = `${canary}-${domain}!`;
      return {
        ...none,
        order: { id, kind, input: { domain, authCode, price } },
        setUp: (world) => void world.putForeignDomain({ domain, authCode }),
      };
    }
  }
}

function daysAfter(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

import {
  money,
  type OperationName,
  type PaidCallOptions,
  type PricedOperation,
  type Registrar,
} from '@registrar-kit/core';
import { aContactSet } from '@registrar-kit/testing';
import type { Dice } from '../../../src/crash-test/dice.js';
import type { Shop } from './shops.js';

/** One domain, and how somebody orders something for it. */
export interface Trade {
  readonly domain: string;
  /** What may be ordered, and must be paid once in all. */
  readonly kinds: readonly PricedOperation[];
  /** Requests beside the order that faults strike. */
  readonly beside: readonly OperationName[];
  order(registrar: Registrar, options: PaidCallOptions): Promise<object>;
  /** What happens at the registrar between two rounds of clicks. */
  goOn(): void;
  /** What a purchase that is done, with nothing left open, must have brought beside the domain. */
  wished(): boolean;
}

/** What is traded. */
export const tradeNames = ['registration', 'renewal', 'restore', 'revival', 'transfer'] as const;
export type TradeName = (typeof tradeNames)[number];

/** Secrets and contacts that must turn up nowhere. */
export const canary = 'CANARY';
const contacts = aContactSet({ lastName: `${canary}son`, email: `${canary}@example.com` });
const price = { atMost: money('100000.00', 'USD') };
const dayMs = 86_400_000;

type Setting = { readonly shop: Shop; readonly dice: Dice; readonly domain: string };

/** Sets a trade up. */
export function openTrade(name: TradeName, shop: Shop, dice: Dice, seed: number): Trade {
  const domain = `harbour-${String(seed)}.${dice.pick(['com', 'net', 'shop'])}`;
  return trades[name]({ shop, dice, domain });
}

const quiet = { goOn: () => undefined, wished: () => true };
const reading = ['getDomain', 'quote', 'getPrices'] as const;

const trades: Readonly<Record<TradeName, (setting: Setting) => Trade>> = {
  registration: ({ shop: { world }, dice, domain }) => {
    const wishes = dice.pick([{}, { privacy: true, lock: true }, { privacy: true }]);
    return {
      domain,
      kinds: ['registerDomain'],
      beside: [...reading, 'setPrivacy', 'setLock', 'getPrivacy', 'getLock'],
      order: (registrar, options) =>
        registrar.registerDomain(
          { domain, years: dice.pick([1, 1, 1, 2]), contacts, price, ...wishes },
          options,
        ),
      goOn: () => undefined,
      wished: () => {
        const row = world.find(domain);
        return (
          (!('privacy' in wishes) || row?.privacy === true) &&
          (!('lock' in wishes) || row?.locked === true)
        );
      },
    };
  },

  renewal: ({ shop: { world, account }, dice, domain }) => {
    const { expiresOn: expectedExpiresOn } = world.putDomain({ domain, account });
    return {
      domain,
      kinds: ['renewDomain'],
      beside: reading,
      order: (registrar, options) => {
        const years = dice.pick([1, 1, 2]);
        return registrar.renewDomain({ domain, years, expectedExpiresOn, price }, options);
      },
      ...quiet,
    };
  },

  restore: ({ shop, domain }) => {
    const { world, account } = shop;
    world.putDomain({ domain, account, status: 'redemption', expiresOn: daysAgo(shop, 40) });
    return {
      domain,
      kinds: ['restoreDomain'],
      beside: reading,
      order: (registrar, options) => registrar.restoreDomain({ domain, price }, options),
      ...quiet,
    };
  },

  // Of an expired domain both would extend it.
  revival: ({ shop, dice, domain }) => {
    const { world, account } = shop;
    const expectedExpiresOn = daysAgo(shop, 10);
    world.putDomain({ domain, account, expiresOn: expectedExpiresOn });
    return {
      domain,
      kinds: ['renewDomain', 'restoreDomain'],
      beside: reading,
      order: (registrar, { idempotencyKey, ...options }) => {
        const kind = dice.pick(['renewDomain', 'restoreDomain'] as const);
        const key =
          idempotencyKey === undefined ? {} : { idempotencyKey: `${kind} ${idempotencyKey}` };
        return kind === 'renewDomain'
          ? registrar.renewDomain(
              { domain, years: 1, expectedExpiresOn, price },
              { ...options, ...key },
            )
          : registrar.restoreDomain({ domain, price }, { ...options, ...key });
      },
      ...quiet,
    };
  },

  transfer: ({ shop, dice, domain }) => {
    const { world, account } = shop;
    const { resubmitTransfer } = shop.registrars[0].capabilities;
    const authCode = `${canary}-${domain}!`;
    world.putForeignDomain({ domain, authCode, locked: dice.chance(0.1) });
    const wishes = dice.pick([{}, { privacy: true }, { privacy: true, contacts }]);
    const latest = () => world.transfers.stored().transfers.at(-1);
    const isOpen = (): boolean =>
      !['done', 'failed', 'cancelled', undefined].includes(latest()?.stage);
    const refund = dice.chance(0.5);
    const mayStartAgain = (): boolean =>
      resubmitTransfer.support !== 'unsupported' &&
      latest()?.stage === 'failed' &&
      latest()?.refunded === false;
    return {
      domain,
      kinds: ['transferDomain'],
      beside: [...reading, 'getTransfer', 'setPrivacy', 'setContacts', 'getContacts'],
      order: (registrar, options) => {
        const given = dice.chance(0.15) ? `${canary}-wrong` : authCode;
        return registrar.transferDomain({ domain, authCode: given, price, ...wishes }, options);
      },
      goOn: () => {
        if (isOpen()) {
          dice.pick([
            () => undefined,
            () => world.transfers.settle(domain),
            () => world.transfers.complete(domain),
            () => world.transfers.fail(domain, 'losing_registrar', { refund }),
            () => world.transfers.cancel(account, domain, { refund }),
          ])();
        } else if (mayStartAgain() && dice.chance(0.5)) {
          world.transfers.resubmit(account, latest()?.id ?? 0);
        }
      },
      wished: () => !('privacy' in wishes) || world.find(domain)?.privacy === true,
    };
  },
};

function daysAgo({ clock }: Shop, days: number): string {
  return new Date(clock.now() - days * dayMs).toISOString().slice(0, 10);
}

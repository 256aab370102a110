import {
  addYears,
  isRegistrarError,
  parseDomainName,
  ProviderError,
  type PriceReading,
  type Receipt,
  type Registrar,
  TransportError,
  volatileJournal,
} from '@registrar-kit/core';
import type { FakeDriver } from '../../src/fake/fake-driver.js';
import { unless, withMethods, without, type Mutant } from './mutant.js';

const registers =
  'registerDomain registers the name for the years ordered, and charges the account once';
const exact = 'takes the exact price of a quote';

/** Mistakes that cost money. */
export const moneyMutants: readonly Mutant[] = [
  {
    mistake: 'sends an order again when its answer was lost',
    caughtBy: [
      'charges a renewDomain once at most when answer-lost-after-commit meets it, however often it is repeated',
      'calls the outcome of a renewDomain unknown that was lost and cannot be found, and never sends it again',
    ],
    driver: (driver) => ({
      ...driver,
      renewDomain: (order, call) =>
        unless(driver.renewDomain(order, call), (error) => {
          if (!isRegistrarError(error) || error.effect !== 'unknown') throw error;
          return driver.renewDomain(order, call);
        }),
    }),
  },
  {
    mistake: 'sends an order again when the registrar has a breakdown',
    caughtBy: [
      'charges a renewDomain once at most when truncated-answer meets it, however often it is repeated',
    ],
    driver: (driver) => ({
      ...driver,
      renewDomain: (order, call) =>
        unless(driver.renewDomain(order, call), (error) => {
          if (!isRegistrarError(error, 'UNEXPECTED_RESPONSE')) throw error;
          return driver.renewDomain(order, call);
        }),
    }),
  },
  {
    mistake: 'calls an order undone because a reading does not find it',
    caughtBy: [
      'calls the outcome of a registerDomain unknown that was lost and cannot be found, and never sends it again',
      'settles a registerDomain that the vendor carried out late, from another process, with one charge',
    ],
    registrar: (registrar) =>
      withMethods(registrar, {
        registerDomain: ((input, options) =>
          unless(registrar.registerDomain(input, options), (error) => {
            if (!isRegistrarError(error, 'OUTCOME_UNKNOWN')) throw error;
            const { provider, operation, lostBecause: detail } = error;
            throw new TransportError({ provider, operation, phase: 'sent', detail });
          })) as Registrar['registerDomain'],
      }),
  },
  {
    mistake: 'takes a lost answer for success',
    caughtBy: [
      'calls the outcome of a registerDomain unknown that was lost and cannot be found, and never sends it again',
      'charges a registerDomain once at most when answer-lost-before-commit meets it, however often it is repeated',
    ],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) =>
        unless(driver.registerDomain(order, call), (error): Receipt => {
          if (!isRegistrarError(error, 'TRANSPORT_FAILED')) throw error;
          return { status: 'done' };
        }),
    }),
  },
  {
    mistake: 'keeps the journal to itself, so that another process orders again',
    caughtBy: [
      'answers a repeated renewDomain with the recorded result, in another process too, and charges once',
      'charges one of several transferDomain calls that go out at once under one key',
      'getOperation tells what became of a purchase, in another process too',
    ],
    runtime: (runtime) => ({ ...runtime, journal: volatileJournal() }),
  },
  {
    mistake: 'forgets every order under its own key',
    caughtBy: ['refuses a key that names another order, and sends nothing'],
    registrar: (registrar) =>
      withMethods(registrar, {
        registerDomain: ((input, options) => {
          return registrar.registerDomain(input, without(options ?? {}, 'idempotencyKey'));
        }) as Registrar['registerDomain'],
      }),
  },
  {
    mistake: 'forgets that a result was recovered',
    caughtBy: [
      'finds a registerDomain whose answer was lost by reading, and says that it was recovered',
    ],
    registrar: (registrar) =>
      withMethods(registrar, {
        registerDomain: (async (input, options) => {
          const result = await registrar.registerDomain(input, options);
          return 'recovered' in result ? { ...result, recovered: false } : result;
        }) as Registrar['registerDomain'],
      }),
  },
  {
    mistake: 'reports another charge than the one that was made',
    caughtBy: [registers],
    driver: (driver) => ({
      ...driver,
      registerDomain: async (order, call) => {
        const receipt = await driver.registerDomain(order, call);
        const { price } = order.reading;
        return { ...receipt, charged: { ...price, amount: '1.00' } };
      },
    }),
  },
  {
    mistake: 'reports the price that it expected as the charge',
    caughtBy: ['buys at no other price than agreed, or tells by how much the charge exceeds it'],
    driver: (driver) => ({
      ...driver,
      registerDomain: async (order, call) => {
        const receipt = await driver.registerDomain(order, call);
        return { ...receipt, charged: order.reading.price };
      },
    }),
  },
  {
    mistake: 'fails a purchase whose wishes fail',
    caughtBy: [
      'keeps a purchase when a wish beside it fails, tells which, and lets it be made up for',
    ],
    driver: (driver) => ({
      ...driver,
      registerDomain: async (order, call) => {
        const { domain, lock } = order;
        const receipt = await driver.registerDomain({ ...order, lock: false }, call);
        if (lock !== true) return receipt;
        return unless(
          driver.setLock({ domain, locked: true }, call).then(() => receipt),
          () => {
            throw new ProviderError({ ...call.origin, detail: 'the lock was not set' });
          },
        );
      },
    }),
  },
  {
    mistake: 'forgets the wishes beside a purchase',
    caughtBy: ['carries out what is wished beside a registration'],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) =>
        driver.registerDomain({ ...order, lock: undefined, privacy: undefined }, call),
    }),
  },
  {
    mistake: 'calls every wish beside a purchase carried out',
    caughtBy: [
      'keeps a purchase when its ending does not permit a wish beside it, and tells which',
    ],
    driver: (driver) => ({
      ...driver,
      registerDomain: async (order, call) =>
        without(await driver.registerDomain(order, call), 'unset'),
    }),
  },
  {
    mistake: 'calls a name that was sold meanwhile an unknown outcome',
    caughtBy: ['says that a name was sold to somebody else while it was being ordered'],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) =>
        unless(driver.registerDomain(order, call), (error) => {
          if (!isRegistrarError(error, 'DOMAIN_UNAVAILABLE')) throw error;
          throw new ProviderError({ ...call.origin, effect: 'unknown', detail: 'refused' });
        }),
    }),
  },
  {
    mistake: 'reckons money in floats',
    caughtBy: [exact],
    driver: (driver) => ({
      ...driver,
      quote: async (request, call) => {
        const reading = await driver.quote(request, call);
        const perYear = Number(reading.price.amount) / request.years;
        let sum = 0;
        for (let year = 0; year < request.years; year += 1) sum += perYear - 0.2;
        return priced(reading, String(sum + 0.2 * request.years));
      },
    }),
  },
  {
    mistake: 'lets a balance pass through a float',
    caughtBy: ['getBalance keeps every digit of an amount that a float would round'],
    driver: (driver) => ({
      ...driver,
      getBalance: async (call) => {
        const { available, ...rest } = await driver.getBalance(call);
        const rounded = available.map(({ amount, currency }) => ({
          amount: String(Number(amount)),
          currency,
        }));
        return { ...rest, available: rounded };
      },
    }),
  },
  {
    mistake: 'orders a name without having seen that it is taken',
    caughtBy: ['refuses a name that is taken or not sold before it sends an order'],
    driver: (driver) => ({
      ...driver,
      quote: (request, call) =>
        unless(driver.quote(request, call), (error) => {
          if (!isRegistrarError(error, 'DOMAIN_UNAVAILABLE')) throw error;
          return driver.quote({ ...request, domain: parseDomainName('free-harbour.com') }, call);
        }),
    }),
  },
  {
    mistake: 'leaves the fee out of the price',
    caughtBy: [exact, 'getPrices answers what was asked for, and names what has no price'],
    driver: (driver) => ({
      ...driver,
      quote: async (request, call) => {
        const reading = await driver.quote(request, call);
        return priced(reading, (Number(reading.price.amount) - 0.2 * request.years).toFixed(2));
      },
    }),
  },
  {
    mistake: 'keeps a price that it has read before',
    caughtBy: ['refuses a quote when the price has changed since, and names the new price'],
    driver: keepingPrices,
  },
  {
    mistake: 'does not notice that a name is premium',
    caughtBy: ['refuses the listed price for a premium name, and takes its quote'],
    driver: (driver) => ({
      ...driver,
      quote: async (request, call) => ({ ...(await driver.quote(request, call)), premium: false }),
    }),
  },
  {
    mistake: 'does not notice an early-access fee',
    caughtBy: [
      'refuses the listed price for a name that is sold early, and takes its quote, fee included',
    ],
    driver: (driver) => ({
      ...driver,
      quote: async (request, call) => ({
        ...(await driver.quote(request, call)),
        earlyAccess: false,
      }),
    }),
  },
  {
    mistake: 'buys one year whatever was ordered',
    caughtBy: [registers, exact],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) => driver.registerDomain({ ...order, years: 1 }, call),
    }),
  },
  {
    mistake: 'forgets the name servers of an order',
    caughtBy: [registers],
    driver: (driver) => ({
      ...driver,
      registerDomain: (order, call) => driver.registerDomain({ ...order, nameservers: [] }, call),
    }),
  },
  {
    mistake: 'buys on a dry run',
    caughtBy: ['buys nothing on a dry run, and tells what it would cost'],
    registrar: (registrar) =>
      withMethods(registrar, {
        registerDomain: ((input, options) => {
          return registrar.registerDomain(input, without(options ?? {}, 'dryRun'));
        }) as Registrar['registerDomain'],
      }),
  },
  {
    mistake: 'calls a registration done that is pending',
    caughtBy: ['calls a registration pending that is paid and not active yet, and done once it is'],
    driver: (driver) => ({
      ...driver,
      registerDomain: async (order, call) => ({
        ...(await driver.registerDomain(order, call)),
        status: 'done',
      }),
    }),
  },
  {
    mistake: 'invents the expiry that a renewal should lead to',
    caughtBy: [
      'calls the outcome of a renewDomain unknown that was lost and cannot be found, and never sends it again',
    ],
    driver: inventingExpiry,
  },
  {
    mistake: 'restores a domain that has not expired',
    caughtBy: [
      'restoreDomain brings a domain back out of redemption, and nothing that has not expired',
    ],
    driver: (driver) => ({
      ...driver,
      getDomain: async (domain, call) => ({
        ...(await driver.getDomain(domain, call)),
        status: 'redemption',
      }),
    }),
  },
];

function priced(reading: PriceReading, amount: string): PriceReading {
  return { ...reading, price: { ...reading.price, amount } };
}

function keepingPrices(driver: FakeDriver): FakeDriver {
  const kept = new Map<string, PriceReading>();
  return {
    ...driver,
    quote: async (request, call) => {
      const key = JSON.stringify(request);
      const reading = kept.get(key) ?? (await driver.quote(request, call));
      kept.set(key, reading);
      return reading;
    },
  };
}

/** Takes an order for carried out because it was sent. */
function inventingExpiry(driver: FakeDriver): FakeDriver {
  let years = 0;
  return {
    ...driver,
    renewDomain: (order, call) => {
      ({ years } = order);
      return driver.renewDomain(order, call);
    },
    getDomain: async (domain, call) => {
      const row = await driver.getDomain(domain, call);
      const { expiresOn } = row;
      return expiresOn === undefined ? row : { ...row, expiresOn: addYears(expiresOn, years) };
    },
  };
}

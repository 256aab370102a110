import { UnsupportedOperationError, type CalendarDate } from '@registrar-kit/core';
import { fakeCapabilities } from '@registrar-kit/testing';
import { withMethods, type Mutant } from './mutant.js';

const withoutDeletion = {
  ...fakeCapabilities,
  deleteDomain: { support: 'unsupported', reason: 'the vendor cannot delete a domain' },
} as const;
const refusesDeletion = 'refuses deleteDomain with the reason of its table, and sends nothing';
const ended = 'announces every call once and ends it once, with how it ended';
const readsDomain = 'getDomain tells of a domain of the account, and of no other';

/** Mistakes about what is stated, handed out, and told. */
export const shapeMutants: readonly Mutant[] = [
  {
    mistake: 'does nothing, silently, where it cannot do anything',
    caughtBy: [refusesDeletion],
    capabilities: withoutDeletion,
    registrar: (registrar) =>
      withMethods(registrar, { deleteDomain: () => Promise.resolve(undefined) }),
  },
  {
    mistake: 'refuses with other words than those of its table',
    caughtBy: [refusesDeletion],
    capabilities: withoutDeletion,
    registrar: (registrar) =>
      withMethods(registrar, {
        deleteDomain: () => {
          const { provider } = registrar;
          const reason = 'not implemented';
          return Promise.reject(
            new UnsupportedOperationError({ provider, operation: 'deleteDomain', reason }),
          );
        },
      }),
  },
  {
    mistake: 'calls possible what it then refuses',
    caughtBy: ['getAuthCode hands the code out in a Secret, which prints as [redacted]'],
    driver: (driver) => ({
      ...driver,
      getAuthCode: (_domain, { origin }) =>
        Promise.reject(new UnsupportedOperationError({ ...origin, reason: 'not built yet' })),
    }),
  },
  {
    mistake: 'states another table than the one that it exports',
    caughtBy: ['has a method and a capability for every operation, and no other'],
    capabilities: withoutDeletion,
    stated: fakeCapabilities,
  },
  {
    mistake: 'sells what it does not let anybody ask the price of',
    caughtBy: [
      'offers registerDomain, and the quote and getDomain by which every order is priced and looked up',
    ],
    capabilities: {
      ...fakeCapabilities,
      quote: { support: 'unsupported', reason: 'the vendor states no price of a single order' },
    },
  },
  {
    mistake: 'hands out the auth code as a text',
    caughtBy: ['getAuthCode hands the code out in a Secret, which prints as [redacted]'],
    registrar: (registrar) =>
      withMethods(registrar, {
        getAuthCode: async (input, options) => {
          const { authCode } = await registrar.getAuthCode(input, options);
          const code = authCode.reveal();
          return { authCode: Object.assign(authCode, { toString: () => code }) };
        },
      }),
  },
  {
    mistake: 'hands out dates as objects, which JSON turns into something else',
    caughtBy: [readsDomain],
    driver: (driver) => ({
      ...driver,
      getDomain: async (domain, call) => {
        const { expiresOn, ...row } = await driver.getDomain(domain, call);
        const date: object = new Date(expiresOn ?? 0);
        return { ...row, expiresOn: date as CalendarDate & object };
      },
    }),
  },
  {
    mistake: 'hands out the words of the vendor where a date belongs',
    caughtBy: [readsDomain],
    driver: (driver) => ({
      ...driver,
      getDomain: async (domain, call) => ({
        ...(await driver.getDomain(domain, call)),
        registeredOn: 'soon' as CalendarDate,
      }),
    }),
  },
  {
    mistake: 'hands out fields without a value, which JSON loses',
    caughtBy: [readsDomain],
    driver: (driver) => ({
      ...driver,
      getDomain: async (domain, call) =>
        Object.assign(await driver.getDomain(domain, call), { registrant: undefined }),
    }),
  },
  {
    mistake: 'sorts the list that the caller gave',
    caughtBy: ['leaves what the caller gave as it was'],
    registrar: (registrar) =>
      withMethods(registrar, {
        setNameservers: (input, options) => {
          (input.nameservers as string[]).sort();
          return registrar.setNameservers(input, options);
        },
      }),
  },
  {
    mistake: 'takes what is no name',
    caughtBy: ['refuses what is no domain name, names the field and the cure, and sends nothing'],
    registrar: (registrar) =>
      withMethods(registrar, {
        getNameservers: ({ domain }, options) => {
          const guess = domain.replace(/^www\./, '') || 'harbour.com';
          return registrar.getNameservers({ domain: guess }, options);
        },
      }),
  },
  {
    mistake: 'does not tell of calls that failed',
    caughtBy: [ended],
    runtime: ({ onEvent, ...runtime }) => ({
      ...runtime,
      onEvent: (event) => {
        if (event.type !== 'operation.failed') onEvent?.(event);
      },
    }),
  },
  {
    mistake: 'tells of the beginning of a call twice',
    caughtBy: [ended],
    runtime: ({ onEvent, ...runtime }) => ({
      ...runtime,
      onEvent: (event) => {
        onEvent?.(event);
        if (event.type === 'operation.started') onEvent?.(event);
      },
    }),
  },
  {
    mistake: 'does not say that its answers are simulated',
    caughtBy: ['says whether what it reads is simulated, once it has read something'],
    driver: (driver) => ({ ...driver, simulated: false }),
  },
  {
    mistake: 'calls a domain that is not found gone for certain',
    caughtBy: [
      'syncDomain is certain of a domain that is here, and never of one that is not found',
    ],
    registrar: (registrar) =>
      withMethods(registrar, {
        syncDomain: async (input, options) => {
          const sync = await registrar.syncDomain(input, options);
          return sync.status === 'unknown' ? { ...sync, status: 'deleted', certain: true } : sync;
        },
      }),
  },
];

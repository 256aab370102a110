import { completeContacts } from '@registrar-kit/core';
import type { Mutant } from './mutant.js';

/** Mistakes of writes. */
export const settingMutants: readonly Mutant[] = [
  {
    mistake: 'toggles the lock',
    caughtBy: ['setLock sets the wanted state and never toggles'],
    driver: (driver) => ({
      ...driver,
      setLock: async ({ domain }, call) => {
        const { locked } = await driver.getLock(domain, call);
        return driver.setLock({ domain, locked: !locked }, call);
      },
    }),
  },
  {
    mistake: 'answers that privacy was set, and sets nothing',
    caughtBy: ['setPrivacy sets the wanted state and never toggles'],
    driver: (driver) => ({
      ...driver,
      setPrivacy: ({ domain, privacy }) => Promise.resolve({ domain, privacy }),
    }),
  },
  {
    mistake: 'adds name servers instead of replacing them',
    caughtBy: [
      'setNameservers replaces the whole delegation, and answers what stands',
      'resetNameservers goes back to the provider’s own servers',
    ],
    driver: (driver) => ({
      ...driver,
      setNameservers: async ({ domain, nameservers }, call) => {
        const { nameservers: former } = await driver.getNameservers(domain, call);
        return driver.setNameservers(
          { domain, nameservers: [...new Set([...former, ...nameservers])] },
          call,
        );
      },
      resetNameservers: (domain, call) => driver.getNameservers(domain, call),
    }),
  },
  {
    mistake: 'gives every role the contact that one role was given',
    caughtBy: ['setContacts replaces the roles given and keeps the others'],
    driver: (driver) => ({
      ...driver,
      setContacts: ({ contacts, ...request }, call) => {
        const [registrant] = Object.values(contacts);
        const all = registrant === undefined ? contacts : completeContacts({ registrant });
        return driver.setContacts({ ...request, contacts: all }, call);
      },
    }),
  },
  {
    mistake: 'writes nothing but the records that were added',
    caughtBy: [
      'applyRecords writes a plan once, keeps the rest, and refuses a plan of an older zone',
    ],
    driver: (driver) => ({
      ...driver,
      applyRecords: (change, call) =>
        driver.applyRecords(
          { ...change, target: change.added, removed: change.before.records },
          call,
        ),
    }),
  },
  {
    mistake: 'shows a part of the zone',
    caughtBy: ['listRecords gives the whole zone, each record in its one form'],
    driver: (driver) => ({
      ...driver,
      listRecords: async (domain, call) => {
        const { records, ...zone } = await driver.listRecords(domain, call);
        return { ...zone, records: records.filter(({ type }) => type !== 'MX') };
      },
    }),
  },
  {
    mistake: 'adds an address to a glue host instead of replacing it',
    caughtBy: ['updateHost replaces the addresses of a glue host'],
    driver: (driver) => ({
      ...driver,
      updateHost: async (request, call) => {
        const { addresses } = await driver.getHost(request, call);
        return driver.updateHost(
          { ...request, addresses: [...addresses, ...(request.addresses ?? [])] },
          call,
        );
      },
    }),
  },
  {
    mistake: 'says that the registrant has confirmed, whatever is so',
    caughtBy: ['getRegistrantVerification tells an address that nobody has confirmed'],
    driver: (driver) => ({
      ...driver,
      getRegistrantVerification: (domain) => Promise.resolve({ domain, status: 'verified' }),
    }),
  },
  {
    mistake: 'keeps a domain that was let go',
    caughtBy: ['approveTransferOut lets a domain go'],
    driver: (driver) => ({
      ...driver,
      approveTransferOut: (domain, call) => driver.rejectTransferOut(domain, call),
    }),
  },
];

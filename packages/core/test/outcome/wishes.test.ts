import { describe, expect, it, test } from '@jest/globals';
import {
  DomainNotFoundError,
  ProviderUnavailableError,
  type CallContext,
  type IncompleteSetting,
  type Receipt,
  type SettingName,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import {
  aShop,
  aWholeShop,
  lostAnswer,
  registration,
  transfer,
  type Shop,
} from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

const everyWish = {
  ...registration,
  nameservers: ['ns1.example.net', 'ns2.example.net'],
  privacy: true,
  lock: true,
};

/** The purchase does not carry some of what was wished. */
function leave(shop: Shop, ...unset: readonly SettingName[]): void {
  shop.driver.course = async (commit) => ({ ...commit(), unset });
}

const down = (call: CallContext): ProviderUnavailableError =>
  new ProviderUnavailableError({ ...call.origin, detail: 'down' });
const settingsOf = (incomplete: readonly IncompleteSetting[]) =>
  incomplete.map(({ setting, error }) => [setting, error.code]);

describe('wishes that the purchase did not carry', () => {
  it("are carried out one by one by the driver's own methods, the lock last", async () => {
    const shop = aWholeShop();
    leave(shop, 'lock', 'privacy', 'nameservers', 'contacts');
    const tldAttributes = { purpose: 'P1' };
    const result = await shop.registrar.registerDomain({ ...everyWish, tldAttributes });
    expect(result.incomplete).toEqual([]);
    expect(result).not.toHaveProperty('unset');
    expect(shop.driver.log.slice(2).map(({ operation, call }) => [operation, call.retry])).toEqual([
      ['setContacts', 'never'],
      ['setNameservers', 'never'],
      ['setPrivacy', 'never'],
      ['setLock', 'never'],
    ]);
    const domain = 'example.com';
    const contact = aContact();
    const contacts = { registrant: contact, admin: contact, tech: contact, billing: contact };
    expect(shop.driver.log.slice(2).map(({ request }) => request)).toEqual([
      { domain, contacts, tldAttributes },
      { domain, nameservers: ['ns1.example.net', 'ns2.example.net'] },
      { domain, privacy: true, forwardTo: undefined },
      { domain, locked: true },
    ]);
    expect((await shop.rows())[0]?.state).toMatchObject({ result: { incomplete: [] } });
  });

  it('can be wishes for no', async () => {
    const shop = aWholeShop();
    leave(shop, 'privacy', 'lock');
    await shop.registrar.registerDomain({ ...registration, privacy: false, lock: false });
    expect(shop.driver.log.slice(2).map(({ request }) => request)).toMatchObject([
      { privacy: false },
      { locked: false },
    ]);
  });

  it('are no wishes when the caller had none', async () => {
    const shop = aWholeShop();
    leave(shop, 'privacy', 'lock', 'nameservers');
    const result = await shop.registrar.registerDomain(registration);
    expect(result.incomplete).toEqual([]);
    expect(shop.driver.operations).toEqual(['quote', 'registerDomain']);
  });

  it('that fail are told, and do not turn success into failure', async () => {
    const shop = aWholeShop();
    leave(shop, 'lock', 'privacy', 'nameservers');
    shop.driver.setPrivacy = async (_, call) => {
      throw down(call);
    };
    shop.driver.setNameservers = async () => {
      throw new TypeError('CANARY');
    };
    const result = await shop.registrar.registerDomain(everyWish);
    expect(result).toMatchObject({
      status: 'done',
      incomplete: [
        { setting: 'nameservers', error: { code: 'PROVIDER_ERROR', retryable: false } },
        {
          setting: 'privacy',
          error: {
            code: 'PROVIDER_UNAVAILABLE',
            message: 'test-registrar: registerDomain (example.com): down',
            retryable: true,
          },
        },
      ],
    });
    expect(JSON.stringify(result)).not.toContain('CANARY');
    expect(shop.driver.count('setLock')).toBe(1);
  });

  test.each<[SettingName, object]>([
    ['lock', { setLock: async () => ({ locked: false }) }],
    ['privacy', { setPrivacy: async () => ({ privacy: false }) }],
    ['nameservers', { setNameservers: async () => ({ nameservers: ['ns1.example.net'] }) }],
    [
      'nameservers',
      { setNameservers: async () => ({ nameservers: ['ns1.example.net', 'ns3.example.net'] }) },
    ],
  ])('count when the provider shows them: %s', async (setting, methods) => {
    const shop = aWholeShop();
    leave(shop, setting);
    Object.assign(shop.driver, methods);
    const { incomplete } = await shop.registrar.registerDomain(everyWish);
    expect(settingsOf(incomplete)).toEqual([[setting, 'PROVIDER_ERROR']]);
    expect(incomplete[0]?.error.message).toContain('does not read as it was ordered');
  });

  it('that nobody can carry out are told with the reason of the capability table', async () => {
    const shop = aShop();
    leave(shop, 'lock', 'privacy');
    const { incomplete } = await shop.registrar.registerDomain(everyWish);
    expect(incomplete).toMatchObject([
      { setting: 'privacy', error: { code: 'UNSUPPORTED_OPERATION', retryable: false } },
      {
        setting: 'lock',
        error: {
          message:
            'test-registrar: setLock (example.com): setLock is not offered by this registrar; do setLock by hand',
        },
      },
    ]);
  });

  it('are on record as open while they are carried out, and are not waited for by the record', async () => {
    const shop = aWholeShop();
    leave(shop, 'privacy');
    shop.driver.setPrivacy = () => new Promise(() => undefined);
    void shop.registrar.registerDomain(everyWish);
    await shop.clock.advance(0);
    const [row] = await shop.rows();
    expect(row?.state).toMatchObject({
      status: 'done',
      result: {
        incomplete: [
          {
            setting: 'privacy',
            error: {
              code: 'OUTCOME_UNKNOWN',
              message:
                'test-registrar: registerDomain (example.com): it is not known whether the privacy was set; ' +
                'call the operation with the same input and key again, which costs nothing',
              retryable: true,
            },
          },
        ],
      },
    });
  });
});

describe('the same order again', () => {
  it('carries out what is still open, pays nothing, and records it', async () => {
    const shop = aWholeShop();
    leave(shop, 'privacy', 'lock');
    const works = shop.driver.setPrivacy.bind(shop.driver);
    shop.driver.setPrivacy = async (_, call) => {
      throw down(call);
    };
    const first = await shop.registrar.registerDomain(everyWish);
    expect(settingsOf(first.incomplete)).toEqual([['privacy', 'PROVIDER_UNAVAILABLE']]);

    const asked = shop.driver.log.length;
    const second = await shop.another().registerDomain(everyWish);
    expect(settingsOf(second.incomplete)).toEqual([['privacy', 'PROVIDER_UNAVAILABLE']]);
    expect(second).toMatchObject({ replayed: true });
    shop.driver.setPrivacy = works;
    const third = await shop.another().registerDomain(everyWish);
    expect(third).toEqual({ ...first, incomplete: [], replayed: true });
    expect(shop.driver.operations.slice(asked)).toEqual(['setPrivacy']);

    expect(await shop.registrar.registerDomain(everyWish)).toEqual(third);
    expect(shop.driver.operations.slice(asked)).toEqual(['setPrivacy']);
    expect(shop.driver.count('registerDomain')).toBe(1);
    const [row] = await shop.rows();
    expect(row?.state).toMatchObject({ result: { incomplete: [] }, charged: { amount: '10.00' } });
  });

  it('goes by what the caller wishes now, and leaves alone what is wished no more', async () => {
    const shop = aWholeShop();
    leave(shop, 'privacy', 'lock');
    for (const method of ['setPrivacy', 'setLock'] as const) {
      const works = shop.driver[method].bind(shop.driver) as never;
      let failures = 1;
      Object.assign(shop.driver, {
        [method]: async (request: unknown, call: CallContext) => {
          if (failures-- > 0) throw down(call);
          return (works as (request: unknown, call: CallContext) => unknown)(request, call);
        },
      });
    }
    await shop.registrar.registerDomain(everyWish);
    const again = await shop.registrar.registerDomain({ ...registration, lock: false });
    expect(settingsOf(again.incomplete)).toEqual([['privacy', 'PROVIDER_UNAVAILABLE']]);
    expect(shop.driver.log.at(-1)).toMatchObject({
      operation: 'setLock',
      request: { locked: false },
    });
  });

  it('finishes what a process left that ended after the purchase', async () => {
    const shop = aWholeShop();
    leave(shop, 'lock');
    const works = shop.driver.setLock.bind(shop.driver);
    shop.driver.setLock = () => new Promise(() => undefined);
    void shop.registrar.registerDomain(everyWish);
    await shop.clock.advance(0);
    shop.driver.setLock = works;
    expect(await shop.another().registerDomain(everyWish)).toMatchObject({
      replayed: true,
      incomplete: [],
    });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });
});

describe('a purchase whose answer was lost', () => {
  it('carries out the wishes of which only the answer would have told', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit, call) => {
      commit();
      throw lostAnswer(call);
    };
    const result = await shop.registrar.registerDomain(everyWish);
    expect(result).toMatchObject({ recovered: true, incomplete: [] });
    expect(shop.driver.operations.slice(2)).toEqual(['getDomain', 'setPrivacy', 'setLock']);
  });

  it('is settled elsewhere with its wishes open, and finished by the same order', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await shop.registrar.registerDomain(everyWish).catch(() => undefined);
    const [row] = await shop.rows();
    expect(row).toMatchObject({ wishes: ['privacy', 'lock'] });
    shop.driver.own('example.com');
    const state = await shop.another().reconcileOperation({ operation: row!.operation });
    expect(state).toMatchObject({
      status: 'done',
      result: {
        incomplete: [
          { setting: 'privacy', error: { code: 'OUTCOME_UNKNOWN' } },
          { setting: 'lock', error: { code: 'OUTCOME_UNKNOWN' } },
        ],
      },
    });
    expect(shop.driver.count('setLock')).toBe(0);
    expect(await shop.registrar.registerDomain(everyWish)).toMatchObject({
      recovered: true,
      incomplete: [],
    });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('without wishes has none to carry out', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit, call) => {
      commit();
      throw lostAnswer(call);
    };
    await shop.registrar.registerDomain(registration);
    expect(shop.driver.operations).toEqual(['quote', 'registerDomain', 'getDomain']);
    expect((await shop.rows())[0]).not.toHaveProperty('wishes');
  });
});

describe('wishes beside a transfer', () => {
  const order = { ...transfer, contacts: { registrant: aContact() }, privacy: true };

  it('wait until it has brought the domain, and then come with the same order', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit): Promise<Receipt> => ({
      ...commit(),
      unset: ['contacts', 'privacy'],
    });
    const first = await shop.registrar.transferDomain(order);
    expect(first).toMatchObject({ status: 'pending', replayed: false });
    expect(settingsOf(first.incomplete)).toEqual([
      ['contacts', 'INVALID_DOMAIN_STATE'],
      ['privacy', 'INVALID_DOMAIN_STATE'],
    ]);
    expect(first.incomplete[0]?.error).toMatchObject({
      retryable: true,
      message: expect.stringContaining('the contacts can be set once the transfer is done'),
    });
    expect(JSON.stringify(first)).not.toContain('CANARY');
    expect(await shop.registrar.transferDomain(order)).toMatchObject({
      status: 'pending',
      replayed: true,
    });
    expect(shop.driver.count('setContacts')).toBe(0);

    shop.driver.moveTransfer({ status: 'done' });
    expect(await shop.registrar.transferDomain(order)).toMatchObject({
      status: 'done',
      replayed: true,
      incomplete: [],
    });
    expect([shop.driver.count('setContacts'), shop.driver.count('setPrivacy')]).toEqual([1, 1]);
    expect(shop.driver.count('transferDomain')).toBe(1);
  });

  it('do not hide the transfer when its state cannot be read', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit): Promise<Receipt> => ({ ...commit(), unset: ['privacy'] });
    await shop.registrar.transferDomain(order);
    shop.driver.getTransfer = async (_, call) => {
      throw down(call);
    };
    expect(await shop.registrar.transferDomain(order)).toMatchObject({
      status: 'pending',
      replayed: true,
    });
  });

  it('tell whoever asks for them that the transfer has failed, instead of paying for another', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit): Promise<Receipt> => ({ ...commit(), unset: ['contacts'] });
    await shop.registrar.transferDomain(order);
    shop.driver.moveTransfer({ status: 'failed', cause: 'locked' });
    const error = await rejectionOf(shop.registrar.transferDomain(order));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect((error as Error).message).toContain('ended without the domain (locked)');
    expect(shop.driver.count('transferDomain')).toBe(1);
    // Knowing that, the same order is a new one.
    await shop.registrar.transferDomain(order);
    expect(shop.driver.count('transferDomain')).toBe(2);
  });

  it('are left when the domain is still not found here', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (commit): Promise<Receipt> => ({ ...commit(), unset: ['contacts'] });
    await shop.registrar.transferDomain(order);
    shop.driver.moveTransfer({ status: 'done' });
    shop.driver.setContacts = async (_, call) => {
      throw new DomainNotFoundError({ ...call.origin, detail: 'not here' });
    };
    const { status, incomplete } = await shop.registrar.transferDomain(order);
    expect([status, settingsOf(incomplete)]).toEqual(['done', [['contacts', 'DOMAIN_NOT_FOUND']]]);
  });
});

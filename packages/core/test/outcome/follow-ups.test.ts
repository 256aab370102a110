import { describe, expect, it } from '@jest/globals';
import { ProviderUnavailableError, type CallContext, type FollowUp } from '@registrar-kit/core';
import { aShop, registration, type Shop } from '../support/purchases.js';

function shopWith(followUps: readonly FollowUp[]): Shop {
  const shop = aShop();
  shop.driver.course = async (commit) => ({ ...commit(), followUps });
  return shop;
}

const down = (call: CallContext): ProviderUnavailableError =>
  new ProviderUnavailableError({ ...call.origin, detail: 'down' });

describe('wishes beside the purchase', () => {
  it('are carried out one by one after it, as changes', async () => {
    const done: string[] = [];
    const wish = (setting: FollowUp['setting']): FollowUp => ({
      setting,
      run: async ({ retry }) => {
        done.push(`${setting} ${retry}`);
      },
    });
    const shop = shopWith([wish('nameservers'), wish('privacy')]);
    const result = await shop.registrar.registerDomain(registration);
    expect(result.incomplete).toEqual([]);
    expect(result).not.toHaveProperty('followUps');
    expect(done).toEqual(['nameservers never', 'privacy never']);
  });

  it('that fail are told, and do not turn success into failure', async () => {
    const done: string[] = [];
    const shop = shopWith([
      {
        setting: 'privacy',
        run: async (call) => {
          throw down(call);
        },
      },
      {
        setting: 'lock',
        run: async () => {
          throw new TypeError('CANARY');
        },
      },
      {
        setting: 'nameservers',
        run: async () => {
          done.push('nameservers');
        },
      },
    ]);
    const result = await shop.registrar.registerDomain(registration);
    expect(result).toMatchObject({
      status: 'done',
      incomplete: [
        {
          setting: 'privacy',
          error: {
            code: 'PROVIDER_UNAVAILABLE',
            message: 'test-registrar: registerDomain (example.com): down',
            retryable: true,
          },
        },
        { setting: 'lock', error: { code: 'PROVIDER_ERROR', retryable: false } },
      ],
    });
    expect(done).toEqual(['nameservers']);
    expect(JSON.stringify(result)).not.toContain('CANARY');
    expect(await shop.registrar.registerDomain(registration)).toEqual({
      ...result,
      replayed: true,
    });
  });

  it('are not waited for by the record of the purchase', async () => {
    const shop = shopWith([{ setting: 'privacy', run: () => new Promise(() => undefined) }]);
    void shop.registrar.registerDomain(registration);
    await shop.clock.advance(0);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'done' } }]);
    expect(await shop.another().registerDomain(registration)).toMatchObject({ replayed: true });
  });
});

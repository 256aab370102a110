import { describe, expect, it } from '@jest/globals';
import { expectFailure } from '../support/registrar.js';
import { reseller, serveRegistrar } from './support/served-registrar.js';

const domain = 'ornek-bakery.com';
const target = 'https://www.example.com/shop?a=1&b=%20';

describe('the URL forward', () => {
  it('is set, read, changed and removed, and removing none does nothing', async () => {
    const { registrar, world, requests, trouble } = await serveRegistrar();
    await expect(registrar.getUrlForward({ domain })).resolves.toEqual({ domain, target: null });
    await registrar.deleteUrlForward({ domain });
    expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([]);

    const redirect = { domain, target, kind: 'redirect' } as const;
    await expect(registrar.setUrlForward({ domain, target })).resolves.toEqual(redirect);
    const frame = { domain, target: 'http://example.com/', kind: 'frame' } as const;
    await expect(registrar.setUrlForward(frame)).resolves.toEqual(frame);
    await expect(registrar.getUrlForward({ domain })).resolves.toEqual(frame);
    expect(world.forwards.url(reseller, domain)).toEqual({
      target: 'http://example.com/',
      kind: 'frame',
    });

    await registrar.deleteUrlForward({ domain });
    expect(world.forwards.url(reseller, domain)).toBeUndefined();
    expect(trouble()).toEqual([]);
  });

  it('leaves a proof in the zone that is not shown and survives a change beside it', async () => {
    const { registrar, world, trouble } = await serveRegistrar();
    await registrar.setUrlForward({ domain, target });
    const texts = () =>
      world.zones
        .of(reseller, domain)
        .records.filter(({ type }) => type === 'TXT')
        .map(({ value }) => value);
    const proof = texts().find((value) => value.startsWith('forward-verification='));
    expect(proof).toBeDefined();
    const shown = await registrar.listRecords({ domain });
    expect(shown.records.map(({ value }) => value)).not.toContain(proof);

    const add = [{ type: 'TXT', name: '@', value: 'hello' }] as const;
    const remove = [{ type: 'TXT', name: '@', value: 'v=spf1 include:example.net -all' }] as const;
    for (const change of [{ add }, { remove }, { remove: [{ type: 'TXT', name: '@' }] as const }]) {
      const plan = await registrar.planRecords({ domain, change });
      await expect(registrar.applyRecords({ plan })).resolves.toMatchObject({
        missing: [],
        unexpected: [],
      });
      expect(texts()).toContain(proof);
    }
    expect(texts()).toEqual([proof]);
    expect(trouble()).toEqual([]);
  });

  it('is not found for a domain of somebody else, which is not the same as none', async () => {
    const { registrar } = await serveRegistrar();
    const call = registrar.getUrlForward({ domain: 'demo-bakery.com' });
    await expectFailure(call, 'DOMAIN_NOT_FOUND');
  });
});

import { describe, expect, it, test } from '@jest/globals';
import { expectFailure } from '../support/registrar.js';
import { reseller, serveRegistrar } from './support/served-registrar.js';

const domain = 'ornek-bakery.com';
const host = `ns7.${domain}`;
const seeded = { host: `ns1.${domain}`, addresses: ['192.0.2.53'] };

describe('glue hosts', () => {
  it('have several addresses of both kinds, are renamed and deleted', async () => {
    const { registrar, world, trouble } = await serveRegistrar();
    const addresses = ['192.0.2.7', '198.51.100.7', '2001:db8::7'];
    await expect(registrar.createHost({ domain, host, addresses })).resolves.toEqual({
      host,
      addresses,
    });
    await expect(registrar.listHosts({ domain })).resolves.toEqual({
      domain,
      hosts: [seeded, { host, addresses }],
    });
    await expect(registrar.getHost({ domain, host })).resolves.toEqual({ host, addresses });

    const fewer = ['2001:db8::8', '203.0.113.8'];
    await registrar.updateHost({ domain, host, addresses: fewer });
    expect(world.hosts.get(reseller, domain, host).addresses).toEqual(fewer);

    const newHost = `dns7.${domain}`;
    await expect(registrar.updateHost({ domain, host, newHost })).resolves.toEqual({
      host: newHost,
      addresses: fewer,
    });
    const both = { domain, host: newHost, newHost: host, addresses: ['192.0.2.9'] };
    await expect(registrar.updateHost(both)).resolves.toEqual({ host, addresses: ['192.0.2.9'] });

    await registrar.deleteHost({ domain, host });
    expect(world.hosts.list(reseller, domain)).toEqual([seeded]);
    await expectFailure(registrar.getHost({ domain, host }), 'DOMAIN_NOT_FOUND');
    await expectFailure(registrar.deleteHost({ domain, host }), 'DOMAIN_NOT_FOUND');
    expect(trouble()).toEqual([]);
  });

  it('of an international domain are read back under their A-labels', async () => {
    const { registrar } = await serveRegistrar();
    const name = 'ornek-müller.de';
    const created = await registrar.createHost({
      domain: name,
      host: `ns1.${name}`,
      addresses: ['192.0.2.1'],
    });
    expect(created.host).toBe('ns1.xn--ornek-mller-zhb.de');
  });

  it('are refused where they are there already', async () => {
    const { registrar } = await serveRegistrar();
    const call = registrar.createHost({ domain, ...seeded });
    const error = await expectFailure(call, 'INVALID_DOMAIN_STATE');
    expect(error.effect).toBe('none');
  });

  it('are neither deleted nor renamed while a domain needs them', async () => {
    const { registrar, world } = await serveRegistrar();
    const nameservers = [seeded.host, 'ns1.example.net'];
    await registrar.setNameservers({ domain: 'ornek-bakery.net', nameservers });
    for (const call of [
      registrar.deleteHost({ domain, host: seeded.host }),
      registrar.updateHost({ domain, host: seeded.host, newHost: host }),
    ]) {
      const error = await expectFailure(call, 'INVALID_DOMAIN_STATE');
      expect(error).toMatchObject({
        effect: 'none',
        vendor: { code: 'Dna.DomainService:Dns:10024' },
      });
      expect(error.message).toContain('Host is linked but not marked as linked in entity');
    }
    const addresses = ['192.0.2.54'];
    await registrar.updateHost({ domain, host: seeded.host, addresses });
    expect(world.hosts.list(reseller, domain)).toEqual([{ ...seeded, addresses }]);
  });

  test.each([
    ['answer-lost-before-commit', 1],
    ['answer-lost-after-commit', 2],
    ['truncated-answer', 2],
    ['empty-answer', 2],
  ] as const)('after %s there are %i, and it is told or known', async (fault, count) => {
    const { registrar, world } = await serveRegistrar();
    world.faults.add({ fault, operation: 'createHost' });
    const call = registrar.createHost({ domain, host, addresses: ['192.0.2.7'] });
    const outcome: unknown = await call.catch((thrown: unknown) => thrown);
    expect(outcome).toMatchObject(fault === 'empty-answer' ? { host } : { effect: 'unknown' });
    expect(world.hosts.list(reseller, domain)).toHaveLength(count);
  });
});

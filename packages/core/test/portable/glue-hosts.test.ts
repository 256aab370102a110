import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  type DomainName,
  type GlueHost,
  type Nameserver,
} from '@registrar-kit/core';
import { scriptedDriver } from '../support/scripted-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com' as DomainName;
const host = 'ns1.example.com' as Nameserver;
const stands: GlueHost = { host, addresses: ['192.0.2.1'] };

function setUp(limits: object = { maxAddresses: 2, ipv6: true, rename: true }) {
  const driver = scriptedDriver(
    {
      listHosts: async () => [stands],
      getHost: async () => stands,
      createHost: async ({ host: name, addresses }) => ({ host: name, addresses }),
      updateHost: async ({ host: name, newHost = name, addresses = stands.addresses }) => ({
        host: newHost,
        addresses,
      }),
      deleteHost: async () => undefined,
    },
    { createHost: limits, updateHost: limits },
  );
  return { driver, registrar: new PortableRegistrar(driver) };
}

describe('a glue host', () => {
  it('is listed, read, created, changed and deleted by its full name', async () => {
    const { driver, registrar } = setUp();
    expect(await registrar.listHosts({ domain })).toEqual({ domain, hosts: [stands] });
    expect(await registrar.getHost({ domain, host: 'NS1.Example.com.' })).toEqual(stands);
    await registrar.createHost({ domain, host, addresses: [' 192.0.2.1 ', '2001:DB8::1'] });
    await registrar.updateHost({ domain, host, newHost: 'ns2.example.com' });
    await registrar.updateHost({ domain, host, addresses: ['192.0.2.2'] });
    await registrar.deleteHost({ domain, host });
    expect(driver.log).toEqual([
      { operation: 'listHosts', request: domain, retry: 'read' },
      { operation: 'getHost', request: { domain, host }, retry: 'read' },
      {
        operation: 'createHost',
        request: { domain, host, addresses: ['192.0.2.1', '2001:db8::1'] },
        retry: 'never',
      },
      {
        operation: 'updateHost',
        request: { domain, host, addresses: undefined, newHost: 'ns2.example.com' },
        retry: 'never',
      },
      {
        operation: 'updateHost',
        request: { domain, host, addresses: ['192.0.2.2'], newHost: undefined },
        retry: 'never',
      },
      { operation: 'deleteHost', request: { domain, host }, retry: 'never' },
    ]);
  });

  it('is not believed to be created or changed where it reads otherwise', async () => {
    const limits = { maxAddresses: 2, ipv6: true, rename: true };
    const driver = scriptedDriver(
      { createHost: async () => stands, updateHost: async () => stands },
      { createHost: limits, updateHost: limits },
    );
    const registrar = new PortableRegistrar(driver);
    const addresses = ['192.0.2.2'];
    for (const change of [
      registrar.createHost({ domain, host, addresses }),
      registrar.updateHost({ domain, host, addresses }),
      registrar.updateHost({ domain, host, newHost: 'ns2.example.com' }),
    ])
      expect(await rejectionOf(change)).toMatchObject({
        code: 'PROVIDER_ERROR',
        effect: 'unknown',
      });
    const same = await registrar.updateHost({ domain, host, addresses: ['192.0.2.1'] });
    expect(same).toEqual(stands);
  });

  test.each([
    ['ns1.example.net', 'ns1.example.net does not lie below example.com'],
    ['example.com', 'example.com does not lie below example.com'],
    ['ns1.notexample.com', 'does not lie below'],
    ['ns1', 'is not a host name'],
    [undefined, 'host: is missing'],
  ])('cannot be called %s', async (name, words) => {
    const { driver, registrar } = setUp();
    const error = await rejectionOf(registrar.getHost({ domain, host: name as string }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(driver.log).toEqual([]);
  });

  test.each([
    [[], 'addresses: has 0 addresses'],
    [['192.0.2.1', '192.0.2.2', '192.0.2.3'], 'has 3 addresses'],
    [['192.0.2.1', '192.0.2.1'], '192.0.2.1 is given twice'],
    [['2001:db8::1', '2001:DB8:0:0::1'], '2001:db8::1 is given twice'],
    [['fe80::1%eth0'], '"fe80::1%eth0" is not an IP address'],
    [['192.0.2.256'], 'is not an IP address'],
    ['192.0.2.1', 'is not a list of addresses'],
    [undefined, 'addresses: is missing'],
  ])('cannot have the addresses %j', async (addresses, words) => {
    const { driver, registrar } = setUp();
    const input = { domain, host, addresses } as never;
    const error = await rejectionOf(registrar.createHost(input));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(driver.log).toEqual([]);
  });

  it('keeps to what the provider can do', async () => {
    const { driver, registrar } = setUp({ maxAddresses: 1, ipv6: false, rename: false });
    const errors = [
      await rejectionOf(registrar.createHost({ domain, host, addresses: ['2001:db8::1'] })),
      await rejectionOf(registrar.updateHost({ domain, host, newHost: 'ns2.example.com' })),
      await rejectionOf(registrar.updateHost({ domain, host })),
    ];
    expect(errors.map((error) => isRegistrarError(error, 'INVALID_INPUT') && error.issues)).toEqual(
      [
        [
          {
            path: 'addresses.0',
            problem: '"2001:db8::1" is an IPv6 address, which is not taken here',
            cure: 'give 1 to 1 IPv4 addresses',
          },
        ],
        [
          {
            path: 'newHost',
            problem: 'cannot be changed at this provider',
            cure: 'create the new glue host and delete the old one',
          },
        ],
        [{ path: 'input', problem: 'names no change', cure: 'give addresses or newHost' }],
      ],
    );
    expect(driver.log).toEqual([]);
  });
});

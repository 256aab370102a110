import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, PortableRegistrar } from '@registrar-kit/core';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';
const ns = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `ns${String(index)}.example.net`);

describe('setNameservers', () => {
  it('hands the whole set on, normalised and in order, as a change', async () => {
    const driver = new TestDriver();
    const registrar = new PortableRegistrar(driver);
    const nameservers = ['NS2.example.net.', 'ns1.münchen.de'];
    const set = { domain, nameservers: ['ns2.example.net', 'ns1.xn--mnchen-3ya.de'] };
    expect(await registrar.setNameservers({ domain, nameservers })).toEqual(set);
    expect(driver.log).toMatchObject([
      { operation: 'setNameservers', request: set, call: { retry: 'never' } },
    ]);
  });

  test.each([
    [[], 'nameservers: has 0 name servers; give 2 to 4'],
    [ns(1), 'nameservers: has 1 name server; give 2 to 4'],
    [ns(5), 'nameservers: has 5 name servers; give 2 to 4'],
    [['ns1.example.net', '192.0.2.1'], 'nameservers.1: "192.0.2.1" is not a host name'],
    [['ns1.example.net', 'ns1'], 'nameservers.1: "ns1" is not a host name'],
    [['ns1.example.net', null], 'nameservers.1: "null" is not a host name'],
    [['ns1.example.net', 'NS1.example.net.'], 'nameservers.1: ns1.example.net is given twice'],
    ['ns1.example.net', 'nameservers: is not a list of host names'],
    [undefined, 'nameservers: is not a list of host names'],
  ])('refuses %j: %s', async (nameservers, words) => {
    const driver = new TestDriver();
    const call = new PortableRegistrar(driver).setNameservers({ domain, nameservers } as never);
    const error = await rejectionOf(call);
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(driver.log).toEqual([]);
  });

  it('lists every fault at once', async () => {
    const registrar = new PortableRegistrar(new TestDriver());
    const error = await rejectionOf(
      registrar.setNameservers({ domain: 'com', nameservers: ['x', 'y', 'x'] }),
    );
    expect(
      isRegistrarError(error, 'INVALID_INPUT') && error.issues.map(({ path }) => path),
    ).toEqual(['domain', 'nameservers.0', 'nameservers.1', 'nameservers.2']);
  });

  it('reads them without changing anything', async () => {
    const driver = new TestDriver();
    expect(await new PortableRegistrar(driver).getNameservers({ domain })).toEqual({
      domain,
      nameservers: ['ns1.example.net'],
    });
    expect(driver.log).toMatchObject([{ call: { retry: 'read' } }]);
  });
});

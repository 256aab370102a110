import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const host = `ns1.${domain}`;
const info = fixture('domain-info-active.json') as object;
const path = 'domains/dns/host';
const v4 = { ipAddress: '192.0.2.7', ipVersion: 'v4' };
const v6 = { ipAddress: '2001:db8::7', ipVersion: 'v6' };
const addresses = ['192.0.2.7', '2001:db8::7'];

function hostsAre(...hosts: readonly unknown[]): void {
  infoAnswers(domain, { body: { ...info, hosts } });
}

afterEach(expectRequestsAsTold);

describe('listHosts', () => {
  it('reads all hosts with all their addresses', async () => {
    const { registrar, drifts } = openRegistrar();
    hostsAre(
      { name: 'NS1.Example-Name.com.', ipAddresses: [v4, v6] },
      { name: 'ns2', ipAddresses: ['198.51.100.7'] },
    );
    await expect(registrar.listHosts({ domain })).resolves.toEqual({
      domain,
      hosts: [
        { host, addresses },
        { host: `ns2.${domain}`, addresses: ['198.51.100.7'] },
      ],
    });
    expect(drifts()).toEqual([]);
  });

  it.each([[[]], [null], [undefined]])('takes %p for none', async (hosts) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, hosts } });
    await expect(registrar.listHosts({ domain })).resolves.toEqual({ domain, hosts: [] });
  });

  it('reports a host that does not belong there', async () => {
    const { registrar, drifts } = openRegistrar();
    hostsAre({ name: 'ns1.example.org', ipAddresses: [v4] }, { name: 'a b', ipAddresses: [] });
    await expect(registrar.listHosts({ domain })).resolves.toEqual({ domain, hosts: [] });
    expect(drifts()).toEqual([
      'hosts.0.name: is not a host below the domain',
      'hosts.1.name: is not a host below the domain',
    ]);
  });

  it('does not leave out what it cannot read', async () => {
    const { registrar } = openRegistrar();
    hostsAre({ name: host, ipAddresses: [v4, { address: '192.0.2.8' }] });
    await expectFailure(registrar.listHosts({ domain }), 'UNEXPECTED_RESPONSE');
  });
});

describe('getHost', () => {
  it('reads one host', async () => {
    const { registrar } = openRegistrar();
    hostsAre({ name: `ns2.${domain}`, ipAddresses: [v6] }, { name: host, ipAddresses: [v4] });
    await expect(registrar.getHost({ domain, host })).resolves.toEqual({
      host,
      addresses: ['192.0.2.7'],
    });
  });

  it('says that there is none', async () => {
    const { registrar } = openRegistrar();
    hostsAre();
    const error = await expectFailure(registrar.getHost({ domain, host }), 'DOMAIN_NOT_FOUND');
    expect(error.message).toContain('has no glue host ns1.example-name.com');
  });
});

describe('createHost', () => {
  const request = { body: { domainName: domain, hostName: host, ipAddresses: [v4, v6] } };

  it.each([
    ['nothing', { status: 200 }],
    ['204', { status: 204 }],
    ['success', { body: { success: true } }],
  ])(
    'sends the full name and every address, is answered with %s and read back',
    async (_, answer) => {
      const { registrar } = openRegistrar();
      vendor('POST', path, request, answer);
      hostsAre({ name: host, ipAddresses: [{ ...v6, ipAddress: '2001:DB8:0:0::7' }, v4] });
      await expect(registrar.createHost({ domain, host, addresses })).resolves.toEqual({
        host,
        addresses: ['2001:db8:0:0::7', '192.0.2.7'],
      });
    },
  );

  it.each([
    ['no host', []],
    ['one address only', [{ name: host, ipAddresses: [v4] }]],
  ])('does not believe a success that shows %s', async (_what, hosts) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, { status: 200 });
    hostsAre(...hosts);
    const error = await expectFailure(
      registrar.createHost({ domain, host, addresses }),
      'PROVIDER_ERROR',
    );
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('is refused for a host that exists', async () => {
    const { registrar } = openRegistrar();
    const message = 'Object already exists in the registry';
    vendor('POST', path, request, { status: 403, body: { error: { code: '2302', message } } });
    const error = await expectFailure(
      registrar.createHost({ domain, host, addresses }),
      'INVALID_DOMAIN_STATE',
    );
    expect(error.effect).toBe('none');
  });

  it('names a refused address by its place', async () => {
    const { registrar } = openRegistrar();
    const validationErrors = [
      { message: 'IP not reachable', members: ['$.ipAddresses[1].ipAddress'] },
      { message: 'is invalid', members: ['$.hostName'] },
    ];
    const body = { error: { message: 'Validation failed.', validationErrors } };
    vendor('POST', path, request, { status: 400, body });
    const error = await expectFailure(
      registrar.createHost({ domain, host, addresses }),
      'INVALID_INPUT',
    );
    expect(error.issues.map((issue) => issue.path)).toEqual(['addresses.1', 'host']);
  });

  it('does not know the effect of a lost answer', async () => {
    const { registrar } = openRegistrar();
    vendor('POST', path, request, { status: 503 });
    const error = await expectFailure(
      registrar.createHost({ domain, host, addresses }),
      'PROVIDER_UNAVAILABLE',
    );
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });
});

describe('updateHost', () => {
  it('replaces the addresses under the same name', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, hostName: host, newHostName: host, ipAddresses: [v6] };
    vendor('PUT', path, { body }, { body: { success: true } });
    hostsAre({ name: host, ipAddresses: [v6] });
    await expect(
      registrar.updateHost({ domain, host, addresses: ['2001:DB8::7'] }),
    ).resolves.toEqual({ host, addresses: ['2001:db8::7'] });
  });

  it('keeps the addresses when it renames only', async () => {
    const { registrar } = openRegistrar();
    const newHost = `ns9.${domain}`;
    hostsAre({ name: host, ipAddresses: [v4, v6] });
    const body = { domainName: domain, hostName: host, newHostName: newHost };
    vendor('PUT', path, { body: { ...body, ipAddresses: [v4, v6] } }, { status: 204 });
    hostsAre({ name: newHost, ipAddresses: [v4, v6] });
    await expect(registrar.updateHost({ domain, host, newHost })).resolves.toEqual({
      host: newHost,
      addresses,
    });
  });

  it('renames no host whose addresses are not shown, which would be lost', async () => {
    const { registrar } = openRegistrar();
    hostsAre({ name: host, ipAddresses: [] });
    const error = await expectFailure(
      registrar.updateHost({ domain, host, newHost: `ns9.${domain}` }),
      'INVALID_INPUT',
    );
    expect(error).toMatchObject({ effect: 'none', issues: [{ path: 'addresses' }] });
  });

  it('sends odd addresses that it keeps as they stand', async () => {
    const { registrar } = openRegistrar();
    const newHost = `ns9.${domain}`;
    const odd = { ipAddress: 'fe80::1%eth0', ipVersion: 'v6' };
    hostsAre({ name: host, ipAddresses: [odd] });
    const body = { domainName: domain, hostName: host, newHostName: newHost };
    vendor('PUT', path, { body: { ...body, ipAddresses: [odd] } }, { status: 204 });
    hostsAre({ name: newHost, ipAddresses: [odd] });
    await expect(registrar.updateHost({ domain, host, newHost })).resolves.toEqual({
      host: newHost,
      addresses: [odd.ipAddress],
    });
  });

  it('renames nothing that is not there', async () => {
    const { registrar } = openRegistrar();
    hostsAre();
    const error = await expectFailure(
      registrar.updateHost({ domain, host, newHost: `ns9.${domain}` }),
      'DOMAIN_NOT_FOUND',
    );
    expect(error.effect).toBe('none');
  });

  it('does not believe a change of which the old addresses are read back', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, hostName: host, newHostName: host, ipAddresses: [v6] };
    vendor('PUT', path, { body }, { status: 204 });
    hostsAre({ name: host, ipAddresses: [v4] });
    const error = await expectFailure(
      registrar.updateHost({ domain, host, addresses: ['2001:db8::7'] }),
      'PROVIDER_ERROR',
    );
    expect(error.effect).toBe('unknown');
  });
});

describe('deleteHost', () => {
  const request = { query: { domainName: domain, hostName: host } };

  it('names the host in the query, and looks whether it is gone', async () => {
    const { registrar } = openRegistrar();
    vendor('DELETE', path, request, { status: 204 });
    hostsAre({ name: `ns2.${domain}`, ipAddresses: [v4] });
    await expect(registrar.deleteHost({ domain, host })).resolves.toBeUndefined();
  });

  it('does not believe a deletion after which the host is still there', async () => {
    const { registrar } = openRegistrar();
    vendor('DELETE', path, request, { status: 204 });
    hostsAre({ name: host, ipAddresses: [v4] });
    const error = await expectFailure(registrar.deleteHost({ domain, host }), 'PROVIDER_ERROR');
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('says that there is no such host', async () => {
    const { registrar } = openRegistrar();
    const body = { error: { code: '2303', message: 'Object does not exist' } };
    vendor('DELETE', path, request, { status: 403, body });
    const error = await expectFailure(registrar.deleteHost({ domain, host }), 'DOMAIN_NOT_FOUND');
    expect(error.effect).toBe('none');
  });

  it('is refused while the host is linked', async () => {
    const { registrar } = openRegistrar();
    const code = 'Dna.DomainService:Dns:10024';
    const details = 'Dna Host is linked but not marked as linked in entity';
    const body = { error: { code, message: code, details } };
    vendor('DELETE', path, request, { status: 403, body });
    const error = await expectFailure(
      registrar.deleteHost({ domain, host }),
      'INVALID_DOMAIN_STATE',
    );
    expect(error.effect).toBe('none');
    expect(error.message).toContain('the host is linked at the registry');
  });
});

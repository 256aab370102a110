import { afterEach, describe, expect, it, test } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { expectRequestsAsTold, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const target = 'https://www.example.net/start?a=1';
const none = { status: 404, body: { error: { message: 'Redirect information not found.' } } };

afterEach(expectRequestsAsTold);

function forwardIs(redirectAlias: unknown, redirectType: unknown): void {
  const body = { redirectAlias, redirectType };
  vendor('GET', 'domains/forwards', { query: { domainName: domain } }, { body });
}

describe('a URL forward', () => {
  test.each([
    ['Standard', 'redirect'],
    ['standard', 'redirect'],
    ['Frame', 'frame'],
  ])('of type %s reads as %s', async (type, kind) => {
    const { registrar, drifts } = openRegistrar();
    forwardIs(target, type);
    expect(await registrar.getUrlForward({ domain })).toEqual({ domain, target, kind });
    expect(drifts()).toEqual([]);
  });

  it('reports a type that nobody has described', async () => {
    const { registrar, drifts } = openRegistrar();
    forwardIs(target, 'Masked');
    expect(await registrar.getUrlForward({ domain })).toEqual({ domain, target, kind: 'redirect' });
    expect(drifts()).toEqual(['redirectType: is neither Standard nor Frame']);
  });

  it('is null where none is set, which the gateway calls an error', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', 'domains/forwards', { query: { domainName: domain } }, none);
    expect(await registrar.getUrlForward({ domain })).toEqual({ domain, target: null });
    forwardIs(null, null);
    expect(await registrar.getUrlForward({ domain })).toEqual({ domain, target: null });
  });

  it('is not taken for none when the domain itself is not found', async () => {
    const { registrar } = openRegistrar();
    const body = { error: { code: 'Dna.DomainService:Domain:10007', message: 'not found' } };
    vendor('GET', 'domains/forwards', { query: { domainName: domain } }, { status: 404, body });
    await expectFailure(registrar.getUrlForward({ domain }), 'DOMAIN_NOT_FOUND');
  });

  test.each([
    ['redirect', 'Standard'],
    ['frame', 'Frame'],
  ] as const)('is set as %s by %s, and read back', async (kind, forwardType) => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, redirectAddress: target, forwardType };
    vendor('POST', 'domains/forwards', { body }, { status: 204 });
    forwardIs(target, forwardType);
    expect(await registrar.setUrlForward({ domain, target, kind })).toEqual({
      domain,
      target,
      kind,
    });
  });

  it('is removed, and nothing is sent where none is set', async () => {
    const { registrar } = openRegistrar();
    forwardIs(target, 'Standard');
    vendor('DELETE', 'domains/forwards', { query: { DomainName: domain } }, { status: 204 });
    await expect(registrar.deleteUrlForward({ domain })).resolves.toBeUndefined();
    vendor('GET', 'domains/forwards', { query: { domainName: domain } }, none);
    await expect(registrar.deleteUrlForward({ domain })).resolves.toBeUndefined();
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import type { DomainSummary } from '@registrar-kit/core';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const info = fixture('domain-info-active.json') as object;
const listPage = (skip: number) => ({
  prefix: '/api-bulk/v1',
  query: { MaxResultCount: '1000', SkipCount: String(skip), Sorting: 'Id DESC' },
});

afterEach(expectRequestsAsTold);

describe('getDomain', () => {
  it('reads everything but the auth code', async () => {
    const { registrar, drifts } = openRegistrar();
    infoAnswers(domain, { body: info });
    const read = await registrar.getDomain({ domain: 'Example-Name.COM.' });
    expect(read).toEqual({
      domain,
      unicode: domain,
      status: 'active',
      vendorStatus: 'Active',
      registeredOn: '2024-10-04',
      expiresOn: '2027-10-04',
      nameservers: ['ns1.example.net', 'ns2.example.net'],
      locked: true,
      privacy: false,
      autoRenew: true,
    });
    expect(JSON.stringify(read)).not.toContain('CANARY');
    expect(drifts()).toEqual([]);
  });

  it.each([
    ['Active', 'active'],
    ['waitingforregistration', 'pending'],
    ['WaitingForDocument', 'pending'],
    ['ConfirmationEmailSend', 'pending'],
    ['PreRegistiration', 'pending'],
    ['PreRegistration', 'pending'],
    ['MigrationPending', 'pending'],
    ['WaitingForIncomingTransfer', 'transfer_in'],
    ['TransferredOut', 'transferred_away'],
    ['PendingDelete', 'redemption'],
    ['Deleted', 'deleted'],
    ['WaitingForOutgoingTransfer', 'transfer_out'],
    ['PendingHold', 'on_hold'],
    ['ModificationPending', 'active'],
    ['InCase', 'disputed'],
    ['PendingRestore', 'restoring'],
    ['TransferCancelledFromClient', 'transfer_failed'],
    ['Expired', 'expired'],
    [11, 'transfer_out'],
    ['12', 'on_hold'],
  ])('maps the status %s to %s', async (status, expected) => {
    const { registrar, drifts } = openRegistrar();
    infoAnswers(domain, { body: { ...info, status, statusCode: 'ok' } });
    await expect(registrar.getDomain({ domain })).resolves.toMatchObject({ status: expected });
    expect(drifts()).toEqual([]);
  });

  it.each([['Frozen'], [5]])('says that it does not know the status %s', async (status) => {
    const { registrar, drifts } = openRegistrar();
    infoAnswers(domain, { body: { ...info, status } });
    await expect(registrar.getDomain({ domain })).resolves.toMatchObject({
      status: 'unknown',
      vendorStatus: String(status),
    });
    expect(drifts()).toEqual(['status: is not a known status']);
  });

  it('copes with fields that are missing, mistyped or strange, and reports them', async () => {
    const { registrar, drifts } = openRegistrar();
    const body = {
      status: 'Active',
      lockStatus: 'yes',
      startDate: '04.10.2024',
      renewalMode: 0,
      nameServers: [{ name: 'ns1.example.net' }, 7],
      expirationDate: '2027-10-04',
    };
    infoAnswers(domain, { body });
    await expect(registrar.getDomain({ domain })).resolves.toEqual({
      domain,
      unicode: domain,
      status: 'active',
      vendorStatus: 'Active',
      expiresOn: '2027-10-04',
      nameservers: ['ns1.example.net'],
    });
    expect(drifts()).toEqual([
      'lockStatus: is not of type boolean',
      'startDate: is not a date',
      'renewalMode: is not a known renewal mode',
      'nameservers.1: is not a host name',
      'domainName: is missing',
    ]);
  });

  it('quotes nothing of an answer that holds the auth code, wherever it stands', async () => {
    const { registrar, drifts, events } = openRegistrar();
    const code = 'CANARY-code!7';
    infoAnswers(domain, { body: { ...info, startDate: code, status: code, renewalMode: code } });
    await registrar.getDomain({ domain });
    expect(drifts()).toContain('startDate: is not a date');
    expect(JSON.stringify(events)).not.toContain(code);
  });

  it('does not take another domain for the one asked for', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, domainName: 'another-name.com' } });
    await expect(
      expectFailure(registrar.getDomain({ domain }), 'UNEXPECTED_RESPONSE'),
    ).resolves.toMatchObject({ kind: 'wrong_shape' });
  });

  it('says that one 404 never means that a domain is gone', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { status: 404, body: fixture('error-not-found.json') });
    const error = await expectFailure(registrar.getDomain({ domain }), 'DOMAIN_NOT_FOUND');
    expect(error.message).toContain('never means that it is gone');
    expect(error.vendor).toEqual({
      code: 'Dna.DomainService:Domain:10007',
      message: 'The domain example-name.com could not be found',
      httpStatus: 404,
    });
  });
});

describe('listDomains', () => {
  it('reads all pages, with the status on the other side', async () => {
    const { registrar, drifts } = openRegistrar();
    vendor('GET', 'domains', listPage(0), { body: fixture('domain-list-two-rows.json') });
    vendor('GET', 'domains', listPage(2), {
      body: {
        totalCount: 3,
        items: [{ domainName: 'third-name.com', status: null, statusCode: 'Expired' }],
      },
    });
    const rows: DomainSummary[] = [];
    for await (const row of registrar.listDomains()) rows.push(row);
    expect(rows).toEqual([
      {
        domain,
        unicode: domain,
        status: 'active',
        registeredOn: '2024-10-04',
        expiresOn: '2027-10-04',
        locked: true,
        privacy: true,
        autoRenew: false,
      },
      {
        domain: 'xn--mnchen-example-gsb.de',
        unicode: 'münchen-example.de',
        status: 'pending',
        locked: false,
        privacy: false,
      },
      { domain: 'third-name.com', unicode: 'third-name.com', status: 'expired' },
    ]);
    expect(drifts()).toEqual([]);
  });

  it('searches in the page, since the vendor cannot', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', 'domains', listPage(0), { body: fixture('domain-list-two-rows.json') });
    const page = await registrar.listDomains({ search: 'MÜNCHEN' }).page();
    expect(page).toEqual({
      items: [expect.objectContaining({ unicode: 'münchen-example.de' })],
      next: '2',
    });
  });

  it('leaves out a row without a name and reports it', async () => {
    const { registrar, drifts } = openRegistrar();
    vendor('GET', 'domains', listPage(0), {
      body: {
        totalCount: 3,
        items: [{ status: 0 }, 'text', { domainName: 'www.example-name.com', status: 0 }],
      },
    });
    await expect(registrar.listDomains().page()).resolves.toEqual({ items: [], total: 3 });
    expect(drifts()).toEqual([
      'items.0.domainName: is missing, so the row is left out',
      'items.1.: is not of type object',
      'items.2.domainName: is not a registrable domain name',
      'items.2.domainName: is missing, so the row is left out',
    ]);
  });
});

describe('getNameservers', () => {
  it('reads them from the domain', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: info });
    await expect(registrar.getNameservers({ domain })).resolves.toEqual({
      domain,
      nameservers: ['ns1.example.net', 'ns2.example.net'],
    });
  });

  it('does not take a missing list for an empty one', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, nameservers: null } });
    await expect(
      expectFailure(registrar.getNameservers({ domain }), 'UNEXPECTED_RESPONSE'),
    ).resolves.toMatchObject({ kind: 'wrong_shape' });
  });
});

describe('setNameservers', () => {
  const nameservers = ['ns3.example.net', 'ns4.example.net'];
  const request = { body: { domainName: domain, nameServers: nameservers } };

  it.each([
    ['204', { status: 204 }],
    ['an empty 200', { status: 200 }],
    ['success', { status: 200, body: { success: true } }],
  ])('is answered with %s and reads back what stands', async (_what, answer) => {
    const { registrar } = openRegistrar();
    vendor('PUT', 'domains/dns/name-server', request, answer);
    infoAnswers(domain, { body: { ...info, nameservers } });
    await expect(
      registrar.setNameservers({ domain, nameservers: ['NS3.example.net.', 'ns4.example.net'] }),
    ).resolves.toEqual({ domain, nameservers });
  });

  it('is not sent again after a breakdown', async () => {
    const { registrar } = openRegistrar();
    vendor('PUT', 'domains/dns/name-server', request, { status: 503 });
    const error = await expectFailure(
      registrar.setNameservers({ domain, nameservers }),
      'PROVIDER_UNAVAILABLE',
    );
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });
});

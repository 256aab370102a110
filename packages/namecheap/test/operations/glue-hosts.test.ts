import { afterEach, describe, expect, it } from '@jest/globals';
import type { GlueHost, HostRequest, Nameserver } from '@registrar-kit/core';
import nock from 'nock';
import { answerWith, errorBody, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

const request: HostRequest = {
  domain: name('mine.co.uk'),
  host: 'ns1.mine.co.uk' as Nameserver,
};
const divided = { SLD: 'mine', TLD: 'co.uk', Nameserver: 'ns1.mine.co.uk' };

function hostHas(address: string, statuses = '<Status>OK</Status><Status>Linked</Status>'): string {
  return okBody(
    `<DomainNSInfoResult Domain="mine.co.uk" Nameserver="ns1.mine.co.uk" IP="${address}"><NameserverStatuses>${statuses}</NameserverStatuses></DomainNSInfoResult>`,
  );
}

function done(result: string, success = 'true'): string {
  return okBody(
    `<${result} Domain="mine.co.uk" Nameserver="ns1.mine.co.uk" IsSuccess="${success}" />`,
  );
}

const notThere = errorBody(
  [['3031510', 'Error 545 - Name server does not exist']],
  '<DomainNSInfoResult Domain="mine.co.uk" Nameserver="" ErrorNo="545" Description="Object does not exist"><NameserverStatuses /></DomainNSInfoResult>',
);

function getHost(): Promise<GlueHost> {
  const { driver, read } = createTestDriver();
  return driver.getHost(request, read('getHost', request.domain));
}

function createHost(): Promise<GlueHost> {
  const { driver, write } = createTestDriver();
  const order = { ...request, addresses: ['192.0.2.1'] };
  return driver.createHost(order, write('createHost', request.domain));
}

function updateHost(
  change: { readonly addresses?: readonly string[]; readonly newHost?: Nameserver } = {},
): Promise<GlueHost> {
  const { driver, write } = createTestDriver();
  const { addresses = ['198.51.100.9'], newHost } = change;
  return driver.updateHost({ ...request, addresses, newHost }, write('updateHost', request.domain));
}

function deleteHost(): Promise<void> {
  const { driver, write } = createTestDriver();
  return driver.deleteHost(request, write('deleteHost', request.domain));
}

describe('getHost', () => {
  it('reads the address and the words of the registry', async () => {
    const sent = answerWith([hostHas('192.0.2.1')]);
    expect(await getHost()).toEqual({
      host: 'ns1.mine.co.uk',
      addresses: ['192.0.2.1'],
      statuses: ['OK', 'Linked'],
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.ns.getInfo'), ...divided },
    ]);
  });

  it('leaves the words out where there are none', async () => {
    answerWith([hostHas('192.0.2.1', '')]);
    expect(await getHost()).toEqual({ host: 'ns1.mine.co.uk', addresses: ['192.0.2.1'] });
  });

  it('says that there is no such host, whatever skeleton stands beside it, and asks once', async () => {
    const sent = answerWith([notThere, notThere]);
    expect(await errorOf(getHost())).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      effect: 'none',
      vendor: { code: '3031510' },
    });
    expect(sent).toHaveLength(1);
  });

  it('says so too where only the result element does', async () => {
    answerWith([
      okBody('<DomainNSInfoResult IP="" ErrorNo="545" Description="Object does not exist" />'),
    ]);
    expect(await errorOf(getHost())).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      vendor: { code: '545', message: 'Object does not exist' },
    });
  });

  it.each(['', 'soon', '192.0.2.256'])('makes no host of the address %j', async (address) => {
    answerWith([hostHas(address)]);
    const { driver, read, events } = createTestDriver();
    const error = await errorOf(driver.getHost(request, read('getHost', request.domain)));
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
    expect(driftOf(events)).toEqual(['DomainNSInfoResult.IP: is not an IP address']);
  });
});

describe('createHost', () => {
  it('creates it and answers what stands afterwards', async () => {
    const sent = answerWith([done('DomainNSCreateResult'), hostHas('192.0.2.1')]);
    expect(await createHost()).toMatchObject({
      addresses: ['192.0.2.1'],
      statuses: ['OK', 'Linked'],
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.ns.create'), ...divided, IP: '192.0.2.1' },
      { ...globals('namecheap.domains.ns.getInfo'), ...divided },
    ]);
  });

  it('says that a host was created which the registry does not show yet', async () => {
    answerWith([done('DomainNSCreateResult'), notThere]);
    const error = await errorOf(createHost());
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it('names the address that the registry refuses, though the skeleton says that all is well', async () => {
    const sent = answerWith([
      errorBody(
        [
          [
            '3031510',
            'Nameserver registration failed due to error: Parameter value policy error;IP address 0.0.0.0 is reserved',
          ],
        ],
        '<DomainNSCreateResult IsSuccess="true" ErrorNo="200" Description="Command completed successfully" />',
      ),
    ]);
    expect(await errorOf(createHost())).toMatchObject({
      code: 'INVALID_INPUT',
      effect: 'none',
      issues: [{ path: 'addresses', cure: 'give a public address' }],
    });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['2019166', 'DOMAIN_NOT_FOUND', 'none'],
    ['2016166', 'ACCESS_DENIED', 'none'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['3050900', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s and reads nothing back', async (number, code, effect) => {
    const sent = answerWith([
      errorBody([[number, 'Some words']], '<DomainNSCreateResult IsSuccess="true" />'),
    ]);
    expect(await errorOf(createHost())).toMatchObject({ code, effect });
    expect(sent).toHaveLength(1);
  });

  it('does not take status OK for success, and tells the words beside it', async () => {
    answerWith([
      okBody(
        '<DomainNSCreateResult IsSuccess="false" ErrorNo="540" Description="Attribute value is not unique" />',
      ),
    ]);
    const error = await errorOf(createHost());
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    expect(error.message).toContain('not created (540: Attribute value is not unique)');
    answerWith([done('DomainNSCreateResult', 'false')]);
    expect((await errorOf(createHost())).message).toMatch(/the glue host is not created$/);
  });

  it('does not know what a lost answer came to', async () => {
    loseAnswer();
    expect(await errorOf(createHost())).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });
});

describe('updateHost', () => {
  it('reads the old address, sends both and answers what stands afterwards', async () => {
    const sent = answerWith([
      hostHas('192.0.2.1'),
      done('DomainNSUpdateResult'),
      hostHas('198.51.100.9'),
    ]);
    expect(await updateHost()).toMatchObject({ addresses: ['198.51.100.9'] });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.ns.getInfo'), ...divided },
      {
        ...globals('namecheap.domains.ns.update'),
        ...divided,
        OldIP: '192.0.2.1',
        IP: '198.51.100.9',
      },
      { ...globals('namecheap.domains.ns.getInfo'), ...divided },
    ]);
  });

  it('sends nothing where the address stands already', async () => {
    const sent = answerWith([hostHas('198.51.100.9')]);
    expect(await updateHost()).toMatchObject({ addresses: ['198.51.100.9'] });
    expect(sent).toHaveLength(1);
  });

  it('changes nothing of a host that does not exist', async () => {
    const sent = answerWith([notThere, done('DomainNSUpdateResult')]);
    expect(await errorOf(updateHost())).toMatchObject({ code: 'DOMAIN_NOT_FOUND', effect: 'none' });
    expect(sent).toHaveLength(1);
  });

  it('says that the change was made when it cannot be read back, and invents no state', async () => {
    answerWith([
      hostHas('192.0.2.1'),
      done('DomainNSUpdateResult'),
      errorBody([['2016166', 'Domain is not associated']]),
    ]);
    const error = await errorOf(updateHost());
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it('renames nothing', async () => {
    const newHost = 'ns2.mine.co.uk' as Nameserver;
    expect(await errorOf(updateHost({ newHost }))).toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      alternative: 'create the new one and delete the old one',
    });
  });

  it.each([
    ['The original IP and new IP are the same. Please specify a new IP', 'INVALID_INPUT', 'none'],
    ['Error response from provider', 'PROVIDER_ERROR', 'unknown'],
  ])('reads the words %j beside 3031510 as %s', async (words, code, effect) => {
    answerWith([
      hostHas('192.0.2.1'),
      errorBody(
        [['3031510', words]],
        '<DomainNSUpdateResult IsSuccess="false" ErrorNo="" Description="" />',
      ),
    ]);
    expect(await errorOf(updateHost())).toMatchObject({ code, effect });
  });

  it('does not take status OK for success', async () => {
    answerWith([hostHas('192.0.2.1'), done('DomainNSUpdateResult', 'false')]);
    expect(await errorOf(updateHost())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
  });
});

describe('deleteHost', () => {
  it('deletes it', async () => {
    const sent = answerWith([done('DomainNSDeleteResult')]);
    await deleteHost();
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.ns.delete'), ...divided },
    ]);
  });

  it.each([
    [
      'Nameserver registration failed due to error 533: Object association prohibits operation',
      'INVALID_DOMAIN_STATE',
    ],
    ['Error 545 - Name server does not exist', 'DOMAIN_NOT_FOUND'],
  ])('reads the words %j beside 3031510 as %s', async (words, code) => {
    answerWith([
      errorBody(
        [['3031510', words]],
        '<DomainNSDeleteResult Domain="mine.co.uk" Nameserver="" IsSuccess="false" ErrorNo="" Description="" />',
      ),
    ]);
    expect(await errorOf(deleteHost())).toMatchObject({ code, effect: 'none' });
  });

  it.each([
    ['533', 'Object association prohibits operation', 'INVALID_DOMAIN_STATE'],
    ['545', 'Object does not exist', 'DOMAIN_NOT_FOUND'],
    ['', '', 'PROVIDER_ERROR'],
  ])('reads ErrorNo %j beside a flag that says no as %s', async (number, words, code) => {
    answerWith([
      okBody(
        `<DomainNSDeleteResult IsSuccess="false" ErrorNo="${number}" Description="${words}" />`,
      ),
    ]);
    expect(await errorOf(deleteHost())).toMatchObject({ code, effect: 'none' });
  });

  it('does not know what a lost answer came to', async () => {
    loseAnswer();
    expect(await errorOf(deleteHost())).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { NamecheapRegistrar } from '@registrar-kit/namecheap';
import nock from 'nock';
import { errorBody, okBody, sandbox } from './support/namecheap-wire.js';
import { testConfig } from './support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

/** A vendor that answers any number of requests, and how many there were. */
function vendor(answer: (parameters: URLSearchParams, request: number) => string): {
  readonly requests: () => number;
} {
  let requests = 0;
  nock(sandbox)
    .persist()
    .post('/xml.response')
    .reply((_uri, body) => {
      const form = typeof body === 'string' ? body : (body as Record<string, string>);
      requests += 1;
      return [200, answer(new URLSearchParams(form), requests), { 'content-type': 'text/xml' }];
    });
  return { requests: () => requests };
}

const withoutQuota = { ...testConfig, quota: { api: { windows: [] } } };
const names = Array.from({ length: 1000 }, (_, index) => `name-${String(index)}.com`);

function checkRow(domain: string): string {
  const taken = domain.includes('7');
  return `<DomainCheckResult Domain="${domain}" Available="${String(!taken)}" ErrorNo="0" Description="" />`;
}

function domainsIn(parameters: URLSearchParams): readonly string[] {
  return (parameters.get('DomainList') ?? '').split(',');
}

describe('1,000 names', () => {
  it('cost 20 requests', async () => {
    const { requests } = vendor((parameters) =>
      okBody(domainsIn(parameters).map(checkRow).join('')),
    );
    const rows = await new NamecheapRegistrar(withoutQuota).checkAvailability({ domains: names });
    expect(requests()).toBe(20);
    expect(rows.map((row) => [row.input, row.availability])).toEqual(
      names.map((name) => [name, name.includes('7') ? 'taken' : 'available']),
    );
  });

  it('lose only the names whose row failed or is missing', async () => {
    const { requests } = vendor((parameters) =>
      okBody(
        domainsIn(parameters)
          .map((domain) => {
            if (domain === 'name-40.com') return '';
            if (domain !== 'name-460.com') return checkRow(domain);
            return '<DomainCheckResult Domain="name-460.com" Available="false" ErrorNo="3031510" Description="unreadable" />';
          })
          .join(''),
      ),
    );
    const rows = await new NamecheapRegistrar(withoutQuota).checkAvailability({ domains: names });
    expect(requests()).toBe(20);
    expect(rows.filter((row) => row.availability === 'unknown')).toMatchObject([
      { input: 'name-40.com', reason: 'missing_from_answer' },
      { input: 'name-460.com', reason: 'request_failed' },
    ]);
  });

  it('lose nothing to an ending that the vendor does not sell', async () => {
    const domains = names.with(120, 'name.unsold');
    const { requests } = vendor((parameters) => {
      const asked = domainsIn(parameters);
      return asked.includes('name.unsold')
        ? errorBody([['2030280', 'TLD for name.unsold is not supported']])
        : okBody(asked.map(checkRow).join(''));
    });
    const rows = await new NamecheapRegistrar(withoutQuota).checkAvailability({ domains });
    expect(requests()).toBe(21);
    expect(rows.filter((row) => row.availability === 'unknown')).toMatchObject([
      { input: 'name.unsold', reason: 'tld_not_sold' },
    ]);
  });
});

describe('2,500 domains', () => {
  const held = Array.from({ length: 2500 }, (_, index) => `d${String(index).padStart(4, '0')}.com`);

  function account(change: (domains: string[], request: number) => void): {
    readonly requests: () => number;
    readonly domains: readonly string[];
  } {
    const domains = [...held];
    const { requests } = vendor((parameters, request) => {
      expect(parameters.get('PageSize')).toBe('100');
      const page = Number(parameters.get('Page'));
      const rows = domains
        .slice((page - 1) * 100, page * 100)
        .map(
          (name, index) =>
            `<Domain ID="${String(index)}" Name="${name}" User="owner" Created="01/02/2024" Expires="01/02/2028" IsExpired="false" IsLocked="false" AutoRenew="false" WhoisGuard="NOTPRESENT" IsPremium="false" IsOurDNS="true" />`,
        );
      const total = String(domains.length);
      const body = okBody(
        `<DomainGetListResult>${rows.join('')}</DomainGetListResult><Paging><TotalItems>${total}</TotalItems><CurrentPage>${String(page)}</CurrentPage><PageSize>100</PageSize></Paging>`,
      );
      change(domains, request);
      return body;
    });
    return { requests, domains };
  }

  async function listed(): Promise<readonly string[]> {
    const shown: string[] = [];
    for await (const row of new NamecheapRegistrar(withoutQuota).listDomains())
      shown.push(row.domain);
    return shown;
  }

  it('are visited once each, 100 a page', async () => {
    const { requests } = account(() => undefined);
    expect(await listed()).toEqual(held);
    expect(requests()).toBe(25);
  });

  it('are visited once each also when the account changes between pages', async () => {
    const { domains } = account((list, request) => {
      if (request === 4) list.splice(0, 130);
      if (request === 7) list.unshift('aaa.com', 'aab.com');
    });
    const shown = await listed();
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toEqual(expect.arrayContaining([...domains]));
  });
});

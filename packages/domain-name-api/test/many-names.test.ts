import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { openRegistrar } from './support/registrar.js';

afterEach(() => {
  nock.cleanAll();
});

const names = Array.from({ length: 1000 }, (_, index) => `name-${String(index)}.com`);

interface Row {
  readonly domainName: string;
}

/** What the vendor does with one request; a list is the rows of its answer. */
type Answer = readonly object[] | { readonly status: number } | 'too late';

/** A vendor that answers any number of searches, and how many names each asked for. */
function vendor(answer: (asked: readonly string[], request: number) => Answer): number[] {
  const sizes: number[] = [];
  nock('https://ote.domainresellerapi.com')
    .persist()
    .post('/api/v1/domains/bulk-search')
    .reply((_uri, body, answered) => {
      const asked = (body as unknown as readonly Row[]).map(({ domainName }) => domainName);
      const result = answer(asked, sizes.push(asked.length));
      const rows = (infos: unknown): void => {
        answered(null, [200, JSON.stringify({ success: true, infos })]);
      };
      if (result === 'too late') setTimeout(rows, 1500, asked.map(free));
      else if ('status' in result) answered(null, [result.status, '']);
      else rows(result);
    });
  return sizes;
}

function free(domainName: string): object {
  return { domainName, status: 'AVAILABLE', isPremium: false, price: 10.5, currency: 'USD' };
}

describe('1,000 names', () => {
  it('cost 100 requests of ten, and none is lost to a 429, a missing row or a slow answer', async () => {
    const { registrar } = openRegistrar({ timeoutMs: 1000 });
    const sizes = vendor((asked, request) => {
      if (request === 5) return { status: 429 };
      if (request === 20) return 'too late';
      return asked.filter((name) => name !== 'name-777.com').map(free);
    });
    const rows = await registrar.checkAvailability({ domains: names });
    // Two of them were asked again.
    expect(sizes).toEqual(Array<number>(102).fill(10));
    expect(rows.map(({ input }) => input)).toEqual(names);
    expect(rows.filter(({ availability }) => availability !== 'available')).toMatchObject([
      { input: 'name-777.com', availability: 'unknown', reason: 'missing_from_answer' },
    ]);
  });

  it('keep their places when a whole batch fails for good', async () => {
    const { registrar } = openRegistrar();
    vendor((asked) => (asked.includes('name-42.com') ? { status: 503 } : asked.map(free)));
    const rows = await registrar.checkAvailability({ domains: names });
    expect(rows.map(({ input }) => input)).toEqual(names);
    const unknown = rows.filter(({ availability }) => availability === 'unknown');
    expect(unknown.map(({ input }) => input)).toEqual(names.slice(40, 50));
    expect(unknown).toMatchObject(Array(10).fill({ reason: 'request_failed' }));
  });

  it('cost as many requests as the configuration says', async () => {
    const { registrar } = openRegistrar({ namesPerRequest: 250 });
    const sizes = vendor((asked) => asked.map(free));
    await registrar.checkAvailability({ domains: names });
    expect(sizes).toEqual([250, 250, 250, 250]);
    expect(registrar.capabilities.checkAvailability).toEqual({
      support: 'supported',
      namesPerRequest: 250,
    });
  });
});

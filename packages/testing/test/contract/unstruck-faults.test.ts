import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Situations } from '@registrar-kit/testing/contract';
import { playContract, type ContractVerdict } from '../support/contract-failures.js';
import { fakeHarness, type FakeSubject } from '../support/fake-harness.js';

const line =
  /^the fault rate-limited was planned for (\w+) of nowhere-harbour\.com and met no request: name the operation, and the domain, in the route/m;

describe('a failure that is planned and meets no request', () => {
  let verdict: ContractVerdict;

  beforeAll(async () => {
    const harness = fakeHarness();
    const situations: Situations<FakeSubject> = {
      ...harness.situations,
      // As with a simulator whose routes do not say which domain a request is about.
      'rate-limited': ({ world }, { operation }) => {
        world.faults.add({ fault: 'rate-limited', operation, domain: 'nowhere-harbour.com' });
      },
    };
    verdict = await playContract({ ...harness, situations });
  }, 30_000);

  test('is told beside what a scenario says that misses it', () => {
    const said = verdict.failed.get(
      'answers rate-limited with RATE_LIMITED on a read, of which nothing can be done',
    );
    expect(said).toMatch(/^the contract wants RATE_LIMITED/);
    expect(line.exec(said ?? '')?.[1]).toBe('getDomain');
  });

  test('fails a scenario that would pass without it', () => {
    const said = verdict.failed.get(
      'charges a renewDomain once at most when rate-limited meets it, however often it is repeated',
    );
    expect(line.exec(said ?? '')).toMatchObject({ index: 0, 1: 'renewDomain' });
  });

  test('fails every scenario about it, and no other', () => {
    const about = verdict.titles.filter((title) => title.includes('rate-limited'));
    expect(about.length).toBeGreaterThan(5);
    expect([...verdict.failed.keys()].sort()).toEqual(expect.arrayContaining([...about].sort()));
    for (const said of verdict.failed.values()) expect(said).toMatch(line);
  });
});

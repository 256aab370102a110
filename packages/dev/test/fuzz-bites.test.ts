import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRegistrar, PortableRegistrar } from '@registrar-kit/core';
import { namecheap } from '@registrar-kit/namecheap';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import nock from 'nock';
import type { FuzzFailure } from '../src/fuzz/fuzz-failure.js';
import { replyCases } from '../src/fuzz/replies/reply-case.js';
import { openReplyLab } from '../src/fuzz/replies/reply-lab.js';
import { runReplyCase } from '../src/fuzz/replies/run-reply-case.js';
import { runBatches } from '../src/fuzz/run-batches.js';
import type { CreateRegistrar } from '../src/fuzz/shop.js';
import { MemoryWire } from '../src/fuzz/wire/memory-wire.js';
import { carelessDriver, type PlantedFault } from './support/fuzz/careless-driver.js';

// A little adapter is tried with spoilt replies. As it is, nothing is found; with each of the faults that people make, something
// is, and it is the right thing.

const wire = new MemoryWire();
beforeAll(() => {
  nock.restore();
  wire.lay();
});
afterAll(() => wire.remove());

function creating(fault: PlantedFault): CreateRegistrar {
  return (config, runtime) => {
    const fields = config as Readonly<Record<string, unknown>>;
    return fields['provider'] === 'domain-name-api'
      ? new PortableRegistrar(carelessDriver(fields, runtime, fault), runtime)
      : createRegistrar(config, [namecheap, domainNameApi], runtime);
  };
}

async function found(fault: PlantedFault): Promise<readonly FuzzFailure[]> {
  const lab = await openReplyLab({ wire, create: creating(fault) });
  const takes = lab.takes.flatMap(({ name, provider }) =>
    provider === 'domain-name-api' ? [name] : [],
  );
  const [runs, great] = fault === 'rereads' ? [100, 300] : [800, 0];
  const run = async (each: Parameters<typeof runReplyCase>[1]): Promise<readonly string[]> =>
    (await runReplyCase(lab, each)).findings;
  return runBatches(replyCases(takes, great), run, {
    part: 'replies',
    runs,
    seed: 1,
    // Each try of a slow one takes seconds.
    longestShrinkMs: fault === 'rereads' ? 100 : 5000,
  });
}

describe('spoilt replies', () => {
  it('find nothing in a little adapter that is sound', async () => {
    expect(await found('none')).toEqual([]);
  }, 120_000);

  it.each([
    ['trusts-any-row', /is available, which no reply says/],
    ['answers-undefined', /available\[0\] is undefined/],
    ['counts-in-floats', /amount is/],
    ['believes-every-write', /was not understood, and the call succeeds|does not stand/],
    ['excuses-every-failure', /may be carried out, and the error says effect none/],
    ['quotes-the-answer', /a secret/],
    ['stumbles', /a fault of the library/],
    ['copies-every-key', /prototype has changed/],
    ['rereads', /ms of CPU/],
  ] as const)(
    'find that one %s',
    async (fault, finding) => {
      try {
        const failures = await found(fault);
        expect(failures.flatMap(({ findings }) => findings).join('\n')).toMatch(finding);
        for (const { counterexample, path } of failures)
          expect([counterexample, path]).toEqual([expect.anything(), expect.stringMatching(/\d/)]);
      } finally {
        // One of them spoils it for everybody.
        Reflect.deleteProperty(Object.prototype, 'polluted');
      }
    },
    120_000,
  );
});

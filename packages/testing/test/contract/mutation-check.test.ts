import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PortableRegistrar } from '@registrar-kit/core';
import { fakeCapabilities } from '@registrar-kit/testing';
import { createFakeDriver } from '../../src/fake/fake-driver.js';
import { FakeGate } from '../../src/fake/fake-gate.js';
import type { Mutant } from '../mutants/mutant.js';
import { mutants } from '../mutants/mutants.js';
import { playContract, type ContractVerdict } from '../support/contract-failures.js';
import { fakeHarness, type FakeOpening } from '../support/fake-harness';

// The contract is only worth what it notices. Each of these registrars has one mistake that people do make, and the scenarios
// that are about it must fail.

/** So many are tried side by side: each spends most of its time waiting. */
const lanes = 6;

describe('the registrar contract', () => {
  const verdicts = new Map<string, ContractVerdict>();

  beforeAll(async () => {
    const waiting = [...mutants];
    const lane = async (): Promise<void> => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const stated = mutant.stated ?? mutant.capabilities ?? fakeCapabilities;
        verdicts.set(mutant.mistake, await playContract(fakeHarness(openMutant(mutant), stated)));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }, 600_000);

  afterAll(() => {
    const rows = mutants.map((mutant) => rowOf(mutant, verdicts.get(mutant.mistake)));
    process.stdout.write(`\n${rows.join('\n')}\n`);
  });

  test('passes a registrar without a mistake', async () => {
    const { failed, titles } = await playContract(fakeHarness(openMutant({})));
    expect([...failed]).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  }, 30_000);

  test('is tried with mistakes of every kind, each of its own', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(35);
    expect(new Set(mutants.map(({ mistake }) => mistake)).size).toBe(mutants.length);
  });

  test.each(mutants.map((mutant) => [mutant.mistake, mutant] as const))(
    'notices one that %s',
    (mistake, { caughtBy }) => {
      const { failed, titles } = verdicts.get(mistake)!;
      // A scenario that was renamed must not make a mutant look like one that nobody notices.
      for (const title of caughtBy) expect(titles).toContain(title);
      for (const title of caughtBy) expect([...failed.keys()]).toContain(title);
      for (const said of failed.values()) expect(said).not.toBe('');
    },
  );
});

/** The fake registrar with a mistake in it. */
function openMutant({
  driver: mutate = (driver) => driver,
  registrar: wrap = (registrar) => registrar,
  runtime: twist = (runtime) => runtime,
  capabilities = fakeCapabilities,
}: Partial<Mutant>): FakeOpening {
  return (world, account) => {
    const gate = new FakeGate(world, account);
    const settings = {
      provider: 'fake',
      environment: 'test',
      world,
      account,
      capabilities,
    } as const;
    return {
      connect: (runtime) => {
        const driver = mutate(createFakeDriver({ ...settings, gate }));
        return wrap(new PortableRegistrar(driver, twist(runtime)));
      },
      requests: () => gate.calls.length,
      failNext: (operation, error) => gate.failNext(operation, ({ origin }) => error(origin)),
    };
  };
}

/** What caught a mutant: first the scenarios about its mistake, then how many others stumbled over it. */
function rowOf({ mistake, caughtBy }: Mutant, verdict: ContractVerdict | undefined): string {
  const failed = [...(verdict?.failed.keys() ?? [])];
  const meant = failed.filter((title) => caughtBy.includes(title));
  const others = failed.length - meant.length;
  const stumbled = others === 0 ? [] : [`and ${String(others)} more`];
  return [mistake, ...[...meant, ...stumbled].map((line) => `    ${line}`)].join('\n');
}

import { describe, expect, test } from '@jest/globals';
import {
  createRegistrar,
  isRegistrarError,
  money,
  volatileJournal,
  type OperationHandle,
  type PaidCallOptions,
  type Registrar,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  FakeRegistrar,
  faultNames,
  RegistryWorld,
  serveSimulator,
  type RegistrarSimulator,
  type SimulatorResponse,
} from '@registrar-kit/testing';

// Orders in bad weather: faults on any request, answers that say nothing after the order was executed, double clicks under the
// same and other keys, several registrars over one journal, calls ended at any moment. The ledger of the world is the judge.
// The seed is fixed, so that the faults are the same each time; which call is how far when one ends is up to the machine.

const episodes = 60;
/** Each vendor has its own form of it. */
const accounts: Readonly<Record<string, string>> = {
  namecheap: 'harbourbooks',
  'domain-name-api': '0c0ffee0-1111-4222-8333-444455556666',
  FakeRegistrar: 'harbourbooks',
};
const key = '0ca9a4c0ffee4f1d7b90ca9a40000001';
type Kind = 'registerDomain' | 'renewDomain';

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = numbersFrom(seed);
  }
  chance(share: number): boolean {
    return this.#next() < share;
  }
  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#next() * items.length)]!;
  }
}

/** Answers that neither confirm nor refuse. */
const meaningless: readonly SimulatorResponse[] = [
  ...[408, 500, 502, 504].map((status) => reply(status, '')),
  ...[200, 400, 403, 404, 503].map((status) => reply(status, '<!DOCTYPE html><html></html>')),
  ...['', 'null', '[]', '{}', '{', '<x/>', 'OK'].map((body) => reply(200, body)),
  reply(204, ''),
  reply(304, ''),
  reply(302, '', { location: 'https://elsewhere.example/' }),
  { kind: 'drop' },
];

function reply(status: number, body: string, headers = {}): SimulatorResponse {
  return { kind: 'reply', status, headers, body };
}

/** The simulator, of whose answers to executed orders some are replaced. */
function withMeaninglessAnswers(
  simulator: RegistrarSimulator,
  dice: Dice,
  calm: () => boolean,
): RegistrarSimulator {
  const { provider, hosts, basePath, world } = simulator;
  return {
    ...{ provider, hosts, basePath, world },
    config: (baseUrl) => simulator.config(baseUrl),
    handle: async (request) => {
      const before = world.ledger().length;
      const answer = await simulator.handle(request);
      const executed = world.ledger().length > before;
      return executed && !calm() && dice.chance(0.4) ? dice.pick(meaningless) : answer;
    },
  };
}

interface Shop {
  readonly registrars: readonly Registrar[];
  readonly close: () => Promise<void>;
}

const quota = { windows: [{ limit: 100_000, windowMs: 8 }] };

const shops: Readonly<
  Record<string, (world: RegistryWorld, dice: Dice, calm: () => boolean) => Promise<Shop>>
> = {
  namecheap: (world, dice, calm) =>
    overTheWire(createNamecheapSimulator({ world, quota }), dice, calm),
  'domain-name-api': (world, dice, calm) =>
    overTheWire(createDomainNameApiSimulator({ world, quota }), dice, calm),
  FakeRegistrar: (world) => {
    const runtime = { journal: volatileJournal() };
    const registrars = [1, 2].map(() => new FakeRegistrar({ world, runtime }));
    return Promise.resolve({ registrars, close: () => Promise.resolve() });
  },
};

async function overTheWire(
  simulator: RegistrarSimulator,
  dice: Dice,
  calm: () => boolean,
): Promise<Shop> {
  const served = await serveSimulator(withMeaninglessAnswers(simulator, dice, calm));
  const runtime = { journal: volatileJournal(), random: () => 0 };
  const registrars = [1, 2].map(() =>
    createRegistrar(served.config, [namecheap, domainNameApi], runtime),
  );
  return { registrars, close: () => served.close() };
}

interface Verdict {
  readonly outcome: 'done' | 'refused' | 'unknown';
  /** How often the ledger showed the order when the call ended. */
  readonly charges: number;
  readonly handle?: OperationHandle;
}

async function episode(provider: string, seed: number): Promise<readonly string[]> {
  const dice = new Dice(seed);
  const world = new RegistryWorld();
  const account = accounts[provider]!;
  const balances = [money('100000.00', 'USD')];
  world.addAccount({ id: account, keys: { test: key }, balances });
  let calm = false;
  const shop = await shops[provider]!(world, dice, () => calm);
  const kind: Kind = dice.pick(['registerDomain', 'renewDomain']);
  const domain = `harbour-${seed}.${dice.pick(['com', 'net', 'shop'])}`;
  const expectedExpiresOn =
    kind === 'renewDomain' ? world.putDomain({ domain, account }).expiresOn : '';
  const charges = (): number => world.ledger({ domain, kind }).length;

  const order = (options: PaidCallOptions): Promise<{ readonly status: string }> => {
    const registrar = dice.pick(shop.registrars);
    const common = { domain, years: dice.pick([1, 1, 2]), price: { atMost: balances[0]! } };
    return kind === 'registerDomain'
      ? registrar.registerDomain({ ...common, contacts: aContactSet() }, options)
      : registrar.renewDomain({ ...common, expectedExpiresOn }, options);
  };
  const click = async (): Promise<Verdict> => {
    const idempotencyKey = dice.pick([undefined, 'the order', `order ${dice.pick([1, 2, 3])}`]);
    const signal = dice.chance(0.3) ? AbortSignal.timeout(dice.pick([1, 3, 6, 12])) : undefined;
    const options = {
      timeoutMs: 1500,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(signal === undefined ? {} : { signal }),
    };
    try {
      await order(options);
      return { outcome: 'done', charges: charges() };
    } catch (error) {
      if (!isRegistrarError(error)) throw error;
      if (error.effect === 'none') return { outcome: 'refused', charges: charges() };
      const handle = error.code === 'OUTCOME_UNKNOWN' ? { handle: error.handle } : {};
      return { outcome: 'unknown', charges: charges(), ...handle };
    }
  };

  const verdicts: Verdict[] = [];
  for (const clicks of [dice.pick([1, 1, 2, 3]), 1, dice.pick([1, 2])]) {
    for (let faults = dice.pick([0, 1, 2]); faults > 0; faults -= 1) {
      const operation = dice.pick([kind, kind, 'getDomain', 'quote', 'getPrices'] as const);
      world.faults.add({ fault: dice.pick(faultNames), operation, delayMs: 10 });
    }
    verdicts.push(...(await Promise.all(Array.from({ length: clicks }, click))));
  }
  calm = true;
  world.faults.clear();
  const complaints: string[] = [];
  for (const { handle } of verdicts) {
    // The first reading may let a late order be executed, the second one must see it.
    if (handle === undefined) continue;
    for (const attempt of ['first', 'second']) {
      const state = await shop.registrars[0]!.reconcileOperation({ operation: handle }).catch(
        () => undefined,
      );
      const claims = state?.status === 'done' || state?.status === 'pending';
      if (claims && charges() === 0) complaints.push(`${attempt} reading found what is not there`);
    }
  }
  verdicts.push(await click());
  await shop.close();
  if (charges() > 1) complaints.push(`charged ${charges()} times`);
  if (verdicts.some((verdict) => verdict.outcome === 'done' && verdict.charges === 0))
    complaints.push('done and not charged');
  if (charges() > 0 && verdicts.every(({ outcome }) => outcome === 'refused'))
    complaints.push('refused and charged');
  return complaints.map((complaint) => `${provider} ${seed} ${kind}: ${complaint}`);
}

describe('money is spent once', () => {
  test.each(Object.keys(shops))(
    'at %s in any weather',
    async (provider) => {
      const complaints: string[] = [];
      for (let seed = 1; seed <= episodes; seed += 1)
        complaints.push(...(await episode(provider, seed)));
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});

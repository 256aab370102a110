import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RegistrarSimulator } from '@registrar-kit/testing';
import { RegistryWorld } from '@registrar-kit/testing';
import {
  installRegistrarTesting,
  mountSimulator,
  useFakeRegistrar,
  type NockModule,
  type TestRunner,
} from '@registrar-kit/testing/jest';
import { scriptedSimulator } from '../support/scripted-simulator.js';

const place = Symbol.for('registrar-kit.testing.lifetimes.v1');
const home = globalThis as { [place]?: unknown };
const own = home[place];

/** A runner that runs its tests when it is told to. */
class ScriptedRunner implements TestRunner {
  readonly #hooks: Record<'before' | 'after' | 'end', (() => void)[]> = {
    before: [],
    after: [],
    end: [],
  };
  running: string | undefined;
  readonly expect = { extend: () => {}, getState: () => ({ currentTestName: this.running }) };
  beforeEach = (hook: () => void) => this.#hooks.before.push(hook);
  afterEach = (hook: () => void) => this.#hooks.after.push(hook);
  afterAll = (hook: () => void) => this.#hooks.end.push(hook);

  async test(body: () => unknown): Promise<void> {
    for (const hook of this.#hooks.before) hook();
    await body();
    for (const hook of this.#hooks.after) hook();
  }

  end(): void {
    for (const hook of this.#hooks.end) hook();
  }
}

let runner: ScriptedRunner;

beforeEach(() => {
  home[place] = undefined;
  runner = new ScriptedRunner();
  installRegistrarTesting(runner);
});

afterEach(() => {
  home[place] = own;
});

describe('a fake for a file', () => {
  it('is as new for each test', async () => {
    const fake = useFakeRegistrar();
    for (const name of ['first.com', 'second.com'])
      await runner.test(() => {
        expect(fake.world.domainsOf(fake.account).total).toBe(0);
        fake.seed(name);
      });
    expect(fake.world.domainsOf(fake.account).total).toBe(0);
  });

  it('fails a test whose plan nothing met, and no other', async () => {
    const fake = useFakeRegistrar();
    const idle = runner.test(() => fake.plan('rate-limited', { operation: 'setLock' }));
    await expect(idle).rejects.toThrow('planned and never met: rate-limited (setLock)');
    await runner.test(() => {});
    await runner.test(async () => {
      fake.plan('rate-limited', { times: 3 });
      await fake.getBalance().catch(() => undefined);
    });
    expect(fake.unmet).toEqual([]);
  });

  it('leaves plans alone where it is told to', async () => {
    const fake = useFakeRegistrar({ unmet: 'allow' });
    await runner.test(() => fake.plan('rate-limited'));
    expect(fake.unmet).toEqual([]);
  });

  it('made within a test ends with it', async () => {
    await runner.test(() => {
      useFakeRegistrar().seed('a.com');
    });
    await expect(runner.test(() => useFakeRegistrar().plan('html-page'))).rejects.toThrow(
      'planned and never met: html-page',
    );
    await runner.test(() => {});
  });

  it('tells of several that failed', async () => {
    const [first, second] = [useFakeRegistrar(), useFakeRegistrar()];
    const idle = runner.test(() => {
      first.plan('html-page');
      second.plan('name-taken');
    });
    await expect(idle).rejects.toThrow(/html-page[^]+name-taken/);
  });

  it('says what is missing where nobody tells when a test ends', () => {
    home[place] = undefined;
    expect(() => useFakeRegistrar()).toThrow('call installRegistrarTesting');
    runner.running = 'a test';
    installRegistrarTesting(runner);
    expect(() => useFakeRegistrar()).toThrow('nothing tells when a test ends');
  });
});

describe('a simulator for a test', () => {
  const reply = { kind: 'reply', status: 200, headers: {}, body: '' } as const;

  /** Takes requests by name of their host, as nock does. */
  class ScriptedNock {
    active = false;
    readonly answers = new Map<object, string>();
    readonly module: NockModule = Object.assign(
      (origin: string) => {
        const scope = {
          persist: () => scope,
          intercept: () => {
            const interceptor = {
              reply: (answer: (...given: never[]) => void) => {
                this.answers.set(interceptor, origin);
                this.latest = answer;
              },
            };
            return interceptor;
          },
        };
        return scope;
      },
      {
        removeInterceptor: (interceptor: object) => this.answers.delete(interceptor),
        isActive: () => this.active,
        activate: () => {
          this.active = true;
        },
        restore: () => {
          this.active = false;
        },
      },
    );
    latest: ((...given: never[]) => void) | undefined;

    request(): Promise<unknown> {
      return new Promise((resolve) => {
        const given = ['/', '', (...answer: unknown[]) => resolve(answer)] as never[];
        this.latest?.apply({ req: { headers: {} } }, given);
      });
    }
  }

  function aSimulator(world = new RegistryWorld()): RegistrarSimulator {
    world.addAccount({ id: 'somebody' });
    const scripted = scriptedSimulator(() => {
      world.faults.take({ operation: 'getBalance' });
      return reply;
    });
    const { provider, hosts, basePath } = scripted;
    return {
      provider,
      hosts,
      basePath,
      world,
      handle: (request) => scripted.handle(request),
      config: (baseUrl) => scripted.config(baseUrl),
    };
  }

  it('is taken away after it', async () => {
    const nock = new ScriptedNock();
    await runner.test(() => {
      const { config, world } = mountSimulator(nock.module, aSimulator());
      expect(config).toMatchObject({ provider: 'scripted' });
      expect(world).toBeInstanceOf(RegistryWorld);
      expect(nock).toMatchObject({ active: true });
      expect(nock.answers.size).toBeGreaterThan(0);
    });
    expect(nock.answers.size).toBe(0);
    expect(nock.active).toBe(true);
    runner.end();
    expect(nock.active).toBe(false);
  });

  it('stays for all tests when it was there before them, each with the same world and faults', async () => {
    const nock = new ScriptedNock();
    const { world } = mountSimulator(nock.module, aSimulator(), { faults: ['rate-limited'] });
    for (const name of ['a.com', 'b.com'])
      await runner.test(async () => {
        expect(world.domainsOf('somebody').total).toBe(0);
        world.putDomain({ domain: name, account: 'somebody' });
        expect(world.faults.pending()).toHaveLength(1);
        await nock.request();
        expect(world.faults.pending()).toEqual([]);
      });
    expect(nock.answers.size).toBeGreaterThan(0);
    runner.end();
    expect(nock.answers.size).toBe(0);
  });

  it('fails the test in which it failed', async () => {
    const nock = new ScriptedNock();
    const failing = scriptedSimulator(() => {
      throw new Error('cannot express it');
    });
    mountSimulator(nock.module, failing);
    await expect(runner.test(() => nock.request())).rejects.toThrow(
      'the scripted simulator failed 1 times: cannot express it',
    );
    await runner.test(() => {});
    const within = runner.test(() => {
      mountSimulator(nock.module, failing);
      return nock.request();
    });
    await expect(within).rejects.toThrow('the scripted simulator failed 1 times');
  });

  it('fails a test that met none of its faults', async () => {
    const nock = new ScriptedNock();
    const idle = runner.test(() => {
      mountSimulator(nock.module, aSimulator(), {
        faults: [{ name: 'html-page', operation: 'getBalance' }, 'name-taken'],
      });
      return nock.request();
    });
    await expect(idle).rejects.toThrow('planned and never met: name-taken.');
    await runner.test(() => {
      mountSimulator(nock.module, aSimulator(), { faults: ['html-page'], unmet: 'allow' });
    });
  });

  it('does not compile with names that there are not', () => {
    const never = () => {
      // @ts-expect-error there is no such fault
      mountSimulator(new ScriptedNock().module, aSimulator(), { faults: ['lost'] });
      // @ts-expect-error the day must be said
      mountSimulator(new ScriptedNock().module, aSimulator(), { faults: ['pending-until'] });
    };
    expect(never).toBeInstanceOf(Function);
  });
});

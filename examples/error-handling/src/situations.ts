import {
  createRegistrar,
  isRegistrarError,
  money,
  volatileJournal,
  type AnyRegistrarError,
  type Registrar,
} from '@registrar-kit/core';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  aContactSet,
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type RegistryWorld,
  type WorldFault,
} from '@registrar-kit/testing';

/** Something that goes wrong, and what was tried. */
export interface Situation {
  readonly title: string;
  readonly error: AnyRegistrarError;
}

/** Lets a simulated Namecheap, reached over a real socket, go wrong in one way after another. */
export async function* situations(): AsyncGenerator<Situation> {
  const world = createDemoWorld();
  const simulator = createNamecheapSimulator({ world, quota: { speed: 1000 } });
  const served = await serveSimulator(simulator);
  const journal = volatileJournal();
  const registrarFor = (change: Record<string, unknown> = {}): Registrar =>
    createRegistrar({ ...served.config, ...change }, [namecheap], { journal });
  const registrar = registrarFor();
  try {
    for (const { title, attempt } of attempts(registrar, registrarFor, world)) {
      yield { title, error: await errorOf(attempt) };
      world.faults.clear();
    }
  } finally {
    await served.close();
  }
}

interface Attempt {
  readonly title: string;
  readonly attempt: () => Promise<unknown>;
}

function attempts(
  registrar: Registrar,
  registrarFor: (change: Record<string, unknown>) => Registrar,
  world: RegistryWorld,
): readonly Attempt[] {
  const { addressBound, poor } = demoAccounts;
  const balance = (): Promise<unknown> => registrar.getBalance();
  const as = (account: { id: string; keys: { test: string } }): Registrar =>
    registrarFor({ apiUser: account.id, apiKey: account.keys.test });
  const register = (domain: string, most = '50.00', who = registrar): Promise<unknown> =>
    who.registerDomain({
      domain,
      years: 1,
      contacts: aContactSet(),
      price: { atMost: money(most, 'USD') },
    });
  const faulty =
    (fault: WorldFault, attempt: () => Promise<unknown>): (() => Promise<unknown>) =>
    () => {
      world.faults.add(fault);
      return attempt();
    };
  return [
    {
      title: 'the key of another day',
      attempt: () => registrarFor({ apiKey: '0123456789abcdef0123456789abcdef' }).getBalance(),
    },
    {
      title: 'a server that has moved',
      attempt: () =>
        registrarFor({
          apiUser: addressBound.id,
          apiKey: addressBound.keys.test,
          clientIp: '203.0.113.20',
        }).getBalance(),
    },
    { title: 'a locked account', attempt: () => as(demoAccounts.locked).getBalance() },
    {
      title: 'too many calls',
      attempt: faulty({ fault: 'rate-limited', times: 100 }, balance),
    },
    {
      title: 'a telephone number without its country',
      attempt: () => {
        const { registrant } = aContactSet();
        const contacts = { registrant: { ...registrant, phone: '555 0123' } };
        return registrar.registerDomain({
          domain: 'harbour-lights.com',
          years: 1,
          contacts,
          price: 'listed',
        });
      },
    },
    { title: 'a name that is taken', attempt: () => register('google.com') },
    { title: 'a price that has gone up', attempt: () => register('harbour-lights.com', '1.00') },
    {
      title: 'an empty account',
      attempt: () => register('harbour-lights.com', '50.00', as(poor)),
    },
    {
      title: 'a domain of somebody else',
      attempt: () => registrar.getDomain({ domain: 'google.com' }),
    },
    {
      title: 'a renewal that was made already',
      attempt: () =>
        registrar.renewDomain({
          domain: 'demo-bakery.com',
          years: 1,
          expectedExpiresOn: '2020-01-31',
          price: 'listed',
        }),
    },
    {
      title: 'something that the registrar does not offer',
      attempt: () => registrar.deleteDomain({ domain: 'demo-bakery.com' }),
    },
    {
      title: 'a configuration without a key',
      attempt: async () => {
        await registrarFor({ apiKey: '' }).getBalance();
      },
    },
    {
      title: 'a web page in place of an answer',
      attempt: faulty({ fault: 'html-page', times: 100 }, balance),
    },
    {
      title: 'a registrar that is down',
      attempt: faulty({ fault: 'server-error', times: 100 }, balance),
    },
    {
      title: 'a registrar that cannot be reached',
      attempt: () => registrarFor({ baseUrl: 'http://127.0.0.1:9/xml.response' }).getBalance(),
    },
    {
      title: 'a registrar that is slow',
      attempt: faulty({ fault: 'slow-answer', delayMs: 5000, times: 100 }, () =>
        registrar.getBalance({ timeoutMs: 300 }),
      ),
    },
    {
      title: 'a customer who leaves',
      attempt: () => registrar.getBalance({ signal: AbortSignal.abort() }),
    },
    {
      title: 'the answer to a renewal that was lost',
      attempt: faulty(
        { fault: 'answer-lost-before-commit', operation: 'renewDomain' },
        async () => {
          const { expiresOn = '' } = await registrar.getDomain({ domain: 'demo-bakery.com' });
          return registrar.renewDomain({
            domain: 'demo-bakery.com',
            years: 1,
            expectedExpiresOn: expiresOn,
            price: 'listed',
          });
        },
      ),
    },
  ];
}

async function errorOf(attempt: () => Promise<unknown>): Promise<AnyRegistrarError> {
  try {
    await attempt();
  } catch (error) {
    if (isRegistrarError(error)) return error;
    throw error;
  }
  throw new Error('nothing went wrong, although it should');
}

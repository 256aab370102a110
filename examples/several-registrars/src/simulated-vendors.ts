import { readFile } from 'node:fs/promises';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  createDemoWorld,
  demoAccounts,
  demoTlds,
  dollarsAndLira,
  serveSimulator,
} from '@registrar-kit/testing';

/** Both vendors on this machine, and a configuration that leads there. */
export interface SimulatedVendors {
  readonly config: unknown;
  /** What one of them has sold is taken for the other too: they share the registries. */
  publish(domain: string): void;
  /** From now on one of the vendors answers with a breakdown of its own. */
  breakDown(): void;
  close(): Promise<void>;
}

/** Each vendor in its own wire format over real sockets, with limits that last a moment and prices that differ. */
export async function simulateVendors(): Promise<SimulatedVendors> {
  const quota = { speed: 1000 };
  // Namecheap sells no Turkish endings through its interface.
  const tlds = demoTlds.filter(({ tld }) => !tld.endsWith('.tr'));
  const dna = createDemoWorld();
  dna.setPrice('com', 'registerDomain', dollarsAndLira('9.40'));
  const other = createDemoWorld({ tlds });
  const [first, second] = await Promise.all([
    serveSimulator(createNamecheapSimulator({ world: other, quota })),
    serveSimulator(createDomainNameApiSimulator({ world: dna, quota })),
  ]);
  const file = new URL('../accounts.json', import.meta.url);
  const shown = JSON.parse(await readFile(file, 'utf8')) as {
    readonly namecheap: object;
    readonly registrars: Readonly<Record<'main' | 'second' | 'dna', object>>;
  };
  const { main, second: colleague, dna: reseller } = shown.registrars;
  // What the file cannot know: where the simulators are, and the keys, which belong into no repository.
  const at = ({ config: { baseUrl, quota: limits } }: typeof first): object => ({
    baseUrl,
    quota: limits,
  });
  const config = {
    ...shown,
    namecheap: { ...shown.namecheap, ...at(first) },
    'domain-name-api': at(second),
    registrars: {
      main: { ...main, apiKey: demoAccounts.user.keys.test },
      second: { ...colleague, apiKey: demoAccounts.colleague.keys.test },
      dna: { ...reseller, apiKey: demoAccounts.reseller.keys.test },
    },
  };
  return {
    config,
    publish: (domain) => other.setTaken(domain),
    breakDown: () => dna.faults.add({ fault: 'server-error', times: 1_000_000 }),
    close: async () => {
      await Promise.all([first.close(), second.close()]);
    },
  };
}

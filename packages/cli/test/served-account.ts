import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';

export type Provider = 'namecheap' | 'domain-name-api';

/** An account at a registrar whose part a simulator plays, without the rate limits that real time takes. */
export interface ServedAccount {
  readonly world: RegistryWorld;
  readonly account: string;
  readonly folder: string;
  readonly baseUrl: string;
  /** How much the registrar has been asked. */
  readonly requests: () => number;
  /** Every run so far. */
  readonly outcomes: readonly Outcome[];
  /** Runs a command with a configuration that leads there; for orders it passes for a real registrar. */
  readonly run: (argv: readonly string[], options?: RunOptions) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Serves the demonstration; its domains begin with `demo` at Namecheap and with `ornek` at Domain Name API. */
export async function serveAccount(provider: Provider): Promise<ServedAccount> {
  const world = createDemoWorld();
  const quota = { speed: 1000 };
  const isNamecheap = provider === 'namecheap';
  const { id: account } = isNamecheap ? demoAccounts.user : demoAccounts.reseller;
  let requests = 0;
  const served = await serveSimulator(
    isNamecheap
      ? createNamecheapSimulator({ world, account, quota })
      : createDomainNameApiSimulator({ world, account, quota }),
    { onHandled: () => (requests += 1) },
  );
  const folder = temporaryFolder();
  writeFileSync(path.join(folder.path, 'registrar.config.json'), JSON.stringify(served.config));
  const outcomes: Outcome[] = [];
  return {
    world,
    account,
    folder: folder.path,
    baseUrl: served.baseUrl,
    requests: () => requests,
    outcomes,
    run: async (argv, options = {}) => {
      const outcome = await runCommand(argv, {
        folder: folder.path,
        ...options,
        surroundings: { isSimulator: () => Promise.resolve(false), ...options.surroundings },
      });
      outcomes.push(outcome);
      return outcome;
    },
    close: async () => {
      await served.close();
      folder.remove();
    },
  };
}

/** Text that was wrapped, on one line. */
export function unwrapped(text: string): string {
  return text.replace(/\s+/g, ' ');
}

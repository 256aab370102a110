import type { Environment } from '@registrar-kit/core';
import type { RegistrarSimulator, RegistryWorld } from '@registrar-kit/testing';
import type { ProviderId } from '../providers.js';
import { settleTransfers } from './settle-transfers.js';

/** A registrar's interface over a simulated world whose registries decide by themselves. */
export async function createSimulator(
  provider: ProviderId,
  world: RegistryWorld,
  environment: Environment,
): Promise<RegistrarSimulator> {
  const simulator = await loadSimulator(provider, world, environment);
  const { hosts, basePath } = simulator;
  return {
    provider,
    hosts,
    basePath,
    world,
    handle: (request) => {
      settleTransfers(world);
      return simulator.handle(request);
    },
    config: (baseUrl) => simulator.config(baseUrl),
  };
}

/** Loaded here, since most commands do without. */
async function loadSimulator(
  provider: ProviderId,
  world: RegistryWorld,
  environment: Environment,
): Promise<RegistrarSimulator> {
  switch (provider) {
    case 'namecheap': {
      const { createNamecheapSimulator } = await import('@registrar-kit/namecheap/simulator');
      return createNamecheapSimulator({ world, environment });
    }
    case 'domain-name-api': {
      const { createDomainNameApiSimulator } =
        await import('@registrar-kit/domain-name-api/simulator');
      return createDomainNameApiSimulator({ world, environment });
    }
  }
}

import type { Environment } from '@registrar-kit/core';
import type { RegistrarSimulator, RegistryWorld } from '@registrar-kit/testing';
import type { ProviderId } from '../providers.js';

/** A registrar's interface over a simulated world. Loaded here, since most commands do without. */
export async function createSimulator(
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

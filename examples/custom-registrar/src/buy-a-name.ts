import { createRegistrar, formatMoney, type RegistrarRuntime } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { aContactSet } from '@registrar-kit/testing';
import { harbourNames } from './index.js';

/** A panel's program. Nothing in it but the list of providers knows of any one registrar. */
export async function buyAName(config: unknown, runtime: RegistrarRuntime): Promise<void> {
  const registrar = createRegistrar(config, [namecheap, domainNameApi, harbourNames], runtime);
  const { account } = await registrar.verifyAccess();
  console.log(`# ${registrar.provider}, account ${account}`);

  const domain = 'boats-and-buoys.com';
  const price = await registrar.quote({ operation: 'registerDomain', domain });
  const bought = await registrar.registerDomain({
    domain,
    years: 1,
    contacts: aContactSet(),
    price,
  });
  const { status, charged } = bought;
  const cost = charged === undefined ? 'an unstated amount' : formatMoney(charged);
  console.log(`${domain}: ${status}, charged ${cost}`);

  const { support } = registrar.capabilities.setAutoRenew;
  if (support === 'unsupported') console.log('automatic renewal: not offered');
  else {
    const { autoRenew } = await registrar.setAutoRenew({ domain, autoRenew: true });
    console.log(`automatic renewal: ${autoRenew ? 'on' : 'off'}`);
  }
}

import {
  createRegistrar,
  formatMoney,
  toUnicodeDomain,
  volatileJournal,
  type ContactSet,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { loadConfig, type Surroundings } from './load-config.js';

// The program that is to run with any registrar. Nothing below names one; only this list does.
const providers = [namecheap, domainNameApi];

const names = ['openai.com', 'mein-café.de', 'harbour-lights.com'];
const wanted = 'harbour-lights.com';

/** What a customer of a panel does on a quiet afternoon: looks for a name, buys it, and sees it in the list. */
export async function runPanel(
  surroundings: Surroundings,
  contacts: ContactSet,
  print: (line: string) => void,
): Promise<void> {
  const registrar = createRegistrar(await loadConfig(surroundings, providers), providers, {
    // In memory will do for a demonstration; where money is real, use a durable journal.
    journal: volatileJournal(),
  });
  print(`registrar      ${registrar.provider}`);

  for (const { domain, input, availability } of await registrar.checkAvailability({
    domains: names,
  }))
    print(`search         ${domain === null ? input : toUnicodeDomain(domain)} is ${availability}`);

  const price = await registrar.quote({ operation: 'registerDomain', domain: wanted });
  print(`price          ${wanted} costs ${formatMoney(price.price)} for a year`);

  const order = { domain: wanted, years: price.years, contacts, price };
  const bought = await registrar.registerDomain(order, { idempotencyKey: 'order 1' });
  print(`order          ${bought.domain} is ${bought.status}`);

  const { status, expiresOn } = await registrar.getDomain({ domain: wanted });
  print(`domain         ${status} until ${expiresOn ?? 'a day that the registrar does not state'}`);

  // What a registrar cannot do is known before it is asked.
  const { getAuthCode } = registrar.capabilities;
  const answer =
    getAuthCode.support === 'unsupported'
      ? `not here: ${getAuthCode.alternative ?? getAuthCode.reason}`
      : 'getAuthCode gives the code';
  print(`moving away    ${answer}`);
}

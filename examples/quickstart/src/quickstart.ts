import { readFileSync } from 'node:fs';
import { createRegistrar, isRegistrarError } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
const config: unknown = JSON.parse(readFileSync('registrar.config.json', 'utf8'));
const registrar = createRegistrar(config, [namecheap, domainNameApi]);
try {
  const rows = await registrar.checkAvailability({ domains: ['münchen.de', 'my-new-shop.com'] });
  for (const row of rows) console.log(row.input, row.availability);
  const quote = await registrar.quote({ operation: 'registerDomain', domain: 'my-new-shop.com' });
  console.log('one year costs', quote.price.amount, quote.price.currency);
} catch (error) {
  if (!isRegistrarError(error)) throw error;
  console.error(error.message, error.diagnosis[0].remedy.steps);
}

import { readFile } from 'node:fs/promises';
import {
  createRegistrar,
  formatMoney,
  toUnicodeDomain,
  volatileJournal,
  type Availability,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { aContactSet } from '@registrar-kit/testing';
import { names, wanted } from './names.js';
import { report } from './report.js';
import { Stopwatch } from './stopwatch.js';

/** The program: it reads the configuration file and knows nothing of any one registrar. */
export async function runJob(configurationPath: string): Promise<void> {
  const config: unknown = JSON.parse(await readFile(configurationPath, 'utf8'));
  const stopwatch = new Stopwatch();
  const registrar = createRegistrar(config, [namecheap, domainNameApi], {
    // In memory will do for a demonstration; where money is real, use a durable journal.
    journal: volatileJournal(),
    onEvent: stopwatch.listen,
  });
  const done = (what: string, outcome: string): void => {
    report.step(what, outcome);
    report.note(stopwatch.lap());
  };

  const access = await registrar.verifyAccess();
  done('verify access', `signed in as ${access.account} in the ${access.environment} environment`);

  const balance = await registrar.getBalance();
  done('balance', balance.available.map(formatMoney).join(' and '));

  const rows = await registrar.checkAvailability({ domains: names });
  done('check names', summarise(rows));
  for (const row of rows.filter(worthShowing))
    report.line(`                    - ${describe(row)}`);

  const quote = await registrar.quote({ operation: 'registerDomain', domain: wanted, years: 1 });
  done('quote', `${wanted} for 1 year costs ${formatMoney(quote.price)}`);

  const registration = await registrar.registerDomain({
    domain: wanted,
    years: 1,
    contacts: aContactSet(),
    price: quote,
  });
  const charged =
    registration.charged === undefined ? '' : `, charged ${formatMoney(registration.charged)}`;
  done('register', `${registration.domain}: ${registration.status}${charged}`);

  const domain = await registrar.getDomain({ domain: wanted });
  done('read back', `${domain.status}, expires on ${domain.expiresOn ?? 'an unstated day'}`);
  if (domain.expiresOn === undefined)
    throw new Error(`${registrar.provider} did not state the expiry of ${wanted}`);

  const renewal = await registrar.renewDomain({
    domain: wanted,
    years: 1,
    expectedExpiresOn: domain.expiresOn,
    price: 'listed',
  });
  done(
    'renew',
    `from ${renewal.previousExpiresOn} to ${renewal.expiresOn ?? 'a day that is read later'}`,
  );

  const delegation = await registrar.setNameservers({
    domain: wanted,
    nameservers: ['ns1.example.net', 'ns2.example.net'],
  });
  done('name servers', delegation.nameservers.join(', '));

  const listed = [];
  for await (const item of registrar.listDomains()) listed.push(item);
  const own = listed.find((item) => item.domain === domain.domain);
  done(
    'list',
    `${String(listed.length)} domains, ${wanted} ${own === undefined ? 'is missing' : `expires on ${own.expiresOn ?? 'an unstated day'}`}`,
  );
  if (own === undefined)
    throw new Error(`${wanted} was bought from ${registrar.provider} but is not in its list`);

  report.line();
  report.line(
    registrar.simulated
      ? '  All of it came from a simulator; no money moved.'
      : '  This was the real registrar.',
  );
}

function summarise(rows: readonly Availability[]): string {
  const count = (availability: Availability['availability']): string =>
    String(rows.filter((row) => row.availability === availability).length);
  return `${String(rows.length)} asked: ${count('available')} available, ${count('taken')} taken, ${count('unknown')} not answerable`;
}

/** The rows that show something beside yes and no. */
function worthShowing(row: Availability): boolean {
  return (
    row.availability === 'unknown' ||
    row.premium !== undefined ||
    (row.domain?.includes('xn--') ?? false)
  );
}

function describe({ input, domain, availability, premium, reason }: Availability): string {
  const name = domain === null ? `"${input}"` : toUnicodeDomain(domain);
  const international = domain?.includes('xn--') === true ? ` (asked as ${domain})` : '';
  const price =
    premium?.registration === undefined ? '' : `, premium at ${formatMoney(premium.registration)}`;
  return `${name}${international}: ${availability}${price}${reason === undefined ? '' : ` (${reason})`}`;
}

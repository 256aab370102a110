import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { aContact } from '@registrar-kit/testing';
import { runCommand, temporaryFolder, type Outcome, type RunOptions } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);
writeFileSync(
  path.join(folder.path, 'contacts.json'),
  JSON.stringify({ registrant: aContact({ organization: 'CANARY-ORGANISATION' }) }),
);

const run = (argv: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  runCommand(argv, { folder: folder.path, ...options });
const contacts = ['--contacts', 'contacts.json'];

describe.each([['namecheap'], ['domain-name-api']])('buying on the %s simulator', (provider) => {
  const domain = `cli-${provider}.com`;
  const simulate = ['--simulate', '--provider', provider];

  it('registers, reads back, renews with the expiry as guard and sets name servers', async () => {
    const bought = await run([
      'register',
      domain,
      ...contacts,
      '--max-price',
      '20',
      ...simulate,
      '--json',
    ]);
    expect(bought).toMatchObject({ code: 0 });
    expect(bought.json()).toMatchObject({
      status: 'done',
      domain,
      years: 1,
      operation: { provider, kind: 'registerDomain', domain },
      simulated: true,
    });

    const shown = await run(['show', domain, ...simulate, '--json']);
    const { expiresOn } = shown.json() as { expiresOn: string };

    const renewal = ['renew', domain, '--expires', expiresOn, '--listed', ...simulate];
    const renewed = await run(renewal);
    expect(renewed).toMatchObject({ code: 0 });
    expect(renewed.stdout).toContain(`expired on  ${expiresOn}`);
    expect(renewed.stdout).toMatch(/^source +simulated$/m);

    // The same order once more is answered from the journal.
    const repeated = await run([...renewal, '--json']);
    expect(repeated.code).toBe(0);
    expect(repeated.json()).toMatchObject({ status: 'done', replayed: true, simulated: true });

    // Another order from the same date: the expiry has moved, so nothing is bought.
    const other = await run([...renewal, '--years', '2', '--json']);
    expect(other.code).toBe(6);
    expect(other.json()).toMatchObject({
      error: { code: 'INVALID_DOMAIN_STATE' },
      simulated: true,
    });

    const set = await run([
      ...['nameservers', 'set', domain, 'ns1.example.net', 'ns2.example.net'],
      ...simulate,
      '--json',
    ]);
    expect(set).toMatchObject({ code: 0 });
    const read = await run(['nameservers', 'show', domain, ...simulate]);
    expect(read.stdout).toMatch(/name servers +ns1\.example\.net\n +ns2\.example\.net/);

    const again = await run([
      ...['register', domain, ...contacts, '--listed', '--years', '2', ...simulate],
    ]);
    expect(again).toMatchObject({ code: 6, stdout: '' });
    expect(again.stderr).toContain('Cause: domain taken');
    expect(JSON.stringify([bought, renewed, repeated, other, set, again])).not.toContain('CANARY');
    // Domain Name API takes one request a second, and so does its simulator.
  }, 60_000);
});

describe('agreeing to a price', () => {
  const order = ['register', 'cli-price.com', ...contacts, '--simulate'];

  it('is refused above the limit, before money moves', async () => {
    const { code, json } = await run([...order, '--max-price', '3.00', '--json']);
    expect(code).toBe(7);
    expect(json()).toMatchObject({
      error: { code: 'PRICE_CHANGED', agreed: { amount: '3.00', currency: 'USD' } },
    });
  });

  it('is refused in a currency that is not charged', async () => {
    const { code, stderr } = await run([...order, '--max-price', '100', '--currency', 'EUR']);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('agree to an amount in USD');
  });

  it('is not covered by --listed for a premium name', async () => {
    const { code } = await run([
      ...['register', 'bakery.shop', ...contacts, '--listed', '--simulate'],
    ]);
    expect(code).toBe(7);
  });

  it('is shown by a dry run, which buys nothing', async () => {
    const dry = await run([...order, '--dry-run', '--json']);
    expect(dry.json()).toMatchObject({
      status: 'not_sent',
      quote: { domain: 'cli-price.com', price: { amount: '10.48' } },
      simulated: true,
    });
    expect(dry.code).toBe(0);
    const people = await run([...order, '--dry-run']);
    expect(people.stdout).toMatch(/status +not sent \(dry run\)/);
    expect((await run(['show', 'cli-price.com', '--simulate'])).code).toBe(6);
  });

  it('is asked for on a terminal, and no answer is no', async () => {
    for (const answer of ['', 'n', 'nothing']) {
      const refused = await run(order, { terminal: { answer } });
      expect(refused).toMatchObject({ code: 130, stdout: '' });
      expect(refused.stderr).toContain(
        'Register cli-price.com for 1 year at 10.48 USD (namecheap, test)? [y/N] ',
      );
      expect(refused.stderr).toContain('nothing was bought');
    }
    const agreed = await run(order, { terminal: { answer: 'Yes' } });
    expect(agreed.code).toBe(0);
    expect(agreed.stdout).toContain('cli-price.com');
  });

  it('is not asked for where the output is for programs', async () => {
    const { code, json } = await run([...order, '--json'], { terminal: { answer: 'y' } });
    expect(code).toBe(2);
    expect(json()).toMatchObject({ error: { code: 'USAGE_ERROR' } });
  });

  it('for a renewal, the expiry is read and shown first', async () => {
    const { code, stderr } = await run(['renew', 'demo-bakery.net', '--simulate'], {
      terminal: { answer: 'y' },
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/demo-bakery\.net expires on \d{4}-\d\d-\d\d/);
    expect(stderr).toMatch(/Renew demo-bakery\.net for 1 year at [\d.]+ USD/);
  });
});

describe('the journal of simulated orders', () => {
  const order = ['register', 'cli-kept.com', ...contacts, '--listed', '--simulate'];
  const withKey = [...order, '--idempotency-key', 'invoice 4711', '--json'];

  it('keeps them apart from real ones, and a key works in a later command', async () => {
    const first = await run(withKey);
    const { operation } = first.json() as { operation: { id: string } };
    expect(first.json()).toMatchObject({ status: 'done', replayed: false });
    expect((await run(withKey)).json()).toMatchObject({ operation, replayed: true });
    const files = readdirSync(path.join(folder.path, 'state'));
    expect(files).toContain('simulated-operations.sqlite');
    expect(files).not.toContain('operations.sqlite');

    const listed = await run(['operations', 'list', '--simulate', '--json']);
    expect(listed.json()).toContainEqual(
      expect.objectContaining({ id: operation.id, domain: 'cli-kept.com', simulated: true }),
    );
    const shown = await run(['operations', 'show', operation.id, '--simulate']);
    expect(shown.stdout).toMatch(/^source +simulated$/m);
    const elsewhere = ['--simulate', '--provider', 'domain-name-api', '--json'];
    expect((await run(['operations', ...elsewhere])).stdout).not.toContain('cli-kept.com');
  }, 30_000);

  it('is memory where the engine cannot be loaded, and that is said', async () => {
    const surroundings = { loadJournalEngine: () => Promise.reject(new Error('not installed')) };
    const own = ['register', 'cli-forgotten.com', ...contacts, '--listed', '--simulate'];
    const bought = await run([...own, '--idempotency-key', 'k'], { surroundings });
    expect(bought.code).toBe(0);
    expect(bought.stderr).toContain('forgotten when this command ends');
    const orders = await run(['operations', '--simulate'], { surroundings });
    expect(orders.code).toBe(2);
    // Wrapped to 80 columns, so that the command may stand on two lines.
    expect(orders.stderr.replace(/\s+/g, ' ')).toContain('npm install @registrar-kit/sqlite');
    expect((await run(['operations', '--simulate'])).stdout).not.toContain('cli-forgotten.com');
  });
});

describe('buying or changing something without a configuration', () => {
  it.each([
    [['register', 'a.com', ...contacts, '--listed']],
    [['renew', 'a.com', '--listed']],
    [['restore', 'a.com', '--max-price', '300']],
    [['nameservers', 'set', 'a.com', 'ns1.example.net', 'ns2.example.net']],
    [['nameservers', 'a.com', '--reset']],
    [['lock', 'a.com', 'on']],
    [['privacy', 'a.com', 'off']],
    [['contacts', 'a.com', '--set', 'contacts.json']],
    [['hosts', 'create', 'a.com', 'ns1.a.com', '192.0.2.1']],
    [['hosts', 'delete', 'a.com', 'ns1.a.com']],
    [['forwards', 'url', 'a.com', 'https://www.example.org/']],
    [['forwards', 'mail', 'a.com', 'info', 'off']],
    [['transfers', 'resubmit', 'a.com']],
    [['transfers', 'cancel', 'a.com', '--yes']],
  ])('%j is refused and names the ways', async (argv) => {
    const { code, stderr } = await run(argv);
    expect(code).toBe(2);
    const text = stderr.replace(/\s+/g, ' ');
    expect(text).toContain('configuration: is missing');
    expect(text).toContain('add --simulate');
  });
});

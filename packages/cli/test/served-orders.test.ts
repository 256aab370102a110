import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContact } from '@registrar-kit/testing';
import type { RunOptions } from './run-command.js';
import { serveAccount, unwrapped, type ServedAccount } from './served-account.js';

const providers = [
  { provider: 'namecheap', prefix: 'demo' },
  { provider: 'domain-name-api', prefix: 'ornek' },
] as const;
const canary = 'CANARY-c0de!42';

describe.each(providers)('orders at $provider', ({ provider, prefix }) => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount(provider);
    for (const domain of ['cli-coming.com', 'cli-lost.com', 'cli-asked.com', 'cli-failing.com'])
      served.world.putForeignDomain({ domain, authCode: canary });
    writeFileSync(path.join(served.folder, 'code.txt'), canary);
  });
  afterAll(() => served.close());
  /** The registrar's own books judge, not the command. */
  const chargesFor = (domain: string): number =>
    served.world.ledger({ account: served.account, domain }).length;
  const withCode = { env: { REGISTRAR_AUTH_CODE: canary } };

  describe('to restore', () => {
    const domain = `${prefix}-later.net`;

    it('show the price in a dry run, and have no listed one', async () => {
      const dry = await served.run(['restore', domain, '--dry-run', '--json']);
      expect(dry).toMatchObject({ code: 0 });
      expect(dry.json()).toMatchObject({
        status: 'not_sent',
        quote: { operation: 'restoreDomain', domain },
        simulated: true,
      });
      const listed = await served.run(['restore', domain, '--listed']);
      expect(listed.code).toBe(2);
      expect(listed.stderr).toContain('restore has no option --listed');
      const silent = await served.run(['restore', domain, '--json']);
      expect(silent.code).toBe(2);
      expect(silent.stdout).toContain('--max-price');
      expect(silent.stdout).not.toContain('--listed');
    });

    it('are refused above the limit, and by the person at the terminal', async () => {
      expect((await served.run(['restore', domain, '--max-price', '5'])).code).toBe(7);
      const refused = await served.run(['restore', domain], { terminal: { answer: 'n' } });
      expect(refused).toMatchObject({ code: 130, stdout: '' });
      expect(refused.stderr).toMatch(
        new RegExp(`Restore ${domain} at [\\d.]+ USD \\(${provider}, test\\)\\? \\[y/N\\] `),
      );
      expect(chargesFor(domain)).toBe(0);
    });

    it('are paid once under one key, also when the domain is in no state for it any more', async () => {
      const order = ['restore', domain, '--max-price', '300', '--idempotency-key', 'invoice 1'];
      const first = await served.run([...order, '--json']);
      expect(first).toMatchObject({ code: 0 });
      expect(first.json()).toMatchObject({
        domain,
        operation: { kind: 'restoreDomain' },
        replayed: false,
        simulated: true,
      });
      const second = await served.run([...order, '--json']);
      expect(second).toMatchObject({ code: 0 });
      expect(second.json()).toMatchObject({ domain, replayed: true });
      expect(chargesFor(domain)).toBe(1);
    });

    it('of a domain that has not expired are refused', async () => {
      const active = `${prefix}-bakery.com`;
      const { code } = await served.run(['restore', active, '--max-price', '300']);
      expect(code).toBe(6);
      expect(chargesFor(active)).toBe(0);
    });
  });

  describe('to transfer', () => {
    it('show the price, ask for it, and go on by themselves', async () => {
      const domain = 'cli-asked.com';
      const options: RunOptions = {
        terminal: { answer: 'y', secret: canary },
        env: { NO_COLOR: '1' },
      };
      const refused = await served.run(['transfer', domain], { terminal: { secret: canary } });
      expect(refused.code).toBe(130);
      expect(chargesFor(domain)).toBe(0);
      const { code, stderr, stdout } = await served.run(['transfer', domain], options);
      expect(code).toBe(0);
      expect(stderr).toMatch(/Auth code from the losing registrar \(not shown\): /);
      expect(stderr).toMatch(/Transfer cli-asked\.com at [\d.]+ USD/);
      expect(stdout).toMatch(/^status +pending: /m);
      expect(stderr).toMatch(/registrar operations wait [0-9a-f-]{36}\n/);
      expect(chargesFor(domain)).toBe(1);
    });

    it('are paid once under one key, and can be waited for in another run', async () => {
      const domain = 'cli-coming.com';
      const order = ['transfer', domain, '--max-price', '20', '--idempotency-key', 'invoice 2'];
      const file = ['--auth-code-file', 'code.txt'];
      const first = await served.run([...order, ...file, '--json']);
      expect(first).toMatchObject({ code: 0 });
      expect(first.json()).toMatchObject({ status: 'pending', domain, replayed: false });
      const { operation } = first.json() as { operation: { id: string } };
      const second = await served.run([...order, ...file, '--json']);
      expect(second.json()).toMatchObject({ operation: { id: operation.id }, replayed: true });
      expect(chargesFor(domain)).toBe(1);

      const pending = await served.run(['transfers', domain, '--json']);
      expect(pending.json()).toMatchObject({ domain, status: 'pending', simulated: true });
      const early = await served.run(['operations', 'wait', operation.id, '--timeout', '1']);
      expect(early).toMatchObject({ code: 9, stdout: '' });
      expect(early.stderr).toContain('the order is pending\n');

      served.world.transfers.settle(domain);
      const ended = await served.run(['operations', 'wait', operation.id.slice(0, 8), '--json']);
      expect(ended).toMatchObject({ code: 0 });
      expect(ended.json()).toMatchObject({ id: operation.id, status: 'done', result: { domain } });
      const done = await served.run(['transfers', '--json']);
      expect(done.json()).toContainEqual(expect.objectContaining({ domain, status: 'done' }));
    });

    it('that fail end the waiting with 6 and the cause', async () => {
      const domain = 'cli-failing.com';
      const started = await served.run(['transfer', domain, '--listed', '--json'], withCode);
      expect(started.code).toBe(0);
      const { operation } = started.json() as { operation: { id: string } };
      served.world.transfers.fail(domain, 'losing_registrar');
      const ended = await served.run(['operations', 'wait', operation.id]);
      expect(ended.code).toBe(6);
      expect(unwrapped(ended.stdout)).toMatch(/status failed: paid, and ended without/);
      const shown = await served.run(['transfers', domain]);
      expect(shown.code).toBe(0);
      expect(shown.stdout).toMatch(/^status +failed$/m);
    });

    it('whose answer was lost are found again by reading', async () => {
      const domain = 'cli-lost.com';
      served.world.faults.add({ fault: 'answer-lost-after-commit', operation: 'transferDomain' });
      const { code, json } = await served.run(['transfer', domain, '--listed', '--json'], withCode);
      served.world.faults.clear();
      expect(code).toBe(0);
      expect(json()).toMatchObject({ domain, recovered: true });
      expect(chargesFor(domain)).toBe(1);
    });

    it('of a domain that is here are refused', async () => {
      const { code } = await served.run(['transfer', `${prefix}-bakery.com`, '--listed'], withCode);
      expect(code).not.toBe(0);
      expect(chargesFor(`${prefix}-bakery.com`)).toBe(0);
    });

    it('take no fields of a registry with their contacts', async () => {
      const registrant = aContact({ organization: 'CANARY-ORGANISATION' });
      const file = path.join(served.folder, 'contacts.json');
      writeFileSync(file, JSON.stringify({ registrant, tldAttributes: { purpose: 'P1' } }));
      const { code, stderr } = await served.run(
        ['transfer', 'cli-any.com', '--listed', '--contacts', file],
        withCode,
      );
      expect(code).toBe(2);
      expect(unwrapped(stderr)).toContain('which no transfer takes');
    });
  });

  it('transfers are listed by status, and verbs have options of their own', async () => {
    const failed = await served.run(['transfers', '--status', 'failed', '--json']);
    const rows = failed.json() as { domain: string; status: string }[];
    expect(rows.map(({ domain }) => domain)).toEqual(['cli-failing.com']);
    const { stdout } = await served.run(['transfers', '--limit', '2']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
    for (const [argv, reason] of [
      [['transfers', '--status', 'open'], 'give pending, done or failed'],
      [['transfers', 'cli-lost.com', '--limit', '2'], 'transfers show has no option --limit'],
      [['transfers', 'resubmit', 'cli-lost.com', '--auth-code-file', 'code.txt'], 'has no option'],
      [['transfers', 'chek', 'cli-lost.com'], 'did you mean check?'],
      [['operations', 'show', '1234', '--timeout', '3'], 'has no option --timeout'],
      [['operations', 'wait', '1234', '--timeout', 'long'], '--timeout is "long"'],
    ] as const) {
      const { code, stderr } = await served.run(argv);
      expect(code).toBe(2);
      expect(unwrapped(stderr)).toContain(reason);
    }
  });

  it('show no auth code and no contact, and record none', () => {
    expect(JSON.stringify(served.outcomes)).not.toContain('CANARY');
    const state = path.join(served.folder, 'state');
    for (const name of readdirSync(state))
      expect(readFileSync(path.join(state, name), 'latin1')).not.toContain('CANARY');
  });
});

describe('transfers at Domain Name API', () => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount('domain-name-api');
    served.world.putForeignDomain({ domain: 'cli-check.com', authCode: canary });
    writeFileSync(path.join(served.folder, 'code.txt'), canary);
    writeFileSync(path.join(served.folder, 'wrong.txt'), 'wrong');
  });
  afterAll(() => served.close());

  it('are checked with the auth code', async () => {
    const check = ['transfers', 'check', 'cli-check.com', '--json'];
    const right = await served.run([...check, '--auth-code-file', 'code.txt']);
    expect(right.json()).toMatchObject({ domain: 'cli-check.com', transferable: true });
    const wrong = await served.run([...check, '--auth-code-file', 'wrong.txt']);
    expect(wrong.json()).toMatchObject({ transferable: false });
    expect(JSON.stringify([right, wrong])).not.toContain('CANARY');
  });

  it('are ended only when that is meant', async () => {
    const domain = 'cli-check.com';
    const started = await served.run(['transfer', domain, '--listed', '--json'], {
      env: { REGISTRAR_AUTH_CODE: canary },
    });
    expect(started).toMatchObject({ code: 0 });
    const before = served.requests();
    expect((await served.run(['transfers', 'cancel', domain])).code).toBe(2);
    const refused = await served.run(['transfers', 'cancel', domain], { terminal: {} });
    expect(refused.code).toBe(130);
    expect(refused.stderr).toContain(`End the transfer of ${domain} (domain-name-api, test)?`);
    expect(served.requests()).toBe(before);
    const ended = await served.run(['transfers', 'cancel', domain, '--yes', '--json']);
    expect(ended.json()).toEqual({ domain, transfer: 'cancelled', simulated: true });
    expect(served.world.transfers.latest(served.account, domain)).toMatchObject({
      stage: 'cancelled',
    });
  });

  it('to another registrar are refused or let go', async () => {
    const domain = 'ornek-leaving.org';
    const { code, json } = await served.run(['transfers', 'reject', domain, '--yes', '--json']);
    expect(code).toBe(0);
    expect(json()).toEqual({ domain, transfer: 'rejected', simulated: true });
    expect(served.world.find(domain)?.status).not.toBe('transfer_out');
  });
});

describe('a failed transfer at Namecheap', () => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount('namecheap');
    served.world.putForeignDomain({ domain: 'cli-again.com', authCode: canary });
  });
  afterAll(() => served.close());

  it('is started again without another charge', async () => {
    const domain = 'cli-again.com';
    const env = { REGISTRAR_AUTH_CODE: canary };
    await served.run(['transfer', domain, '--listed'], { env });
    served.world.transfers.fail(domain, 'locked');
    const { code, json } = await served.run(['transfers', 'resubmit', domain, '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ domain, status: 'pending', simulated: true });
    expect(served.world.ledger({ account: served.account, domain })).toHaveLength(1);
  });
});

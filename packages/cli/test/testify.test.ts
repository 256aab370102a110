import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journalScopeOf, type JournalRow } from '@registrar-kit/core';
import { sqliteJournal } from '@registrar-kit/sqlite';
import { serveAccount, unwrapped, type ServedAccount } from './served-account.js';

const hour = 3_600_000;

describe.each([
  { provider: 'namecheap', domain: 'demo-bakery.com' },
  { provider: 'domain-name-api', domain: 'ornek-bakery.com' },
] as const)('an order of unknown outcome at $provider', ({ provider, domain }) => {
  let served: ServedAccount;
  beforeAll(async () => {
    served = await serveAccount(provider);
  });
  afterAll(() => served.close());

  /** Works on the journal of the command, as time or another command would. */
  const inJournal = async <Result>(
    work: (journal: ReturnType<typeof sqliteJournal>, scope: string) => Promise<Result>,
  ): Promise<Result> => {
    const file = path.join(served.folder, 'state', 'operations.sqlite');
    const journal = sqliteJournal({ path: file });
    const host = new URL(served.baseUrl).host;
    const scope = journalScopeOf({ provider, host, account: served.account });
    try {
      return await work(journal, scope);
    } finally {
      await journal.close();
    }
  };
  /** Renews, loses the order on its way, and lets an hour pass. */
  const loseARenewal = async (key: string): Promise<string> => {
    served.world.faults.add({ fault: 'answer-lost-before-commit', operation: 'renewDomain' });
    const order = ['renew', domain, '--max-price', '99', '--idempotency-key', key, '--json'];
    const { code, json } = await served.run(order);
    served.world.faults.clear();
    expect(code).toBe(8);
    const { handle } = (json() as { error: { handle: { id: string } } }).error;
    await inJournal((journal, scope) =>
      journal.settle(scope, handle.id, {
        status: 'unknown',
        because: 'the connection broke',
        lostAt: Date.now() - hour,
      }),
    );
    return handle.id;
  };
  const row = (id: string): Promise<JournalRow | undefined> =>
    inJournal((journal, scope) => journal.findById(scope, id));
  const charges = (): number => served.world.ledger({ account: served.account, domain }).length;

  it('is shown with its key and with what to type next', async () => {
    const id = await loseARenewal('invoice 1');
    const shown = await served.run(['operations', 'show', id], { env: { COLUMNS: '80' } });
    expect(shown.code).toBe(8);
    expect(unwrapped(shown.stdout)).toContain('key invoice 1');
    expect(unwrapped(shown.stdout)).toContain('because the connection broke');
    for (const line of shown.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const verb of ['reconcile', 'discard', 'confirm'])
      expect(shown.stderr).toContain(`registrar operations ${verb} ${id}\n`);
    const listed = await served.run(['operations'], { env: { COLUMNS: '80' } });
    for (const line of listed.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(listed.stdout).toMatch(new RegExp(`^${id.slice(0, 8)} +renew +.* +unknown`, 'm'));
  });

  it('is not discarded where nobody can be asked, nor when the person says no', async () => {
    const [{ id }] = (await served.run(['operations', '--json'])).json() as [{ id: string }];
    const before = served.requests();
    const silent = await served.run(['operations', 'discard', id, '--json']);
    expect(silent.code).toBe(2);
    expect(silent.stdout).toContain('--yes');
    const refused = await served.run(['operations', 'discard', id.slice(0, 8)], {
      terminal: { answer: 'n' },
    });
    expect(refused.code).toBe(130);
    expect(unwrapped(refused.stderr)).toMatch(
      /look into the panel of the registrar first: there must be neither a later expiry of .* than \d{4}-\d\d-\d\d, nor a charge/,
    );
    expect(refused.stderr).toContain(`Nothing of it is there: forget the order "renew ${domain}"`);
    expect(served.requests()).toBe(before);
    expect((await row(id))?.state.status).toBe('unknown');
  });

  it('is forgotten on the word of the person, after one more reading, and its key is free', async () => {
    const [{ id }] = (await served.run(['operations', '--json'])).json() as [{ id: string }];
    const done = await served.run(['operations', 'discard', id, '--yes']);
    expect(done.code).toBe(0);
    expect(unwrapped(done.stderr)).toContain('its key and its domain are free again');
    expect(await row(id)).toBeUndefined();
    const again = ['renew', domain, '--max-price', '99', '--idempotency-key', 'invoice 1'];
    expect(await served.run([...again, '--json'])).toMatchObject({ code: 0 });
    expect(charges()).toBe(1);
  });

  it('is not discarded when reading finds it', async () => {
    const id = await loseARenewal('invoice 2');
    const { price, guard } = (await row(id)) ?? {};
    const { expiresOn } = served.world.find(domain) ?? {};
    expect([price === undefined, guard?.expiresOn]).toEqual([false, expiresOn]);
    served.world.putDomain({
      domain,
      account: served.account,
      expiresOn: `${String(Number(expiresOn?.slice(0, 4)) + 1)}${String(expiresOn?.slice(4))}`,
    });
    const kept = await served.run(['operations', 'discard', id, '--yes', '--json']);
    expect(kept.code).toBe(6);
    expect(kept.json()).toMatchObject({ id, status: 'done', result: { recovered: true } });
    expect(unwrapped(kept.stderr)).toContain('counts more than what was seen in the panel');
    expect((await row(id))?.state.status).toBe('done');
  });

  it('is to be looked for since it was first sent, also when it was sent again', async () => {
    const id = await loseARenewal('invoice 4');
    await inJournal(async (journal, scope) => {
      const found = await journal.findById(scope, id);
      if (found === undefined || found.kind === 'raw') throw new Error('not on record');
      const { state, leaseUntil, ...entry } = found;
      const startedAt = Date.parse('2026-01-02T03:04:05.000Z');
      const again = { id: 'second', sentAt: Date.now() };
      await journal.beginAgain({ ...entry, startedAt, again }, leaseUntil);
      await journal.settle(scope, id, state as Exclude<typeof state, { status: 'started' }>);
    });
    const asked = await served.run(['operations', 'discard', id], { terminal: { answer: 'n' } });
    expect(unwrapped(asked.stderr)).toContain('transactions since 2026-01-02 03:04Z');
    expect((await served.run(['operations', 'discard', id, '--yes'])).code).toBe(0);
  });

  it('is not discarded within a quarter of an hour after the loss; to confirm it need not wait', async () => {
    const id = await loseARenewal('invoice 3');
    const lostAt = Date.now() - 60_000;
    await inJournal((journal, scope) =>
      journal.settle(scope, id, { status: 'unknown', because: 'lost', lostAt }),
    );
    const early = await served.run(['operations', 'discard', id, '--yes']);
    expect(early.code).toBe(2);
    expect(unwrapped(early.stderr)).toMatch(/say so from \d{4}-\d\d-\d\dT[\d:.]+Z on/);
    expect((await row(id))?.state.status).toBe('unknown');
    const confirmed = await served.run(['operations', 'confirm', id], {
      terminal: { answer: 'y' },
    });
    expect(confirmed.code).toBe(0);
    expect(unwrapped(confirmed.stdout)).toContain('somebody saw in the panel');
    const again = ['renew', domain, '--max-price', '99', '--idempotency-key', 'invoice 3'];
    expect((await served.run([...again, '--json'])).json()).toMatchObject({
      replayed: true,
      witnessed: true,
    });
  });

  it.each(['show', 'reconcile', 'wait'])('takes no --yes with operations %s', async (verb) => {
    const { code, stderr } = await served.run(['operations', verb, '12345678', '--yes']);
    expect(code).toBe(2);
    expect(unwrapped(stderr)).toContain(`operations ${verb} has no option --yes`);
  });
});

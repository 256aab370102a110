import { afterAll, describe, expect, it } from '@jest/globals';
import {
  ManualClock,
  createDemoWorld,
  demoAccounts,
  demoForeignDomains,
} from '@registrar-kit/testing';
import { settleTransfers } from '../src/simulation/settle-transfers.js';
import { runCommand, temporaryFolder, type Outcome } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const [{ domain, authCode }] = demoForeignDomains;

describe('transfers in the simulated world', () => {
  const run = (...argv: readonly string[]): Promise<Outcome> =>
    runCommand([...argv, '--simulate'], {
      folder: folder.path,
      env: { REGISTRAR_AUTH_CODE: authCode },
    });

  it('are decided after a while, and can be waited for', async () => {
    const started = await run('transfer', domain, '--listed', '--json');
    expect(started).toMatchObject({ code: 0 });
    expect(started.json()).toMatchObject({ status: 'pending', simulated: true });
    const { operation } = started.json() as { operation: { id: string } };
    expect(started.stderr).toContain(`registrar operations wait ${operation.id} --simulate\n`);
    const ended = await run('operations', 'wait', operation.id);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('the order is done\n');
    expect(ended.stdout).toMatch(/^status +done$/m);
    expect(JSON.stringify([started, ended])).not.toContain(authCode);
  }, 30_000);

  it('wait for their auth code, and fail by what is in the way', async () => {
    const clock = new ManualClock();
    const world = createDemoWorld({ clock });
    const account = demoAccounts.user.id;
    const stageOf = (name: string): string | undefined =>
      world.transfers.latest(account, name)?.stage;
    const locked = 'elsewhere-harbour.org';
    world.transfers.start({ account, domain, currency: 'USD', failLater: true });
    world.transfers.start({ account, domain: locked, authCode, currency: 'USD', failLater: true });
    settleTransfers(world);
    expect(stageOf(locked)).toBe('submitted');
    await clock.advance(5_000);
    settleTransfers(world);
    expect(stageOf(locked)).toBe('failed');
    expect(stageOf(domain)).toBe('waiting_auth_code');
  });
});

import { describe, expect, it } from '@jest/globals';
import { createDemoWorld, demoAccounts } from '@registrar-kit/testing';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { WireClient } from '../support/wire-client.js';

const command = 'namecheap.users.getBalances';
const rejected = '1011102 API Key is invalid or API access has not been enabled';

function client(remoteAddress?: string, account?: string): WireClient {
  const simulator = createNamecheapSimulator({
    world: createDemoWorld(),
    ...(account === undefined ? {} : { account }),
  });
  return new WireClient(simulator, remoteAddress);
}

describe('the gate of the simulated vendor', () => {
  it('lets the right caller in', async () => {
    expect(await client().errors(command)).toEqual([]);
  });

  it.each([
    ['no ApiUser', { ApiUser: undefined }, '1010101 Parameter APIUser is missing'],
    ['no ApiKey', { ApiKey: undefined }, '1010102 Parameter APIKey is missing'],
    ['no ClientIp', { ClientIp: undefined }, '1011105 Parameter ClientIP is missing'],
    ['an unknown ApiUser', { ApiUser: 'nobody' }, rejected],
    ['a wrong key', { ApiKey: 'CANARY' }, rejected],
    ['the key of the other environment', { ApiKey: demoAccounts.user.keys.live }, rejected],
    ['an unknown UserName', { UserName: 'nobody' }, '1019103 Parameter UserName is not available'],
    [
      'a UserName that has authorised nobody',
      { UserName: demoAccounts.poor.id },
      '1016103 Parameter UserName is unauthorized',
    ],
    [
      'a locked account',
      {
        ApiUser: demoAccounts.locked.id,
        UserName: demoAccounts.locked.id,
        ApiKey: demoAccounts.locked.keys.test,
      },
      '1017101 Parameter ApiUser is disabled or locked',
    ],
  ])('answers %s', async (_what, parameters, error) => {
    expect(await client().errors(command, parameters)).toEqual([error]);
  });

  it('asks for what is missing before it looks at the key', async () => {
    expect(await client().errors(undefined, { ApiKey: 'CANARY' })).toEqual([
      '1010104 Parameter Command is missing',
    ]);
    expect(await client().errors(command, { ApiKey: 'CANARY', UserName: 'nobody' })).toEqual([
      rejected,
    ]);
  });

  it('answers access that is off like a wrong key', async () => {
    const world = createDemoWorld();
    const wire = new WireClient(createNamecheapSimulator({ world }));
    world.updateAccount(demoAccounts.user.id, { apiEnabled: false });
    expect(await wire.errors(command)).toEqual([rejected]);
  });

  it('acts for another account that allows it', async () => {
    expect(await client().errors(command, { UserName: demoAccounts.colleague.id })).toEqual([]);
  });

  it('wants both the address and the ClientIp on the list, and quotes the address', async () => {
    const bound = demoAccounts.addressBound.id;
    expect(await client('198.51.100.7', bound).errors(command)).toEqual([]);
    expect(await client('203.0.113.85', bound).errors(command)).toEqual([
      '1011150 Invalid request IP: 203.0.113.85',
    ]);
    expect(
      await client('198.51.100.7', bound).errors(command, { ClientIp: '203.0.113.85' }),
    ).toEqual(['1011150 Invalid request IP: 198.51.100.7']);
  });

  it('believes the ClientIp on loopback, unless told otherwise', async () => {
    const bound = demoAccounts.addressBound.id;
    for (const address of ['127.0.0.1', '::1']) {
      expect(await client(address, bound).errors(command)).toEqual([]);
      expect(await client(address, bound).errors(command, { ClientIp: '203.0.113.85' })).toEqual([
        '1011150 Invalid request IP: 203.0.113.85',
      ]);
    }
    const strict = createNamecheapSimulator({
      world: createDemoWorld(),
      account: bound,
      sourceAddress: 'connection',
    });
    expect(await new WireClient(strict, '127.0.0.1').errors(command)).toEqual([
      '1011150 Invalid request IP: 127.0.0.1',
    ]);
  });

  it('names no command and gives no result when it lets nobody in', async () => {
    const body = await client().body(command, { ApiKey: 'CANARY' });
    expect(body).toContain('<RequestedCommand />');
    expect(body).not.toContain('CommandResponse');
  });

  it('refuses to sign in with an account that has no key', () => {
    const world = createDemoWorld({ accounts: [{ id: 'keyless' }] });
    const simulator = createNamecheapSimulator({ world, account: 'keyless' });
    expect(() => simulator.config('http://127.0.0.1')).toThrow('no account "keyless" with a key');
  });
});

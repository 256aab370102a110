import { afterEach, describe, expect, it } from '@jest/globals';
import { volatileJournal, type RegistrarEvent, type RegistrarRuntime } from '@registrar-kit/core';
import { NamecheapRegistrar, type NamecheapRawParameters } from '@registrar-kit/namecheap';
import nock from 'nock';
import { effectOfCommand } from '../src/raw/command-effects.js';
import { simulatedCommands, unbuiltCommands } from '../src/simulator/known-commands.js';
import { canaryKey, expectNoCanary } from './support/canaries.js';
import { answerWith, errorBody, okBody } from './support/namecheap-wire.js';
import { errorOf, globals, testConfig } from './support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

function registrar(runtime: RegistrarRuntime = {}): {
  readonly own: NamecheapRegistrar;
  readonly events: readonly RegistrarEvent[];
} {
  const events: RegistrarEvent[] = [];
  const own = new NamecheapRegistrar(testConfig, {
    random: () => 0,
    ...runtime,
    onEvent: (event) => events.push(event),
  });
  return { own, events };
}

const certificates = okBody(`<SSLListResult>
  <SSL CertificateID="5" HostName="example.com" SSLType="PositiveSSL" />
  <SSL CertificateID="6" HostName="example.net" SSLType="EssentialSSL">
    <Note>&lt;late&gt;</Note>
  </SSL>
</SSLListResult>
<Paging><TotalItems>2</TotalItems></Paging>`);

describe('raw', () => {
  it('sends what it is given with the credentials, and answers plain JSON', async () => {
    const sent = answerWith([certificates]);
    const { own, events } = registrar();
    const answer = await own.raw('namecheap.ssl.getList', {
      ListType: 'ALL',
      Page: 1,
      Odd: true,
      Text: ' ü & "x"=1 ',
    });
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: {
          ...globals('namecheap.ssl.getList'),
          ListType: 'ALL',
          Page: '1',
          Odd: 'true',
          Text: ' ü & "x"=1 ',
        },
      },
    ]);
    const leaf = { attributes: {}, children: {} };
    expect(answer).toEqual({
      attributes: { type: 'namecheap.test' },
      text: '',
      children: {
        ssllistresult: [
          {
            attributes: {},
            text: '',
            children: {
              ssl: [
                {
                  attributes: {
                    certificateid: '5',
                    hostname: 'example.com',
                    ssltype: 'PositiveSSL',
                  },
                  text: '',
                  children: {},
                },
                {
                  attributes: {
                    certificateid: '6',
                    hostname: 'example.net',
                    ssltype: 'EssentialSSL',
                  },
                  text: '',
                  children: { note: [{ ...leaf, text: '<late>' }] },
                },
              ],
            },
          },
        ],
        paging: [{ attributes: {}, text: '', children: { totalitems: [{ ...leaf, text: '2' }] } }],
      },
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expectNoCanary(answer, events);
  });

  it('refuses parameters that throw when they are read', async () => {
    const { own } = registrar();
    const thrower = {
      get ProductType(): string {
        throw new Error('CANARY');
      },
    };
    const error = await errorOf(own.raw('users.getPricing', thrower));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'parameters' }] });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('takes a command without its prefix, and no parameters', async () => {
    const sent = answerWith([okBody('<AddressGetListResult />')]);
    const { own } = registrar();
    await own.raw('users.address.getList');
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      globals('namecheap.users.address.getList'),
    ]);
  });

  it('hands out no key, and nothing that reaches a prototype', async () => {
    answerWith([
      okBody(
        `<Echo key="${canaryKey}" constructor="1"><constructor>1</constructor><a>${canaryKey} and more</a></Echo>`,
      ),
    ]);
    const { own } = registrar();
    const answer = await own.raw('users.getBalances');
    expect(answer.children['echo']).toEqual([
      {
        attributes: { key: '[redacted]' },
        text: '',
        children: { a: [{ attributes: {}, text: '[redacted] and more', children: {} }] },
      },
    ]);
  });

  it.each(['ApiUser', 'apikey', 'USERNAME', 'ClientIp', 'command'])(
    'does not let %s be replaced',
    async (field) => {
      const sent = answerWith([certificates]);
      const { own } = registrar();
      const error = await errorOf(own.raw('ssl.getList', { [field]: 'CANARY-other' }));
      expect(error).toMatchObject({
        code: 'INVALID_INPUT',
        operation: 'raw',
        effect: 'none',
        issues: [{ path: `parameters.${field}` }],
      });
      expect(sent).toEqual([]);
      expectNoCanary(error);
    },
  );

  const notFinite = { Page: Number.NaN } as const;
  const nested = JSON.parse('{ "Page": { "deep": "CANARY" } }') as NamecheapRawParameters;
  it.each([
    ['', {}, 'command'],
    ['namecheap.', {}, 'command'],
    ['ssl', {}, 'command'],
    ['ssl.getList&ApiKey=x', {}, 'command'],
    [`ssl.${'x'.repeat(80)}`, {}, 'command'],
    ['ssl.getList', notFinite, 'parameters.Page'],
    ['ssl.getList', nested, 'parameters.Page'],
    ['ssl.getList', { 'Page&ApiKey': 'CANARY' }, 'parameters.PageApiKey'],
    ['ssl.getList', { Page: 1, page: 2 }, 'parameters.page'],
  ])('refuses %j with %j at %s', async (command, parameters, path) => {
    const { own } = registrar();
    const error = await errorOf(own.raw(command, parameters));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path }] });
    expectNoCanary(error);
  });

  it('sends a read again after a passing failure, and a write never', async () => {
    const failing = errorBody([['5050900', 'Unhandled exception']]);
    const reads = answerWith([failing, certificates]);
    const { own } = registrar({ clock: impatient() });
    await own.raw('ssl.getList');
    expect(reads).toHaveLength(2);

    const writes = answerWith([failing, certificates]);
    for (const command of ['users.update', 'ssl.resendApproverEmail']) {
      nock.cleanAll();
      writes.push(...answerWith([failing, certificates]));
      expect(await errorOf(own.raw(command))).toMatchObject({
        code: 'PROVIDER_ERROR',
        effect: 'unknown',
        vendor: { code: '5050900' },
      });
    }
  });

  it.each([
    ['2011294', 'INVALID_INPUT', 'none'],
    ['4011294', 'INVALID_INPUT', 'unknown'],
    ['1011150', 'ACCESS_DENIED', 'none'],
    ['3028301', 'PROVIDER_ERROR', 'unknown'],
  ])('maps %s as everywhere', async (number, code, effect) => {
    const sent = answerWith([errorBody([[number, 'Words']])]);
    const { own } = registrar();
    const error = await errorOf(own.raw('ssl.revokecertificate', { CertificateID: 5 }));
    expect(error).toMatchObject({ code, effect, operation: 'raw' });
    expect(sent).toHaveLength(1);
  });

  it('shows neither a secret nor a person out of its parameters', async () => {
    const parameters = {
      NewPassword: 'CANARY-password',
      ResetCode: 'CANARY-reset',
      EPPCode: 'CANARY epp & code',
      RegistrantFirstName: 'CANARY first',
      AdminEmailAddress: 'CANARY@example.net',
      AuxBillingAddress1: '1 CANARY Street',
      TechPhone: '+90.2125550142',
      ForwardTo12: 'CANARY-forward@example.net',
      Zip: 'CANARY-zip',
      csr: 'CANARY-request',
    };
    const quoted = Object.values(parameters).join('; ').replaceAll('&', '&amp;');
    answerWith([errorBody([['4022335', `cannot do it with ${quoted}`]])]);
    const { own, events } = registrar();
    const error = await errorOf(own.raw('users.changePassword', parameters));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', vendor: { code: '4022335' } });
    expectNoCanary(error, events);
  });

  it.each([
    ['<UserUpdateResult Success="false" UserId="0" />', 'none'],
    ['<SSLReissueResult IsSuccess="False" />', 'none'],
    ['<DomainRenewResult Renew="false" ChargedAmount="10.8700" />', 'unknown'],
    ['<DomainRenewResult Renew="false" ChargedAmount="0" />', 'none'],
    [
      '<DomainTransferCreateResult Transfer="false" TransferID="81" ChargedAmount="0" />',
      'unknown',
    ],
    ['<DomainTransferCreateResult Transfer="false" TransferID="0" ChargedAmount="0" />', 'none'],
    [
      '<DomainCreateResult Registered="false" NonRealTimeDomain="true" ChargedAmount="0" />',
      'unknown',
    ],
    [
      '<DomainCreateResult Registered="false" NonRealTimeDomain="false" ChargedAmount="0" />',
      'none',
    ],
  ])('does not take status OK for success: %s', async (result, effect) => {
    answerWith([okBody(result)]);
    const { own } = registrar();
    expect(await errorOf(own.raw('users.update'))).toMatchObject({
      code: 'PROVIDER_ERROR',
      effect,
    });
  });

  it('leaves a false flag of a read to the caller', async () => {
    answerWith([okBody('<Thing IsSuccess="false" />')]);
    const { own } = registrar();
    expect(await own.raw('users.getBalances')).toMatchObject({
      children: { thing: [{ attributes: { issuccess: 'false' } }] },
    });
  });
});

describe('a raw command that charges', () => {
  const bought = okBody(
    '<SSLCreateResult IsSuccess="true" OrderId="7" TransactionId="8" ChargedAmount="9.0000" />',
  );
  const order = { Years: 1, Type: 'PositiveSSL' };

  it('wants consent and a journal before anything is sent', async () => {
    const sent = answerWith([bought]);
    expect(
      await errorOf(registrar({ journal: volatileJournal() }).own.raw('ssl.create', order)),
    ).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'options.acceptCharge' }] });
    expect(
      await errorOf(registrar().own.raw('ssl.create', order, { acceptCharge: true })),
    ).toMatchObject({ code: 'CONFIGURATION_INVALID' });
    expect(sent).toEqual([]);
  });

  it('is sent once, however its parameters are written', async () => {
    const sent = answerWith([bought, bought]);
    const { own } = registrar({ journal: volatileJournal() });
    const answer = await own.raw('ssl.create', order, { acceptCharge: true });
    expect(answer.children['sslcreateresult']?.[0]?.attributes).toMatchObject({ orderid: '7' });
    const again = own.raw(
      'namecheap.SSL.create',
      { type: 'PositiveSSL', years: '1' },
      { acceptCharge: true },
    );
    expect((await errorOf(again)).effect).not.toBe('unknown');
    expect(sent).toHaveLength(1);
    await own.raw('ssl.create', { ...order, Years: 2 }, { acceptCharge: true });
    expect(sent).toHaveLength(2);
  });

  it('can be sent again after a refusal', async () => {
    const sent = answerWith([
      errorBody([['2011170', 'PromotionCode is invalid']]),
      okBody('<SSLCreateResult IsSuccess="false" ChargedAmount="0" />'),
      bought,
    ]);
    const { own } = registrar({ journal: volatileJournal() });
    const buy = (): Promise<unknown> => own.raw('ssl.create', order, { acceptCharge: true });
    expect(await errorOf(buy())).toMatchObject({ code: 'INVALID_INPUT', effect: 'none' });
    expect(await errorOf(buy())).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
    await buy();
    expect(sent).toHaveLength(3);
  });

  it('is never sent again when its answer was lost', async () => {
    const sent = answerWith([errorBody([['5050900', 'Unhandled exception']]), bought]);
    const { own } = registrar({ journal: volatileJournal() });
    const buy = (): Promise<unknown> => own.raw('ssl.create', order, { acceptCharge: true });
    expect(await errorOf(buy())).toMatchObject({ code: 'OUTCOME_UNKNOWN', effect: 'unknown' });
    expect(await errorOf(buy())).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(sent).toHaveLength(1);
  });
});

describe('what a command may do', () => {
  it.each([
    ['domains.create', 'charge'],
    ['domains.renew', 'charge'],
    ['domains.reactivate', 'charge'],
    ['domains.transfer.create', 'charge'],
    ['whoisguard.renew', 'charge'],
    ['ssl.create', 'charge'],
    ['ssl.renew', 'charge'],
    ['ssl.activate', 'charge'],
    ['ssl.reissue', 'charge'],
    ['ssl.purchasemoresans', 'charge'],
    ['ssl.someNewPurchase', 'charge'],
    ['DOMAINS.CREATE', 'charge'],
    ['domains.getInfo', 'read'],
    ['Domains.DNS.GetHosts', 'read'],
    ['ssl.parseCSR', 'read'],
    ['ssl.editDCVMethod', 'write'],
    ['domains.dns.setHosts', 'write'],
    ['domains.transfer.updateStatus', 'write'],
    ['users.login', 'write'],
    ['users.createaddfundsrequest', 'write'],
    ['domains.getSomethingNew', 'charge'],
  ] as const)('%s: %s', (command, effect) => {
    expect(effectOfCommand(command)).toBe(effect);
  });

  it('is read for nothing but names that say so', () => {
    const known = [...simulatedCommands.keys(), ...unbuiltCommands].map((command) =>
      command.replace(/^namecheap\./, ''),
    );
    const reads = known.filter((command) => effectOfCommand(command) === 'read');
    expect(reads.length).toBeGreaterThan(15);
    for (const command of reads) expect(command).toMatch(/\.(?:get\w+|check|parsecsr)$/);
    const others = known.filter((command) => effectOfCommand(command) !== 'read');
    for (const command of others) expect(command).not.toMatch(/\.(?:get\w+|check)$/);
  });
});

/** Waiting between attempts takes no time; everything else does. */
function impatient(): NonNullable<RegistrarRuntime['clock']> {
  const start = performance.now();
  return {
    now: () => Date.now(),
    elapsed: () => performance.now() - start,
    delay: (ms, signal) =>
      ms > 30_000
        ? new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              reject(new Error('ended'));
            });
          })
        : Promise.resolve(),
  };
}

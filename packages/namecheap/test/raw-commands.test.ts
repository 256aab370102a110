import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, test } from '@jest/globals';
import { volatileJournal } from '@registrar-kit/core';
import {
  NamecheapRegistrar,
  type NamecheapRawElement,
  type NamecheapRawParameters,
} from '@registrar-kit/namecheap';
import nock from 'nock';
import { answerWith, errorBody, okBody } from './support/namecheap-wire.js';
import { errorOf, globals, testConfig } from './support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

/** Commands for which the contract has no operation, with what they take and how they answer (reference §4.5). */
const withoutOperation: readonly (readonly [
  command: string,
  parameters: NamecheapRawParameters,
  reply: string,
  attributes: Readonly<Record<string, string>>,
])[] = [
  [
    'users.address.getList',
    {},
    '<AddressGetListResult><List AddressId="0" AddressName="Primary" IsDefault="true" /></AddressGetListResult>',
    {},
  ],
  [
    'whoisguard.changeemailaddress',
    { WhoisguardID: 38495 },
    '<WhoisguardChangeEmailAddressResult ID="38495" IsSuccess="true" WGEmail="a@example.net" WGOldEmail="b@example.net" />',
    { id: '38495', issuccess: 'true', wgemail: 'a@example.net', wgoldemail: 'b@example.net' },
  ],
  [
    'whoisguard.renew',
    { WhoisguardID: 38495, Years: 1 },
    '<WhoisguardRenewResult WhoisguardId="38495" Years="1" Renew="true" OrderId="7" TransactionId="8" ChargedAmount="2.8800" />',
    {
      whoisguardid: '38495',
      years: '1',
      renew: 'true',
      orderid: '7',
      transactionid: '8',
      chargedamount: '2.8800',
    },
  ],
];

describe('a command that no operation stands for', () => {
  test.each(withoutOperation)('%s goes out whole and comes back', async (...given) => {
    const [command, parameters, reply, attributes] = given;
    const sent = answerWith([okBody(reply)]);
    const own = new NamecheapRegistrar(testConfig, { journal: volatileJournal() });
    const answer = await own.raw(command, parameters, { acceptCharge: true });
    const texts: Record<string, string> = {};
    for (const [name, value] of Object.entries(parameters)) texts[name] = String(value);
    expect(sent).toEqual([
      {
        query: '',
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        parameters: { ...globals(`namecheap.${command}`), ...texts },
      },
    ]);
    const results: readonly NamecheapRawElement[] = Object.values(answer.children).flat();
    expect(results).toMatchObject([{ attributes }]);
  });
});

describe('a command that the vendor has given up or documents no more', () => {
  test.each([
    ['whoisguard.allot', '2029331', 'INVALID_DOMAIN_STATE'],
    ['whoisguard.unallot', '3530407', 'UNSUPPORTED_OPERATION'],
    ['whoisguard.discard', '3530407', 'UNSUPPORTED_OPERATION'],
  ])('%s goes out once, and %s is understood', async (command, number, code) => {
    const sent = answerWith([errorBody([[number, 'Some words']])]);
    const own = new NamecheapRegistrar(testConfig);
    const error = await errorOf(own.raw(command, { WhoisguardID: 38495 }));
    expect(error).toMatchObject({ code, effect: 'none', vendor: { code: number } });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals(`namecheap.${command}`), WhoisguardID: '38495' },
    ]);
  });
});

/** Every command of the reference's domain, DNS, name server, transfer and privacy groups, prices, balances and addresses. */
const commands = [
  'domains.getList',
  'domains.getContacts',
  'domains.create',
  'domains.getTldList',
  'domains.setContacts',
  'domains.check',
  'domains.reactivate',
  'domains.renew',
  'domains.getRegistrarLock',
  'domains.setRegistrarLock',
  'domains.getInfo',
  'domains.dns.setDefault',
  'domains.dns.setCustom',
  'domains.dns.getList',
  'domains.dns.getHosts',
  'domains.dns.getEmailForwarding',
  'domains.dns.setEmailForwarding',
  'domains.dns.setHosts',
  'domains.ns.create',
  'domains.ns.delete',
  'domains.ns.getInfo',
  'domains.ns.update',
  'domains.transfer.create',
  'domains.transfer.getStatus',
  'domains.transfer.updateStatus',
  'domains.transfer.getList',
  'whoisguard.getlist',
  'whoisguard.enable',
  'whoisguard.disable',
  'whoisguard.changeemailaddress',
  'whoisguard.renew',
  'users.getPricing',
  'users.getBalances',
  'users.address.getList',
];

function textsBelow(folder: string): string {
  return readdirSync(path.join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(__dirname, folder, name), 'utf8'))
    .join('\n')
    .toLowerCase();
}

describe('every command', () => {
  const sources = textsBelow('../src/operations') + textsBelow('../src/dns');
  const tests = textsBelow('operations') + textsBelow('dns');

  it.each(commands)('%s is sent by an operation and tested there, or stands above', (command) => {
    const name = `namecheap.${command}'`.toLowerCase();
    const above = withoutOperation.some(([other]) => other === command);
    expect({ sent: sources.includes(name), tested: tests.includes(name) }).toEqual(
      above ? { sent: false, tested: false } : { sent: true, tested: true },
    );
  });
});

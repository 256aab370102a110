import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const folder = path.resolve(import.meta.dirname, '..');
const shown: readonly (readonly [title: string, code: string, panel: string])[] = [
  ['the key of another day', '401 AUTHENTICATION_FAILED', 'tell an admin'],
  ['a server that has moved', '403 ACCESS_DENIED', 'tell an admin'],
  ['a locked account', '403 ACCESS_DENIED', 'tell an admin'],
  ['too many calls', '429 RATE_LIMITED', 'try again later'],
  ['a telephone number without its country', '400 INVALID_INPUT', 'ask the customer'],
  ['a name that is taken', '409 DOMAIN_UNAVAILABLE', 'ask the customer'],
  ['a price that has gone up', '409 PRICE_CHANGED', 'ask the customer'],
  ['an empty account', '402 INSUFFICIENT_FUNDS', 'tell an admin'],
  ['a domain of somebody else', '404 DOMAIN_NOT_FOUND', 'try again later'],
  ['a renewal that was made already', '409 INVALID_DOMAIN_STATE', 'tell an admin'],
  ['something that the registrar does not offer', '501 UNSUPPORTED_OPERATION', 'tell an admin'],
  ['a configuration without a key', '500 CONFIGURATION_INVALID', 'tell an admin'],
  ['a web page in place of an answer', '502 UNEXPECTED_RESPONSE', 'tell an admin'],
  ['a registrar that is down', '502 PROVIDER_ERROR', 'try again later'],
  ['a registrar that cannot be reached', '503 TRANSPORT_FAILED', 'try again later'],
  ['a registrar that is slow', '504 TIMEOUT', 'try again later'],
  ['a customer who leaves', '499 CANCELLED', 'nothing'],
  ['the answer to a renewal that was lost', '504 OUTCOME_UNKNOWN', 'reconcile'],
];

void test('each failure is told to the customer, to the admin and to the panel', async () => {
  const program = ['--import', 'tsx', 'src/main.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder });
  const blocks = stdout.trimEnd().split('\n\n');
  const told = blocks.map((block) => {
    const form = /^# (.+): (\d+ [A-Z_]+)\ncustomer: (.+)\nadmin: {4}(.+)\npanel: {4}(.+)$/;
    const [, title, code, customer = '', admin = '', panel] = form.exec(block) ?? [];
    return { title, code, customer, admin, panel };
  });
  assert.deepEqual(
    told.map(({ title, code, panel }) => [title, code, panel]),
    shown,
  );
  const textsOf = (title: string): { readonly customer: string; readonly admin: string } =>
    told.find((block) => block.title === title) ?? { customer: '', admin: '' };
  assert.match(textsOf('a server that has moved').admin, /address to allow: 203\.0\.113\.20$/);
  assert.match(textsOf('a price that has gone up').customer, /^The price is now \d+\.\d\d USD\./);
  assert.match(
    textsOf('a telephone number without its country').customer,
    /^Please check: contacts\.registrant\.phone \(write \+ and country code first/,
  );
  assert.match(
    textsOf('the answer to a renewal that was lost').admin,
    /\(renewDomain demo-bakery\.com\) and reconcile it, never order again$/,
  );
  // Customers learn nothing of the account, and nobody learns a key.
  for (const { customer } of told) assert.doesNotMatch(customer, /namecheap|203\.0\.113|API/i);
  assert.doesNotMatch(stdout, /0123456789abcdef/);
});

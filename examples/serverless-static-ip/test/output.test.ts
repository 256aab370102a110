import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const folder = path.resolve(import.meta.dirname, '..');

void test('an address that changes is refused, and a proxy with a static one is let in', async () => {
  const program = ['--import', 'tsx', 'src/main.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder });
  const refused = (address: string): readonly string[] => [
    `403 ACCESS_DENIED: namecheap: getBalance: the address of the request is not on the API allow-list (Namecheap 1011150: "Invalid request IP: ${address}")`,
    '  cause: ip_not_allowed, to be mended by: account_owner, effect: none',
    `  address to allow: ${address}`,
  ];
  assert.deepEqual(stdout.split('\n'), [
    '# A function without a fixed address',
    'allow-list: 198.51.100.7',
    ...refused('203.0.113.20'),
    '',
    '# Its address of today is allowed, and the platform moves it',
    'allow-list: 198.51.100.7, 203.0.113.20',
    'let in: 1000.00 USD can be spent',
    'event egress.changed: from 203.0.113.20 to 203.0.113.99',
    ...refused('203.0.113.99'),
    '',
    '# Through a proxy with a static address',
    'allow-list: 198.51.100.7',
    'let in: 1000.00 USD can be spent',
    'let in: 1000.00 USD can be spent',
    'what the proxy was asked for:',
    '  CONNECT echo.example opened',
    '  CONNECT api.namecheap.example opened',
    '',
    '# With a password that the proxy does not know',
    '503 TRANSPORT_FAILED: namecheap: getBalance: the proxy proxy.example refused the user name or the password of the proxy field (HTTP 407)',
    '  cause: proxy_failure, to be mended by: operator, effect: none',
    '',
  ]);
});

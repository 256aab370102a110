import { describe, expect, it } from '@jest/globals';
import { clientIpField, parseConfig } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { expectNoCanary } from '../support/canary.js';
import { thrown } from '../support/caught.js';

const schema = z.strictObject({ clientIp: clientIpField() });

function issuesOf(clientIp: unknown): unknown {
  const error = thrown(() => parseConfig('example', schema, { clientIp }));
  expectNoCanary(error);
  return error.code === 'CONFIGURATION_INVALID' ? error.issues : error;
}

describe('clientIp', () => {
  it.each([
    ['203.0.113.7'],
    [{ detect: ['https://echo.example.com/'] }],
    [{ detect: ['https://echo.example.com/json?format=ip', 'http://127.0.0.1:8080/'] }],
  ])('takes %j', (clientIp) => {
    expect(parseConfig('example', schema, { clientIp })).toEqual({ clientIp });
  });

  it.each([
    ['an IPv6 address', '2001:db8::1', 'is an IPv6 address'],
    ['a private address', '192.168.1.1', 'is a private address'],
    ['a number', 7, 'is not text'],
  ])('refuses %s', (_name, value, problem) => {
    expect(issuesOf(value)).toEqual([
      {
        path: 'clientIp',
        problem,
        cure: expect.stringContaining('public IPv4'),
        cause: 'client_ip_not_public_ipv4',
      },
    ]);
  });

  it.each([undefined, null, ''])('misses an address in %j', (value) => {
    expect(issuesOf(value)).toMatchObject([{ path: 'clientIp', cause: 'client_ip_missing' }]);
  });

  it.each([
    [{}, 'clientIp.detect', 'is missing'],
    [[], 'clientIp', 'is not an object'],
    [{ detect: [] }, 'clientIp.detect', 'names no service'],
    [{ detect: 'https://echo.example.com/' }, 'clientIp.detect', 'is not an array'],
    [
      { detect: Array(6).fill('https://echo.example.com/') },
      'clientIp.detect',
      'names too many services',
    ],
    [{ detect: [7] }, 'clientIp.detect[0]', 'is not text'],
    [
      { detect: ['https://echo.example.com/', 'http://CANARY.example.com/'] },
      'clientIp.detect[1]',
      'is not an https URL',
    ],
    [{ detect: ['CANARY'] }, 'clientIp.detect[0]', 'is not a URL'],
    [
      { detect: ['https://CANARY:CANARY@echo.example.com/'] },
      'clientIp.detect[0]',
      'holds credentials',
    ],
    [
      { detect: ['https://echo.example.com/'], via: 'CANARY' },
      'clientIp.via',
      'is not a known field',
    ],
  ])('refuses %j', (value, path, problem) => {
    expect(issuesOf(value)).toMatchObject([{ path, problem, cure: expect.any(String) }]);
  });
});

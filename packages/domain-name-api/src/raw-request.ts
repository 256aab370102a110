import { createHash } from 'node:crypto';
import { InvalidInputError, type InputIssue, type RawRequest } from '@registrar-kit/core';
import { largeReplyBytes } from '@registrar-kit/provider-kit';
import type { DomainNameApiRequest } from './domain-name-api-request.js';
import { readRawParameters, type DomainNameApiRawParameters } from './raw-parameters.js';

/** The methods that the gateway knows. */
export type DomainNameApiMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** Calls that only read although they have a body. */
const reading: ReadonlySet<string> = new Set([
  'POST domains/search',
  'POST domains/bulk-search',
  'POST domains/renew/check',
  'POST domains/transfers/check',
  'POST domains/transfers/query',
]);

/** Calls that change something and charge nothing; below `contacts/` the rest is a handle. */
const writing: ReadonlySet<string> = new Set([
  'POST contacts',
  'POST contacts/verification/request',
  'POST domains/dns/host',
  'PUT domains/dns/host',
  'PUT domains/dns/name-server',
  'PUT domains/contacts/update',
  'POST domains/forwards',
  'POST domains/lock',
  'POST domains/unlock',
  'POST domains/privacy',
  'POST domains/transfers/approve',
  'POST domains/transfers/cancel',
  'POST domains/transfers/reject',
  'POST domains/zones',
  'PUT domains/zones',
  'POST domains/zones/apply',
]);

/** Checks a raw call and says what it may do. @throws InvalidInputError that lists every fault at once */
export function readRawRequest(
  method: string,
  path: string,
  parameters: DomainNameApiRawParameters,
  origin: { readonly provider: string; readonly environment: 'test' | 'live' },
): { readonly raw: RawRequest; readonly request: DomainNameApiRequest } {
  const { query, body, fields, personal, issues: faults } = readRawParameters(parameters);
  const issues = [...methodIssues(method), ...pathIssues(path), ...faults];
  if (issues.length > 0) throw new InvalidInputError({ ...origin, operation: 'raw', issues });
  const command = `${method} ${path}`;
  const sent = JSON.stringify([command.toLowerCase(), fields]);
  return {
    raw: {
      command,
      effect: effectOf(method, path),
      fingerprint: createHash('sha256').update(sent).digest('hex'),
    },
    request: {
      method: method as DomainNameApiMethod,
      path,
      query,
      ...(body === undefined ? {} : { body }),
      personal,
      confidential: true,
      maxBytes: largeReplyBytes,
    },
  };
}

/**
 * A path of another case may still be the same to the server. What is not listed is taken to charge: asking for consent once
 * too often costs nothing.
 */
function effectOf(method: string, path: string): RawRequest['effect'] {
  const command = `${method} ${path.toLowerCase()}`;
  if (method === 'GET' || reading.has(command)) return 'read';
  if (method === 'DELETE' || writing.has(command) || /^PUT contacts\/[^/]+$/.test(command))
    return 'write';
  return 'charge';
}

function methodIssues(method: unknown): readonly InputIssue[] {
  if (typeof method === 'string' && methods.includes(method)) return [];
  const problem = 'is not a method that the gateway knows';
  return [{ path: 'method', problem, cure: `give one of: ${methods.join(', ')}` }];
}

/** Nothing but a plain path below prefix and version: no other host, no way up, no parameters that a log would keep. */
function pathIssues(path: unknown): readonly InputIssue[] {
  if (typeof path === 'string' && /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/i.test(path)) return [];
  const cure =
    'give it without prefix and version, such as deposit/transactions; parameters go into query';
  return [{ path: 'path', problem: 'is not a path below /api/v1/', cure }];
}

import { domainToASCII } from 'node:url';
import type { Branded } from './brand.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quoteValue } from './quote-value.js';

/** The host name of a name server: lower case, A-labels, no trailing dot, such as `ns1.example.net`. */
export type Nameserver = Branded<'Nameserver'>;

const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The name server when `input` is a host name, else `undefined`. */
export function readNameserver(input: string): Nameserver | undefined {
  if (typeof input !== 'string' || input.length > 300) return undefined;
  const typed = input.trim().replace(/\.$/, '');
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(typed)) return undefined;
  const ascii = domainToASCII(typed).toLowerCase();
  return ascii.length <= 253 && hostPattern.test(ascii) ? (ascii as Nameserver) : undefined;
}

/** Parses a name server's host name. @throws {@link InvalidInputError} when it is not a full host name. */
export function parseNameserver(input: string): Nameserver {
  const nameserver = readNameserver(input);
  if (nameserver !== undefined) return nameserver;
  throw new InvalidInputError({
    provider: 'registrar-kit',
    operation: 'parseNameserver',
    issues: [
      {
        path: 'nameserver',
        problem: `${quoteValue(input)} is not a host name`,
        cure: 'give a full host name such as ns1.example.net',
      },
    ],
  });
}

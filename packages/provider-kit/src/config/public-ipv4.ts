import { notPublicIpv4 } from '@registrar-kit/core';
import * as z from 'zod';
import { addFault } from './config-issue.js';

/** The public IPv4 address from which a server reaches the internet. */
export function publicIpv4(): z.ZodType<string, string> {
  return z
    .custom<unknown>(() => true)
    .transform((value, context): string => {
      const problem = publicIpv4Problem(value);
      if (problem === undefined && typeof value === 'string') return value;
      const absent = value === undefined || value === null || value === '';
      addFault(context, {
        problem: problem ?? 'is missing',
        cure: 'set the public IPv4 address from which the server reaches the internet',
        cause: absent ? 'client_ip_missing' : 'client_ip_not_public_ipv4',
      });
      return z.NEVER;
    }) as z.ZodType<string, string>;
}

/** What keeps a value from being a public IPv4 address, as the rest of a sentence about it. */
export function publicIpv4Problem(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'is missing';
  if (typeof value !== 'string') return 'is not text';
  if (value === '') return 'is empty';
  const other = /\s/.test(value) ? 'not an IPv4 address' : notPublicIpv4(value);
  return other === undefined ? undefined : `is ${other}`;
}

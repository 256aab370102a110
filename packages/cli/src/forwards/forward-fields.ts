import { toUnicodeDomain, type UnsupportedCapability } from '@registrar-kit/core';
import type { Field } from '../output/record.js';
import type { Forwards } from './read-forwards.js';

/** The forwards of a domain as lines. */
export function forwardFields({ domain, url, email }: Forwards): readonly Field[] {
  return [['domain', toUnicodeDomain(domain)], urlField(url), ['mail', mailLines(domain, email)]];
}

/** Where visitors are sent on to. */
export function urlField(url: Forwards['url']): Field {
  if ('support' in url) return ['visitors', [notOffered(url)]];
  const { target, kind } = url;
  if (target === null) return ['visitors', 'not sent on'];
  return ['visitors', kind === 'frame' ? `${target} (in a frame)` : target];
}

/** Where mail is sent on to, a line for each mailbox. */
export function mailLines(domain: string, email: Forwards['email']): readonly string[] {
  if ('support' in email) return [notOffered(email)];
  const lines = email.map(
    ({ mailbox, forwardTo }) => `${mailbox}@${toUnicodeDomain(domain)} to ${forwardTo}`,
  );
  return lines.length === 0 ? ['not sent on'] : lines;
}

function notOffered({ reason, alternative }: UnsupportedCapability): string {
  return alternative === undefined ? reason : `${reason}; ${alternative}`;
}

import {
  isRegistrarError,
  type CallContext,
  type DomainName,
  type Effect,
  type ZoneChange,
} from '@registrar-kit/core';
import { retoldError } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import type { DomainNameApiRequest } from '../domain-name-api-request.js';
import { fullName, setName, writtenName } from '../mapping/zone-set.js';
import { zoneWritesOf, type ZoneWrite } from '../mapping/zone-writes.js';

/** Stages each set, then commits them together. Until then nothing of the zone has changed. */
export async function applyRecords(
  client: DomainNameApiClient,
  change: ZoneChange,
  call: CallContext,
): Promise<void> {
  const { domain } = change;
  const staged: string[] = [];
  for (const write of zoneWritesOf(change)) {
    try {
      await client.sendAndForget(requestOf(domain, write), call);
    } catch (error) {
      throw brokenOff(error, { staged, open: setName(write) }, call);
    }
    staged.push(setName(write));
  }
  const query = { domainName: domain };
  // The vendor's client sends an empty list.
  const request = {
    method: 'POST',
    path: 'domains/zones/apply',
    query,
    body: [],
    aboutDomain: true,
  } as const;
  try {
    await client.sendAndForget(request, call);
  } catch (error) {
    throw brokenOff(error, { staged }, call);
  }
}

/**
 * POST creates a set or replaces it; PUT is refused where there is none. A removal takes the whole set; it names the set and one
 * of its contents as they are read, since that is how the vendor's own client does it.
 */
function requestOf(domain: DomainName, write: ZoneWrite): DomainNameApiRequest {
  const { name, type, ttlSeconds, contents, standing } = write;
  const path = 'domains/zones';
  if (contents.length > 0) {
    const zoneStruct = { name: writtenName(name), ttl: ttlSeconds, type, contents };
    return {
      method: 'POST',
      path,
      query: { domainName: domain },
      body: { zoneStruct },
      aboutDomain: true,
    };
  }
  const query = {
    domainName: domain,
    Name: fullName(name, domain),
    Record: standing ?? '',
    RecordType: type,
  };
  return { method: 'DELETE', path, query, aboutDomain: true };
}

/** How far a write came. */
interface Progress {
  /** The sets whose change waits to be committed. */
  readonly staged: readonly string[];
  /** The set that was about to be staged; none when all were, and the commit broke off. */
  readonly open?: string;
}

/** Staged sets wait for the next `apply`, whoever calls it, so whoever looks must be told. */
function brokenOff(error: unknown, progress: Progress, call: CallContext): unknown {
  if (!isRegistrarError(error)) return error;
  const { staged, open } = progress;
  if (staged.length === 0 && error.effect === 'none') return error;
  const where = standing(progress, error.effect);
  const step = open === undefined ? 'committing' : 'staging';
  return retoldError(error, call, {
    detail: `${step} the change broke off with ${error.code}; ${where}`,
    when: `while the change was written; ${where}`,
    effect: 'unknown',
  });
}

function standing({ staged, open }: Progress, effect: Effect): string {
  if (open === undefined && effect !== 'none')
    return `it is not known whether ${listed(staged)} were committed; list the records to see what stands`;
  const perhaps = open === undefined || effect === 'none' ? [] : [`perhaps ${open}`];
  const waiting = [
    ...(staged.length === 0 ? [] : [`${listed(staged)} wait there staged`]),
    ...perhaps,
  ];
  const rest = staged.length === 0 ? ' waits there staged' : '';
  return `the zone itself is unchanged, but ${waiting.join(', and ')}${rest}: plan the change again, or commit or discard them in the reseller panel`;
}

/** More names would hide what the sentence says. */
const mostListed = 10;

function listed(names: readonly string[]): string {
  const rest = names.length - mostListed;
  const shown = names.slice(0, mostListed).join(', ');
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}

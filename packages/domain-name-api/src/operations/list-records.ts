import {
  quoteValue,
  type CallContext,
  type DomainName,
  type DriverZone,
} from '@registrar-kit/core';
import * as z from 'zod';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import {
  fromZoneSet,
  isShown,
  isSystemValue,
  setName,
  toRecords,
  unquote,
  zoneSetSchema,
  type ZoneSet,
} from '../mapping/zone-set.js';
import { wrongShape } from './wrong-shape.js';

/** Strict, since a set that is not understood would be missing from the plan of a write. */
const replySchema = z.array(zoneSetSchema);

/**
 * The zone. What the system keeps for itself (SOA, NS, the proof of a forward) is not shown and never written; sets of types
 * that cannot be written are not shown either. Both stand in `settings`, so that a plan notices when they change.
 */
export async function listRecords(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<DriverZone> {
  const sets = await readZoneSets(client, domain, call);
  return { records: sets.flatMap(toRecords), settings: settingsOf(sets) };
}

/** All sets of the zone, the system's too. */
async function readZoneSets(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<readonly ZoneSet[]> {
  const query = { domainName: domain };
  const request = { method: 'GET', path: 'domains/zones', query, aboutDomain: true } as const;
  const { value } = await client.send(request, replySchema, call);
  const sets = new Map<string, ZoneSet>();
  for (const given of value) {
    const set = fromZoneSet(given, domain);
    // Sets would be replaced whole by what was read of another zone.
    if (set === undefined)
      throw wrongShape(
        call,
        `the answer holds ${named(client, given.name)}, which does not lie in the zone`,
      );
    const name = setName(set);
    if (sets.has(name))
      throw wrongShape(
        call,
        `the answer holds the record set ${named(client, name)} twice, so it is not known which of them stands`,
      );
    sets.set(name, set);
  }
  return [...sets.values()];
}

/** A name out of the answer, which could be anything, as it may stand in a message. */
function named(client: DomainNameApiClient, name: string): string {
  return quoteValue(client.withoutSecrets(name));
}

/** By set name: what a write has to know of it beside the records. */
function settingsOf(sets: readonly ZoneSet[]): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const set of sets) {
    const kept = set.values.filter((value) => isSystemValue(set, value));
    const disabled = set.values.filter((value) => value.disabled);
    if (set.staged) settings[`staged ${setName(set)}`] = 'yes';
    // Its serial moves by itself.
    if (set.type === 'SOA') continue;
    if (!isShown(set)) {
      settings[`other ${setName(set)}`] = JSON.stringify(set.values.map(({ content }) => content));
      continue;
    }
    const [standing] = set.values
      .filter((value) => !value.disabled && !kept.includes(value))
      .map(({ content }) => content)
      // The same whatever order they come in; the shortest, since it goes into a URL.
      .sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
    if (standing !== undefined) settings[`standing ${setName(set)}`] = standing;
    if (kept.length > 0)
      settings[`system ${setName(set)}`] = JSON.stringify(
        kept.map(({ content }) => unquote(content)),
      );
    if (disabled.length > 0)
      settings[`disabled ${setName(set)}`] = JSON.stringify(disabled.map(({ content }) => content));
  }
  return settings;
}

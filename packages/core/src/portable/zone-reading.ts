import { dnsRecordTypes } from '../dns/dns-record.js';
import { readRecord } from '../dns/read-record.js';
import type { WantedRecord, ZoneDifference } from '../dns/zone-difference.js';
import { asRead, type CallContext } from '../driver/call-context.js';
import type { ZoneLimits } from '../driver/capabilities.js';
import type {
  DriverOperations,
  DriverZone,
  ZoneChange,
  ZoneObjections,
} from '../driver/registrar-driver.js';
import type { InputIssue } from '../errors/input-issue.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { readDomainName, type DomainName } from '../values/domain-name.js';
import type { PortableContext } from './portable-context.js';

/** The whole zone as it stands now, its records in their one form. */
export async function readZone(
  listRecords: DriverOperations['listRecords'],
  domain: DomainName,
  call: CallContext,
): Promise<DriverZone> {
  const zone = await listRecords(domain, asRead(call));
  const records = zone.records.map((given) => readRecord(given, domain, 'relative').record);
  return { ...zone, records };
}

/** The difference as a driver is handed it. */
export function zoneChangeOf(
  domain: DomainName,
  before: DriverZone,
  { added, removed, kept }: ZoneDifference,
): ZoneChange {
  const records = added.map(({ record }) => record);
  return { domain, before, added: records, removed, target: [...kept, ...records] };
}

/** What the write would lose, each clause once. */
export function lossesOf(before: DriverZone, objections: ZoneObjections): readonly string[] {
  return [...new Set([...(before.losses ?? []), ...objections.losses])];
}

/** Refuses with all faults at once, those of the provider by the caller's own path where it is about an added record. */
export function refuseIssues(
  issues: readonly InputIssue[],
  added: readonly WantedRecord[],
  call: CallContext,
): void {
  if (issues.length === 0) return;
  const paths = new Map(
    added.toReversed().map(({ record, path }) => [`${record.name} ${record.type}`, path]),
  );
  throw new InvalidInputError({
    ...call.origin,
    issues: issues.map((issue) => ({ ...issue, path: paths.get(issue.path) ?? issue.path })),
  });
}

/** The zone that an input names, for reading the records in it; `undefined` when its name cannot be read. */
export function zoneNamedBy(
  context: PortableContext,
  operation: 'planRecords' | 'applyRecords',
  input: unknown,
): DomainName | undefined {
  const { domain } = context.originFor(operation, input);
  const reading = domain === undefined ? undefined : readDomainName(domain);
  return reading?.ok === true ? reading.domain : undefined;
}

/** The limits of the provider's zones. */
export function zoneLimitsOf({ driver }: PortableContext): ZoneLimits {
  const capability = driver.capabilities.planRecords;
  // Where it is not offered, that is said once the input has been read.
  return capability.support === 'unsupported' ? noLimits : capability;
}

const noLimits: ZoneLimits = {
  recordTypes: dnsRecordTypes,
  ttlSeconds: { min: 0, max: Number.MAX_SAFE_INTEGER },
};

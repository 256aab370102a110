import { z } from 'zod';
import { duplicateIssues, targetIssues } from '../../dns/check-target.js';
import { compareZones } from '../../dns/compare-zones.js';
import type { DnsRecord } from '../../dns/dns-record.js';
import { showRecord } from '../../dns/read-record.js';
import { exactKey, withoutCounterparts } from '../../dns/record-key.js';
import type { ZoneDifference } from '../../dns/zone-difference.js';
import { zoneFingerprint } from '../../dns/zone-fingerprint.js';
import { asRead, asWrite, type CallContext } from '../../driver/call-context.js';
import { callEnded, throwIfEnded } from '../../driver/call-ended.js';
import type { DriverZone } from '../../driver/registrar-driver.js';
import type { InputIssue } from '../../errors/input-issue.js';
import { InvalidDomainStateError } from '../../errors/invalid-domain-state-error.js';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import { isRegistrarError } from '../../errors/is-registrar-error.js';
import { ProviderError } from '../../errors/provider-error.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { AppliedRecords, ApplyRecordsInput } from '../../operations/dns-operations.js';
import type { DomainName } from '../../values/domain-name.js';
import { domainField } from '../input-fields.js';
import { defaultTimeoutMs, type PortableContext } from '../portable-context.js';
import { standingField, wantedField } from '../record-fields.js';
import {
  lossesOf,
  readZone,
  refuseIssues,
  zoneChangeOf,
  zoneLimitsOf,
  zoneNamedBy,
} from '../zone-reading.js';

/** A plan as it was handed back, read and checked like any other input. */
interface ReadPlan extends ZoneDifference {
  readonly domain: DomainName;
  readonly losses: readonly string[];
  readonly zoneFingerprint: string;
}

/** Writes a plan when the zone still is as the plan was made for, and reads back what stands. */
export async function applyRecords(
  context: PortableContext,
  input: ApplyRecordsInput,
  options: CallOptions | undefined,
): Promise<AppliedRecords> {
  const plan = parsePlan(context, input);
  const { domain, added, removed, kept } = plan;
  const applyRecords = context.method('applyRecords', domain);
  const planRecords = context.method('planRecords', domain);
  const listRecords = context.method('listRecords', domain);
  const show = (records: readonly DnsRecord[]): readonly DnsRecord[] =>
    records.map((record) => showRecord(record, domain));
  const write = async (
    call: CallContext,
    confirmTurn: () => Promise<void>,
  ): Promise<AppliedRecords> => {
    const before = await readZone(listRecords, domain, call);
    assertCurrent(plan, before, call);
    const change = zoneChangeOf(domain, before, plan);
    const objections = await planRecords(change, asRead(call));
    refuseIssues(objections.issues, added, call);
    if (added.length === 0 && removed.length === 0)
      return { domain, records: show(before.records), missing: [], unexpected: [] };
    assertAnnounced(lossesOf(before, objections), plan, call);
    await confirmTurn();
    throwIfEnded(call);
    await applyRecords(change, asWrite(call));
    const after = await readZone(listRecords, domain, call).catch((error: unknown) => {
      throw unreadAfterwards(error, call);
    });
    const { missing, unexpected } = compareZones(plan, after.records);
    return {
      domain,
      records: show(after.records),
      missing: show(missing),
      unexpected: show(unexpected),
    };
  };
  return context.write(
    'applyRecords',
    options,
    async (call) => {
      const issues = [
        ...targetIssues(kept, added, zoneLimitsOf(context), 'plan'),
        ...duplicateIssues(added, kept),
      ];
      refuseIssues(issues, added, call);
      return context.zones.take(domain, call, (confirmTurn) => write(call, confirmTurn));
    },
    domain,
    timeoutMsFor(added.length + removed.length),
  );
}

/** A provider may take the records of each name and type in a request of its own, at one a second. */
function timeoutMsFor(changes: number): number {
  return defaultTimeoutMs + 5_000 * changes;
}

function parsePlan(context: PortableContext, input: ApplyRecordsInput): ReadPlan {
  const limits = zoneLimitsOf(context);
  const zone = zoneNamedBy(context, 'applyRecords', input);
  const plan = z.strictObject({
    domain: domainField,
    added: wantedField('plan.added', zone, limits),
    removed: standingField(zone, limits),
    kept: standingField(zone, limits),
    losses: z.array(z.string().max(10_000)).max(1000),
    zoneFingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'is not the fingerprint of a zone'),
  });
  return context.parse('applyRecords', z.strictObject({ plan }), input).plan;
}

/** The plan must be for the zone as it stands, and must speak of all of it. */
function assertCurrent(plan: ReadPlan, { records, settings }: DriverZone, call: CallContext): void {
  const { domain, removed, kept } = plan;
  if (zoneFingerprint(domain, records, settings) !== plan.zoneFingerprint)
    throw new InvalidDomainStateError({
      ...call.origin,
      detail:
        'the zone changed since the plan was made, so nothing was written; plan again and look at the new plan (the plan does not hold the zone as it was, so what changed cannot be told)',
    });
  const issues: InputIssue[] = [];
  const cure = 'hand the plan back as planRecords gave it';
  for (const [list, named] of Object.entries({ kept, removed })) {
    const strangers = new Set(withoutCounterparts(named, records, exactKey));
    for (const [index, record] of named.entries()) {
      const path = `plan.${list}.${String(index)}`;
      if (strangers.has(record))
        issues.push({ path, problem: 'is not a record of the zone', cure });
    }
  }
  const unnamed = withoutCounterparts(records, [...kept, ...removed], exactKey).length;
  const named = withoutCounterparts([...kept, ...removed], records, exactKey).length;
  if (unnamed > 0 || (named > 0 && issues.length === 0)) {
    const problem = `does not name each record of the zone once (${String(unnamed)} left out)`;
    issues.push({ path: 'plan', problem, cure });
  }
  if (issues.length > 0) throw new InvalidInputError({ ...call.origin, issues });
}

/** Whoever agreed to the plan agreed to the losses that it names, and to no others. */
function assertAnnounced(losses: readonly string[], plan: ReadPlan, call: CallContext): void {
  const unannounced = losses.filter((loss) => !plan.losses.includes(loss));
  if (unannounced.length === 0) return;
  throw new InvalidDomainStateError({
    ...call.origin,
    detail: `the write would lose more than the plan says, so nothing was written; plan again (${unannounced.join('; ')})`,
  });
}

/** The change was made; that it could not be looked at must not read as if it had failed. */
function unreadAfterwards(thrown: unknown, call: CallContext): Error {
  const after = 'after the change was written and before the zone was read back';
  if (call.signal.aborted) return callEnded(call, after, 'applied');
  const error = isRegistrarError(thrown) ? thrown : undefined;
  // Its message begins as the new one does.
  const why = error === undefined ? '' : ` (${error.message.split(': ').slice(2).join(': ')})`;
  return new ProviderError({
    ...call.origin,
    detail: `the change was written, but the zone could not be read back; list its records to see what stands${why}`,
    effect: 'applied',
    causes: error?.diagnosis.map(({ cause }) => cause) ?? ['unclassified'],
    ...(error?.vendor === undefined ? {} : { vendor: error.vendor }),
  });
}

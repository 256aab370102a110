import { z } from 'zod';
import type { RecordPlan } from '../../dns/record-change.js';
import { duplicateIssues, targetIssues } from '../../dns/check-target.js';
import { showRecord } from '../../dns/read-record.js';
import { zoneDifference } from '../../dns/zone-difference.js';
import { zoneFingerprint } from '../../dns/zone-fingerprint.js';
import { asRead } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { PlanRecordsInput, RecordList } from '../../operations/dns-operations.js';
import type { DomainInput } from '../../operations/domain-input.js';
import { domainField } from '../input-fields.js';
import { addFault } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';
import { isMeant, selectorsField, wantedField } from '../record-fields.js';
import {
  lossesOf,
  readZone,
  refuseIssues,
  zoneChangeOf,
  zoneLimitsOf,
  zoneNamedBy,
} from '../zone-reading.js';

/** Reads the records of a zone, each in its one form. */
export async function listRecords(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<RecordList> {
  const { domain } = context.parse('listRecords', z.strictObject({ domain: domainField }), input);
  const listRecords = context.method('listRecords', domain);
  return context.read(
    'listRecords',
    options,
    async (call) => {
      const { records } = await readZone(listRecords, domain, call);
      return { domain, records: records.map((record) => showRecord(record, domain)) };
    },
    domain,
  );
}

/** Works out what a change would write; writes nothing. */
export async function planRecords(
  context: PortableContext,
  input: PlanRecordsInput,
  options: CallOptions | undefined,
): Promise<RecordPlan> {
  const limits = zoneLimitsOf(context);
  const { domain, change } = parseChange(context, input);
  const planRecords = context.method('planRecords', domain);
  const listRecords = context.method('listRecords', domain);
  const { add = [], remove = [], replaceAll } = change;
  const wanted = replaceAll ?? add;
  return context.read(
    'planRecords',
    options,
    async (call) => {
      // What is wanted of the whole zone may stand in it already, whatever rule it breaks; what is to be added may not.
      const early = replaceAll === undefined ? targetIssues([], add, limits, 'change') : [];
      refuseIssues([...early, ...duplicateIssues(wanted)], wanted, call);
      const before = await readZone(listRecords, domain, call);
      const difference = zoneDifference(
        before.records,
        (record) => replaceAll !== undefined || isMeant(record, remove),
        wanted,
      );
      const { added, removed, kept } = difference;
      refuseIssues(targetIssues(kept, added, limits, 'change'), added, call);
      const shown = {
        added: added.map(({ record }) => showRecord(record, domain)),
        removed: removed.map((record) => showRecord(record, domain)),
        kept: kept.map((record) => showRecord(record, domain)),
      };
      const fingerprint = zoneFingerprint(domain, before.records, before.settings);
      const plan = { domain, ...shown, losses: [], zoneFingerprint: fingerprint };
      const zoneChange = zoneChangeOf(domain, before, difference);
      // Asked also when nothing differs: what is shown may be staged only, and is no success then.
      const objections = await planRecords(zoneChange, asRead(call));
      refuseIssues(objections.issues, added, call);
      if (added.length === 0 && removed.length === 0) return plan;
      return { ...plan, losses: lossesOf(before, objections) };
    },
    domain,
  );
}

function parseChange(context: PortableContext, input: PlanRecordsInput) {
  const limits = zoneLimitsOf(context);
  const zone = zoneNamedBy(context, 'planRecords', input);
  const schema = z.strictObject({
    domain: domainField,
    change: z
      .strictObject({
        add: wantedField('change.add', zone, limits).optional(),
        remove: selectorsField(zone, limits).optional(),
        replaceAll: wantedField('change.replaceAll', zone, limits).optional(),
      })
      .superRefine(({ add, remove, replaceAll }, issues) => {
        if (replaceAll === undefined || (add === undefined && remove === undefined)) return;
        const problem = 'cannot stand beside add or remove';
        addFault(issues, problem, 'give the whole set, or what to add and remove', ['replaceAll']);
      }),
  });
  return context.parse('planRecords', schema, input);
}

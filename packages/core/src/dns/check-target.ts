import type { ZoneLimits } from '../driver/capabilities.js';
import type { InputIssue } from '../errors/input-issue.js';
import type { DnsRecord } from './dns-record.js';
import { recordKey } from './record-key.js';
import type { WantedRecord } from './zone-difference.js';

/**
 * What speaks against a zone that consists of `kept` and `added`. Only what is added can be at fault: a zone may hold what
 * breaks a rule, and that must not stand in the way of another change.
 */
export function targetIssues(
  kept: readonly DnsRecord[],
  added: readonly WantedRecord[],
  limits: ZoneLimits,
  changePath: string,
): readonly InputIssue[] {
  const { maxRecords = Infinity } = limits;
  const issues = added.flatMap(({ path, faults }) => faults.map((fault) => issueOf(path, fault)));
  const target = [...kept, ...added.map((wish) => wish.record)];
  const atName = byName(target);
  const aliases = byName(target.filter(({ type }) => type === 'CNAME'));
  for (const wish of added) {
    const { type, name } = wish.record;
    const issue = aliasIssue(wish, (type === 'CNAME' ? atName : aliases).get(name) ?? []);
    if (issue !== undefined) issues.push(issue);
  }
  const count = kept.length + added.length;
  if (added.length > 0 && count > maxRecords) {
    const problem = `would leave ${String(count)} records in the zone`;
    const cure = `a zone holds ${String(maxRecords)} here; remove some`;
    issues.push({ path: changePath, problem, cure });
  }
  return issues;
}

/** Records that are wanted twice, or although they stand, whatever their TTL. */
export function duplicateIssues(
  wanted: readonly WantedRecord[],
  standing: readonly DnsRecord[] = [],
): readonly InputIssue[] {
  const seen = new Map(standing.map((record) => [recordKey(record), 'one that is kept']));
  return wanted.flatMap(({ record, path }) => {
    const key = recordKey(record);
    const first = seen.get(key);
    if (first !== undefined)
      return [{ path, problem: `is the same record as ${first}`, cure: 'give each record once' }];
    seen.set(key, path);
    return [];
  });
}

function byName(records: readonly DnsRecord[]): ReadonlyMap<string, readonly DnsRecord[]> {
  const found = new Map<string, DnsRecord[]>();
  for (const record of records) {
    const same = found.get(record.name);
    if (same === undefined) found.set(record.name, [record]);
    else same.push(record);
  }
  return found;
}

/** @param inTheWay - of the same name: for a CNAME all records, for another the CNAMEs */
function aliasIssue(
  { record, path }: WantedRecord,
  inTheWay: readonly DnsRecord[],
): InputIssue | undefined {
  const { type, name } = record;
  if (type === 'CNAME' && name === '@')
    return {
      path: `${path}.name`,
      problem: 'a CNAME cannot stand at the domain itself',
      cure: 'use A and AAAA records, or an ALIAS where it is offered',
    };
  const other = inTheWay.find((one) => one !== record);
  if (other === undefined) return undefined;
  return {
    path: `${path}.name`,
    problem:
      type === 'CNAME'
        ? `a CNAME cannot stand beside the ${other.type} record of the same name`
        : `a ${type} record cannot stand beside the CNAME of the same name`,
    cure: 'remove one of them in the same change',
  };
}

function issueOf(path: string, fault: WantedRecord['faults'][number]): InputIssue {
  const { field, problem, cure } = fault;
  return { path: `${path}.${field}`, problem, cure };
}

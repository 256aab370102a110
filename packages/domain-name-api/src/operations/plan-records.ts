import type { InputIssue, ZoneChange, ZoneObjections } from '@registrar-kit/core';
import { isProof, setName } from '../mapping/zone-set.js';
import { notedOf, stagedSets, zoneWritesOf, type ZoneWrite } from '../mapping/zone-writes.js';

/** What the gateway has against a change. Nothing is asked for that: the zone was read already. */
export function planRecords(change: ZoneChange): Promise<ZoneObjections> {
  const writes = zoneWritesOf(change);
  const losses = [
    ...unseenLoss(change, writes),
    ...writes.flatMap((write) => [
      ...disabledLoss(change, write),
      ...ttlLoss(change, write),
      ...textLoss(write),
    ]),
  ];
  const issues = [
    ...stagedIssues(change, writes),
    ...writes.flatMap((write) => ttlIssue(change, write)),
    ...proofIssues(change),
  ];
  return Promise.resolve({ losses, issues });
}

/** Every zone has SOA and NS records of the system: an answer without them may be one that failed. */
function unseenLoss({ before }: ZoneChange, writes: readonly ZoneWrite[]): readonly string[] {
  const seen = before.records.length > 0 || Object.keys(before.settings ?? {}).length > 0;
  if (seen || writes.length === 0) return [];
  return [
    'Domain Name API shows nothing of this zone, not even records of its own: should there be others of the names and types written here, they are gone',
  ];
}

/** A disabled value cannot be written as such, and the set is replaced whole. */
function disabledLoss(change: ZoneChange, write: ZoneWrite): readonly string[] {
  const values = notedOf(change, 'disabled', setName(write));
  if (values.length === 0) return [];
  const count =
    values.length === 1 ? 'a disabled record' : `${String(values.length)} disabled records`;
  return [`${count} of ${setName(write)} would be gone, since the set is written as a whole`];
}

/** A set has one TTL. */
function ttlLoss({ before }: ZoneChange, write: ZoneWrite): readonly string[] {
  const key = setName(write);
  const changed = write.records.some((record) =>
    before.records.some(
      (old) =>
        setName(old) === key &&
        old.value === record.value &&
        old.priority === record.priority &&
        old.ttlSeconds !== write.ttlSeconds,
    ),
  );
  return changed ? [`all records of ${key} get the TTL ${String(write.ttlSeconds)}`] : [];
}

/** Texts go out without quotes, as the vendor's own client sends them; what is seen to come back whole is plain text. */
function textLoss({ name, type, contents }: ZoneWrite): readonly string[] {
  if (
    type !== 'TXT' ||
    contents.every((content) => /^[\x20-\x7e]*$/.test(content) && !/["\\]/.test(content))
  )
    return [];
  return [
    `${setName({ name, type })} may come out changed: how Domain Name API keeps quotation marks, backslashes and characters beyond ASCII in a text is not known`,
  ];
}

function ttlIssue({ added }: ZoneChange, write: ZoneWrite): readonly InputIssue[] {
  const key = setName(write);
  const stated = added.flatMap((record) =>
    setName(record) === key && record.ttlSeconds !== undefined ? [record.ttlSeconds] : [],
  );
  if (new Set(stated).size < 2) return [];
  const problem = 'are given different TTLs, and a set has one';
  return [{ path: key, problem, cure: 'give the records of one name and type the same TTL' }];
}

/** It would be hidden from then on, and nobody could remove it. */
function proofIssues({ added }: ZoneChange): readonly InputIssue[] {
  const problem = 'is a text by which the gateway proves to itself that a forward may be set';
  const cure = 'leave it out; the gateway sets it by itself when setUrlForward is called';
  return added.filter(isProof).map((record) => ({ path: setName(record), problem, cure }));
}

/**
 * `zones/apply` commits whatever is staged, also what an earlier failure left behind. A set that this change writes anew is
 * healed by it; any other leftover must not be committed by the way, nor be taken for what is in force.
 */
function stagedIssues(change: ZoneChange, writes: readonly ZoneWrite[]): readonly InputIssue[] {
  const written = new Set(writes.map(setName));
  return stagedSets(change)
    .filter((key) => !written.has(key))
    .map((key) => ({
      path: key,
      problem:
        'holds a change that an earlier write staged and never applied; what is shown of it is not in force, and the next write would commit it',
      cure: 'apply or discard the staged change in the reseller panel, or give this set other records',
    }));
}

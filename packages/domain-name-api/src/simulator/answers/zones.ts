import type { SimulatorResponse } from '@registrar-kit/testing';
import { fromContent, isZoneType, toContent } from '../record-content.js';
import { refuseSet } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { empty, failure, invalid, json } from '../vendor-reply.js';
import { fullName, setsOf, toVendorZone, type RecordSet } from '../vendor-zone.js';
import { readZoneStruct, typeRefused } from '../zone-struct.js';
import { withDomain } from './with-domain.js';

/** Nothing is published of domains whose name servers are elsewhere, so their zones are kept and written all the same. */
const writing = { evenUnserved: true };

/** The sets of the zone, a bare list. */
export function answerZone(call: VendorCall): SimulatorResponse {
  return withDomain(call, (domain) => json(toVendorZone(call, domain)));
}

/** Stages a set: creates it, or replaces all that is in it. */
export function answerSetWritten(call: VendorCall): SimulatorResponse {
  const { world, account, body } = call;
  const reading = readZoneStruct(body);
  if (!reading.ok) return reading.answer;
  return withDomain(call, (domain) => {
    world.zones.stage(account.id, domain, reading.set, writing);
    return empty(204);
  });
}

/** Stages a change of a set that is there; `recordName` says which, and the body may give it another name. */
export function answerSetEdited(call: VendorCall): SimulatorResponse {
  const { world, account, body, query } = call;
  const reading = readZoneStruct(body);
  if (!reading.ok) return reading.answer;
  const { set } = reading;
  return withDomain(call, (domain) => {
    const name = relativeName(domain, query.get('recordname') ?? '');
    const stage = world.zones.stage.bind(world.zones, account.id, domain);
    if (name === set.name) {
      stage({ ...set, kind: 'edit' }, writing);
    } else {
      stage({ kind: 'delete', name, type: set.type }, writing);
      stage(set, writing);
    }
    return empty(204);
  });
}

/** Stages the removal of a whole set, of which one value has to be quoted. The keys are matched literally. */
export function answerSetRemoved(call: VendorCall): SimulatorResponse {
  const { world, account, exactQuery } = call;
  const [name, record, type] = ['Name', 'Record', 'RecordType'].map((key) => exactQuery.get(key));
  if (record === undefined || record === '') {
    // In Turkish, whatever language is asked for.
    return failure(400, { message: "Zone kaydını silmek için 'Record' parametresi gereklidir." });
  }
  if (name === undefined || type === undefined)
    return invalid([{ member: 'RecordType', message: 'The RecordType field is required.' }]);
  if (!isZoneType(type)) return typeRefused(type);
  return withDomain(call, (domain) => {
    const found = setsOf(world.zones.preview(account.id, domain)).find(
      (set) => set.type === type && isMeant(call, domain, set, { name, record }),
    );
    if (found === undefined) return refuseSet();
    world.zones.stage(
      account.id,
      domain,
      { kind: 'delete', name: found.name, type: found.type },
      writing,
    );
    return empty(204);
  });
}

/** Commits whatever is staged, by whomever. */
export function answerZoneApplied(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withDomain(call, (domain) => {
    world.zones.applyStaged(account.id, domain, writing);
    return empty(204);
  });
}

function isMeant(
  { behaviour }: VendorCall,
  domain: string,
  set: RecordSet,
  { name, record }: { readonly name: string; readonly record: string },
): boolean {
  const full = fullName(domain.toLowerCase(), set.name);
  const contents = set.records.map((one) => toContent(set.type, one));
  if (behaviour.recordMatch === 'as-read')
    return name.toLowerCase() === full && contents.includes(record);
  const data = fromContent(set.type, record);
  const quoted = data === undefined ? undefined : toContent(set.type, data);
  return `${name.toLowerCase().replace(/\.$/, '')}.` === full && contents.includes(quoted ?? '');
}

/** A label, a full name with or without dot, or nothing for the domain itself. */
function relativeName(domain: string, name: string): string {
  const plain = name.toLowerCase().replace(/\.$/, '');
  const zone = domain.toLowerCase();
  if (plain === '' || plain === zone) return '@';
  return plain.endsWith(`.${zone}`) ? plain.slice(0, -zone.length - 1) : plain;
}

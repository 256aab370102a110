import { createHash } from 'node:crypto';
import type { UrlForwardKind } from '@registrar-kit/core';
import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import type { VendorCall } from '../vendor-call.js';
import { empty, failure, json } from '../vendor-reply.js';
import { dataOf } from '../vendor-zone.js';
import { withBody } from './with-body.js';
import { withDomain } from './with-domain.js';

const bodySchema = z.object({
  domainName: z.string().min(1),
  redirectAddress: z.string(),
  forwardType: z.string(),
});

const kinds: Readonly<Record<string, UrlForwardKind>> = { Standard: 'redirect', Frame: 'frame' };
const types: Readonly<Record<UrlForwardKind, string>> = { redirect: 'Standard', frame: 'Frame' };

/** What is read has other names than what is written; where nothing is set, that is an error. */
export function answerForward(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withDomain(call, (domain) => {
    const url = world.forwards.url(account.id, domain);
    if (url === undefined) return failure(404, { message: 'Redirect information not found.' });
    return json({ redirectAlias: url.target, redirectType: types[url.kind] });
  });
}

/** Sets the forward, and puts the proof of it into the zone. */
export function answerForwardSet(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, bodySchema, ({ domainName, redirectAddress, forwardType }) => {
    const kind = Object.hasOwn(kinds, forwardType) ? kinds[forwardType] : undefined;
    if (kind === undefined) return failure(400, { message: 'Invalid redirect type.' });
    world.forwards.setUrl(account.id, domainName, { target: redirectAddress, kind });
    writeProof(call, domainName, true);
    return empty(204);
  });
}

/** Here the key of the query is `DomainName`, with a capital, and matched literally. */
export function answerForwardRemoved(call: VendorCall): SimulatorResponse {
  const { world, account, exactQuery } = call;
  const name = exactQuery.get('DomainName');
  return withDomain({ ...call, query: new Map([['domainname', name ?? '']]) }, (domain) => {
    world.forwards.deleteUrl(account.id, domain);
    writeProof(call, domain, false);
    return empty(204);
  });
}

/** The `forward-verification` text at the domain itself stands in one set with whatever else is written there. */
function writeProof({ world, account }: VendorCall, domain: string, wanted: boolean): void {
  const texts = world.zones
    .of(account.id, domain)
    .records.filter(({ name, type }) => name === '@' && type === 'TXT');
  const others = texts.filter(({ value }) => !value.startsWith('forward-verification'));
  const proof = {
    value: `forward-verification=${createHash('md5').update(domain.toLowerCase()).digest('hex')}`,
    ttlSeconds: texts[0]?.ttlSeconds ?? 3600,
  };
  const records = [...others.map(dataOf), ...(wanted ? [proof] : [])];
  const set = { name: '@', type: 'TXT' } as const;
  const writing = { evenUnserved: true };
  if (records.length > 0)
    world.zones.edit(account.id, domain, { kind: 'put', ...set, records }, writing);
  else if (texts.length > 0)
    world.zones.edit(account.id, domain, { kind: 'delete', ...set }, writing);
}

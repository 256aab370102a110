import {
  readTld,
  type CallContext,
  type Page,
  type PageRequest,
  type Tld,
  type YearRange,
} from '@registrar-kit/core';
import {
  flatMapInSlices,
  largeReplyBytes,
  notACursor,
  xmlBoolean,
  type XmlElement,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { rowSchema } from '../reply/row-schema.js';
import { withoutUndefined } from '../mapping/without-undefined.js';

const years = z
  .string()
  .regex(/^\d{1,2}$/, 'is not a number of years')
  .transform(Number);
const tldRow = rowSchema(
  { Name: z.string().min(1), IsApiRegisterable: xmlBoolean },
  {
    IsApiRenewable: xmlBoolean,
    IsApiTransferable: xmlBoolean,
    MinRegisterYears: years,
    MaxRegisterYears: years,
    MinRenewYears: years,
    MaxRenewYears: years,
    IsEppRequired: xmlBoolean,
    IsSupportsIDN: xmlBoolean,
    SupportsRegistrarLock: xmlBoolean,
    IsDisableWGAllot: xmlBoolean,
    // The pages say NonRealTimeDomain, replies say NonRealTime.
    NonRealTime: xmlBoolean,
    NonRealTimeDomain: xmlBoolean,
  },
);

/** All endings in one reply; there are no pages. https://www.namecheap.com/support/api/methods/domains/get-tld-list/ */
export async function listTlds(
  client: NamecheapClient,
  { cursor }: PageRequest,
  call: CallContext,
): Promise<Page<Tld>> {
  if (cursor !== undefined) throw notACursor(call);
  const items = await client.send('namecheap.domains.getTldList', {}, toTlds, call, {
    maxBytes: largeReplyBytes,
  });
  return { items, total: items.length };
}

function toTlds(reply: NamecheapReply): Promise<readonly Tld[]> {
  return flatMapInSlices(reply.result('Tlds').children('Tld'), (row, index) => {
    const tld = toTld(row, `Tlds.Tld[${index}]`, reply);
    return tld === undefined ? [] : [tld];
  });
}

function toTld(element: XmlElement, path: string, reply: NamecheapReply): Tld | undefined {
  const row = reply.row(element, tldRow, path);
  if (row === undefined) return undefined;
  const tld = readTld(row.Name);
  if (tld === undefined) {
    reply.drift(`${path}.Name`, 'is not an ending', row.Name);
    return undefined;
  }
  const later = row.NonRealTime ?? row.NonRealTimeDomain;
  return {
    tld,
    registrable: row.IsApiRegisterable,
    ...withoutUndefined({
      instantRegistration: later === undefined ? undefined : !later,
      renewable: row.IsApiRenewable,
      transferable: row.IsApiTransferable,
      registrationYears: rangeOf(row.MinRegisterYears, row.MaxRegisterYears),
      renewalYears: rangeOf(row.MinRenewYears, row.MaxRenewYears),
      needsAuthCode: row.IsEppRequired,
      supportsIdn: row.IsSupportsIDN,
      supportsLock: row.SupportsRegistrarLock,
      supportsPrivacy: row.IsDisableWGAllot === undefined ? undefined : !row.IsDisableWGAllot,
    }),
  };
}

/** Zeros stand where the ending cannot be bought at all. */
function rangeOf(min: number | undefined, max: number | undefined): YearRange | undefined {
  return min === undefined || max === undefined || max === 0 || max < min
    ? undefined
    : { min, max };
}

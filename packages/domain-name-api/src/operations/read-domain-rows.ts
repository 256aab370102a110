import type { CallContext, DomainName } from '@registrar-kit/core';
import { largeReplyBytes, readTolerantly } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient, DriftReport } from '../domain-name-api-client.js';
import { domainNameApiCapabilities } from '../domain-name-api-capabilities.js';
import { readName, type domainObjectSchema } from '../mapping/domain-object.js';
import { skipOf } from './cursor.js';
import { nextSkipOf, rowsReplySchema } from './rows-page.js';
import type * as z from 'zod';

const { itemsPerRequest } = domainNameApiCapabilities.listDomains;

/** A row with a usable name, and where to report what is odd about it. */
export interface DomainRow<Row> {
  readonly row: Row;
  readonly domain: DomainName;
  readonly drift: DriftReport;
}

/** One page of the account's domains, the newest first. The rows hold auth codes, so errors quote nothing of them. */
export async function readDomainRows<Schema extends typeof domainObjectSchema>(
  client: DomainNameApiClient,
  cursor: string | undefined,
  schema: Schema,
  call: CallContext,
): Promise<{
  readonly rows: readonly DomainRow<z.output<Schema>>[];
  readonly total: number | undefined;
  readonly nextSkip: number | undefined;
}> {
  const skip = skipOf(cursor, call);
  const query = { MaxResultCount: itemsPerRequest, SkipCount: skip, Sorting: 'Id DESC' };
  const request = {
    method: 'GET',
    path: 'domains',
    query,
    confidential: true,
    maxBytes: largeReplyBytes,
  } as const;
  const { value, drift } = await client.send(request, rowsReplySchema, call);
  const rows = value.items.flatMap((item, index): DomainRow<z.output<Schema>>[] => {
    const reading = readTolerantly(schema, item);
    const note: DriftReport = (path, text, sample) =>
      drift(`items.${String(index)}.${path}`, text, sample);
    for (const { path, note: text } of reading.drifts) note(path, text);
    if (!reading.ok) return [];
    const domain = readName(reading.value, note);
    if (domain !== undefined) return [{ row: reading.value, domain, drift: note }];
    note('domainName', 'is missing, so the row is left out');
    return [];
  });
  return {
    rows,
    total: value.totalCount,
    nextSkip: nextSkipOf(value, skip, itemsPerRequest),
  };
}

import { z } from 'zod';
import type { CallContext } from '../../driver/call-context.js';
import type { CapabilityTable } from '../../driver/capabilities.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { GetCapabilitiesInput } from '../../operations/get-capabilities.js';
import type { Tld } from '../../operations/list-tlds.js';
import { capabilitiesOfTld } from '../capabilities-of-tld.js';
import { tldField } from '../input-fields.js';
import { pagedList } from '../paged-list.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({ tld: tldField.optional() });

/** The provider's table; for one ending with what its list of endings says of that one. */
export async function getCapabilities(
  context: PortableContext,
  input: GetCapabilitiesInput,
  options: CallOptions | undefined,
): Promise<CapabilityTable> {
  const { tld } = context.parse('getCapabilities', inputSchema, input);
  return context.read('getCapabilities', options, async (call) => {
    // A copy: the table itself is one for the whole process, and calls are checked by it.
    const table = structuredClone(context.driver.capabilities);
    if (tld === undefined || table.listTlds.support === 'unsupported') return table;
    const { row, whole } = await findTld(context, tld, options, call);
    // A list that could not be read whole does not tell that an ending is not sold.
    return row === undefined && !whole ? table : capabilitiesOfTld(table, tld, row);
  });
}

async function findTld(
  context: PortableContext,
  wanted: string,
  options: CallOptions | undefined,
  call: CallContext,
): Promise<{ readonly row?: Tld; readonly whole: boolean }> {
  let whole = true;
  const listTlds = context.method('listTlds');
  const tlds = pagedList(
    async (cursor) => {
      const page = cursor === undefined ? {} : { cursor };
      const key = cursor ?? '';
      return (await context.kept('listTlds', key, options, call, () => listTlds(page, call))).value;
    },
    (row) => row.tld,
    () => {
      whole = false;
    },
  );
  for await (const row of tlds) if (row.tld === wanted) return { row, whole };
  return { whole };
}

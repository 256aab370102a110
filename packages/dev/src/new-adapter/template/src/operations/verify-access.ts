import type { AccessReport, CallContext } from '@registrar-kit/core';
import * as z from 'zod';
import type { TemplateNamesClient } from '../template-names-client.js';

const accountSchema = z.object({ account: z.string() });

/** The cheapest call that needs the credentials. Written as an example: request, schema and mapping on one screen. */
export async function verifyAccess(
  client: TemplateNamesClient,
  call: CallContext,
): Promise<Omit<AccessReport, 'environment'>> {
  const request = { method: 'GET', path: 'account' } as const;
  const { account } = await client.send(request, accountSchema, call);
  return { account };
}

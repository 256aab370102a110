import { Secret, type AuthCode, type CallContext, type DomainName } from '@registrar-kit/core';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';

const codeSchema = z.object({ code: z.string().min(1) });

export async function getAuthCode(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<AuthCode> {
  const path = 'domains/{domain}/transfer-code';
  const request = { method: 'GET', path, domain, confidential: true } as const;
  const { code } = await client.send(request, codeSchema, call);
  return { authCode: new Secret(code) };
}

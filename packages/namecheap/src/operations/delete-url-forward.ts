import type { CallContext, DomainName } from '@registrar-kit/core';
import type { NamecheapClient } from '../namecheap-client.js';
import { writeForward } from './set-url-forward.js';

/** Removes the forward of the domain itself, where there is one, and writes every other record as it was. */
export async function deleteUrlForward(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<void> {
  await writeForward(client, domain, undefined, call);
}

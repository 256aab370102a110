import type { CallContext, DomainName, GlueHost } from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { fromHosts, hostSchema } from '../mapping/glue-host.js';
import { readInfo } from './read-info.js';

// A host that cannot be read makes the list unreadable: what is left out here is lost when the host is renamed. The field is
// missing where there are none, as the vendor's own client reads it.
const schema = z.object({
  domainName: wireField(z.string()),
  hosts: z.array(hostSchema).nullish(),
});

/** They come with the domain; the interface has no call of its own for them. */
export async function listHosts(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<readonly GlueHost[]> {
  const { value, drift } = await readInfo(client, domain, schema, call);
  return fromHosts(value.hosts ?? [], domain, drift);
}

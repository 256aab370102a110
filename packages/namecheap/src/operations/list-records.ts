import type { CallContext, DomainName, DriverZone } from '@registrar-kit/core';
import { readZone, type Zone } from '../dns/read-zone.js';
import { mailSettingKey } from '../dns/zone-objections.js';
import type { NamecheapClient } from '../namecheap-client.js';

/** https://www.namecheap.com/support/api/methods/domains-dns/get-hosts/ */
export async function listRecords(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<DriverZone> {
  return toDriverZone(await readZone(client, domain, call));
}

/** The zone as the portable part compares and carries it. */
export function toDriverZone({ records, emailType, losses }: Zone): DriverZone {
  return {
    records,
    ...(emailType === undefined ? {} : { settings: { [mailSettingKey]: emailType } }),
    losses: [...losses.functional, ...losses.labels],
  };
}

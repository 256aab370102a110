import { asWrite, InvalidInputError, type CallContext, type ZoneChange } from '@registrar-kit/core';
import { toHostRow } from '../dns/host-row.js';
import { reportWarnings } from '../dns/report-warnings.js';
import { toHostParameters } from '../dns/to-host-parameters.js';
import { mailSettingOf, objectionsTo } from '../dns/zone-objections.js';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { assertDone } from './assert-done.js';
import { divided } from './get-nameservers.js';

/**
 * Writes the whole zone, once. What stood in it and is not in `target` is gone afterwards, so that nothing is sent that there
 * are objections to, whoever worked the change out.
 *
 * https://www.namecheap.com/support/api/methods/domains-dns/set-hosts/
 */
export async function applyRecords(
  client: NamecheapClient,
  change: ZoneChange,
  call: CallContext,
): Promise<void> {
  const { issues } = objectionsTo(change);
  if (issues.length > 0) throw new InvalidInputError({ ...call.origin, issues });
  const { emailType, sent } = mailSettingOf(change);
  const parameters = {
    ...divided(change.domain),
    EmailType: emailType,
    ...toHostParameters(sent.map(toHostRow)),
  };
  await client.send('namecheap.domains.dns.setHosts', parameters, assertWritten, asWrite(call));
}

function assertWritten(reply: NamecheapReply): void {
  const result = 'DomainDNSSetHostsResult';
  assertDone(reply, { result, otherwise: 'the records are not set' });
  reportWarnings(reply.result(result), reply);
}

import {
  InvalidInputError,
  type CallContext,
  type DomainStatus,
  type Receipt,
  type TransferOrder,
} from '@registrar-kit/core';
import { personalTextsOf } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { toDomainNameApiContacts } from '../mapping/contact.js';
import { domainObjectSchema, fromDomainObject, numberOf } from '../mapping/domain-object.js';
import { readAfterOrder } from './read-after-order.js';
import { provesNothing } from './wrong-shape.js';

/** A transfer brings one year, and the price that was agreed to is that of one. */
const period = 1;

/** The states of a domain whose transfer was accepted. */
const begun: ReadonlySet<DomainStatus> = new Set(['transfer_in', 'pending', 'active']);

/**
 * Starts a transfer. The answer may say next to nothing and transfers have no number, so the domain is read: what the vendor
 * shows of it decides.
 */
export async function transferDomain(
  client: DomainNameApiClient,
  order: TransferOrder,
  call: CallContext,
): Promise<Receipt> {
  const { domain, authCode, contacts, privacy } = order;
  const mapped =
    contacts === undefined
      ? ({ ok: true, contacts: [] } as const)
      : toDomainNameApiContacts(contacts);
  if (!mapped.ok) throw new InvalidInputError({ ...call.origin, issues: mapped.issues });
  const body = {
    domainName: domain,
    authCode: authCode.reveal(),
    period,
    contacts: mapped.contacts,
  };
  const personal = [authCode.reveal(), ...personalTextsOf(contacts ?? {})];
  const request = { method: 'POST', path: 'domains/transfer', body, personal } as const;
  const answer = await client.send(request, domainObjectSchema, call);
  const { domain: about, summary: stated } = fromDomainObject(answer.value, () => undefined);
  if (about !== undefined && about !== domain)
    throw provesNothing(call, 'the answer to the transfer is about another domain');
  const read = await readAfterOrder(client, domain, call);
  const isStated =
    about !== undefined || stated.status !== 'unknown' || numberOf(answer.value) !== undefined;
  if (!isStated && (read === undefined || !begun.has(read.status)))
    throw provesNothing(call, 'the answer to the transfer names neither number, domain nor status');
  // Only the domain itself tells of an end: in the answer "Active" is also what stands where nothing was set.
  return {
    status: read?.status === 'active' ? 'done' : 'pending',
    // The order has no field for it.
    ...(privacy === undefined ? {} : { unset: ['privacy'] }),
  };
}

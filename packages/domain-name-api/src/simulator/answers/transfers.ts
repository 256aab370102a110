import type { SimulatorResponse, WorldTransferCheck } from '@registrar-kit/testing';
import * as z from 'zod';
import { obstacleText, notInAccount } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { contactsOf, readContacts } from '../vendor-contacts.js';
import { statusFields } from '../vendor-domain.js';
import { invalid, json, refusal } from '../vendor-reply.js';
import { withBody } from './with-body.js';

const domainSchema = z.object({ domainName: z.string().min(1) });
const checkSchema = domainSchema.extend({ authCode: z.string().nullish() });
const orderSchema = checkSchema.extend({ period: z.int(), contacts: z.array(z.unknown()) });

/** Whether a domain can come; a "no" comes with HTTP 200 too. */
export function answerTransferCheck(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, checkSchema, ({ domainName: domain, authCode }) =>
    json(toCheckReply(world.transfers.check({ account: account.id, domain, ...code(authCode) }))),
  );
}

/** Starts a transfer over one year. Without contacts the domain keeps its own, which is what the vendor's modules ask for. */
export function answerTransfer(call: VendorCall): SimulatorResponse {
  const { world, account, behaviour } = call;
  return withBody(call, orderSchema, ({ domainName: domain, authCode, period, contacts }) => {
    const given = contacts.length === 0 ? undefined : readContacts(contacts);
    if (given?.ok === false) return invalid(given.members);
    if (period !== 1) return refusal(behaviour.refusalForm, 'Price definition not found.');
    const { transfer } = world.transfers.start({
      account: account.id,
      domain,
      ...code(authCode),
      ...(given === undefined ? {} : { contacts: contactsOf(given.value) }),
    });
    if (given !== undefined) call.contacts.keep(transfer.domainId, given.value);
    return standing(call, domain);
  });
}

/** Of this call only the name and the input are public; the answer holds what is known from others. */
export function answerTransferQuery(call: VendorCall): SimulatorResponse {
  return withBody(call, domainSchema, ({ domainName }) => standing(call, domainName));
}

export function answerTransferCancelled(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, domainSchema, ({ domainName }) => {
    world.transfers.cancel(account.id, domainName);
    return json({ status: 'Cancelled' });
  });
}

export function answerTransferApproved(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, domainSchema, ({ domainName }) => {
    world.transfersOut.approve(account.id, domainName);
    return json({ status: 'Approved' });
  });
}

export function answerTransferRejected(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, domainSchema, ({ domainName }) => {
    world.transfersOut.reject(account.id, domainName);
    return json({ status: 'Rejected' });
  });
}

function standing({ world, account }: VendorCall, domain: string): SimulatorResponse {
  const row = world.transfers.incoming(account.id, domain) ?? world.find(domain);
  if (row?.account !== account.id) return notInAccount();
  return json({ id: row.id, domainName: row.domain, ...statusFields(row) });
}

function toCheckReply(check: WorldTransferCheck): Record<string, unknown> {
  const { obstacle, authCodeRequired, authCodeValid = false, locked, heldBy } = check;
  return {
    transferAvailabilityStatus: obstacle === undefined,
    authCodeIsRequired: authCodeRequired,
    authCodeIsValid: authCodeValid,
    // It is with this registrar already, only in another account.
    userTransferRequired: heldBy !== undefined,
    transferLock: locked,
    message: obstacle === undefined ? 'Command completed succesfully.' : obstacleText(obstacle),
    // Its words are not published.
    messageKey: null,
    additionalAttributes: {},
  };
}

/** An empty code is none. */
function code(authCode: string | null | undefined): { readonly authCode?: string } {
  return authCode === undefined || authCode === null || authCode === '' ? {} : { authCode };
}

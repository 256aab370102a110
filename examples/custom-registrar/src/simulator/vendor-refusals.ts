import type { RefusalReason, SimulatorResponse, VendorRefusals } from '@registrar-kit/testing';
import { refusal } from './vendor-reply.js';

/** How the vendor refuses callers, as the faults of the world and the gate need it. */
export const vendorRefusals: VendorRefusals = {
  keyRejected: () => refusal(401, 'HN-101', 'The account or its token is not accepted.'),
  addressRefused: () => refusal(403, 'HN-111', 'The address is not on the list.'),
  accountLocked: () => refusal(403, 'HN-112', 'The account is closed.'),
  tooManyRequests: () => refusal(429, 'HN-121', 'Too many requests.'),
  brokenDown: () => refusal(503, 'HN-501', 'Out of order, please try again.'),
};

/** The refusal of an order in the vendor's words. */
export function refusalOf(reason: RefusalReason): SimulatorResponse {
  switch (reason.kind) {
    case 'domain_not_found':
    case 'not_owner':
    case 'unknown_account':
      return refusal(404, 'HN-401', 'No such domain in this account.');
    case 'name_taken':
    case 'name_reserved':
      return refusal(409, 'HN-402', 'The name is registered.');
    case 'tld_not_sold':
    case 'currency_not_sold':
      return refusal(409, 'HN-403', 'The ending is not sold.');
    case 'insufficient_funds':
      return refusal(402, 'HN-302', 'The balance is too low.');
    case 'price_mismatch':
      return refusal(409, 'HN-301', 'The price is another one.');
    case 'lock_not_supported':
    case 'privacy_not_supported':
    case 'not_renewable':
      return refusal(422, 'HN-405', 'The ending does not have this.');
    case 'invalid_name':
      return invalid('name', 'The name is not possible.');
    case 'years_out_of_range':
    case 'too_far_ahead':
      return invalid('years', 'So many years are not possible.');
    case 'nameserver_count':
    case 'invalid_nameserver':
      return invalid('servers', 'These servers are not possible.');
    case 'attribute_missing':
    case 'attribute_not_permitted':
      return invalid(`extras.${reason.key}`, 'The registry wants another value.');
    case 'wrong_status':
    case 'domain_locked':
    case 'host_in_use':
      return refusal(409, 'HN-404', 'The domain is in another state.');
    // Transfers, zones, glue hosts and forwards: the interface has no call for them.
    case 'not_transferable':
    case 'transfer_not_found':
    case 'wrong_transfer_stage':
    case 'nothing_to_verify':
    case 'invalid_host':
    case 'host_exists':
    case 'host_not_found':
    case 'invalid_address':
    case 'invalid_record':
    case 'record_set_not_found':
    case 'not_on_provider_dns':
    case 'invalid_forward':
    case 'url_forward_not_found':
      throw new Error(`Harbour Names has no word for ${reason.kind}, so this cannot happen`);
  }
}

function invalid(field: string, text: string): SimulatorResponse {
  return refusal(422, 'HN-201', text, field);
}

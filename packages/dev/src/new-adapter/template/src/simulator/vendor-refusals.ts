import type { RefusalReason, SimulatorResponse, VendorRefusals } from '@registrar-kit/testing';
import { refusal } from './vendor-reply.js';

/** How the vendor refuses callers, as the gate and the faults of the world need it. */
export const vendorRefusals: VendorRefusals = {
  keyRejected: () => refusal(401, 'unknown account or token'),
  addressRefused: () => refusal(403, 'this address is not allowed'),
  accountLocked: () => refusal(403, 'this account is locked'),
  tooManyRequests: () => refusal(429, 'too many requests'),
  brokenDown: () => refusal(503, 'not available'),
};

/** What the world refuses in the vendor's words: give each kind the status and the code of the manual. */
export function refusalOf(reason: RefusalReason): SimulatorResponse {
  switch (reason.kind) {
    case 'unknown_account':
    case 'domain_not_found':
    case 'not_owner':
    case 'transfer_not_found':
    case 'host_not_found':
    case 'record_set_not_found':
    case 'url_forward_not_found':
      return refusal(404, 'not found');
    case 'insufficient_funds':
      return refusal(402, 'the balance is too low');
    case 'invalid_name':
    case 'years_out_of_range':
    case 'too_far_ahead':
    case 'nameserver_count':
    case 'invalid_nameserver':
    case 'attribute_missing':
    case 'attribute_not_permitted':
    case 'invalid_host':
    case 'invalid_address':
    case 'invalid_record':
    case 'invalid_forward':
      return refusal(422, `refused: ${reason.kind}`);
    case 'tld_not_sold':
    case 'currency_not_sold':
    case 'name_taken':
    case 'name_reserved':
    case 'price_mismatch':
    case 'wrong_status':
    case 'not_renewable':
    case 'lock_not_supported':
    case 'privacy_not_supported':
    case 'not_transferable':
    case 'wrong_transfer_stage':
    case 'domain_locked':
    case 'nothing_to_verify':
    case 'host_exists':
    case 'host_in_use':
    case 'not_on_provider_dns':
      return refusal(409, `refused: ${reason.kind}`);
  }
}

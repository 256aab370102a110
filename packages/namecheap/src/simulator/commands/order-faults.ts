import type { RefusalReason } from '@registrar-kit/testing';
import { prohibited } from '../ask-world.js';
import type { CommandError } from '../command-answer.js';

/** What orders for a domain that exists already are refused with. No number is documented for a balance that is too low. */
export function orderFaultOf(reason: RefusalReason): CommandError {
  switch (reason.kind) {
    case 'years_out_of_range':
    case 'too_far_ahead':
      return { number: '2015167', text: 'Validation error from Years' };
    case 'insufficient_funds':
      return { number: '2528166', text: 'Order creation failed: insufficient funds' };
    case 'not_renewable':
    case 'tld_not_sold':
    case 'currency_not_sold':
    case 'invalid_name':
      return { number: '2011280', text: 'TLD is not valid' };
    case 'price_mismatch':
      return { number: '2515610', text: 'Prices do not match' };
    case 'domain_not_found':
    case 'not_owner':
      return { number: '2019166', text: 'Domain not found' };
    case 'unknown_account':
      return { number: '2033409', text: 'Order chargeable for the Username is not found' };
    case 'name_taken':
    case 'name_reserved':
    case 'wrong_status':
    case 'nameserver_count':
    case 'invalid_nameserver':
    case 'lock_not_supported':
    case 'privacy_not_supported':
    case 'attribute_missing':
    case 'attribute_not_permitted':
    case 'not_transferable':
    case 'transfer_not_found':
    case 'wrong_transfer_stage':
    case 'domain_locked':
    case 'nothing_to_verify':
    case 'invalid_host':
    case 'host_exists':
    case 'host_not_found':
    case 'host_in_use':
    case 'invalid_address':
    case 'invalid_record':
    case 'record_set_not_found':
    case 'not_on_provider_dns':
    case 'invalid_forward':
    case 'url_forward_not_found':
      return prohibited;
  }
}

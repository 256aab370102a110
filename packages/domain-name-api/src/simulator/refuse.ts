import {
  isWorldRefusal,
  type RefusalReason,
  type SimulatorResponse,
  type TransferObstacle,
} from '@registrar-kit/testing';
import { exceptionNotice, failure, invalid, refusal, type RefusalForm } from './vendor-reply.js';

/** Runs an order and puts what the world refuses into the vendor's words. */
export function answering(form: RefusalForm, work: () => SimulatorResponse): SimulatorResponse {
  try {
    return work();
  } catch (error) {
    if (isWorldRefusal(error)) return toFailure(error.reason, form);
    throw error;
  }
}

/** Only a few codes of the vendor are known, so most faults are told by its texts alone. */
function toFailure(reason: RefusalReason, form: RefusalForm): SimulatorResponse {
  switch (reason.kind) {
    case 'domain_not_found':
    case 'not_owner':
    case 'unknown_account':
      return notInAccount();
    case 'invalid_name':
      return invalid([
        {
          member: '$.domainName',
          message: 'The domain name must contain at least 3 and no more than 63 characters.',
        },
      ]);
    case 'tld_not_sold':
      return refusal(form, 'TLD is not supported.');
    case 'name_taken':
    case 'name_reserved':
      return refusal(form, 'Domain already exists in the registry.');
    case 'years_out_of_range':
    case 'currency_not_sold':
      return refusal(form, 'Price definition not found.');
    case 'too_far_ahead':
      return invalid([
        {
          member: '$.period',
          message: `The domain cannot reach further ahead than ${String(reason.maxYears)} years.`,
        },
      ]);
    case 'insufficient_funds':
      // The vendor's spelling.
      return refusal(form, 'Insufficent reseller balance.');
    case 'wrong_status':
    case 'not_renewable':
      return refusal(form, 'The status of the domain does not permit this operation.', 409);
    case 'nameserver_count':
      return invalid([
        {
          member: '$.nameServers',
          message: `The number of name servers must be between ${String(reason.min)} and ${String(reason.max)}.`,
        },
      ]);
    case 'invalid_nameserver':
      return invalid([{ member: '$.nameServers', message: 'The name server is not a host name.' }]);
    case 'lock_not_supported':
      return refusal(form, 'The lock is not supported for this TLD.', 400);
    case 'privacy_not_supported':
      return refusal(form, 'Privacy protection is not supported for this TLD.', 400);
    case 'attribute_missing':
    case 'attribute_not_permitted':
      return invalid([
        { member: `$.tldAttributes.${reason.key}`, message: 'Invalid TLD attribute value.' },
      ]);
    case 'not_transferable':
      return refusal(form, obstacleText(reason.obstacle));
    case 'wrong_transfer_stage':
    case 'domain_locked':
    case 'nothing_to_verify':
    case 'not_on_provider_dns':
      return refusal(form, 'The status of the domain does not permit this operation.', 409);
    case 'transfer_not_found':
      return notInAccount();
    case 'host_exists':
      return refusal(form, 'Host already exists in the registry.');
    case 'host_in_use':
      return failure(403, {
        code: 'Dna.DomainService:Dns:10024',
        message: exceptionNotice,
        details: 'Dna Host is linked but not marked as linked in entity',
      });
    case 'host_not_found':
      return refusal(form, 'Object does not exist.', 404);
    case 'invalid_host':
      return invalid([{ member: '$.hostName', message: 'The host name is not valid.' }]);
    case 'invalid_address':
      return invalid([
        { member: '$.ipAddresses', message: 'An invalid IP address was specified.' },
      ]);
    case 'invalid_record':
      return failure(400, { message: 'The name contains unsupported characters.' });
    case 'record_set_not_found':
      return refuseSet();
    case 'invalid_forward':
      return invalid([{ member: '$.redirectAddress', message: 'The address is not valid.' }]);
    case 'url_forward_not_found':
      return failure(404, { message: 'Redirect information not found.' });
    case 'price_mismatch':
      throw new Error('Domain Name API has no way to accept a price, so this cannot happen');
  }
}

/** What stands in the way of a transfer, in the vendor's texts. */
export function obstacleText(obstacle: TransferObstacle): string {
  switch (obstacle) {
    case 'auth_code_missing':
    case 'auth_code_wrong':
      return 'Authorization problem.';
    case 'locked':
      return 'Transfer lock exists.';
    case 'already_started':
      return 'Request already sent.';
    case 'not_transferable':
    case 'already_here':
    case 'not_registered':
    case 'too_young':
      return 'Domain transfer is not permitted.';
  }
}

/** A record set that is not there. Of its code only the end is known. */
export function refuseSet(): SimulatorResponse {
  return failure(403, {
    code: 'Dna.DomainService:ZoneClient:10006',
    message: exceptionNotice,
    details: 'Dna The record set does not exist',
  });
}

export function notInAccount(): SimulatorResponse {
  return failure(404, {
    code: 'Dna.DomainService:Domain:10007',
    message: 'The domain could not be found.',
  });
}

import { isWorldRefusal, type RefusalReason, type SimulatorResponse } from '@registrar-kit/testing';
import { failure, invalid, refusal, type RefusalForm } from './vendor-reply.js';

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
    case 'price_mismatch':
      throw new Error('Domain Name API has no way to accept a price, so this cannot happen');
  }
}

export function notInAccount(): SimulatorResponse {
  return failure(404, {
    code: 'Dna.DomainService:Domain:10007',
    message: 'The domain could not be found.',
  });
}

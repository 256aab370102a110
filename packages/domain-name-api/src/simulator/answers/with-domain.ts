import type { SimulatorResponse } from '@registrar-kit/testing';
import { answering } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { invalid } from '../vendor-reply.js';

/** Answers a call that names its domain in the query. */
export function withDomain(
  { query, behaviour }: VendorCall,
  work: (domain: string) => SimulatorResponse,
): SimulatorResponse {
  const domain = query.get('domainname');
  if (domain === undefined || domain === '')
    return invalid([{ member: 'DomainName', message: 'The DomainName field is required.' }]);
  return answering(behaviour.refusalForm, () => work(domain));
}

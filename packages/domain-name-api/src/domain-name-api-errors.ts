import { assumed, observed, type FaultRow } from './faults/fault-row.js';
import { hostingBeyond, measured, vendorClient } from './faults/sources.js';

/*
 * What codes and HTTP statuses mean. `faults/text-faults.ts` has what only the words tell, `faults/soap-codes.ts` the numbers of
 * the older interface; `reply/find-fault.ts` chooses among them and `reply/to-registrar-error.ts` makes the error.
 */

const framework = '.NET and ABP framework behaviour';

/** Codes of the REST interface. The list is certainly incomplete. */
export const restCodes: Readonly<Record<string, FaultRow>> = {
  'Dna.DomainService:Domain:10007': observed(
    'domain_not_found',
    'the domain is not in this reseller account',
    vendorClient,
  ),
  'Dna.DomainService:Epp:10001': observed(
    'registry_fault',
    'the connection to the registry failed',
    measured,
  ),
  'Dna.DomainService:Dns:10024': observed(
    'wrong_state',
    'the host is linked at the registry',
    vendorClient,
  ),
};

/** Codes of which only the end is known. */
export const restCodeEndings: Readonly<Record<string, FaultRow>> = {
  'ZoneClient:10006': observed('other_not_found', 'there is no such record set', vendorClient),
};

/** How the vendor's own codes look: service, aggregate, five digits. */
export const restCodePattern = /^(?:Dna\.)?[A-Za-z]+(?::[A-Za-z]+)?:\d{5}$/;

/** What an HTTP status means when neither a code nor a text says more. */
export const httpStatuses: Readonly<Record<number, FaultRow>> = {
  400: observed('invalid_input', 'the request was refused as invalid', vendorClient),
  401: assumed('unauthorized', 'the credentials were not accepted', framework),
  402: assumed('insufficient_funds', 'the reseller deposit is too low', hostingBeyond),
  403: observed('access_refused', 'the request was refused', vendorClient),
  404: observed('domain_not_found', 'the domain is not in this reseller account', vendorClient),
  405: assumed('wrong_method', 'the path does not accept this HTTP method', framework),
  408: assumed('provider_unavailable', 'the request took too long on its way', framework),
  409: assumed('wrong_state', 'the state of the domain does not permit it', framework),
  422: assumed('invalid_input', 'the request was refused as invalid', framework),
  429: observed('throttled', 'more than one request per second, or two at once', measured),
  500: observed('provider_fault', 'the registrar reports an internal error', vendorClient),
  502: observed(
    'provider_unavailable',
    'the registrar is not reachable behind its gateway',
    vendorClient,
  ),
  503: observed('provider_unavailable', 'the registrar is not available', vendorClient),
  504: observed(
    'provider_unavailable',
    'the registrar did not answer its gateway in time',
    vendorClient,
  ),
};

/** Numbers that stand for "no code": the vendor's client uses them beside texts of every kind. */
export const uninformativeCodes: readonly string[] = ['0', '-1'];

import { assumed, documented, type FaultRow } from '@registrar-kit/provider-kit';

const codes = 'manual §4, table of codes';
const usual = 'what the HTTP status is meant for';

/** The vendor's own codes, which decide before the HTTP status. */
export const harbourNamesCodes: Readonly<Record<string, FaultRow>> = {
  'HN-101': documented('unauthorized', 'the account or its token is not accepted', codes),
  'HN-111': documented('ip_not_allowed', 'the address is not on the list of the account', codes),
  'HN-112': documented('account_locked', 'the account is closed for the interface', codes),
  'HN-121': documented('throttled', 'more than 300 requests in a minute', codes),
  'HN-201': documented('invalid_input', 'the request is invalid', codes),
  'HN-301': documented('price_changed', 'the price is another one now; ask for a quote', codes),
  'HN-302': documented('insufficient_funds', 'the balance is too low; add money', codes),
  'HN-401': documented('domain_not_found', 'the domain is not in this account', codes),
  'HN-402': documented('name_taken', 'the name is registered already; choose another', codes),
  'HN-403': documented('tld_not_sold', 'names with this ending are not sold', codes),
  'HN-404': documented('wrong_state', 'the state of the domain does not permit it', codes),
  'HN-405': documented('not_supported', 'the ending does not have this', codes),
  'HN-501': documented('provider_unavailable', 'the registrar is not available', codes),
  'HN-502': documented('registry_fault', 'the registry reports a fault', codes),
};

/** What an HTTP status means where no code says more: something before the vendor's interface answered. */
export const harbourNamesStatuses: Readonly<Record<number, FaultRow>> = {
  400: assumed('invalid_input', 'the request was refused as invalid', usual),
  401: assumed('unauthorized', 'the credentials were not accepted', usual),
  402: assumed('insufficient_funds', 'the balance is too low; add money', usual),
  403: assumed('access_refused', 'the request was refused', usual),
  404: assumed('wrong_path', 'the path is unknown there; check baseUrl', usual),
  405: assumed('wrong_path', 'the path does not take this method; check baseUrl', usual),
  409: assumed('wrong_state', 'the state of the domain does not permit it', usual),
  422: assumed('invalid_input', 'the request was refused as invalid', usual),
  429: assumed('throttled', 'too many requests', usual),
  500: assumed('provider_fault', 'the registrar reports a fault of its own', usual),
  502: assumed('provider_unavailable', 'the registrar is not reachable behind its gateway', usual),
  503: assumed('provider_unavailable', 'the registrar is not available', usual),
  504: assumed('provider_unavailable', 'the registrar did not answer its gateway in time', usual),
};

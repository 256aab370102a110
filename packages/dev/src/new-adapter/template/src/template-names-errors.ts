import { assumed, type FaultRow } from '@registrar-kit/provider-kit';

/*
 * What the vendor's codes and HTTP statuses mean. Give each row its certainty: `documented` by a page of the manual, `observed`
 * in a live answer, or `assumed`. Never make a code up: what is not here becomes a ProviderError that keeps the code.
 */

const usual = 'what the HTTP status is meant for; look it up in the manual';

/** The vendor's own codes, which decide before the HTTP status. */
export const templateNamesCodes: Readonly<Record<string, FaultRow>> = {};

/** What an HTTP status means where no code says more. */
export const templateNamesStatuses: Readonly<Record<number, FaultRow>> = {
  400: assumed('invalid_input', 'the request was refused as invalid', usual),
  401: assumed('unauthorized', 'the credentials were not accepted', usual),
  402: assumed('insufficient_funds', 'the balance does not cover the price; add money', usual),
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

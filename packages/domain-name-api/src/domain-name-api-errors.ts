import type { OperationName } from '@registrar-kit/core';

/**
 * Every fault that Domain Name API is known to report, in one table. `toRegistrarError` makes the error from a row.
 *
 * - `documented`: the vendor's client lists it as an expected fault of both its interfaces.
 * - `observed`: reported from live calls, by the vendor's client or by somebody who measured.
 * - `assumed`: seen in third-party fixtures only, deduced from the framework (.NET with ABP), or documented for the older
 *   SOAP interface, whose numbers nobody has shown in a REST body.
 */
type Certainty = 'documented' | 'observed' | 'assumed';

/** What a fault means to us. */
type FaultMeaning =
  | 'unauthorized'
  | 'invalid_key'
  | 'unknown_account'
  | 'ip_not_allowed'
  | 'operation_not_allowed'
  | 'access_refused'
  | 'throttled'
  | 'invalid_input'
  | 'auth_code'
  | 'no_price'
  | 'insufficient_funds'
  | 'domain_not_found'
  | 'other_not_found'
  | 'already_exists'
  | 'not_available'
  | 'tld_not_sold'
  | 'wrong_state'
  | 'not_supported'
  | 'wrong_method'
  | 'registry_fault'
  | 'provider_fault'
  | 'provider_unavailable'
  | 'unclassified';

export interface FaultRow {
  readonly meaning: FaultMeaning;
  /** A clause in lower case: what the vendor means. */
  readonly says: string;
  /** The field of the caller's own input that is at fault, where the row names one. */
  readonly field?: string;
  readonly certainty: Certainty;
  readonly source: string;
}

export interface TextRow extends FaultRow {
  /** Part of the text, in lower case. Texts change and come in two languages, so a code or status decides first. */
  readonly contains: string;
  /** Only at these HTTP statuses. @defaultValue every status that leaves the meaning open */
  readonly statuses?: readonly number[];
  /** Only in these operations, where the words alone could mean something else. */
  readonly operations?: readonly OperationName[];
  /** Sourced and unambiguous: may move a reply between 401 and 403 (never to or from 429). */
  readonly movesDoor?: true;
}

const client = 'domainreseller/whmcs-dna lib/DNARest.php 3.0.16';
const guide = 'Domain Name API, "Unauthorized API Access Error: Causes and Fixes", questions';
const expectedList = 'domainreseller/whmcs-dna lib/SharedApiConfigAndUtilsTrait.php 3.0.16';
const measured = 'thism3d/Vesopa-Ltd src/integrations/domainnameapi.js, README.md';
const hostbill = 'domainreseller/hostbill-dna class.domainnameapi.php';
const panelica = 'Panelica/pnlcs DomainNameApiRegistrar.php and tests';
const hostingBeyond =
  'globalorbitnepal/Hostingbeyond lib/domains/providers/domain-name-api.ts and tests';
const framework = '.NET and ABP framework behaviour';
const soap = 'domainreseller/php-dna README.md (SOAP)';

/** Codes of the REST interface. The list is certainly incomplete. */
export const restCodes: Readonly<Record<string, FaultRow>> = {
  'Dna.DomainService:Domain:10007': observed(
    'domain_not_found',
    'the domain is not in this reseller account',
    client,
  ),
  'Dna.DomainService:Epp:10001': observed(
    'registry_fault',
    'the connection to the registry failed',
    measured,
  ),
  'Dna.DomainService:Dns:10024': observed(
    'wrong_state',
    'the host is linked at the registry',
    client,
  ),
};

/** Codes of which only the end is known. */
export const restCodeEndings: Readonly<Record<string, FaultRow>> = {
  'ZoneClient:10006': observed('other_not_found', 'there is no such record set', client),
};

/** How the vendor's own codes look: service, aggregate, five digits. */
export const restCodePattern = /^(?:Dna\.)?[A-Za-z]+(?::[A-Za-z]+)?:\d{5}$/;

/** What an HTTP status means when neither a code nor a text says more. */
export const httpStatuses: Readonly<Record<number, FaultRow>> = {
  400: observed('invalid_input', 'the request was refused as invalid', client),
  401: assumed('unauthorized', 'the credentials were not accepted', framework),
  402: assumed('insufficient_funds', 'the reseller deposit is too low', hostingBeyond),
  403: observed('access_refused', 'the request was refused', client),
  404: observed('domain_not_found', 'the domain is not in this reseller account', client),
  405: assumed('wrong_method', 'the path does not accept this HTTP method', framework),
  408: assumed('provider_unavailable', 'the request took too long on its way', framework),
  409: assumed('wrong_state', 'the state of the domain does not permit it', framework),
  422: assumed('invalid_input', 'the request was refused as invalid', framework),
  429: observed('throttled', 'more than one request per second, or two at once', measured),
  500: observed('provider_fault', 'the registrar reports an internal error', client),
  502: observed(
    'provider_unavailable',
    'the registrar is not reachable behind its gateway',
    client,
  ),
  503: observed('provider_unavailable', 'the registrar is not available', client),
  504: observed('provider_unavailable', 'the registrar did not answer its gateway in time', client),
};

const transferOperations = ['transferDomain', 'checkTransfer', 'getTransfer'] as const;

/** Parts of texts, the more telling first. */
export const textRows: readonly TextRow[] = [
  text(
    'is not authorized to access',
    observed(
      'ip_not_allowed',
      'the address of this server is not on the allow list of the account',
      expectedList,
    ),
    { movesDoor: true },
  ),
  text(
    'reseller not found',
    documented('unknown_account', 'the reseller id is unknown', expectedList),
    { movesDoor: true },
  ),
  // The same door, said more precisely: the guide tells "Invalid API Key" from a bare "Unauthorized".
  text('invalid api key', documented('invalid_key', 'the API key was not accepted', guide), {
    statuses: [401],
  }),
  text(
    'invalid api credentials',
    observed('unauthorized', 'the credentials were not accepted', client),
  ),
  text(
    'insufficent reseller balance',
    documented('insufficient_funds', 'the reseller deposit is too low', expectedList),
  ),
  text(
    'insufficient reseller balance',
    assumed('insufficient_funds', 'the reseller deposit is too low', hostingBeyond),
  ),
  text(
    'insufficient balance',
    assumed('insufficient_funds', 'the reseller deposit is too low', hostingBeyond),
  ),
  text(
    'insufficient funds',
    assumed('insufficient_funds', 'the reseller deposit is too low', hostingBeyond),
  ),
  text(
    'insufficient',
    assumed('insufficient_funds', 'the reseller deposit is too low', hostingBeyond),
    { statuses: [402] },
  ),
  text(
    'balance is not sufficient',
    documented(
      'insufficient_funds',
      'the reseller deposit is too low, or held in the other currency',
      expectedList,
    ),
  ),
  text(
    'price definition not found',
    documented(
      'no_price',
      'no price is defined for this ending, period and operation',
      expectedList,
    ),
  ),
  text(
    'tld is not supported',
    documented('tld_not_sold', 'the ending is not sold to this reseller', expectedList),
  ),
  text(
    'unauthorized tld',
    assumed('tld_not_sold', 'the ending is not enabled for this reseller', panelica),
  ),
  text('domain exists', observed('not_available', 'the name is taken', hostingBeyond)),
  text(
    'premium domain is not available',
    documented('not_available', 'the premium name cannot be registered', expectedList),
  ),
  text(
    'already exists in the registry',
    documented('already_exists', 'it exists at the registry already', expectedList),
  ),
  text(
    'could not be found',
    observed('domain_not_found', 'the domain is not in this reseller account', expectedList),
    { statuses: [404] },
  ),
  text(
    'redirect information not found',
    observed('other_not_found', 'no URL forward is set', client),
  ),
  text(
    'contact not found',
    documented('other_not_found', 'the contact does not exist', expectedList),
  ),
  text(
    'object does not exist',
    documented(
      'other_not_found',
      'the domain or host does not exist at the registry',
      expectedList,
    ),
  ),
  text(
    'request already sent',
    documented('wrong_state', 'the same request was sent before', expectedList),
  ),
  text(
    'clienttransferprohibited is not set',
    documented('wrong_state', 'the domain is not locked', expectedList),
  ),
  text('transfer lock exists', documented('wrong_state', 'the transfer lock is set', expectedList)),
  text(
    'domain transfer is not permitted',
    documented('wrong_state', 'the registry does not permit the transfer', expectedList),
  ),
  text(
    'auto-renewal period',
    documented('wrong_state', 'the domain is inside its auto-renewal period', expectedList),
  ),
  text('not in redemption', assumed('wrong_state', 'the domain is not in redemption', panelica)),
  text(
    'not supported for this tld',
    assumed('not_supported', 'the ending does not support it', panelica),
  ),
  text(
    'authorization problem',
    documented(
      'auth_code',
      'the auth code is wrong, or the domain is with another registrar',
      expectedList,
    ),
    { operations: transferOperations },
  ),
  text(
    '2-character iso code',
    observed('invalid_input', 'the country is not a two-letter ISO code', client, 'contacts'),
  ),
  text(
    'cannot contain numeric or special characters',
    observed('invalid_input', 'a name holds digits or special characters', client, 'contacts'),
  ),
  text('state is required', observed('invalid_input', 'a state is missing', client, 'contacts')),
  text(
    "'postalcode' is required",
    observed('invalid_input', 'a postal code is missing', client, 'contacts'),
  ),
  text(
    'invalid zip code',
    documented('invalid_input', 'a postal code is invalid', expectedList, 'contacts'),
  ),
  text(
    'must contain at least 3 and no more than 63 characters',
    observed('invalid_input', 'the label must have 3 to 63 characters', measured, 'domain'),
  ),
  text(
    'the json value could not be converted',
    observed('invalid_input', 'a field has the wrong type', client),
  ),
  text(
    'contains unsupported characters',
    observed('invalid_input', 'a record name holds characters that are not supported', client),
  ),
  text(
    'an invalid ip address was specified',
    observed('invalid_input', 'an IP address is invalid', client),
  ),
  text(
    'invalid redirect type',
    observed('invalid_input', 'the kind of forward is invalid', client),
  ),
  text(
    "'record' parametresi",
    observed('invalid_input', 'the record to delete is not named', client),
  ),
  text(
    'invalid tld attribute value',
    observed(
      'invalid_input',
      'a field of the ending has a value that is not permitted',
      hostbill,
      'tldAttributes',
    ),
  ),
  text(
    'valid trabistaxoffice value',
    observed(
      'invalid_input',
      'the tax office is missing or unknown',
      hostbill,
      'tldAttributes.TRABISTAXOFFICE',
    ),
  ),
  text(
    'parameter value policy error',
    documented('invalid_input', 'a value breaks a policy of the registry', expectedList),
  ),
  text(
    'subordinate host info not available',
    documented('invalid_input', 'the name servers are incomplete', expectedList, 'nameservers'),
  ),
  text(
    'ip not reachable',
    assumed('invalid_input', 'the address of the host is not reachable', panelica),
  ),
  text(
    'validation failed',
    observed('invalid_input', 'the request was refused as invalid', measured),
  ),
  // Names no reason, but says that this 403 is a refusal of the order and not of the caller.
  text('businessexception', observed('unclassified', 'the order was refused', client), {
    statuses: [403],
  }),
];

/** Numbers that stand for "no code": the vendor's client uses them beside texts of every kind. */
export const uninformativeCodes: readonly string[] = ['0', '-1'];

/** Codes of the SOAP interface. Nobody has shown one in a REST body; kept so that one is understood should it come. */
export const legacyCodes: Readonly<Record<string, FaultRow>> = {
  2003: legacy('invalid_input', 'a required parameter is missing'),
  2004: legacy('wrong_state', 'a value is outside of what the registry permits now'),
  2105: legacy('wrong_state', 'the domain cannot be renewed in its present status'),
  2200: legacy('auth_code', 'the auth code is wrong, or the domain is with another registrar'),
  2202: legacy('auth_code', 'the auth code is wrong'),
  2302: legacy('already_exists', 'the domain or host exists already'),
  2303: legacy('other_not_found', 'the domain or host does not exist'),
  2304: legacy('wrong_state', 'the status forbids the operation'),
  2306: legacy('invalid_input', 'a value breaks a policy of the registry'),
  101: legacy('provider_fault', 'a system error'),
  102: legacy('provider_fault', 'several errors'),
  103: legacy('unclassified', 'an unknown error'),
  200: legacy('not_supported', 'there is no such command'),
  210: legacy('not_supported', 'there is no such service'),
  211: legacy('provider_fault', 'the service provider is not configured'),
  300: legacy('unknown_account', 'the reseller is unknown'),
  301: legacy(
    'ip_not_allowed',
    'the address of this server is not on the allow list of the account',
  ),
  310: legacy('tld_not_sold', 'the ending is not supported'),
  320: legacy('provider_fault', 'the registry interface is missing'),
  321: legacy('invalid_input', 'the currency is not supported'),
  330: legacy('invalid_input', 'required parameters are missing; contacts must be complete'),
  340: legacy('no_price', 'no price is defined for this ending, period and operation'),
  350: legacy(
    'insufficient_funds',
    'the reseller deposit is too low, or held in the other currency',
  ),
  // Two texts share this number: a bad field, and a quota used up.
  360: legacy('unclassified', 'a field is invalid, or a quota is used up'),
  361: legacy('throttled', 'too many requests'),
  362: legacy('not_available', 'the premium name cannot be registered now'),
  363: legacy('wrong_state', 'the domain is inside its auto-renewal period'),
  364: legacy('registry_fault', 'the registry has a problem'),
  400: legacy('invalid_input', 'a contact is invalid', 'contacts'),
  401: legacy('registry_fault', 'the contact cannot be synchronised'),
  402: legacy('operation_not_allowed', 'the registry gives no access to the contact'),
  403: legacy('invalid_input', 'the data are incomplete'),
  404: legacy('not_supported', 'the contact can only be changed with the consent of the registry'),
  410: legacy('other_not_found', 'the contact does not exist'),
  420: legacy('not_supported', 'there is no such contact command'),
  430: legacy('provider_fault', 'the contact interface is missing'),
  440: legacy('wrong_state', 'the contact is not synchronised'),
  450: legacy('invalid_input', 'too many contacts', 'contacts'),
  451: legacy('registry_fault', 'the contact could not be changed'),
  500: legacy('invalid_input', 'the domain id is invalid', 'domain'),
  501: legacy('registry_fault', 'the synchronisation failed'),
  502: legacy('registry_fault', 'the internal transfer failed'),
  503: legacy('not_available', 'the name cannot be registered'),
  504: legacy('wrong_state', 'the data of the domain differ from before'),
  505: legacy('invalid_input', 'an IP address is missing'),
  506: legacy('registry_fault', 'the transfer was started but its contacts are unreadable'),
  507: legacy('unauthorized', 'an authorisation error'),
  510: legacy('domain_not_found', 'the domain was not found'),
  511: legacy('other_not_found', 'there are no expired domains'),
  512: legacy('wrong_state', 'the domain cannot be renewed'),
  513: legacy('wrong_state', 'the domain must be active to be changed'),
  514: legacy('wrong_state', 'the domain is not in redemption'),
  520: legacy('not_supported', 'there is no such domain command'),
  530: legacy('invalid_input', 'the period is outside of what the ending permits', 'years'),
  540: legacy('invalid_input', 'the domain would reach beyond the longest period', 'years'),
  550: legacy(
    'invalid_input',
    'the length of the name is outside of what the ending permits',
    'domain',
  ),
  560: legacy(
    'invalid_input',
    'the number of name servers is outside of what the ending permits',
    'nameservers',
  ),
  561: legacy('invalid_input', 'no name servers were given', 'nameservers'),
  570: legacy('not_supported', 'the ending has no international names'),
  571: legacy('invalid_input', 'the period is invalid', 'years'),
  572: legacy('invalid_input', 'the command is invalid'),
  573: legacy('invalid_input', 'no names were given', 'domains'),
  574: legacy('invalid_input', 'no endings were given', 'tlds'),
  575: legacy('wrong_state', 'the domain must be active to change its name servers'),
  576: legacy('wrong_state', 'the domain can be renewed in its last month only'),
  580: legacy('not_supported', 'domains of this ending cannot be transferred'),
  581: legacy('other_not_found', 'the host does not exist'),
  582: legacy('wrong_state', 'another reseller has started the transfer'),
  583: legacy('registry_fault', 'the transfer could not be started'),
  584: legacy('wrong_state', 'the status forbids the operation'),
  590: legacy('auth_code', 'the auth code is missing'),
  591: legacy('auth_code', 'the auth code is wrong'),
  592: legacy('wrong_state', 'the transfer lock is set'),
  593: legacy('wrong_state', 'the status or the lock does not permit the transfer'),
  594: legacy('invalid_input', 'a name server does not resolve', 'nameservers'),
  595: legacy('wrong_state', 'the contacts are unreadable at the losing registrar'),
  596: legacy('invalid_input', 'the contact data are not verified', 'contacts'),
  597: legacy('tld_not_sold', 'the ending was not found'),
  598: legacy('unclassified', 'an unknown error'),
  599: legacy('other_not_found', 'no URL forward is set'),
};

function documented(meaning: FaultMeaning, says: string, source: string, field?: string): FaultRow {
  return row('documented', meaning, says, source, field);
}

function observed(meaning: FaultMeaning, says: string, source: string, field?: string): FaultRow {
  return row('observed', meaning, says, source, field);
}

function assumed(meaning: FaultMeaning, says: string, source: string, field?: string): FaultRow {
  return row('assumed', meaning, says, source, field);
}

function legacy(meaning: FaultMeaning, says: string, field?: string): FaultRow {
  return row('assumed', meaning, says, soap, field);
}

function row(
  certainty: Certainty,
  meaning: FaultMeaning,
  says: string,
  source: string,
  field: string | undefined,
): FaultRow {
  return { meaning, says, certainty, source, ...(field === undefined ? {} : { field }) };
}

function text(
  contains: string,
  fault: FaultRow,
  only: Pick<TextRow, 'statuses' | 'operations' | 'movesDoor'> = {},
): TextRow {
  return { contains, ...fault, ...only };
}

import type { OperationName } from '@registrar-kit/core';
import { assumed, documented, observed, type FaultRow } from './fault-row.js';
import { hostingBeyond, measured, vendorClient } from './sources.js';

/** A fault that is told by words, where no code comes. */
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

const guide = 'Domain Name API, "Unauthorized API Access Error: Causes and Fixes", questions';
const expectedList = 'domainreseller/whmcs-dna lib/SharedApiConfigAndUtilsTrait.php 3.0.16';
const hostbill = 'domainreseller/hostbill-dna class.domainnameapi.php';
const panelica = 'Panelica/pnlcs DomainNameApiRegistrar.php and tests';

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
    observed('unauthorized', 'the credentials were not accepted', vendorClient),
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
    observed('other_not_found', 'no URL forward is set', vendorClient),
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
    observed('invalid_input', 'the country is not a two-letter ISO code', vendorClient, 'contacts'),
  ),
  text(
    'cannot contain numeric or special characters',
    observed(
      'invalid_input',
      'a name holds digits or special characters',
      vendorClient,
      'contacts',
    ),
  ),
  text(
    'state is required',
    observed('invalid_input', 'a state is missing', vendorClient, 'contacts'),
  ),
  text(
    "'postalcode' is required",
    observed('invalid_input', 'a postal code is missing', vendorClient, 'contacts'),
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
    observed('invalid_input', 'a field has the wrong type', vendorClient),
  ),
  text(
    'contains unsupported characters',
    observed(
      'invalid_input',
      'a record name holds characters that are not supported',
      vendorClient,
    ),
  ),
  text(
    'an invalid ip address was specified',
    observed('invalid_input', 'an IP address is invalid', vendorClient),
  ),
  text(
    'invalid redirect type',
    observed('invalid_input', 'the kind of forward is invalid', vendorClient),
  ),
  text(
    "'record' parametresi",
    observed('invalid_input', 'the record to delete is not named', vendorClient),
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
  text('businessexception', observed('unclassified', 'the order was refused', vendorClient), {
    statuses: [403],
  }),
];

function text(
  contains: string,
  fault: FaultRow,
  only: Pick<TextRow, 'statuses' | 'operations' | 'movesDoor'> = {},
): TextRow {
  return { contains, ...fault, ...only };
}

import { isWorldRefusal, type RefusalReason, type WorldReceipt } from '@registrar-kit/testing';
import { contactParameterNames } from '../../mapping/contact-words.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import type { CommandParameters } from '../command-parameters.js';
import { registryFieldsIn, subscriptionField } from '../held-fields.js';
import {
  contactsIn,
  contactSets,
  faultOfSet,
  missingFieldOf,
  otherFieldsIn,
} from '../vendor-contacts.js';
import { fourDecimals, lower } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';
import { acceptedTotal, checkPriceClaim, promotionFault } from './price-claim.js';

export const domainsCreate: SimulatedCommand = {
  name: 'namecheap.domains.create',
  operations: ['registerDomain'],
  domains: wholeName,
  run,
};

const parameterNames = [
  ...['ApiUser', 'ApiKey', 'UserName', 'Command', 'ClientIp', 'DomainName', 'Years', 'Nameservers'],
  ...[
    'AddFreeWhoisguard',
    'WGEnabled',
    'IsPremiumDomain',
    'PremiumPrice',
    'EapFee',
    'PromotionCode',
  ],
  ...contactParameterNames,
];

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [domain] = wholeName(parameters);
  if (domain === undefined) return refused({ number: '2030166', text: 'Domain is invalid' }, '');
  const fault =
    checkContacts(parameters) ?? checkSettings(parameters) ?? promotionFault(parameters);
  if (fault !== undefined) return refused(fault, domain);
  // Left out, the vendor takes two years.
  const years = parameters.has('Years') ? Number(parameters.get('Years')) : 2;
  const nameservers = parameters
    .get('Nameservers')
    .split(',')
    .filter((name) => name !== '');
  const tld = world.tldOf(domain);
  const privacy = isYes(parameters.get('WGEnabled')) && (tld?.supportsPrivacy ?? false);
  try {
    if (world.availabilityOf(domain).status === 'available') {
      const claim = checkPriceClaim(request, 'registerDomain', domain);
      if (claim !== undefined) return refused(claim, domain);
    }
    const receipt = world.register({
      account: caller.owner.id,
      domain,
      years,
      contacts: contactsIn(parameters),
      nameservers,
      privacy,
      currency: 'USD',
      ...acceptedTotal(request, 'registerDomain', domain, years),
      tldAttributes: {
        ...registryFieldsIn(parameters, parameterNames, tld),
        ...withoutEmpty(otherFieldsIn(parameters)),
        ...(isNo(parameters.get('AddFreeWhoisguard')) ? { [subscriptionField]: 'no' } : {}),
      },
    });
    return succeed(toResult(receipt));
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    return refused(toFault(error.reason), domain);
  }
}

function withoutEmpty(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function toResult({ domain, entry }: WorldReceipt): XmlNode {
  return node('DomainCreateResult', {
    Domain: domain.domain,
    Registered: 'true',
    ChargedAmount: fourDecimals(entry.amount),
    DomainID: String(domain.id),
    OrderID: String(entry.id),
    TransactionID: String(entry.id + 356_000),
    WhoisguardEnable: lower(domain.privacy),
    FreePositiveSSL: 'false',
    NonRealTimeDomain: lower(domain.status === 'pending'),
  });
}

/** Beside an error stands a result that says no; for a taken name even with numbers of an order. */
function refused({ number, text }: CommandError, domain: string): CommandAnswer {
  const ordered = number === '3031166';
  return fail(
    number,
    text,
    node('DomainCreateResult', {
      Domain: domain,
      Registered: 'false',
      ChargedAmount: '0',
      DomainID: '0',
      OrderID: ordered ? '719999' : '0',
      TransactionID: ordered ? '1075999' : '0',
      WhoisguardEnable: 'false',
      FreePositiveSSL: 'false',
      NonRealTimeDomain: 'false',
    }),
  );
}

function toFault(reason: RefusalReason): CommandError {
  switch (reason.kind) {
    case 'name_taken':
    case 'name_reserved':
      return { number: '3031166', text: 'Domain name not available' };
    case 'tld_not_sold':
    case 'currency_not_sold':
      return { number: '2030280', text: `TLD is not supported in API: ${reason.domain}` };
    case 'years_out_of_range':
    case 'too_far_ahead':
      return { number: '2015167', text: 'Validation error from Years' };
    case 'nameserver_count':
    case 'invalid_nameserver':
      return { number: '2011168', text: 'Nameservers are not valid' };
    case 'attribute_missing':
    case 'attribute_not_permitted':
      return { number: '2011322', text: `Extended Attributes are not valid: ${reason.key}` };
    // No number is documented for it; the text is a guess.
    case 'insufficient_funds':
      return { number: '2528166', text: 'Order creation failed: insufficient funds' };
    case 'price_mismatch':
      return { number: '2515610', text: 'Prices do not match' };
    case 'unknown_account':
      return { number: '2033409', text: 'Order chargeable for the Username is not found' };
    case 'invalid_name':
    case 'domain_not_found':
    case 'not_owner':
    case 'wrong_status':
    case 'not_renewable':
    case 'lock_not_supported':
    case 'privacy_not_supported':
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
      return { number: '3028166', text: 'Error response from provider during registration' };
  }
}

function checkContacts(parameters: CommandParameters): CommandError | undefined {
  for (const { prefix } of contactSets) {
    const missing = missingFieldOf(prefix, parameters);
    // The page of this command lists no numbers for single roles; setContacts has one for each.
    if (missing !== undefined)
      return { number: '2010323', text: `Required parameter ${missing} is missing` };
    const fault = faultOfSet(prefix, parameters);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkSettings(parameters: CommandParameters): CommandError | undefined {
  if (isYes(parameters.get('WGEnabled')) && !isYes(parameters.get('AddFreeWhoisguard'))) {
    return { number: '2033270', text: 'Cannot enable Whoisguard when AddWhoisguard is set to NO' };
  }
  const domain = wholeName(parameters)[0] ?? '';
  if (domain.startsWith('xn--') && !parameters.has('IdnCode')) {
    return { number: '2011322', text: 'Extended Attributes are not valid: IdnCode' };
  }
  return undefined;
}

function isYes(word: string): boolean {
  return /^(?:yes|true)$/i.test(word);
}

function isNo(word: string): boolean {
  return /^(?:no|false)$/i.test(word);
}

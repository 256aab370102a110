import {
  InvalidInputError,
  splitDomainName,
  type CallContext,
  type InputIssue,
  type RegistrationOrder,
  type Receipt,
  type SettingName,
} from '@registrar-kit/core';
import { personalTextsOf, xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { contactParameterNames } from '../mapping/contact-words.js';
import { usdAmount } from '../mapping/namecheap-amount.js';
import { toNamecheapContacts } from '../mapping/to-namecheap-contacts.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { attributeIssues } from './attribute-issues.js';
import { deniedOrder, isPaid } from './denied-order.js';
import { orderNumber } from './order-number.js';

/** Sends the order once. https://www.namecheap.com/support/api/methods/domains/create/ */
export async function registerDomain(
  client: NamecheapClient,
  order: RegistrationOrder,
  call: CallContext,
): Promise<Receipt> {
  const issues = [...attributeIssues(order.tldAttributes, taken), ...idnIssues(order)];
  if (issues.length > 0) throw new InvalidInputError({ ...call.origin, issues });
  const parameters = {
    ...order.tldAttributes,
    ...toNamecheapContacts(order.contacts, call.origin),
    ...orderParameters(order),
  };
  return client.send(
    'namecheap.domains.create',
    parameters,
    (reply) => toReceipt(reply, order),
    call,
    // Extra fields hold the numbers of identity cards and the like.
    { personal: [...personalTextsOf(order.contacts), ...Object.values(order.tldAttributes)] },
  );
}

const orderParameterNames = [
  'DomainName',
  'Years',
  'Nameservers',
  'AddFreeWhoisguard',
  'WGEnabled',
  'IsPremiumDomain',
  'PremiumPrice',
  'EapFee',
] as const;

type OrderParameters = Partial<Record<(typeof orderParameterNames)[number], string | undefined>>;

function orderParameters({
  domain,
  years,
  nameservers,
  privacy,
  reading,
}: RegistrationOrder): OrderParameters {
  const special = reading.availability?.premium;
  return {
    DomainName: domain,
    Years: String(years),
    Nameservers: nameservers.length === 0 ? undefined : nameservers.join(','),
    // Free, and always stated, since the vendor's pages differ on what it does by itself: without the subscription, privacy
    // could not be switched on later.
    AddFreeWhoisguard: 'yes',
    WGEnabled: privacy === undefined ? undefined : privacy ? 'yes' : 'no',
    ...(reading.premium
      ? { IsPremiumDomain: 'true', PremiumPrice: special?.registration?.amount }
      : {}),
    EapFee: reading.earlyAccess ? special?.earlyAccess?.amount : undefined,
  };
}

const taken: readonly string[] = [...orderParameterNames, ...contactParameterNames];

function idnIssues({ domain, tldAttributes }: RegistrationOrder): readonly InputIssue[] {
  const international = splitDomainName(domain).label.startsWith('xn--');
  const stated = Object.keys(tldAttributes).some((key) => key.toLowerCase() === 'idncode');
  if (!international || stated) return [];
  return [
    {
      path: 'tldAttributes.IdnCode',
      problem: 'is missing, and Namecheap wants it for an international name',
      cure: 'give the three-letter code of the language, such as GER',
    },
  ];
}

const replySchema = z.object({ Registered: xmlBoolean });
const detailSchema = z.object({
  ChargedAmount: usdAmount,
  OrderID: orderNumber,
  WhoisguardEnable: xmlBoolean,
  NonRealTimeDomain: xmlBoolean,
});

function toReceipt(reply: NamecheapReply, order: RegistrationOrder): Receipt {
  const result = reply.result('DomainCreateResult');
  const { Registered } = reply.required(result, replySchema);
  const detail = reply.optional(result, detailSchema);
  const { ChargedAmount: charged, OrderID: vendorRef, NonRealTimeDomain: later = false } = detail;
  if (!Registered && !(later && isPaid(charged)))
    throw deniedOrder(reply, { otherwise: 'the domain is not registered', charged, taken: later });
  return {
    status: later ? 'pending' : 'done',
    ...withoutUndefined({ charged, vendorRef }),
    unset: unsetBy(order, detail.WhoisguardEnable),
  };
}

/** The command has no parameter for the lock, and can register a domain without the privacy that was asked for. */
function unsetBy(
  { privacy, lock }: RegistrationOrder,
  privacyIs: boolean | undefined,
): readonly SettingName[] {
  return [
    ...(privacy === undefined || privacy === privacyIs ? [] : ['privacy' as const]),
    ...(lock === undefined ? [] : ['lock' as const]),
  ];
}

import {
  InvalidInputError,
  isZeroMoney,
  splitDomainName,
  UnsupportedOperationError,
  type CallContext,
  type FollowUp,
  type InputIssue,
  type RegistrationOrder,
  type RegistrationReceipt,
} from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { globalParameters, type NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { usdAmount } from '../values/namecheap-amount.js';
import {
  contactParameterNames,
  personalTexts,
  toNamecheapContacts,
} from '../values/to-namecheap-contacts.js';
import { withoutUndefined } from '../values/without-undefined.js';
import { orderNumber } from './order-number.js';

/** Sends the order once. https://www.namecheap.com/support/api/methods/domains/create/ */
export async function registerDomain(
  client: NamecheapClient,
  order: RegistrationOrder,
  call: CallContext,
): Promise<RegistrationReceipt> {
  const issues = [...attributeIssues(order), ...idnIssues(order)];
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
    { personal: [...personalTexts(order.contacts), ...Object.values(order.tldAttributes)] },
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
    // The subscription is free and comes along either way: without it, privacy could not be switched on later.
    AddFreeWhoisguard: privacy === undefined ? undefined : 'yes',
    WGEnabled: privacy === undefined ? undefined : privacy ? 'yes' : 'no',
    ...(reading.premium
      ? { IsPremiumDomain: 'true', PremiumPrice: special?.registration?.amount }
      : {}),
    EapFee: reading.earlyAccess ? special?.earlyAccess?.amount : undefined,
  };
}

const taken: ReadonlySet<string> = new Set(
  [...globalParameters, ...orderParameterNames, ...contactParameterNames].map((name) =>
    name.toLowerCase(),
  ),
);

/** An extra field must not reach into credentials, price or contacts; the vendor matches names without regard to case. */
function attributeIssues({ tldAttributes }: RegistrationOrder): readonly InputIssue[] {
  return Object.keys(tldAttributes)
    .filter((key) => taken.has(key.toLowerCase()) || !/^\w{1,64}$/.test(key))
    .map((key) => ({
      path: `tldAttributes.${key.replace(/\W/g, '').slice(0, 64)}`,
      problem: 'is not an extra field of a registry',
      cure: 'take the names from https://www.namecheap.com/support/api/extended-attributes/',
    }));
}

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

function toReceipt(reply: NamecheapReply, order: RegistrationOrder): RegistrationReceipt {
  const result = reply.result('DomainCreateResult');
  const { Registered } = reply.required(result, replySchema);
  const detail = reply.optional(result, detailSchema);
  const { ChargedAmount: charged, OrderID: vendorRef, NonRealTimeDomain: later = false } = detail;
  const paid = charged !== undefined && !isZeroMoney(charged);
  if (!Registered && !(later && paid)) {
    throw reply.refused(
      'Namecheap answered OK and that the domain is not registered',
      // An order that was paid or waits for the registry is not a plain no.
      paid || later ? 'unknown' : 'none',
    );
  }
  return {
    status: later ? 'pending' : 'done',
    ...withoutUndefined({ charged, vendorRef }),
    followUps: followUps(order, detail.WhoisguardEnable),
  };
}

/** Wishes that the order could not carry, or did not fulfil. */
function followUps(
  { privacy, lock }: RegistrationOrder,
  privacyIs: boolean | undefined,
): readonly FollowUp[] {
  return [
    ...(privacy === undefined || privacyIs === undefined || privacy === privacyIs
      ? []
      : [unbuilt('privacy', 'Namecheap registered the domain without the wished privacy setting')]),
    ...(lock === undefined
      ? []
      : [unbuilt('lock', 'the registrar lock cannot be set along with a registration')]),
  ];
}

function unbuilt(setting: FollowUp['setting'], reason: string): FollowUp {
  return {
    setting,
    run: (call) =>
      Promise.reject(
        new UnsupportedOperationError({
          ...call.origin,
          reason: `${reason}, and changing it afterwards is not built yet in this version`,
          alternative: 'set it in the Namecheap panel',
        }),
      ),
  };
}

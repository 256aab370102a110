import {
  isWorldRefusal,
  type RefusalReason,
  type WorldRenewalReceipt,
} from '@registrar-kit/testing';
import { standingOf } from '../account-domain.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { dateWithTime, fourDecimals } from '../vendor-text.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';
import { checkPriceClaim } from './price-claim.js';

export const domainsRenew: SimulatedCommand = {
  name: 'namecheap.domains.renew',
  operations: ['renewDomain'],
  domains: wholeName,
  run,
};

const expired: CommandError = {
  number: '2020166',
  text: 'Domain has expired. Please reactivate your domain.',
};

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [domain = ''] = wholeName(parameters);
  const standing = standingOf(domain, request);
  if (standing.held === 'nowhere') {
    return refused({
      number: '2019166',
      text: `The domain (${domain}) doesn't seem to be associated with your account.`,
    });
  }
  if (standing.held === 'elsewhere') {
    return refused({ number: '2016166', text: 'Domain is not associated with your account' });
  }
  // Also in the days in which a registry would still renew it.
  if (['expired', 'redemption'].includes(standing.domain.status)) return refused(expired);
  const years = Number(parameters.get('Years'));
  if (world.premiumOf(domain) !== undefined && years !== 1) return refused(badYears);
  try {
    const claim = checkPriceClaim(request, 'renewDomain', domain);
    if (claim !== undefined) return refused(claim);
    return succeed(
      toResult(world.renew({ account: caller.owner.id, domain, years, currency: 'USD' })),
    );
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    return refused(toFault(error.reason));
  }
}

function toResult({ domain, entry }: WorldRenewalReceipt): XmlNode {
  return node(
    'DomainRenewResult',
    {
      DomainName: domain.domain,
      DomainID: String(domain.id),
      Renew: 'true',
      OrderID: String(entry.id),
      TransactionID: String(entry.id + 356_000),
      ChargedAmount: fourDecimals(entry.amount),
    },
    [
      node('DomainDetails', {}, [
        textNode('ExpiredDate', dateWithTime(domain.expiresOn)),
        textNode('NumYears', '0'),
      ]),
    ],
  );
}

function refused({ number, text }: CommandError): CommandAnswer {
  return fail(
    number,
    text,
    node(
      'DomainRenewResult',
      { DomainID: '0', Renew: 'false', OrderID: '0', TransactionID: '0', ChargedAmount: '0' },
      [node('DomainDetails', {}, [textNode('NumYears', '0')])],
    ),
  );
}

const badYears: CommandError = { number: '2015167', text: 'Validation error from Years' };

function toFault(reason: RefusalReason): CommandError {
  switch (reason.kind) {
    case 'years_out_of_range':
    case 'too_far_ahead':
      return badYears;
    case 'insufficient_funds':
      return { number: '2528166', text: 'Order creation failed: insufficient funds' };
    case 'not_renewable':
    case 'tld_not_sold':
    case 'currency_not_sold':
      return { number: '2011280', text: 'TLD is not valid' };
    case 'price_mismatch':
      return { number: '2515610', text: 'Prices do not match' };
    case 'domain_not_found':
    case 'not_owner':
      return { number: '2019166', text: 'Domain not found' };
    case 'unknown_account':
      return { number: '2033409', text: 'Order chargeable for the Username is not found' };
    case 'invalid_name':
    case 'name_taken':
    case 'name_reserved':
    case 'wrong_status':
    case 'nameserver_count':
    case 'invalid_nameserver':
    case 'lock_not_supported':
    case 'privacy_not_supported':
      return {
        number: '3031510',
        text: 'Error response from provider: object status prohibits operation',
      };
  }
}

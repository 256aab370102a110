import { isWorldRefusal, type WorldRenewalReceipt } from '@registrar-kit/testing';
import { notAssociated, owned, standingOf } from '../account-domain.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { dateWithTime, fourDecimals } from '../vendor-text.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';
import { orderFaultOf } from './order-faults.js';
import { acceptedTotal, checkPriceClaim, promotionFault } from './price-claim.js';

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
  const promotion = promotionFault(parameters);
  if (promotion !== undefined) return refused(promotion);
  const { domain: row, refusal } = owned(standingOf(domain, request), notAssociated(domain));
  if (refusal !== undefined) return refused(refusal);
  // Also in the days in which a registry would still renew it.
  if (['expired', 'redemption'].includes(row.status)) return refused(expired);
  const years = Number(parameters.get('Years'));
  if (world.premiumOf(domain) !== undefined && years !== 1) return refused(badYears);
  try {
    const claim = checkPriceClaim(request, 'renewDomain', domain);
    if (claim !== undefined) return refused(claim);
    const account = caller.owner.id;
    const accepted = acceptedTotal(request, 'renewDomain', domain, years);
    return succeed(toResult(world.renew({ account, domain, years, currency: 'USD', ...accepted })));
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    return refused(orderFaultOf(error.reason));
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

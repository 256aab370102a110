import { isWorldRefusal, type WorldRenewalReceipt } from '@registrar-kit/testing';
import { notAssociated, owned, standingOf } from '../account-domain.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { fourDecimals } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';
import { orderFaultOf } from './order-faults.js';
import { acceptedTotal, checkPriceClaim, promotionFault } from './price-claim.js';

export const domainsReactivate: SimulatedCommand = {
  // The only name that answers spell otherwise than the pages.
  name: 'namecheap.domains.reActivate',
  operations: ['restoreDomain'],
  domains: wholeName,
  run,
};

/** The vendor makes no difference between them. */
const overdue = ['expired', 'redemption'] as const;

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [domain = ''] = wholeName(parameters);
  const promotion = promotionFault(parameters);
  if (promotion !== undefined) return refused(promotion);
  const { domain: row, refusal } = owned(standingOf(domain, request), notAssociated(domain));
  if (refusal !== undefined) return refused(refusal);
  if (row.status === 'deleting') return refused(tooLate);
  if (!overdue.some((status) => status === row.status)) return refused(notExpired);
  // The world's restore has one price, which holds one year.
  const years = parameters.has('YearsToAdd') ? Number(parameters.get('YearsToAdd')) : 1;
  if (years !== 1) return refused(badYears);
  try {
    const claim = checkPriceClaim(request, 'restoreDomain', domain);
    if (claim !== undefined) return refused(claim);
    const account = caller.owner.id;
    const accepted = acceptedTotal(request, 'restoreDomain', domain, years);
    return succeed(
      toResult(world.restore({ account, domain, currency: 'USD', from: overdue, ...accepted })),
    );
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    return refused(orderFaultOf(error.reason));
  }
}

const notExpired: CommandError = {
  number: '2020166',
  text: 'Domain has not yet expired. Please renew your domain.',
};

const tooLate: CommandError = {
  number: '3024510',
  text: 'Error response from provider: object pending delete prohibits operation',
};

const badYears: CommandError = { number: '2015167', text: 'Validation error from Years' };

function toResult({ domain, entry }: WorldRenewalReceipt): XmlNode {
  return node('DomainReactivateResult', {
    Domain: domain.domain,
    IsSuccess: 'true',
    ChargedAmount: fourDecimals(entry.amount),
    OrderID: String(entry.id),
    TransactionID: String(entry.id + 356_000),
  });
}

/** The skeleton has no flag that could say no. */
function refused({ number, text }: CommandError): CommandAnswer {
  return fail(
    number,
    text,
    node('DomainReactivateResult', {
      Domain: '',
      ChargedAmount: '0',
      OrderID: '0',
      TransactionID: '0',
    }),
  );
}

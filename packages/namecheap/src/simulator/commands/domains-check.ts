import type { PricedOperation } from '@registrar-kit/core';
import { amountIn, type PremiumName } from '@registrar-kit/testing';
import { withoutMissing, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, failInPart, succeed, type CommandAnswer } from '../command-answer.js';
import type { CommandParameters } from '../command-parameters.js';
import { fourDecimals, lower } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';

const namesPerRequest = 50;

export const domainsCheck: SimulatedCommand = {
  name: 'namecheap.domains.check',
  operations: ['checkAvailability', 'streamAvailability', 'quote'],
  domains: namesIn,
  run,
};

function namesIn(parameters: CommandParameters): readonly string[] {
  const names = parameters.get('DomainList').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function run(request: CommandRequest): CommandAnswer {
  const { parameters, unsoldEnding } = request;
  const names = namesIn(parameters);
  if (names.length > namesPerRequest) {
    return fail('2011169', `Only ${namesPerRequest} domains are allowed in a single check command`);
  }
  const rows = names.map((name) => ({ name, row: toRow(name, request) }));
  const unsold = rows.find(({ row }) => row === undefined);
  // The vendor does not keep the order of the request.
  const answered = withoutMissing(rows, request, ({ name }) => name)
    .flatMap(({ row }) => row ?? [])
    .reverse();
  if (unsold === undefined) return succeed(...answered);
  const text = `TLD is not supported in API: ${unsold.name}`;
  return failInPart(
    { number: '2030280', text },
    ...(unsoldEnding === 'others-answered' ? answered : []),
  );
}

/** `undefined` for an ending that is not sold, which no row can say. */
function toRow(name: string, { world }: CommandRequest): XmlNode | undefined {
  const found = world.availabilityOf(name);
  if (found.status === 'not_sold') return undefined;
  if (found.status === 'invalid') {
    return node('DomainCheckResult', {
      Domain: name,
      Available: 'false',
      ErrorNo: '3031510',
      Description: `Error response from registry: ${found.because}`,
      ...prices(undefined, '0'),
      EapFee: '0.0',
    });
  }
  const fee = amountIn(found.tld.fee, 'USD');
  const early = found.status === 'available' ? found.earlyAccessFee : undefined;
  return node('DomainCheckResult', {
    Domain: name,
    Available: lower(found.status === 'available'),
    ErrorNo: '0',
    Description: '',
    // The fee of standard names stands in the price list only.
    ...prices(found.premium, found.premium === undefined ? '0' : fourDecimals(fee)),
    EapFee: early === undefined ? '0.0' : fourDecimals(amountIn(early, 'USD')),
  });
}

function prices(premium: PremiumName | undefined, icannFee: string): Record<string, string> {
  const priceOf = (operation: PricedOperation): string =>
    premium === undefined ? '0' : fourDecimals(amountIn(premium.prices[operation], 'USD'));
  return {
    IsPremiumName: lower(premium !== undefined),
    PremiumRegistrationPrice: priceOf('registerDomain'),
    PremiumRenewalPrice: priceOf('renewDomain'),
    PremiumRestorePrice: priceOf('restoreDomain'),
    PremiumTransferPrice: priceOf('transferDomain'),
    IcannFee: icannFee,
  };
}

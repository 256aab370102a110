import {
  isWorldRefusal,
  type RefusalReason,
  type WorldTransferReceipt,
} from '@registrar-kit/testing';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { objectReference } from '../sent-zone.js';
import { wordsOf } from '../transfer-words.js';
import { twoDecimals } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';
import { orderFaultOf } from './order-faults.js';
import { promotionFault } from './price-claim.js';

export const domainsTransferCreate: SimulatedCommand = {
  name: 'namecheap.domains.transfer.create',
  operations: ['transferDomain'],
  domains: wholeName,
  run,
};

/** Takes the order and the money whatever stands in the way; that it fails is told by its status, later. */
function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [domain] = wholeName(parameters);
  if (domain === undefined || parameters.get('Years') !== '1') return refused(objectReference, '');
  const promotion = promotionFault(parameters);
  if (promotion !== undefined) return refused(promotion, domain);
  const tld = world.tldOf(domain);
  if (tld === undefined) return refused(badEnding, domain);
  if (world.premiumOf(domain) !== undefined) return refused(premium, domain);
  const authCode = authCodeIn(parameters.get('EPPCode'));
  try {
    const receipt = world.transfers.start({
      account: caller.owner.id,
      domain,
      ...(authCode === '' ? {} : { authCode }),
      privacy: /^yes$/i.test(parameters.get('WGenable')) && tld.supportsPrivacy,
      currency: 'USD',
      failLater: true,
    });
    return succeed(toResult(receipt));
  } catch (error) {
    if (!isWorldRefusal(error)) throw error;
    return refused(toFault(error.reason), domain);
  }
}

/** In plain words special characters get lost on the way, which is why there is another form. */
function authCodeIn(code: string): string {
  const [, encoded] = /^base64:(.*)$/s.exec(code) ?? [];
  return encoded === undefined
    ? code.replace(/[^\w.-]/g, '')
    : Buffer.from(encoded, 'base64').toString('utf8');
}

function toResult({ transfer, entry }: WorldTransferReceipt): XmlNode {
  return node('DomainTransferCreateResult', {
    DomainName: transfer.domain,
    Transfer: 'true',
    TransferID: String(transfer.id),
    StatusID: wordsOf(transfer).statusId,
    OrderID: String(entry.id),
    TransactionID: String(entry.id + 356_000),
    // Two decimals, where other orders have four.
    ChargedAmount: twoDecimals(entry.amount),
    StatusCode: '',
  });
}

function refused({ number, text }: CommandError, domain: string): CommandAnswer {
  return fail(
    number,
    text,
    node('DomainTransferCreateResult', {
      DomainName: domain,
      Transfer: 'false',
      TransferID: '0',
      StatusID: '0',
      OrderID: '0',
      TransactionID: '0',
      ChargedAmount: '0',
      StatusCode: '',
    }),
  );
}

const badEnding: CommandError = { number: '2011280', text: 'TLD is not valid' };

/** Premium names cannot be transferred; at which step the vendor says so is not known. */
const premium: CommandError = {
  number: '2528166',
  text: 'Order creation failed: premium domains cannot be transferred',
};

function toFault(reason: RefusalReason): CommandError {
  if (reason.kind !== 'not_transferable') return orderFaultOf(reason);
  return reason.obstacle === 'already_started'
    ? // No number is documented for it.
      { number: '2528166', text: 'Order creation failed: a transfer is already in progress' }
    : { number: '2030280', text: `TLD is not supported in API: ${reason.domain}` };
}

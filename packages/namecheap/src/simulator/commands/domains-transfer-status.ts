import type { RegistryWorld, WorldTransfer } from '@registrar-kit/testing';
import { askWorld } from '../ask-world.js';
import type { CommandRequest, SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import type { CommandParameters } from '../command-parameters.js';
import { objectReference } from '../sent-zone.js';
import { wordsOf } from '../transfer-words.js';
import { never, paddedDay } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';

export const domainsTransferGetStatus: SimulatedCommand = {
  name: 'namecheap.domains.transfer.getStatus',
  operations: ['getTransfer'],
  domains: domainOfTransfer,
  run: readStatus,
};

export const domainsTransferUpdateStatus: SimulatedCommand = {
  name: 'namecheap.domains.transfer.updateStatus',
  operations: ['resubmitTransfer'],
  domains: domainOfTransfer,
  run: resubmit,
};

function domainOfTransfer(parameters: CommandParameters, world: RegistryWorld): readonly string[] {
  const id = parameters.number('TransferID');
  return world
    .toJSON()
    .transfers.flatMap((transfer) => (transfer.id === id ? transfer.domain : []));
}

/** The transfer that is asked for, where it is one of the account's. */
function transferIn({ world, caller, parameters }: CommandRequest): WorldTransfer | CommandError {
  const id = parameters.number('TransferID');
  if (id === undefined) return objectReference;
  const transfer = world.transfers.find(id);
  return transfer?.account === caller.owner.id
    ? transfer
    : { number: '4019329', text: 'Transfer ID is not available' };
}

function readStatus(request: CommandRequest): CommandAnswer {
  const transfer = transferIn(request);
  if ('number' in transfer) {
    const { iso } = never;
    const zeros = { TransferID: '0', Status: '', StatusID: '0', StatusDate: iso };
    return failWith(
      [transfer],
      node('DomainTransferGetStatusResult', { ...zeros, TransferOrderDate: iso }),
    );
  }
  const { statusId, status } = wordsOf(transfer);
  return succeed(
    node('DomainTransferGetStatusResult', {
      TransferID: String(transfer.id),
      Status: status,
      StatusID: statusId,
      StatusDate: paddedDay(transfer.changedAt),
      TransferOrderDate: paddedDay(transfer.startedAt),
    }),
  );
}

function resubmit(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const answer = (id: string, done: boolean): XmlNode =>
    node('DomainTransferUpdateStatusResult', { TransferID: id, Resubmit: String(done) });
  if (parameters.get('Resubmit').toLowerCase() !== 'true')
    return failWith(
      [{ number: '2010293', text: 'Parameter Action is Missing' }],
      answer('0', false),
    );
  const transfer = transferIn(request);
  if ('number' in transfer) return failWith([transfer], answer('0', false));
  const { reason } = askWorld(() => world.transfers.resubmit(caller.owner.id, transfer.id));
  // No number is documented for a transfer that goes on or has arrived: the flag says no.
  return succeed(answer(String(transfer.id), reason === undefined));
}

import type { TransferOrder, WorldTransfer } from '@registrar-kit/testing';
import { withoutMissing, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer } from '../command-answer.js';
import { noPaging, pageIn, pageSizeError, paging, rowsOn } from '../list-pages.js';
import { listedStages, wordsOf } from '../transfer-words.js';
import { paddedDay } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';

export const domainsTransferGetList: SimulatedCommand = {
  name: 'namecheap.domains.transfer.getList',
  operations: ['listTransfers', 'getTransfer'],
  domains: () => [],
  run,
};

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const page = pageIn(parameters, { min: 10, max: 100, usual: 10 });
  if (page === undefined) return failWith([pageSizeError], node('TransferGetListResult'), noPaging);
  const stage = listedStages[parameters.get('ListType').toUpperCase()];
  const { items } = world.transfers.list(caller.owner.id, {
    search: parameters.get('SearchTerm'),
    ...(stage === undefined ? {} : { stage }),
    ...orderOf(parameters.get('SortBy')),
  });
  const rows = withoutMissing(rowsOn(page, items), request, ({ domain }) => domain);
  return succeed(node('TransferGetListResult', {}, rows.map(toRow)), paging(items.length, page));
}

function orderOf(sortBy: string): { sortBy: TransferOrder; descending: boolean } {
  const [field, direction] = sortBy.toUpperCase().split('_');
  const orders: Readonly<Record<string, TransferOrder>> = {
    DOMAINNAME: 'name',
    TRANSFERDATE: 'started',
    STATUSDATE: 'changed',
  };
  return { sortBy: orders[field ?? ''] ?? 'id', descending: direction === 'DESC' };
}

function toRow(transfer: WorldTransfer): XmlNode {
  const { statusId, status, description } = wordsOf(transfer);
  return node('Transfer', {
    ID: String(transfer.id),
    DomainName: transfer.domain,
    User: transfer.account,
    TransferDate: paddedDay(transfer.startedAt),
    // Empty as long as the order is open.
    OrderID: transfer.stage === 'done' ? String(transfer.entryId) : '',
    StatusID: statusId,
    Status: status,
    StatusDate: paddedDay(transfer.changedAt),
    StatusDescription: description,
  });
}

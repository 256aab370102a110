import { isHere, usesFreeDns } from '../account-domain.js';
import { withoutMissing, type CommandRequest, type SimulatedCommand } from '../command.js';
import { fail, failWith, succeed, type CommandAnswer } from '../command-answer.js';
import { noPaging, pageIn, pageSizeError, paging, rowsOn } from '../list-pages.js';
import { subscriptionIdOf } from '../privacy-subscription.js';
import { paddedDate } from '../vendor-text.js';
import { node } from '../xml-writer.js';

export const whoisguardGetList: SimulatedCommand = {
  name: 'namecheap.whoisguard.getlist',
  operations: ['getPrivacy'],
  domains: () => [],
  run,
};

/** Every subscription of this world is linked to a domain: none is free, and none was thrown away. */
const listTypes: ReadonlyMap<string, 'linked' | 'none'> = new Map([
  ['', 'linked'],
  ['ALL', 'linked'],
  ['ALLOTED', 'linked'],
  ['FREE', 'none'],
  ['DISCARD', 'none'],
]);

function run(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const wanted = listTypes.get(parameters.get('ListType').toUpperCase());
  if (wanted === undefined)
    return fail(
      '2011272',
      'Parameter ListType is Invalid',
      node('WhoisguardGetListResult'),
      noPaging,
    );
  const page = pageIn(parameters, { min: 2, max: 100, usual: 20 });
  if (page === undefined)
    return failWith([pageSizeError], node('WhoisguardGetListResult'), noPaging);
  const { items } = world.domainsOf(caller.owner.id, { sortBy: 'id' });
  const linked = items.flatMap((domain) => {
    const id = subscriptionIdOf(domain, world);
    const isShown = id !== undefined && isHere(domain) && !usesFreeDns(domain, world);
    return isShown ? [{ id, domain }] : [];
  });
  const listed = wanted === 'none' ? [] : linked;
  const rows = withoutMissing(rowsOn(page, listed), request, ({ domain }) => domain.domain);
  return succeed(
    node(
      'WhoisguardGetListResult',
      {},
      rows.map(({ id, domain }) =>
        node('Whoisguard', {
          ID: String(id),
          DomainName: domain.domain,
          Created: paddedDate(domain.registeredOn),
          Expires: paddedDate(domain.expiresOn),
          Status: domain.privacy ? 'ENABLED' : 'DISABLED',
        }),
      ),
    ),
    paging(listed.length, page),
  );
}

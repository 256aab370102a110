import { notAssociated, owned, standingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import { wholeName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { lower } from '../vendor-text.js';
import { node } from '../xml-writer.js';

export const domainsGetRegistrarLock: SimulatedCommand = {
  name: 'namecheap.domains.getRegistrarLock',
  operations: ['getLock'],
  domains: wholeName,
  run: readLock,
};

export const domainsSetRegistrarLock: SimulatedCommand = {
  name: 'namecheap.domains.setRegistrarLock',
  operations: ['setLock'],
  domains: wholeName,
  run: writeLock,
};

/** Seen for reading; writing is taken to answer the same. */
const noLock: CommandError = { number: '3031510', text: 'Failed to get Registrar Lock Status' };

function readLock(request: CommandRequest): CommandAnswer {
  const [name = ''] = wholeName(request.parameters);
  const { domain, refusal } = owned(standingOf(name, request), notAssociated(name));
  if (refusal !== undefined) return unread(refusal);
  if (request.world.tldOf(name)?.supportsLock === false) return unread(noLock);
  return succeed(
    node('DomainGetRegistrarLockResult', {
      Domain: domain.domain,
      RegistrarLockStatus: lower(domain.locked),
    }),
  );
}

/** These attributes were seen beside errors only. */
const statuses = ['IsClientUpdateProhibited', 'IsClientDeleteProhibited', 'IsClientHold'];

function unread(error: CommandError): CommandAnswer {
  return failWith(
    [error],
    node('DomainGetRegistrarLockResult', {
      Domain: '',
      RegistrarLockStatus: '',
      ...Object.fromEntries(statuses.map((status) => [status, ''])),
    }),
  );
}

function writeLock(request: CommandRequest): CommandAnswer {
  const { world, caller, parameters } = request;
  const [name = ''] = wholeName(parameters);
  const action = parameters.has('LockAction') ? parameters.get('LockAction').toUpperCase() : 'LOCK';
  if (action !== 'LOCK' && action !== 'UNLOCK')
    return unwritten({ number: '2015278', text: 'Invalid data for LockAction' });
  const { refusal } = owned(standingOf(name, request), notAssociated(name));
  if (refusal !== undefined) return unwritten(refusal);
  const { reason } = askWorld(() => world.setLock(caller.owner.id, name, action === 'LOCK'));
  if (reason === undefined)
    return succeed(node('DomainSetRegistrarLockResult', { Domain: name, IsSuccess: 'true' }));
  return unwritten(reason.kind === 'lock_not_supported' ? noLock : prohibited);
}

function unwritten(error: CommandError): CommandAnswer {
  return failWith(
    [error],
    node('DomainSetRegistrarLockResult', {
      Domain: '',
      IsSuccess: 'false',
      RegistrarLockStatus: '',
    }),
  );
}

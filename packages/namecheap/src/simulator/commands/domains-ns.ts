import { isIPv4 } from 'node:net';
import type { GlueHost, OperationName } from '@registrar-kit/core';
import type { RefusalReason } from '@registrar-kit/testing';
import { owned, standingOf } from '../account-domain.js';
import { askWorld, prohibited } from '../ask-world.js';
import { dividedName, type CommandRequest, type SimulatedCommand } from '../command.js';
import { failWith, succeed, type CommandAnswer, type CommandError } from '../command-answer.js';
import { node, textNode, type XmlNode } from '../xml-writer.js';

/** One of the commands about glue hosts. */
interface HostCommand {
  readonly name: string;
  readonly operation: OperationName;
  /** The result element. */
  readonly element: string;
  /** What the vendor calls it in texts. */
  readonly action: string;
  readonly act: (request: CommandRequest, host: NamedHost) => GlueHost | HostFault;
}

interface NamedHost {
  readonly domain: string;
  readonly nameserver: string;
}

/** What the registry says against it, with its own number where it has one. */
interface HostFault {
  readonly registryNumber: string;
  readonly text: string;
}

const update: HostCommand['act'] = ({ world, caller, parameters }, { domain, nameserver }) => {
  const [oldAddress, address] = [parameters.get('OldIP'), parameters.get('IP')];
  if (oldAddress === address) return fault('Original IP and New IP are the same');
  const wrong = addressFault(address);
  if (wrong !== undefined) return wrong;
  const account = caller.owner.id;
  const held = ask(() => world.hosts.get(account, domain, nameserver));
  if ('text' in held) return held;
  if (!held.addresses.includes(oldAddress)) return fault('Original IP does not exist');
  return ask(() => world.hosts.update(account, domain, nameserver, { addresses: [address] }));
};

function ask(act: () => GlueHost): GlueHost | HostFault {
  const { value, reason } = askWorld(act);
  return reason === undefined ? value : toFault(reason);
}

const commands: readonly HostCommand[] = [
  {
    name: 'create',
    operation: 'createHost',
    element: 'DomainNSCreateResult',
    action: 'registration',
    act: ({ world, caller, parameters }, { domain, nameserver }) => {
      const address = parameters.get('IP');
      return (
        addressFault(address) ??
        ask(() => world.hosts.create(caller.owner.id, domain, nameserver, [address]))
      );
    },
  },
  {
    name: 'delete',
    operation: 'deleteHost',
    element: 'DomainNSDeleteResult',
    action: 'deletion',
    act: ({ world, caller }, { domain, nameserver }) => {
      const account = caller.owner.id;
      return ask(() => {
        const host = world.hosts.get(account, domain, nameserver);
        world.hosts.delete(account, domain, nameserver);
        return host;
      });
    },
  },
  {
    name: 'getInfo',
    operation: 'getHost',
    element: 'DomainNSInfoResult',
    action: 'information',
    act: ({ world, caller }, { domain, nameserver }) =>
      ask(() => world.hosts.get(caller.owner.id, domain, nameserver)),
  },
  {
    name: 'update',
    operation: 'updateHost',
    element: 'DomainNSUpdateResult',
    action: 'modification',
    act: update,
  },
];

/** The commands of domains.ns.*. */
export const domainsNs: readonly SimulatedCommand[] = commands.map((command) => ({
  name: `namecheap.domains.ns.${command.name}`,
  operations: [command.operation],
  domains: dividedName,
  run: (request) => run(command, request),
}));

function run(command: HostCommand, request: CommandRequest): CommandAnswer {
  const { parameters } = request;
  const [name = ''] = dividedName(parameters);
  const { domain, refusal } = owned(standingOf(name, request));
  if (refusal !== undefined) return failWith([refusal], toSkeleton(command, ''));
  const host = { domain: domain.domain, nameserver: parameters.get('Nameserver') };
  const answer = command.act(request, host);
  if ('text' in answer) return refused(command, host, answer, request);
  return succeed(toResult(command, host, answer));
}

function toResult({ element }: HostCommand, host: NamedHost, { addresses }: GlueHost): XmlNode {
  const attributes = { Domain: host.domain, Nameserver: host.nameserver };
  const [address = ''] = addresses;
  switch (element) {
    case 'DomainNSInfoResult':
      return node(element, { ...attributes, IP: address }, [
        node('NameserverStatuses', {}, [textNode('Status', 'OK')]),
      ]);
    case 'DomainNSCreateResult':
      return node(element, { ...attributes, IP: address, IsSuccess: 'true' });
    default:
      return node(element, { ...attributes, IsSuccess: 'true' });
  }
}

/** The registry's own words stand on the result element as well, or there alone. */
function refused(
  command: HostCommand,
  host: NamedHost,
  { registryNumber, text }: HostFault,
  { quirks }: CommandRequest,
): CommandAnswer {
  const skeleton = toSkeleton(command, host.domain, {
    ErrorNo: registryNumber,
    Description: text,
  });
  if (quirks.hostFailures === 'result') return succeed(skeleton);
  const error: CommandError = {
    number: '3031510',
    text: `Nameserver ${command.action} failed due to error: ${text}`,
  };
  return failWith([error], skeleton);
}

function toSkeleton(
  { element }: HostCommand,
  domain: string,
  said: Readonly<Record<string, string>> = {},
): XmlNode {
  const flag = element === 'DomainNSInfoResult' ? { IP: '' } : { IsSuccess: 'false' };
  return node(element, { Domain: domain, Nameserver: '', ...flag, ...said });
}

/** Numbers and words of registries, as far as they were seen. */
const noSuchHost: HostFault = {
  registryNumber: '545',
  text: 'error 545: Entity reference not found; nameserver does not exist',
};
const hostInUse: HostFault = {
  registryNumber: '533',
  text: 'error 533: object association prohibits operation',
};

function toFault(reason: RefusalReason): HostFault {
  if (reason.kind === 'host_not_found') return noSuchHost;
  if (reason.kind === 'host_in_use') return hostInUse;
  if (reason.kind === 'host_exists') return fault('Nameserver already exists');
  if (reason.kind === 'invalid_host')
    return fault('Parameter value policy error;Nameserver does not belong to the domain');
  return fault(prohibited.text);
}

/** Where the registry gives no number of its own, the one of success was seen. */
function fault(text: string): HostFault {
  return { registryNumber: '200', text };
}

/** IPv4 only: the parameter has 15 characters. */
function addressFault(address: string): HostFault | undefined {
  if (!isIPv4(address))
    return fault(`Parameter value syntax error;IP address ${address} is not valid`);
  const [first = 0] = address.split('.').map(Number);
  const isReserved = first === 0 || first === 127 || first >= 224;
  return isReserved
    ? fault(`Parameter value policy error;IP address ${address} is reserved`)
    : undefined;
}

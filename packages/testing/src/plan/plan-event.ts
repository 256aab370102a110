import {
  operationNames,
  parseCalendarDate,
  parseDomainName,
  type Money,
  type OperationName,
} from '@registrar-kit/core';
import type { RegistryWorld } from '../world/registry-world.js';
import { faultNames, type FaultName, type WorldFault } from '../world/world-fault.js';
import type { SurpriseName, WorldSurprise } from '../world/world-surprise.js';
import { planNames, type PlanEntry, type PlanName, type PlanOptions } from './plan-options.js';

/** Whatever may stand beside a name. */
type AnyOptions = PlanOptions & {
  readonly delayMs?: number;
  readonly to?: Money;
  readonly until?: string;
};

/** With these it matters whether the order was executed, so they wait for one that changes something. */
const aboutCommits: readonly FaultName[] = [
  'answer-lost-before-commit',
  'answer-lost-after-commit',
  'commit-after-reconcile-read',
  'truncated-answer',
  'empty-answer',
];

const changingOperations: readonly OperationName[] = [
  'registerDomain',
  'renewDomain',
  'restoreDomain',
  'transferDomain',
  'deleteDomain',
  'resubmitTransfer',
  'cancelTransfer',
  'approveTransferOut',
  'rejectTransferOut',
  'setNameservers',
  'resetNameservers',
  'setLock',
  'setPrivacy',
  'setContacts',
  'setAutoRenew',
  'resendRegistrantVerification',
  'applyRecords',
  'setEmailForwards',
  'setUrlForward',
  'deleteUrlForward',
  'setDnssec',
  'createHost',
  'updateHost',
  'deleteHost',
];

/**
 * Plans something by name in a world.
 *
 * @throws Error for a name or an operation that does not exist, with those that do; InvalidInputError for a domain or a date that
 * is none
 */
export function planEvent(world: RegistryWorld, name: PlanName, options: AnyOptions = {}): void {
  if (!planNames.includes(name))
    throw new Error(`nothing is called "${name}"; choose from ${planNames.join(', ')}`);
  const { operation, domain, times, after } = options;
  if (operation !== undefined && !operationNames.includes(operation))
    throw new Error(
      `there is no operation "${operation}"; choose from ${operationNames.join(', ')}`,
    );
  const occasion = {
    ...(operation === undefined ? {} : { operation }),
    ...(domain === undefined ? {} : { domain: parseDomainName(domain) }),
    ...(times === undefined ? {} : { times: times === 'always' ? Number.MAX_SAFE_INTEGER : times }),
    ...(after === undefined ? {} : { after }),
  };
  if (isFault(name)) world.faults.add(toFault(name, options, occasion));
  else world.surprises.add(toSurprise(name, options, occasion));
}

/** Plans a list, as `mountSimulator` takes it. */
export function planEvents(world: RegistryWorld, entries: readonly PlanEntry[]): void {
  for (const entry of entries) {
    if (typeof entry === 'string') planEvent(world, entry);
    else planEvent(world, entry.name, entry);
  }
}

/** What was planned in a world and has not struck once, in words. */
export function unstruckEvents(world: RegistryWorld): readonly string[] {
  const faults = world.faults.unstruck().map(({ fault, ...place }) => inWords(fault, place));
  const surprises = world.surprises
    .unstruck()
    .map(({ surprise, ...place }) => inWords(surprise, place));
  return [...faults, ...surprises];
}

function inWords(
  name: PlanName,
  { operation, domain }: Pick<WorldFault, 'operation' | 'domain'>,
): string {
  const place = [typeof operation === 'string' ? operation : undefined, domain];
  const shown = place.filter((part) => part !== undefined);
  return shown.length === 0 ? name : `${name} (${shown.join(', ')})`;
}

function isFault(name: PlanName): name is FaultName {
  const known: readonly string[] = faultNames;
  return known.includes(name);
}

function toFault(fault: FaultName, { delayMs }: AnyOptions, occasion: object): WorldFault {
  return {
    fault,
    ...(aboutCommits.includes(fault) ? { operation: changingOperations } : {}),
    ...occasion,
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}

function toSurprise(
  surprise: SurpriseName,
  { to, until }: AnyOptions,
  occasion: object,
): WorldSurprise {
  switch (surprise) {
    case 'premium-price-changed':
    case 'listed-price-changed':
      return { ...occasion, surprise, ...(to === undefined ? {} : { to }) };
    case 'pending-until':
      // What is left out is refused as a date that is none.
      return { ...occasion, surprise, until: parseCalendarDate(until ?? '') };
    case 'name-taken':
    case 'balance-spent':
      return { ...occasion, surprise };
  }
}

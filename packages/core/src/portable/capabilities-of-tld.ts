import type { CapabilityTable, UnsupportedCapability } from '../driver/capabilities.js';
import type { OperationName } from '../operations/operation-map.js';
import type { Tld, YearRange } from '../operations/list-tlds.js';

/** The facts of an ending that rule out an operation when they are `false`. */
const needs: Readonly<Partial<Record<OperationName, { fact: keyof Tld; reason: string }>>> = {
  registerDomain: { fact: 'registrable', reason: 'cannot be registered through this provider' },
  renewDomain: { fact: 'renewable', reason: 'cannot be renewed through this provider' },
  transferDomain: { fact: 'transferable', reason: 'cannot be transferred to this provider' },
  getLock: { fact: 'supportsLock', reason: 'have no registrar lock' },
  setLock: { fact: 'supportsLock', reason: 'have no registrar lock' },
  getPrivacy: { fact: 'supportsPrivacy', reason: 'permit no privacy' },
  setPrivacy: { fact: 'supportsPrivacy', reason: 'permit no privacy' },
};

/** The table narrowed to one ending. What the list does not state stays as the provider's table has it. */
export function capabilitiesOfTld(
  table: CapabilityTable,
  tld: string,
  row: Tld | undefined,
): CapabilityTable {
  if (row === undefined) {
    const reason = `the provider does not list .${tld} among its endings`;
    const unsold: UnsupportedCapability = {
      support: 'unsupported',
      reason,
      alternative: 'choose an ending of listTlds',
    };
    return { ...table, registerDomain: unsold, transferDomain: unsold };
  }
  const narrowed: Partial<Record<OperationName, unknown>> = {};
  for (const [operation, { fact, reason }] of Object.entries(needs)) {
    const name = operation as OperationName;
    const { support } = table[name];
    if (support === 'unsupported' || row[fact] === undefined) continue;
    if (row[fact] === false)
      narrowed[name] = { support: 'unsupported', reason: `.${tld} names ${reason}` };
    else if (support === 'conditional' && table[name].on === 'tld')
      narrowed[name] = { ...withoutCondition(table[name]), support: 'supported' };
  }
  for (const [name, years] of [
    ['registerDomain', row.registrationYears],
    ['renewDomain', row.renewalYears],
  ] as const)
    narrowed[name] = withYears(narrowed[name] ?? table[name], years);
  return { ...table, ...narrowed } as CapabilityTable;
}

function withoutCondition(capability: object): object {
  const plain = Object.entries(capability).filter(([field]) => field !== 'on' && field !== 'note');
  return Object.fromEntries(plain);
}

function withYears(capability: unknown, years: YearRange | undefined): unknown {
  const stated = capability as { readonly maxYears?: number };
  if (years === undefined || stated.maxYears === undefined) return capability;
  return { ...stated, maxYears: Math.min(stated.maxYears, years.max) };
}

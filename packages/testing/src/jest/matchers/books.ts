import { addMoney, formatMoney, type Money } from '@registrar-kit/core';
import type { LedgerEntry } from '../../world/ledger.js';

/** A double's call, as far as messages tell of it: never its contacts or codes. */
export interface CallLine {
  readonly operation: string;
  readonly within: string | undefined;
  readonly domains: readonly string[];
}

/** What was bought from a double. @throws Error for a value without a ledger */
export function ledgerOf(received: unknown, matcher: string): readonly LedgerEntry[] {
  const { ledger, world } = fieldsOf(received);
  if (Array.isArray(ledger)) return ledger as readonly LedgerEntry[];
  if (typeof ledger === 'function')
    return Reflect.apply(ledger, received, []) as readonly LedgerEntry[];
  if (world !== undefined) return ledgerOf(world, matcher);
  throw new Error(
    `${matcher} looks at what was really bought, so it wants a FakeRegistrar, a mounted simulator or a RegistryWorld; it was given ${nameOf(received)}. Where a program holds a registrar made by createRegistrar, give the fake that stands behind it.`,
  );
}

/** What a double was asked for; `undefined` where it keeps no record. */
export function callsOf(received: unknown): readonly CallLine[] | undefined {
  const { calls } = fieldsOf(received);
  return Array.isArray(calls) ? calls.map(lineOf) : undefined;
}

/** What was bought and asked for, in lines for a message. */
export function printBooks(received: unknown, ledger: readonly LedgerEntry[]): string {
  const calls = callsOf(received);
  return [printLedger(ledger), ...(calls === undefined ? [] : [printCalls(calls)])].join('\n\n');
}

function printLedger(ledger: readonly LedgerEntry[]): string {
  if (ledger.length === 0) return 'Ledger: empty, nothing was charged';
  const total = totalsOf(ledger).map(formatMoney).join(' and ');
  const lines = ledger.map(
    ({ kind, domain, years, amount, at }) =>
      `  ${kind} ${domain}, ${counted(years, 'year')}, ${formatMoney(amount)}, ${at.slice(0, 10)}`,
  );
  return [`Ledger: ${total} in all`, ...lines].join('\n');
}

const mostCalls = 30;

export function printCalls(calls: readonly CallLine[]): string {
  if (calls.length === 0) return 'Calls: none';
  const lines = calls.slice(-mostCalls).map(({ operation, within, domains }) => {
    const part = within === undefined || within === operation ? '' : ` (within ${within})`;
    const [first = '', ...others] = domains;
    const more = others.length === 0 ? '' : ` and ${counted(others.length, 'other')}`;
    return `  ${[operation, first].join(' ').trimEnd()}${more}${part}`;
  });
  const left = calls.length - lines.length;
  const earlier = left === 0 ? [] : [`  … ${String(left)} earlier`];
  return [`Calls: ${String(calls.length)}`, ...earlier, ...lines].join('\n');
}

/** The sum of what was charged, for each currency. */
export function totalsOf(ledger: readonly LedgerEntry[]): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const { amount } of ledger) {
    const sum = sums.get(amount.currency);
    sums.set(amount.currency, sum === undefined ? amount : addMoney(sum, amount));
  }
  return [...sums.values()];
}

/** `1 year`, `2 years`. */
export function counted(count: number, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? '' : 's'}`;
}

export function nameOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  return `an object of ${value.constructor.name}`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** Of a fake's call, which has an input, or of a stub's, which has arguments. */
function lineOf(call: unknown): CallLine {
  const { operation, within, input, given } = fieldsOf(call);
  const subject: unknown = Array.isArray(given) ? given[0] : input;
  return {
    operation: String(operation),
    within: typeof within === 'string' ? within : undefined,
    domains: domainsIn(subject),
  };
}

function domainsIn(input: unknown): readonly string[] {
  if (typeof input === 'string') return [input];
  if (Array.isArray(input)) return input.filter((item) => typeof item === 'string');
  const { domain, domains } = fieldsOf(input);
  return domainsIn(domain ?? domains ?? []);
}

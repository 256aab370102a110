import { isRegistrarError, type OperationName, type Registrar } from '@registrar-kit/core';
import { checkError, checkEvents } from '../checks/check-error.js';
import { checkValue } from '../checks/check-value.js';
import { isPolluted } from '../checks/prototypes.js';
import { askSimulator, isWriting, targetOf } from '../replies/exchange.js';
import type { Ending } from '../replies/play-scene.js';
import { firstPages } from '../scenes/scene.js';
import { openShop, type Shop } from '../shop.js';
import type { MemoryWire } from '../wire/memory-wire.js';
import { noReply } from '../wire/wire-reply.js';
import { entranceOf, isEntrance, type EntranceName } from './entrances.js';
import type { InputCase } from './input-case.js';
import { plainInputs, plainOptions, plainPaidOptions } from './plain-inputs.js';
import { freezeDeep, spoil } from './spoil.js';

/** What a case came to. */
export interface InputRun {
  readonly target: InputCase['target'];
  readonly outcome: string;
  readonly cpuMs: number;
  readonly findings: readonly string[];
}

const quickMs = 1000;
const measurings = 3;

/** Calls with what nobody should give. */
export async function runInputCase(wire: MemoryWire, inputCase: InputCase): Promise<InputRun> {
  let run = await callOnce(wire, inputCase);
  for (let again = 1; again < measurings && run.cpuMs > quickMs; again += 1) {
    const other = await callOnce(wire, inputCase);
    if (other.cpuMs < run.cpuMs) run = other;
  }
  if (run.cpuMs <= quickMs) return run;
  return { ...run, findings: [...run.findings, `took ${run.cpuMs.toFixed(0)} ms of CPU`] };
}

/** What left the process while a case ran. */
interface Sent {
  readonly all: string[];
  readonly writes: string[];
}

async function callOnce(wire: MemoryWire, inputCase: InputCase): Promise<InputRun> {
  const { provider, target } = inputCase;
  const shop = openShop(provider);
  const sent: Sent = { all: [], writes: [] };
  wire.serve(async (request) => {
    shop.clock.stir();
    const name = targetOf(provider, request);
    sent.all.push(name);
    if (isWriting(provider, name)) sent.writes.push(name);
    return askSimulator(shop, request).catch(() => noReply);
  });
  const call = isEntrance(target)
    ? entering(target, inputCase, shop)
    : calling(target, inputCase, shop);
  const { user, system } = process.cpuUsage();
  const ending = await shop.clock.during(call);
  const after = process.cpuUsage({ user, system });
  const findings = isEntrance(target)
    ? checkEntrance(target, ending)
    : checkCall(target, ending, shop, sent);
  return {
    target,
    outcome: outcomeOf(ending),
    cpuMs: (after.user + after.system) / 1000,
    findings: [...findings, ...(isPolluted() ? ['a prototype has changed'] : [])],
  };
}

/** How a call began, beside how it ended: what throws before there is a promise escapes `.catch`. */
type CallEnding = Ending & { readonly atOnce?: true };

function entering(
  name: EntranceName,
  { spoiling }: InputCase,
  shop: Shop,
): () => Promise<CallEnding> {
  const entrance = entranceOf(name);
  const given = spoil(entrance.sound(shop), spoiling);
  return () => endingOf(() => entrance.enter(given, shop));
}

function calling(
  operation: OperationName,
  { spoils, spoiling }: InputCase,
  { registrar }: Shop,
): () => Promise<CallEnding> {
  const isPaid = ['registerDomain', 'renewDomain', 'restoreDomain', 'transferDomain'].includes(
    operation,
  );
  const sound = plainInputs[operation];
  const soundOptions = isPaid ? plainPaidOptions : plainOptions;
  const hasInput = sound !== undefined;
  const spoilsInput = hasInput && spoils === 'input';
  const input = spoilsInput ? spoil(sound, spoiling) : structuredClone(sound);
  const options = spoilsInput ? { timeoutMs: 60_000 } : spoil(soundOptions, spoiling);
  freezeDeep(input);
  freezeDeep(options);
  const call = (...given: readonly unknown[]): unknown =>
    Reflect.apply(Reflect.get(registrar, operation), registrar, given);
  return () => endingOf(() => settle(operation, hasInput ? call(input, options) : call(options)));
}

async function endingOf(act: () => unknown): Promise<CallEnding> {
  let begun: unknown;
  try {
    begun = act();
  } catch (thrown) {
    return { kind: 'thrown', thrown, atOnce: true };
  }
  try {
    return { kind: 'value', value: await begun };
  } catch (thrown) {
    return { kind: 'thrown', thrown };
  }
}

const lists: readonly OperationName[] = ['listTlds', 'listDomains', 'listTransfers'];

async function settle(operation: OperationName, answer: unknown): Promise<unknown> {
  if (lists.includes(operation)) return firstPages(answer as ReturnType<Registrar['listTlds']>);
  if (operation !== 'streamAvailability') return answer;
  const rows: unknown[] = [];
  for await (const row of answer as AsyncIterable<unknown>) {
    rows.push(row);
    if (rows.length === 60) break;
  }
  return rows;
}

function checkEntrance(name: EntranceName, ending: CallEnding): readonly string[] {
  if (ending.kind === 'value') return [];
  const { refuses } = entranceOf(name);
  const { thrown } = ending;
  if (!isRegistrarError(thrown))
    return [`${name} threw what is no RegistrarError: ${String(thrown)}`];
  const { provider, operation } = thrown;
  return [
    ...(refuses === thrown.code ? [] : [`${name} threw ${thrown.code}: ${thrown.message}`]),
    ...checkError(thrown, { provider, operations: [operation], hidesAll: true }),
    ...checkIssues(thrown),
  ];
}

function checkCall(
  operation: OperationName,
  ending: CallEnding,
  { provider, events, world }: Shop,
  sent: Sent,
): readonly string[] {
  const found = [...checkEvents(events, { hidesAll: true })];
  if (world.ledger().length > 1) found.push('paid more than once');
  if (ending.kind === 'value') return [...found, ...checkAnswer(operation, ending.value)];
  const { thrown } = ending;
  if (ending.atOnce === true && !lists.includes(operation) && operation !== 'streamAvailability')
    found.push('threw before there was a promise');
  found.push(...checkError(thrown, { provider, operations: [operation], hidesAll: true }));
  if (isRegistrarError(thrown, 'INVALID_INPUT')) {
    found.push(...checkIssues(thrown));
    // What the vendor refused was sent; what was refused here was not.
    if (thrown.vendor === undefined && sent.writes.length > 0)
      found.push(`invalid input, and ${sent.writes.join()} was sent`);
    if (thrown.vendor === undefined && sent.all.length > 0 && !looksFirst.includes(operation))
      found.push(`invalid input, and ${sent.all.join()} was sent: ${thrown.message}`);
  }
  return found;
}

/** Operations whose input is also held against what the vendor says, before anything is changed. */
const looksFirst: readonly OperationName[] = [
  'quote',
  'registerDomain',
  'renewDomain',
  'restoreDomain',
  'transferDomain',
  'planRecords',
  'applyRecords',
  'setContacts',
  'getTransfer',
  'resubmitTransfer',
  'setEmailForwards',
  'setUrlForward',
  'deleteUrlForward',
];

function checkAnswer(operation: OperationName, value: unknown): readonly string[] {
  const isDryRun = Object(value) as { readonly status?: unknown };
  return isDryRun.status === 'not_sent' ? [] : checkValue(operation, value);
}

/** Whoever gave it must hear where the fault is and what to do. */
function checkIssues(error: object): readonly string[] {
  const { issues } = error as { readonly issues?: unknown };
  if (!Array.isArray(issues) || issues.length === 0) return ['invalid input without an issue'];
  return issues.flatMap((issue: unknown) => {
    const { path, problem, cure } = Object(issue) as Readonly<Record<string, unknown>>;
    const words = [path, problem, cure];
    const isWhole = words.every((word) => typeof word === 'string' && word.trim() !== '');
    const isBounded = words.every((word) => String(word).length <= 600);
    return isWhole && isBounded
      ? []
      : [`an issue is not fit to show: ${JSON.stringify(issue).slice(0, 300)}`];
  });
}

function outcomeOf(ending: CallEnding): string {
  if (ending.kind === 'value') return 'value';
  return isRegistrarError(ending.thrown) ? ending.thrown.code : 'foreign error';
}

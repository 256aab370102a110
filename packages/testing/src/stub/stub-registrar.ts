import {
  isRegistrarError,
  operationNames,
  type AccountScope,
  type CapabilityTable,
  type Environment,
  type OperationName,
  type Registrar,
} from '@registrar-kit/core';
import { fakeCapabilities } from '../fake/fake-capabilities.js';
import type { StubAnswers, StubParameters } from './stub-answers.js';
import { stubList } from './stub-list.js';
import { stubStream } from './stub-stream.js';

/** A call that a stub was asked for, answered or not. */
export type StubCall = {
  [Operation in OperationName]: {
    readonly operation: Operation;
    /** The arguments: the input, where the operation has one, and the options. */
    readonly given: StubParameters<Operation>;
  };
}[OperationName];

/** What a stub says of itself. */
export interface StubOptions {
  /** @defaultValue 'stub' */
  readonly provider?: string;
  /** @defaultValue 'test' */
  readonly environment?: Environment;
  /** @defaultValue fakeCapabilities, which offers everything */
  readonly capabilities?: CapabilityTable;
}

/** A registrar that gives the answers it was told, and nothing else. */
export interface StubRegistrar extends Registrar {
  /** What it was asked for, the oldest first. */
  readonly calls: readonly StubCall[];
}

/**
 * A registrar for tests that want one answer: each operation answers with a value, an error to throw, or what a function makes
 * of its arguments; for a list an array is enough. There is no world, no journal and no check of the input behind it.
 *
 * Whatever was not given an answer fails with an Error, not a RegistrarError, that says what to add.
 */
export function stubRegistrar(answers: StubAnswers, options: StubOptions = {}): StubRegistrar {
  const { provider = 'stub', environment = 'test', capabilities = fakeCapabilities } = options;
  const unknown = Object.keys(answers).filter((name) => !isOperation(name));
  if (unknown.length > 0)
    throw new Error(`there is no operation "${unknown.join('", "')}" to stub`);
  const calls: StubCall[] = [];
  const scope: AccountScope = { provider, host: 'stub-registrar.example', account: 'stub' };
  const methods = operationNames.map((operation): [OperationName, Method] => [
    operation,
    (...given) => {
      // Which arguments belong to which operation is tied by the types of the registrar.
      calls.push({ operation, given } as StubCall);
      const answer = (): unknown => answerOf(answers, operation, given);
      if (operation === 'streamAvailability') return stubStream(stubList(answer), given);
      return lists.includes(operation) ? stubList(answer) : settled(answer);
    },
  ]);
  const described = { provider, environment, scope, capabilities, simulated: true, calls };
  return { ...described, ...(Object.fromEntries(methods) as Methods) };
}

type Method = (...given: readonly unknown[]) => unknown;
type Methods = Pick<Registrar, OperationName>;

const lists: readonly OperationName[] = ['listTlds', 'listDomains', 'listTransfers'];

function isOperation(name: string): name is OperationName {
  const known: readonly string[] = operationNames;
  return known.includes(name);
}

async function settled(answer: () => unknown): Promise<unknown> {
  const value = await answer();
  if (isRegistrarError(value)) throw value;
  return value;
}

function answerOf(
  answers: StubAnswers,
  operation: OperationName,
  given: readonly unknown[],
): unknown {
  if (!Object.hasOwn(answers, operation)) throw new Error(unanswered(answers, operation, given));
  const answer: unknown = answers[operation];
  return typeof answer === 'function' ? (answer as Method)(...given) : answer;
}

function unanswered(
  answers: StubAnswers,
  operation: OperationName,
  [input]: readonly unknown[],
): string {
  const known = Object.keys(answers).join(', ');
  const has = known === '' ? 'it has no answers at all' : `it answers only: ${known}`;
  return `the stub registrar was asked for ${operation}${subjectOf(input)} and has no answer; add ${operation} to stubRegistrar({ … }) (${has})`;
}

/** The domain, where the input names one; nothing else of it, since it may hold contacts. */
function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null || !('domain' in input)) return '';
  return typeof input.domain === 'string' ? ` (${input.domain})` : '';
}

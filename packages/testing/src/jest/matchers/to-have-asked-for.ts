import { operationNames, type OperationName } from '@registrar-kit/core';
import { withoutRequest } from '../../fake/without-request.js';
import { callsOf, counted, nameOf, printCalls, type CallLine } from './books.js';
import type { MatcherContext, MatcherResult } from './matcher.js';

/** Which calls are meant. */
export interface CallDetails {
  /** The domain that it was about. @defaultValue any */
  readonly domain?: string;
  /** How many requests it came to. @defaultValue one or more */
  readonly times?: number;
}

const name = 'toHaveAskedFor';

/** Whether a FakeRegistrar or a stub was asked for an operation, however it answered. With `.not` it means: not once. */
export function toHaveAskedFor(
  this: MatcherContext,
  received: unknown,
  operation: OperationName,
  { domain, times }: CallDetails = {},
): MatcherResult {
  const calls = callsOf(received);
  if (calls === undefined)
    throw new Error(
      `${name} looks at the calls of a FakeRegistrar or of a stub; it was given ${nameOf(received)}`,
    );
  if (!operationNames.includes(operation))
    throw new Error(`there is no operation "${operation}"; ${name} would prove nothing`);
  const found = calls.filter((call) => isMeant(call, operation, domain));
  const isNot = this.isNot === true;
  return {
    pass: isNot || times === undefined ? found.length > 0 : found.length === times,
    message: () =>
      [
        `expect(registrar)${isNot ? '.not' : ''}.${name}('${operation}')`,
        '',
        `Expected: ${[operation, domain].join(' ').trimEnd()}, ${isNot ? 'never' : times === undefined ? 'at least once' : counted(times, 'time')}`,
        `Received: ${counted(found.length, 'time')}`,
        '',
        printCalls(calls),
      ].join('\n'),
  };
}

function isMeant(call: CallLine, operation: OperationName, domain: string | undefined): boolean {
  // Some operations send no request of their own name; others read before they do.
  const named = withoutRequest.includes(operation) ? call.within : call.operation;
  if (named !== operation && call.operation !== operation) return false;
  const domains = call.domains.map((known) => known.toLowerCase());
  return domain === undefined || domains.includes(domain.toLowerCase());
}

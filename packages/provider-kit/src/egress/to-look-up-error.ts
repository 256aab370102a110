import {
  ConfigurationError,
  TransportError,
  type CallContext,
  type DiagnosisCause,
} from '@registrar-kit/core';
import type { EgressAnswer, EgressReading } from './egress-reading.js';

const cure = 'set clientIp to the public IPv4 address from which the server reaches the internet';

/** They say that the service itself is no use, whatever the network does. */
const fruitless: readonly (DiagnosisCause | undefined)[] = [
  'unexpected_answer',
  'configuration_invalid',
];

/** Why the echo services told no address, naming each. Nothing was sent to the registrar. */
export function toLookUpError(
  { answers }: EgressReading,
  call: CallContext,
): ConfigurationError | TransportError {
  if (answers.some(({ address }) => address !== undefined))
    return useless(`the echo services name different addresses (${listed(answers)})`, call);
  if (answers.every(({ cause }) => fruitless.includes(cause)))
    return useless(`no echo service names an address (${listed(answers)})`, call);
  const causes = new Set(
    answers.flatMap(({ cause }) =>
      cause === undefined || fruitless.includes(cause) ? [] : [cause],
    ),
  );
  return new TransportError({
    ...call.origin,
    detail: `the address of this server could not be looked up (${listed(answers)}); nothing was sent to the registrar; ${cure} to do without`,
    phase: 'not_sent',
    causes: [...causes],
  });
}

function useless(problem: string, call: CallContext): ConfigurationError {
  return new ConfigurationError({
    ...call.origin,
    issues: [{ path: 'clientIp.detect', problem, cure }],
  });
}

function listed(answers: readonly EgressAnswer[]): string {
  return answers
    .map(({ service, address, error }) => `${service}: ${address ?? error ?? 'nothing'}`)
    .join('; ');
}

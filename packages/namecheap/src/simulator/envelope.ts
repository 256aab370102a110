import type { Environment } from '@registrar-kit/core';
import type { SimulatorResponse } from '@registrar-kit/testing';
import type { CommandAnswer, CommandError } from './command-answer.js';
import { node, textNode, writeXml } from './xml-writer.js';

/** Everything is answered with HTTP 200, errors included. */
export function toResponse(body: string): SimulatorResponse & { readonly kind: 'reply' } {
  return {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'private' },
    body,
  };
}

/** The answer of a command, with the vendor's spelling of its name. */
export function writeAnswer(
  answer: CommandAnswer,
  command: string,
  environment: Environment,
): string {
  return envelope(environment, answer.errors, command, [
    node('CommandResponse', { Type: command }, answer.results),
  ]);
}

/** An error of the gate: no result, and the command is not named. */
export function writeGateError(error: CommandError, environment: Environment): string {
  return envelope(environment, [error], '', []);
}

function envelope(
  environment: Environment,
  errors: readonly CommandError[],
  command: string,
  results: readonly ReturnType<typeof node>[],
): string {
  return writeXml(
    node(
      'ApiResponse',
      {
        Status: errors.length === 0 ? 'OK' : 'ERROR',
        xmlns: 'http://api.namecheap.com/xml.response',
      },
      [
        node(
          'Errors',
          {},
          errors.map(({ number, text }) => ({ ...node('Error', { Number: number }), text })),
        ),
        node('Warnings'),
        // Echoed in lower case, whatever the case of the request.
        textNode('RequestedCommand', command.toLowerCase()),
        ...results,
        textNode('Server', environment === 'live' ? 'PHX01APIEXT01' : 'PHX01SBAPIEXT01'),
        // Malformed at the vendor, too.
        textNode('GMTTimeDifference', '--5:00'),
        textNode('ExecutionTime', '0.031'),
      ],
    ),
  );
}

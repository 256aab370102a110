import type { Environment } from '@registrar-kit/core';
import type { SimulatorResponse } from '@registrar-kit/testing';
import type { CommandAnswer, CommandError } from './command-answer.js';
import { inDocumentedSpelling } from './documented-spelling.js';
import type { NamecheapQuirks } from './namecheap-quirks.js';
import { node, textNode, writeXml, type XmlNode } from './xml-writer.js';

/** Whose answers these are, and how it writes them. */
export interface Stationery {
  readonly environment: Environment;
  readonly quirks: NamecheapQuirks;
}

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
  { errors, results, hollow }: CommandAnswer,
  command: string,
  stationery: Stationery,
): string {
  const { skeletons, spelling } = stationery.quirks;
  const shown = hollow && !skeletons ? [] : results;
  const spelt = spelling === 'live' ? shown : shown.map(inDocumentedSpelling);
  return envelope(stationery, errors, command, [node('CommandResponse', { Type: command }, spelt)]);
}

/** An error of the gate: no result, and the command is not named. */
export function writeGateError(error: CommandError, stationery: Stationery): string {
  return envelope(stationery, [error], '', []);
}

const namespaces = {
  http: 'http://api.namecheap.com/xml.response',
  https: 'https://api.namecheap.com/xml.response',
  none: undefined,
};

function envelope(
  { environment, quirks }: Stationery,
  errors: readonly CommandError[],
  command: string,
  results: readonly XmlNode[],
): string {
  const { declaration, namespace, emptyWarnings, requestedCommand } = quirks;
  const echoed = requestedCommand === 'lower-case' ? command.toLowerCase() : command;
  return writeXml(
    node(
      'ApiResponse',
      { Status: errors.length === 0 ? 'OK' : 'ERROR', xmlns: namespaces[namespace] },
      [
        node(
          'Errors',
          {},
          errors.map(({ number, text }) => ({ ...node('Error', { Number: number }), text })),
        ),
        emptyWarnings ? node('Warnings') : undefined,
        textNode('RequestedCommand', echoed),
        ...results,
        textNode('Server', environment === 'live' ? 'PHX01APIEXT01' : 'PHX01SBAPIEXT01'),
        // Malformed at the vendor, too.
        textNode('GMTTimeDifference', '--5:00'),
        textNode('ExecutionTime', '0.031'),
      ],
    ),
    { declaration },
  );
}

import type { Environment, ForeignRequest } from '@registrar-kit/core';
import { readForeignRequest, type ReadForeignRequest } from '@registrar-kit/provider-kit';
import { environmentOfHost } from '../namecheap-hosts.js';

/** A command that another program sent, wherever it put its parameters. */
export interface ForeignCommand {
  readonly request: ReadForeignRequest;
  readonly environment: Environment | undefined;
  /** Without the `namecheap.` prefix; empty when it is not known. */
  readonly command: string;
  readonly apiUser: string | undefined;
  readonly apiKey: string | undefined;
  readonly userName: string | undefined;
  readonly clientIp: string | undefined;
  /** Where the key stands. */
  readonly keyIn: 'query' | 'form' | 'json' | 'nowhere';
}

/** Finds the parameters of a command in the query or in the body; their names are matched without regard to case. */
export function readForeignCommand(foreign: ForeignRequest): ForeignCommand {
  const request = readForeignRequest(foreign);
  const parameter = (name: string): string | undefined =>
    filled(request.query.get(name) ?? request.fields.get(name));
  const host = request.url?.host;
  const body = request.bodyForm === 'json' ? 'json' : 'form';
  return {
    request,
    environment: host === undefined ? undefined : environmentOfHost(host),
    command: (parameter('command') ?? '').replace(/^namecheap\./i, ''),
    apiUser: parameter('apiuser'),
    apiKey: parameter('apikey'),
    userName: parameter('username'),
    clientIp: parameter('clientip'),
    keyIn: request.query.has('apikey') ? 'query' : request.fields.has('apikey') ? body : 'nowhere',
  };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

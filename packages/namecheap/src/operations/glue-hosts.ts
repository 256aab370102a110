import { isIP } from 'node:net';
import {
  asRead,
  DomainNotFoundError,
  InvalidDomainStateError,
  UnsupportedOperationError,
  type CallContext,
  type GlueHost,
  type HostRequest,
} from '@registrar-kit/core';
import { readBack, xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { divided } from './get-nameservers.js';

/** https://www.namecheap.com/support/api/methods/domains-ns/get-info/ */
export function getHost(
  client: NamecheapClient,
  request: HostRequest,
  call: CallContext,
): Promise<GlueHost> {
  return client.send(
    'namecheap.domains.ns.getInfo',
    named(request),
    (reply) => toHost(reply, request, call),
    call,
  );
}

/** https://www.namecheap.com/support/api/methods/domains-ns/create/ */
export async function createHost(
  client: NamecheapClient,
  request: HostRequest & { readonly addresses: readonly string[] },
  call: CallContext,
): Promise<GlueHost> {
  // The capability permits one.
  const [IP] = request.addresses;
  await client.send(
    'namecheap.domains.ns.create',
    { ...named(request), IP },
    (reply) => {
      assertChanged(reply, 'DomainNSCreateResult', 'the glue host is not created', call);
    },
    call,
  );
  return readBack(call, 'applied', (read) => getHost(client, request, read));
}

/**
 * Gives the host another address. The command wants the old one, which is read first; where the new one stands already nothing
 * is sent, since the registry refuses that.
 *
 * https://www.namecheap.com/support/api/methods/domains-ns/update/
 */
export async function updateHost(
  client: NamecheapClient,
  request: HostRequest & {
    readonly addresses: readonly string[] | undefined;
    readonly newHost: string | undefined;
  },
  call: CallContext,
): Promise<GlueHost> {
  const { addresses = [], newHost } = request;
  const [IP] = addresses;
  if (IP === undefined || newHost !== undefined) {
    throw new UnsupportedOperationError({
      ...call.origin,
      reason: 'the Namecheap API cannot rename a glue host',
      alternative: 'create the new one and delete the old one',
    });
  }
  const held = await getHost(client, request, asRead(call));
  const [OldIP] = held.addresses;
  if (OldIP === IP) return held;
  await client.send(
    'namecheap.domains.ns.update',
    { ...named(request), OldIP, IP },
    (reply) => {
      assertChanged(reply, 'DomainNSUpdateResult', 'the glue host is not changed', call);
    },
    call,
  );
  return readBack(call, 'applied', (read) => getHost(client, request, read));
}

/** https://www.namecheap.com/support/api/methods/domains-ns/delete/ */
export async function deleteHost(
  client: NamecheapClient,
  request: HostRequest,
  call: CallContext,
): Promise<void> {
  await client.send(
    'namecheap.domains.ns.delete',
    named(request),
    (reply) => {
      assertChanged(reply, 'DomainNSDeleteResult', 'the glue host is not deleted', call);
    },
    call,
  );
}

function named({ domain, host }: HostRequest): Readonly<Record<string, string>> {
  return { ...divided(domain), Nameserver: host };
}

const address = z.string().refine((text) => isIP(text) !== 0, 'is not an IP address');
const hostSchema = z.object({ IP: address });

function toHost(reply: NamecheapReply, { domain, host }: HostRequest, call: CallContext): GlueHost {
  const result = reply.resultAbout(domain, 'DomainNSInfoResult');
  assertNoFault(result, reply, call);
  const { IP } = reply.required(result, hostSchema);
  const statuses = (result.child('NameserverStatuses')?.children('Status') ?? [])
    .map(({ text }) => text)
    .filter((text) => text !== '');
  return {
    host,
    addresses: [IP],
    ...(statuses.length === 0 ? {} : { statuses }),
  };
}

const changeSchema = z.object({ IsSuccess: xmlBoolean });

function assertChanged(
  reply: NamecheapReply,
  name: string,
  otherwise: string,
  call: CallContext,
): void {
  const result = reply.result(name);
  const { IsSuccess } = reply.required(result, changeSchema);
  if (IsSuccess) return;
  assertNoFault(result, reply, call);
  const detail = `Namecheap answered OK and that ${otherwise}${inWords(result, reply)}`;
  throw reply.refused(detail, 'none');
}

/** The registry's own number stands on the result element, and is no error of the envelope. */
function assertNoFault(result: XmlElement, reply: NamecheapReply, call: CallContext): void {
  const code = result.attribute('ErrorNo')?.trim();
  const message = reply.quotable(result.attribute('Description') ?? '');
  const vendor = { ...withoutUndefined({ code }), message };
  if (code === '545') {
    const detail = `the registry knows no such name server${inWords(result, reply)}`;
    throw new DomainNotFoundError({ ...call.origin, detail, vendor });
  }
  if (code === '533') {
    const detail = `domains still use the name server${inWords(result, reply)}; give them other name servers first`;
    throw new InvalidDomainStateError({ ...call.origin, detail, vendor });
  }
}

function inWords(result: XmlElement, reply: NamecheapReply): string {
  const words = ['ErrorNo', 'Description'].map((name) => result.attribute(name)?.trim() ?? '');
  const said = reply.quotable(words.filter((word) => word !== '').join(': '));
  return said === '' ? '' : ` (${said})`;
}

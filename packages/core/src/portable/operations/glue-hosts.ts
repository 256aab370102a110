import { z } from 'zod';
import { asWrite, type CallContext } from '../../driver/call-context.js';
import type { HostLimits } from '../../driver/capabilities.js';
import type { HostRequest } from '../../driver/registrar-driver.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainInput } from '../../operations/domain-input.js';
import type {
  CreateHostInput,
  GlueHost,
  GlueHostList,
  HostInput,
  UpdateHostInput,
} from '../../operations/glue-hosts.js';
import { assertStands } from '../assert-stands.js';
import { addressesField, assertBelow, hostField, sameAddresses } from '../host-fields.js';
import { domainField } from '../input-fields.js';
import { addFault } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';
import { readOfDomain } from './of-domain.js';

const hostSchema = z
  .strictObject({ domain: domainField, host: hostField })
  .superRefine(assertBelow);

/** Reads all glue hosts of a domain. */
export async function listHosts(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<GlueHostList> {
  const { domain } = context.parse('listHosts', z.strictObject({ domain: domainField }), input);
  return { domain, hosts: await readOfDomain(context, 'listHosts', input, options) };
}

/** Reads one glue host. */
export async function getHost(
  context: PortableContext,
  input: HostInput,
  options: CallOptions | undefined,
): Promise<GlueHost> {
  const request = readHost(context, 'getHost', input);
  const getHost = context.method('getHost', request.domain);
  return context.read('getHost', options, (call) => getHost(request, call), request.domain);
}

/** Creates a glue host, and looks whether it stands. */
export async function createHost(
  context: PortableContext,
  input: CreateHostInput,
  options: CallOptions | undefined,
): Promise<GlueHost> {
  const schema = z
    .strictObject({
      domain: domainField,
      host: hostField,
      addresses: addressesField(limitsOf(context, 'createHost')),
    })
    .superRefine(assertBelow);
  const request = context.parse('createHost', schema, input);
  const createHost = context.method('createHost', request.domain);
  const change = async (call: CallContext): Promise<GlueHost> =>
    assertHostStands(await createHost(request, asWrite(call)), request, call);
  return context.write('createHost', options, change, request.domain);
}

/** Changes the addresses of a glue host, its name or both, and looks whether that stands. */
export async function updateHost(
  context: PortableContext,
  input: UpdateHostInput,
  options: CallOptions | undefined,
): Promise<GlueHost> {
  const { rename, ...limits } = limitsOf(context, 'updateHost');
  const schema = z
    .strictObject({
      domain: domainField,
      host: hostField,
      addresses: addressesField(limits).optional(),
      newHost: hostField.optional(),
    })
    .superRefine(assertBelow)
    .superRefine(({ addresses, newHost }, issues) => {
      if (addresses === undefined && newHost === undefined)
        addFault(issues, 'names no change', 'give addresses or newHost');
      if (newHost !== undefined && !rename) {
        const cure = 'create the new glue host and delete the old one';
        addFault(issues, 'cannot be changed at this provider', cure, ['newHost']);
      }
    });
  const parsed = context.parse('updateHost', schema, input);
  const { domain, host, addresses, newHost } = parsed;
  const updateHost = context.method('updateHost', domain);
  const change = async (call: CallContext): Promise<GlueHost> =>
    assertHostStands(
      await updateHost({ domain, host, addresses, newHost }, asWrite(call)),
      { host: newHost ?? host, addresses },
      call,
    );
  return context.write('updateHost', options, change, domain);
}

/** Deletes a glue host. */
export async function deleteHost(
  context: PortableContext,
  input: HostInput,
  options: CallOptions | undefined,
): Promise<void> {
  const request = readHost(context, 'deleteHost', input);
  const deleteHost = context.method('deleteHost', request.domain);
  await context.write(
    'deleteHost',
    options,
    (call) => deleteHost(request, asWrite(call)),
    request.domain,
  );
}

function assertHostStands(
  found: GlueHost,
  wanted: { readonly host: string; readonly addresses: readonly string[] | undefined },
  { origin }: CallContext,
): GlueHost {
  const stands =
    found.host === wanted.host &&
    sameAddresses(found.addresses, wanted.addresses ?? found.addresses);
  assertStands(stands, 'the glue host', origin);
  return found;
}

function readHost(
  context: PortableContext,
  operation: 'getHost' | 'deleteHost',
  input: HostInput,
): HostRequest {
  return context.parse(operation, hostSchema, input);
}

function limitsOf(
  context: PortableContext,
  operation: 'createHost' | 'updateHost',
): HostLimits & { readonly rename: boolean } {
  const capability = context.driver.capabilities[operation];
  // Where it is not offered, that is said once the input has been read.
  if (capability.support === 'unsupported') return { maxAddresses: 13, ipv6: true, rename: true };
  return { rename: false, ...capability };
}

import { isIPv4, isIPv6 } from 'node:net';
import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import type { VendorCall } from '../vendor-call.js';
import { empty, invalid } from '../vendor-reply.js';
import { withBody } from './with-body.js';
import { withDomain } from './with-domain.js';

const addressesSchema = z.array(
  z.object({ ipAddress: z.string(), ipVersion: z.enum(['v4', 'v6']) }),
);
type Addresses = z.output<typeof addressesSchema>;

const newSchema = z.object({
  domainName: z.string().min(1),
  hostName: z.string(),
  ipAddresses: addressesSchema,
});
const changeSchema = newSchema.extend({ newHostName: z.string().nullish() });

export function answerHostCreated(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, newSchema, ({ domainName, hostName, ipAddresses }) => {
    if (!areOfTheirKind(ipAddresses)) return addressRefused();
    world.hosts.create(account.id, domainName, hostName, textsOf(ipAddresses));
    return empty(204);
  });
}

/** The addresses are replaced; the name where another one is given. */
export function answerHostChanged(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, changeSchema, ({ domainName, hostName, newHostName, ipAddresses }) => {
    if (!areOfTheirKind(ipAddresses)) return addressRefused();
    const newHost = newHostName ?? hostName;
    const change = { addresses: textsOf(ipAddresses), newHost };
    world.hosts.update(account.id, domainName, hostName, change);
    return empty(204);
  });
}

export function answerHostRemoved(call: VendorCall): SimulatorResponse {
  const { world, account, query } = call;
  return withDomain(call, (domain) => {
    world.hosts.delete(account.id, domain, query.get('hostname') ?? '');
    return empty(204);
  });
}

function textsOf(addresses: Addresses): readonly string[] {
  return addresses.map(({ ipAddress }) => ipAddress);
}

function areOfTheirKind(addresses: Addresses): boolean {
  return addresses.every(({ ipAddress, ipVersion }) =>
    ipVersion === 'v4' ? isIPv4(ipAddress) : isIPv6(ipAddress),
  );
}

function addressRefused(): SimulatorResponse {
  return invalid([{ member: '$.ipAddresses', message: 'An invalid IP address was specified.' }]);
}

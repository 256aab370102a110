import { z } from 'zod';
import { asWrite, type CallContext } from '../../driver/call-context.js';
import type { DriverOperations } from '../../driver/registrar-driver.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainName } from '../../values/domain-name.js';
import { domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

/** The operations whose input is a domain and nothing else, all the way to the driver. */
export type DomainOperation = {
  [Operation in keyof DriverOperations]: Parameters<DriverOperations[Operation]> extends [
    DomainName,
    CallContext,
  ]
    ? Operation
    : never;
}[keyof DriverOperations];

type AnswerOf<Operation extends DomainOperation> = Awaited<ReturnType<DriverOperations[Operation]>>;
type Ask<Operation extends DomainOperation> = (
  domain: DomainName,
  call: CallContext,
) => Promise<AnswerOf<Operation>>;

const inputSchema = z.strictObject({ domain: domainField });

/** Reads something of the domain that the input names. */
export async function readOfDomain<Operation extends DomainOperation>(
  context: PortableContext,
  operation: Operation,
  input: unknown,
  options: CallOptions | undefined,
): Promise<AnswerOf<Operation>> {
  const { domain } = context.parse(operation, inputSchema, input);
  const ask = context.method(operation, domain) as Ask<Operation>;
  const read = (call: CallContext): Promise<AnswerOf<Operation>> => ask(domain, call);
  // A secret is handed to nobody but who asked for it.
  return operation === 'getAuthCode'
    ? context.read(operation, options, read, domain)
    : context.readShared(operation, options, read, domain);
}

/** Changes something of the domain that the input names. */
export async function writeOfDomain<Operation extends DomainOperation>(
  context: PortableContext,
  operation: Operation,
  input: unknown,
  options: CallOptions | undefined,
): Promise<AnswerOf<Operation>> {
  const { domain } = context.parse(operation, inputSchema, input);
  const change = context.method(operation, domain) as Ask<Operation>;
  return context.write(operation, options, (call) => change(domain, asWrite(call)), domain);
}

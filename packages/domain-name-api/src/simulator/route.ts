import type { OperationName } from '@registrar-kit/core';
import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from './vendor-call.js';

/** One of the vendor's calls. */
export interface Route {
  readonly method: string;
  /** Below `/api/v1/`; a segment in braces takes anything. */
  readonly path: string;
  /** The operations of the contract that such a request serves. */
  readonly operations: readonly OperationName[];
  /** The names that it is about. */
  readonly domains: (call: VendorCall) => readonly string[];
  readonly answer: (call: VendorCall) => SimulatorResponse;
  /** Whether it changes something, so that a fault can strike before or after. */
  readonly writes: boolean;
  /** Whether it takes its time for each name. */
  readonly searches: boolean;
  /** Whether a body may be left out where the method has one. */
  readonly bodyOptional: boolean;
}

/** What differs between calls; the rest follows from the method. */
type Differences = Partial<Pick<Route, 'writes' | 'searches' | 'bodyOptional' | 'domains'>>;

/** A call by its method and path, such as `GET domains/info`. Reads name their domain in the query, and writes in the body. */
export function route(
  call: string,
  operations: readonly OperationName[],
  answer: Route['answer'],
  differences: Differences = {},
): Route {
  const [method = '', path = ''] = call.split(' ');
  const usual = {
    writes: method !== 'GET',
    searches: false,
    bodyOptional: false,
    domains: method === 'GET' || method === 'DELETE' ? inQuery : inBody,
  };
  return { method, path, operations, answer, ...usual, ...differences };
}

export function inQuery({ query }: VendorCall): readonly string[] {
  return listOf(query.get('domainname'));
}

function inBody({ body }: VendorCall): readonly string[] {
  return [body]
    .flat()
    .flatMap((item) => listOf((Object(item) as { domainName?: unknown }).domainName));
}

function listOf(name: unknown): readonly string[] {
  return typeof name === 'string' ? [name.toLowerCase()] : [];
}

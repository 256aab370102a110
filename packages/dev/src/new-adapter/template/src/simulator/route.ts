import type { OperationName } from '@registrar-kit/core';
import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from './vendor-call.js';

/** One of the vendor's calls. */
export interface Route {
  readonly method: string;
  /** Below the base path; `{domain}` takes any name. */
  readonly path: string;
  /** The operations of the contract that such a request serves: faults are planned by operation. */
  readonly operations: readonly OperationName[];
  readonly answer: (call: VendorCall) => SimulatorResponse;
  /** The names that it is about, where they do not stand in the path. */
  readonly domains: (call: VendorCall) => readonly string[];
}

/** A call by its method and path, such as `GET domains/{domain}`. */
export function route(
  call: string,
  operations: readonly OperationName[],
  answer: Route['answer'],
  domains: Route['domains'] = ({ domain }) => (domain === '' ? [] : [domain]),
): Route {
  const [method = '', path = ''] = call.split(' ');
  return { method, path, operations, answer, domains };
}

/** What a method and a path lead to, and the name in the path. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly domain: string } | undefined {
  for (const route of routes) {
    const [before = '', after] = route.path.split('{domain}');
    if (route.method !== method || !path.startsWith(before) || !path.endsWith(after ?? ''))
      continue;
    const between = path.slice(before.length, path.length - (after ?? '').length);
    const fits = after === undefined ? between === '' : /^[^/]+$/.test(between);
    if (fits) return { route, domain: decodeURIComponent(between).toLowerCase() };
  }
  return undefined;
}

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
  /** Whether it changes something. */
  readonly writes: boolean;
  readonly answer: (call: VendorCall) => SimulatorResponse;
  /** The names that it is about, where they do not stand in the path. */
  readonly domains: (call: VendorCall) => readonly string[];
}

/** A call that only reads, by its method and path, such as `GET domains/{domain}`. */
export function reads(...described: Described): Route {
  return route(false, described);
}

/** A call that changes something, such as `POST orders`. */
export function writes(...described: Described): Route {
  return route(true, described);
}

type Described = readonly [
  call: string,
  operations: readonly OperationName[],
  answer: Route['answer'],
  domains?: Route['domains'],
];

function route(changes: boolean, [call, operations, answer, domains = inPath]: Described): Route {
  const [method = '', path = ''] = call.split(' ');
  return { method, path, operations, writes: changes, answer, domains };
}

function inPath({ domain }: VendorCall): readonly string[] {
  return domain === '' ? [] : [domain];
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

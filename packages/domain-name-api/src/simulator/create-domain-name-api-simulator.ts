import type { Environment, QuotaWindow } from '@registrar-kit/core';
import {
  demoAccounts,
  faultNames,
  signingAccount,
  SimulatedQuota,
  simulatedWindows,
  type RegistrarSimulator,
  type RegistryWorld,
  type SimulatorQuota,
  type SimulatorRequest,
  type SimulatorResponse,
  type WorldAccount,
} from '@registrar-kit/testing';
import { domainNameApiHosts } from '../domain-name-api-config.js';
import { runUnderFaults } from './run-under-faults.js';
import { domainNameApiQuota } from '../domain-name-api-quota.js';
import { passGate, type GateOptions } from './gate.js';
import { routes, type Route } from './routes.js';
import type { VendorBehaviour, VendorCall } from './vendor-call.js';
import { empty, json, text } from './vendor-reply.js';

/** How the simulated vendor behaves. */
export interface DomainNameApiSimulatorOptions {
  readonly world: RegistryWorld;
  /** Which of an account's keys opens it. @defaultValue 'test' */
  readonly environment?: Environment;
  /** The account that {@link RegistrarSimulator.config} signs in with. @defaultValue the demonstration reseller, or the first account with a key */
  readonly account?: string;
  /** The rate limit of a key. @defaultValue 1 a second, 1 at once */
  readonly quota?: SimulatorQuota;
  /** How credentials are refused: by a redirect to a login page, or by a bare 401. @defaultValue 'login-redirect' */
  readonly rejection?: GateOptions['rejection'];
  /** How long the search takes for each name; about 500 ms were measured. @defaultValue 0 */
  readonly searchMsPerName?: number;
  /** How an order that breaks a rule is refused. @defaultValue 'plain' */
  readonly refusalForm?: VendorBehaviour['refusalForm'];
  /** Whether lock and privacy in a registration take effect; nobody knows. @defaultValue 'ignored' */
  readonly orderSettings?: VendorBehaviour['orderSettings'];
  /** Endings whose names the search silently leaves out; OT&E was seen to do so with `uk` and `co.uk`. @defaultValue none */
  readonly omittedTlds?: readonly string[];
}

const basePath = '/api/v1';

/**
 * Domain Name API over a registry world, in the vendor's wire format: the redirect to a login page, the empty 429 above one
 * request a second, `404` with `Domain:10007`, members of validation errors as JSON paths, the status that changes sides, names
 * left out of a search, sparse answers to orders, dates without a zone. A call that is not built is refused with 501.
 */
export function createDomainNameApiSimulator(
  options: DomainNameApiSimulatorOptions,
): RegistrarSimulator {
  return new DomainNameApiSimulator(options);
}

class DomainNameApiSimulator implements RegistrarSimulator {
  readonly provider = 'domain-name-api';
  readonly hosts: readonly string[];
  readonly basePath = basePath;
  readonly world: RegistryWorld;
  readonly #environment: Environment;
  readonly #options: DomainNameApiSimulatorOptions;
  readonly #windows: readonly QuotaWindow[];
  readonly #gate: GateOptions;
  readonly #behaviour: VendorBehaviour;

  constructor(options: DomainNameApiSimulatorOptions) {
    const { environment = 'test', world, quota = {} } = options;
    this.#options = options;
    this.#environment = environment;
    this.world = world;
    this.hosts = [domainNameApiHosts[environment]];
    this.#windows = simulatedWindows(domainNameApiQuota.api.windows, quota);
    this.#gate = {
      world,
      environment,
      rejection: options.rejection ?? 'login-redirect',
      quota: new SimulatedQuota({
        windows: this.#windows,
        maxConcurrent: 1,
        clock: world.clock,
        countsRefused: quota.countsRefused ?? false,
      }),
    };
    this.#behaviour = {
      refusalForm: options.refusalForm ?? 'plain',
      orderSettings: options.orderSettings ?? 'ignored',
      omittedTlds: options.omittedTlds ?? [],
    };
    world.faults.limitTo('the Domain Name API simulator', faultNames);
  }

  async handle(request: SimulatorRequest): Promise<SimulatorResponse> {
    const url = new URL(request.path, 'http://simulator.invalid');
    const admission = passGate(request, this.#gate);
    if (!admission.admitted) return admission.answer;
    try {
      return await this.#answer(request, url, admission.account);
    } finally {
      admission.leave();
    }
  }

  config(baseUrl: string): Record<string, unknown> {
    const account = signingAccount(this.world, this.#environment, {
      asked: this.#options.account,
      usual: demoAccounts.reseller.id,
    });
    return {
      provider: this.provider,
      environment: this.#environment,
      baseUrl,
      resellerId: account.id,
      apiKey: account.keys[this.#environment],
      // The caller's own limits must not be looser or slower than the ones simulated here.
      ...(this.#options.quota === undefined ? {} : { quota: { api: { windows: this.#windows } } }),
    };
  }

  async #answer(
    request: SimulatorRequest,
    url: URL,
    account: WorldAccount,
  ): Promise<SimulatorResponse> {
    const path = url.pathname.startsWith(`${basePath}/`)
      ? url.pathname.slice(basePath.length + 1)
      : undefined;
    const route = path === undefined ? undefined : routes[`${request.method} ${path}`];
    if (path === undefined || route === undefined)
      return notBuilt(request.method, url.pathname, path);
    const body = readBody(request);
    if (!body.ok) return body.answer;
    const call: VendorCall = {
      world: this.world,
      account,
      query: new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value])),
      body: body.value,
      behaviour: this.#behaviour,
    };
    await this.#takeTime(route, call);
    return runUnderFaults(request, route, call, this.#gate.rejection);
  }

  async #takeTime(route: Route, call: VendorCall): Promise<void> {
    const { searchMsPerName = 0 } = this.#options;
    if (searchMsPerName === 0 || route !== routes['POST domains/bulk-search']) return;
    await this.world.clock.delay(searchMsPerName * route.domains(call).length);
  }
}

/** Loud, so that a test never takes a gap of the simulator for an answer of the vendor. */
function notBuilt(method: string, pathname: string, path: string | undefined): SimulatorResponse {
  const known =
    path !== undefined && Object.keys(routes).some((route) => route.endsWith(` ${path}`));
  // ASP.NET's answer to a path that exists, by another method.
  if (known) return empty(405);
  return text(501, `the Domain Name API simulator has not built ${method} ${pathname}`);
}

function readBody({
  method,
  headers,
  body,
}: SimulatorRequest):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: SimulatorResponse } {
  if (method === 'GET' || method === 'DELETE') return { ok: true, value: undefined };
  if (!(headers['content-type'] ?? '').startsWith('application/json')) {
    return { ok: false, answer: empty(415) };
  }
  try {
    return { ok: true, value: JSON.parse(body) };
  } catch {
    const problem = {
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: { $: ['The JSON value could not be converted.'] },
    };
    return { ok: false, answer: json(problem, 400) };
  }
}

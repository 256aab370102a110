import type { Environment, QuotaWindow } from '@registrar-kit/core';
import {
  demoAccounts,
  faultNames,
  signingAccount,
  SimulatedQuota,
  simulatedWindows,
  type RegistrarSimulator,
  type RegistryWorld,
  type SimulatorRequest,
  type SimulatorResponse,
  type WorldAccount,
} from '@registrar-kit/testing';
import { domainNameApiHosts } from '../domain-name-api-config.js';
import { domainNameApiQuota } from '../domain-name-api-quota.js';
import { ContactDesk } from './contact-desk.js';
import type { DomainNameApiSimulatorOptions } from './domain-name-api-simulator-options.js';
import { findRoute } from './find-route.js';
import { passGate, type GateOptions } from './gate.js';
import { readBody } from './read-body.js';
import type { Route } from './route.js';
import { runUnderFaults } from './run-under-faults.js';
import type { VendorBehaviour, VendorCall } from './vendor-call.js';
import { empty, text } from './vendor-reply.js';

const basePath = '/api/v1';
const bulkPath = '/api-bulk/v1';

/** Where a call came in: one of the two routes, each with a limit of its own. */
interface Entrance {
  /** Below the route, without a leading slash. */
  readonly path: string;
  readonly quota: SimulatedQuota;
}

/**
 * Domain Name API over a registry world, in the vendor's wire format: the redirect to a login page, the empty 429 above one
 * request a second, `404` with `Domain:10007`, members of validation errors as JSON paths, the status that changes sides, names
 * left out of a search, sparse answers to orders, dates without a zone, zones that are staged set by set. Calls of which only the
 * name is public are refused with 501.
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
  readonly #quotas: Readonly<Record<string, SimulatedQuota>>;
  readonly #gate: Omit<GateOptions, 'quota'>;
  readonly #behaviour: VendorBehaviour;
  readonly #contacts = new ContactDesk();

  constructor(options: DomainNameApiSimulatorOptions) {
    const { environment = 'test', world, quota = {}, bulkRoute = 'known' } = options;
    this.#options = options;
    this.#environment = environment;
    this.world = world;
    this.hosts = [domainNameApiHosts[environment]];
    this.#windows = simulatedWindows(domainNameApiQuota.api.windows, quota);
    const paths = bulkRoute === 'known' ? [basePath, bulkPath] : [basePath];
    const countsRefused = quota.countsRefused ?? false;
    const limit = { windows: this.#windows, maxConcurrent: 1, clock: world.clock, countsRefused };
    this.#quotas = Object.fromEntries(paths.map((path) => [path, new SimulatedQuota(limit)]));
    this.#gate = { world, environment, rejection: options.rejection ?? 'login-redirect' };
    this.#behaviour = {
      refusalForm: options.refusalForm ?? 'plain',
      orderSettings: options.orderSettings ?? 'ignored',
      omittedTlds: options.omittedTlds ?? [],
      stagedSets: options.stagedSets ?? 'marked',
      recordMatch: options.recordMatch ?? 'any-form',
      restoreReply: options.restoreReply ?? 'empty',
    };
    world.faults.limitTo('the Domain Name API simulator', faultNames);
  }

  async handle(request: SimulatorRequest): Promise<SimulatorResponse> {
    const url = new URL(request.path, 'http://simulator.invalid');
    const entrance = this.#entranceOf(url.pathname);
    // As a gateway answers whatever it has no route for, whoever asks.
    if (entrance === undefined) return empty(404);
    const admission = passGate(request, { ...this.#gate, quota: entrance.quota });
    if (!admission.admitted) return admission.answer;
    try {
      return await this.#answer(request, entrance.path, url.searchParams, admission.account);
    } finally {
      admission.leave();
    }
  }

  config(baseUrl: string): Record<string, unknown> {
    const account = signingAccount(this.world, this.#environment, {
      asked: this.#options.account,
      usual: demoAccounts.reseller.id,
    });
    const limit = { windows: this.#windows };
    return {
      provider: this.provider,
      environment: this.#environment,
      baseUrl,
      resellerId: account.id,
      apiKey: account.keys[this.#environment],
      // The caller's own limits must not be looser or slower than the ones simulated here.
      ...(this.#options.quota === undefined ? {} : { quota: { api: limit, 'api-bulk': limit } }),
    };
  }

  #entranceOf(pathname: string): Entrance | undefined {
    for (const [prefix, quota] of Object.entries(this.#quotas)) {
      if (pathname.startsWith(`${prefix}/`))
        return { path: pathname.slice(prefix.length + 1), quota };
    }
    return undefined;
  }

  async #answer(
    request: SimulatorRequest,
    path: string,
    query: URLSearchParams,
    account: WorldAccount,
  ): Promise<SimulatorResponse> {
    const found = findRoute(request.method, path);
    // ASP.NET's answer to a path that exists, by another method.
    if (found.kind === 'other-method') return empty(405);
    if (found.kind !== 'route') return notSimulated(request.method, path, found.kind);
    const { route, parameters } = found;
    const body = readBody(request, route);
    if (!body.ok) return body.answer;
    const call: VendorCall = {
      world: this.world,
      account,
      query: new Map([...query].map(([name, value]) => [name.toLowerCase(), value])),
      exactQuery: new Map(query),
      parameters,
      body: body.value,
      behaviour: this.#behaviour,
      contacts: this.#contacts,
    };
    await this.#takeTime(route, call);
    return runUnderFaults(request, route, call, this.#gate.rejection);
  }

  async #takeTime(route: Route, call: VendorCall): Promise<void> {
    const { searchMsPerName = 0 } = this.#options;
    if (searchMsPerName === 0 || !route.searches) return;
    await this.world.clock.delay(searchMsPerName * route.domains(call).length);
  }
}

/** Loud, so that a test never takes a gap of the simulator for an answer of the vendor. */
function notSimulated(
  method: string,
  path: string,
  kind: 'unpublished' | 'unknown',
): SimulatorResponse {
  const why =
    kind === 'unpublished'
      ? 'nothing but the name of it is published'
      : 'no such call of the vendor is known';
  return text(501, `the Domain Name API simulator does not answer ${method} ${path}: ${why}`);
}

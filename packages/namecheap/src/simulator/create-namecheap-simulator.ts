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
} from '@registrar-kit/testing';
import { namecheapBaseUrls } from '../namecheap-hosts.js';
import { namecheapQuota } from '../namecheap-quota.js';
import { authenticate, type Caller } from './authenticate.js';
import { CommandParameters } from './command-parameters.js';
import { fail } from './command-answer.js';
import { toResponse, writeAnswer, writeGateError, type Stationery } from './envelope.js';
import { simulatedCommands, unbuiltCommands } from './known-commands.js';
import { quirksOf } from './namecheap-quirks.js';
import type { NamecheapSimulatorOptions } from './namecheap-simulator-options.js';
import { htmlPage, notSimulated, tooManyRequests } from './pages.js';
import { runUnderFaults } from './run-under-faults.js';

const basePath = '/xml.response';
// A longer query is refused by the web server in front.
const longestQuery = 2048;

/**
 * Namecheap in its wire format over a registry world: authentication, rate limit, errors with HTTP 200 and skeletons beside
 * them, the three forms of dates, and what else the vendor is known for. Serve it with `serveSimulator` or `mountSimulator`.
 */
export function createNamecheapSimulator(options: NamecheapSimulatorOptions): RegistrarSimulator {
  return new NamecheapSimulator(options);
}

class NamecheapSimulator implements RegistrarSimulator {
  readonly provider = 'namecheap';
  readonly basePath = basePath;
  readonly hosts: readonly string[];
  readonly world: RegistryWorld;
  readonly #options: NamecheapSimulatorOptions;
  readonly #environment: Environment;
  readonly #stationery: Stationery;
  readonly #windows: readonly QuotaWindow[];
  readonly #quota: SimulatedQuota;

  constructor(options: NamecheapSimulatorOptions) {
    const { world, environment = 'test', quota = {} } = options;
    this.world = world;
    this.#options = options;
    this.#environment = environment;
    this.#stationery = { environment, quirks: quirksOf(options.quirks) };
    this.hosts = [new URL(namecheapBaseUrls[environment]).host];
    this.#windows = simulatedWindows(namecheapQuota.api.windows, quota);
    this.#quota = new SimulatedQuota({
      windows: this.#windows,
      clock: world.clock,
      countsRefused: quota.countsRefused ?? false,
    });
    world.faults.limitTo('the namecheap simulator', faultNames);
  }

  handle(request: SimulatorRequest): Promise<SimulatorResponse> {
    return new Promise((resolve) => {
      resolve(this.#answer(request));
    });
  }

  #answer(request: SimulatorRequest): SimulatorResponse {
    const { pathname } = new URL(request.path, 'http://simulator.invalid');
    if (pathname.toLowerCase() !== basePath) return htmlPage(404, 'Not Found');
    if (request.method !== 'GET' && request.method !== 'POST') return htmlPage(400, 'Bad Request');
    if (request.path.length - pathname.length > longestQuery) return htmlPage(404, 'Not Found');
    const parameters = new CommandParameters(request);
    const sourceAddress = this.#sourceOf(request, parameters);
    const gate = authenticate(this.world, this.#environment, parameters, sourceAddress);
    if (!gate.open) return toResponse(writeGateError(gate.error, this.#stationery));
    const admission = this.#quota.arrive(gate.caller.actor.id);
    if (!admission.admitted) return tooManyRequests();
    try {
      return this.#run(parameters, gate.caller, sourceAddress);
    } finally {
      admission.done();
    }
  }

  config(baseUrl: string): Record<string, unknown> {
    const account = signingAccount(this.world, this.#environment, {
      asked: this.#options.account,
      usual: demoAccounts.user.id,
    });
    return {
      provider: 'namecheap',
      environment: this.#environment,
      baseUrl,
      apiUser: account.id,
      apiKey: account.keys[this.#environment],
      clientIp: account.allowedAddresses?.[0] ?? '192.0.2.1',
      // The caller's own limits must not be looser or slower than the ones simulated here.
      ...(this.#options.quota === undefined ? {} : { quota: { api: { windows: this.#windows } } }),
    };
  }

  #run(parameters: CommandParameters, caller: Caller, sourceAddress: string): SimulatorResponse {
    const name = parameters.get('Command');
    const command = simulatedCommands.get(name.toLowerCase());
    if (command === undefined) {
      if (unbuiltCommands.has(name.toLowerCase())) return notSimulated(name);
      return toResponse(
        writeAnswer(fail('4', 'Parameter Command is Invalid'), name, this.#stationery),
      );
    }
    return runUnderFaults(command, {
      world: this.world,
      caller,
      parameters,
      ...this.#stationery,
      sourceAddress,
      unsoldEnding: this.#options.unsoldEnding ?? 'others-answered',
    });
  }

  #sourceOf({ remoteAddress }: SimulatorRequest, parameters: CommandParameters): string {
    const local = /^(?:127\.|::1$)/.test(remoteAddress);
    const believed = local && (this.#options.sourceAddress ?? 'auto') === 'auto';
    return believed ? parameters.get('ClientIp') : remoteAddress;
  }
}

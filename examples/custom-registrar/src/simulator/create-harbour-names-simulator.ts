import type { Environment } from '@registrar-kit/core';
import {
  answerUnderFaults,
  demoAccounts,
  faultNames,
  isWorldRefusal,
  signingAccount,
  SimulatedQuota,
  simulatedWindows,
  type RegistrarSimulator,
  type RegistryWorld,
  type SimulatorQuota,
  type SimulatorResponse,
} from '@registrar-kit/testing';
import { harbourNamesBasePath, harbourNamesHosts } from '../harbour-names-config.js';
import { harbourNamesQuota } from '../harbour-names-quota.js';
import { passGate } from './gate.js';
import { findRoute, type Route } from './route.js';
import { routes } from './routes.js';
import type { VendorCall } from './vendor-call.js';
import { refusalOf, vendorRefusals } from './vendor-refusals.js';
import { refusal } from './vendor-reply.js';

/** How the simulated vendor behaves. */
export interface HarbourNamesSimulatorOptions {
  readonly world: RegistryWorld;
  /** Which of an account's keys opens it. @defaultValue 'test' */
  readonly environment?: Environment;
  /** The account that `config()` signs in with. @defaultValue the demonstration user, or the first account with a key */
  readonly account?: string;
  /** @defaultValue as at the vendor */
  readonly quota?: SimulatorQuota;
}

/** Harbour Names over a registry world, in the vendor's wire format. */
export function createHarbourNamesSimulator(
  options: HarbourNamesSimulatorOptions,
): RegistrarSimulator {
  const { world, environment = 'test', quota: strictness } = options;
  const windows = simulatedWindows(harbourNamesQuota.api.windows, strictness);
  const countsRefused = strictness?.countsRefused ?? false;
  const quota = new SimulatedQuota({ windows, clock: world.clock, countsRefused });
  const provider = 'harbour-names';
  world.faults.limitTo('the Harbour Names simulator', faultNames);
  return {
    provider,
    hosts: [harbourNamesHosts[environment]],
    basePath: harbourNamesBasePath,
    world,
    handle: (request) => {
      const url = new URL(request.path, 'http://simulator.invalid');
      const admission = passGate(request, { world, environment, quota });
      if (!admission.admitted) return Promise.resolve(admission.answer);
      const path = url.pathname.slice(harbourNamesBasePath.length + 1);
      const found = findRoute(routes, request.method, path);
      const { account } = admission;
      const answer =
        found === undefined
          ? notSimulated(request.method, path)
          : answerCall(found.route, {
              world,
              account,
              domain: found.domain,
              query: url.searchParams,
              body: request.body === '' ? undefined : (JSON.parse(request.body) as unknown),
            });
      admission.leave();
      return Promise.resolve(answer);
    },
    config: (baseUrl) => {
      const asked = options.account;
      const account = signingAccount(world, environment, { asked, usual: demoAccounts.user.id });
      const token = account.keys[environment];
      // The caller's own limits must not be looser or slower than the ones simulated here.
      const limits = strictness === undefined ? {} : { quota: { api: { windows } } };
      return { provider, environment, baseUrl, account: account.id, token, ...limits };
    },
  };
}

function answerCall(route: Route, call: VendorCall): SimulatorResponse {
  const { operations, writes } = route;
  return answerUnderFaults(
    call.world,
    { operations, domains: route.domains(call), writes },
    () => {
      try {
        return route.answer(call);
      } catch (error) {
        if (isWorldRefusal(error)) return refusalOf(error.reason);
        throw error;
      }
    },
    // Where lists stand in the vendor's answers, and what their rows call the domain.
    { refusals: vendorRefusals, rows: { lists: ['names', 'rows'], name: 'name' } },
  );
}

/** Loud, so that a test never takes a gap of the simulator for an answer of the vendor. */
function notSimulated(method: string, path: string): SimulatorResponse {
  const where = 'add it to src/simulator/routes.ts';
  return refusal(
    501,
    'not-simulated',
    `the Harbour Names simulator does not answer ${method} ${path}; ${where}`,
  );
}

import type { Environment } from '@registrar-kit/core';
import type {
  RegistryWorld,
  SimulatedQuota,
  SimulatorRequest,
  SimulatorResponse,
  WorldAccount,
} from '@registrar-kit/testing';
import { empty, failure, loginRedirect } from './vendor-reply.js';

/** What stands before every call. */
export interface GateOptions {
  readonly world: RegistryWorld;
  readonly environment: Environment;
  readonly quota: SimulatedQuota;
  /** How credentials are refused that are not accepted. */
  readonly rejection: 'login-redirect' | 'unauthorized';
}

/** A caller who was let in; `leave` when the answer is made. */
export type Admission =
  | { readonly admitted: true; readonly account: WorldAccount; readonly leave: () => void }
  | { readonly admitted: false; readonly answer: SimulatorResponse };

/** Credentials first, then the address, then the frequency. The key of the other environment is no key here. */
export function passGate(request: SimulatorRequest, options: GateOptions): Admission {
  const { world, environment, quota } = options;
  const resellerId = request.headers['__reseller'] ?? '';
  const key = request.headers['x-api-key'] ?? '';
  const account = world
    .accounts()
    .find(({ id }) => id.toLowerCase() === resellerId.toLowerCase() && id !== '');
  if (
    account === undefined ||
    key === '' ||
    account.keys[environment] !== key ||
    !account.apiEnabled
  ) {
    return refused(rejected(request, options.rejection));
  }
  if (account.allowedAddresses?.includes(request.remoteAddress) === false) {
    return refused(addressRefused());
  }
  if (account.locked) return refused(empty(403));
  const verdict = quota.arrive(key);
  return verdict.admitted ? { admitted: true, account, leave: verdict.done } : refused(empty(429));
}

/** The answer to credentials that are not accepted, or to none. */
export function rejected(
  { path }: SimulatorRequest,
  rejection: GateOptions['rejection'],
): SimulatorResponse {
  return rejection === 'login-redirect' ? loginRedirect(path) : empty(401);
}

/** The answer to an address that is not on the account's list. */
export function addressRefused(): SimulatorResponse {
  return failure(401, { message: 'This IP address is not authorized to access.' });
}

function refused(answer: SimulatorResponse): Admission {
  return { admitted: false, answer };
}

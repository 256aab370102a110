import type { Environment } from '@registrar-kit/core';
import type {
  RegistryWorld,
  SimulatedQuota,
  SimulatorRequest,
  SimulatorResponse,
  WorldAccount,
} from '@registrar-kit/testing';
import { vendorRefusals } from './vendor-refusals.js';

/** What stands before every call. */
export interface GateOptions {
  readonly world: RegistryWorld;
  readonly environment: Environment;
  readonly quota: SimulatedQuota;
}

/** A caller who was let in; `leave` when the answer is made. */
export type Admission =
  | { readonly admitted: true; readonly account: WorldAccount; readonly leave: () => void }
  | { readonly admitted: false; readonly answer: SimulatorResponse };

/** Credentials first, then the address, the account and the frequency. The token of the other environment is none here. */
export function passGate(
  { headers, remoteAddress }: SimulatorRequest,
  { world, environment, quota }: GateOptions,
): Admission {
  const account = world.account(headers['x-account'] ?? '');
  const token = headers['x-token'] ?? '';
  if (token === '' || account?.keys[environment] !== token || !account.apiEnabled)
    return refused(vendorRefusals.keyRejected());
  if (account.allowedAddresses?.includes(remoteAddress) === false)
    return refused(vendorRefusals.addressRefused());
  if (account.locked) return refused(vendorRefusals.accountLocked());
  const verdict = quota.arrive(account.id);
  if (!verdict.admitted) return refused(vendorRefusals.tooManyRequests());
  return { admitted: true, account, leave: verdict.done };
}

function refused(answer: SimulatorResponse): Admission {
  return { admitted: false, answer };
}

import type { CallContext } from '../driver/call-context.js';
import { offeredMethod } from '../driver/offered-method.js';
import type { RegistrarDriver, TransferRequest } from '../driver/registrar-driver.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { Domain } from '../operations/get-domain.js';
import type { Transfer } from '../operations/transfers.js';
import type { DomainName } from '../values/domain-name.js';

/** What the account holds under a name: `absent` when the provider says that it does not hold it; `undefined` where it cannot be asked. */
export async function readStanding(
  driver: RegistrarDriver,
  domain: DomainName,
  call: CallContext,
): Promise<Domain | 'absent' | undefined> {
  const getDomain = offeredMethod(driver, 'getDomain');
  if (getDomain === undefined) return undefined;
  try {
    return await getDomain(domain, call);
  } catch (error) {
    if (saysNotHere(error)) return 'absent';
    throw error;
  }
}

/** A transfer: `absent` when the provider knows of none; `undefined` where it cannot be asked. */
export async function readTransfer(
  driver: RegistrarDriver,
  request: TransferRequest,
  call: CallContext,
): Promise<Transfer | 'absent' | undefined> {
  const getTransfer = offeredMethod(driver, 'getTransfer');
  if (getTransfer === undefined) return undefined;
  try {
    return await getTransfer(request, call);
  } catch (error) {
    if (isRegistrarError(error, 'DOMAIN_NOT_FOUND')) return 'absent';
    // Nothing of the request but a number that the provider once gave can be wrong.
    if (request.transferId !== undefined && isRegistrarError(error, 'INVALID_INPUT'))
      return 'absent';
    // Offered for some endings only.
    if (isRegistrarError(error, 'UNSUPPORTED_OPERATION')) return undefined;
    throw error;
  }
}

/** Providers have two words for a domain of somebody else: that it is not found, and that it is not ours. */
export function saysNotHere(error: unknown): boolean {
  return (
    isRegistrarError(error, 'DOMAIN_NOT_FOUND') ||
    (isRegistrarError(error, 'ACCESS_DENIED') && error.reason === 'not_domain_owner')
  );
}

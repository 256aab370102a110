import type { CallContext } from '../driver/call-context.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { InvalidDomainStateError } from '../errors/invalid-domain-state-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { Domain } from '../operations/get-domain.js';
import type { Transfer } from '../operations/transfers.js';
import type { GuardReading } from '../outcome/operation-journal.js';
import { readStanding, readTransfer } from '../outcome/read-standing.js';
import { isUnderWay } from '../outcome/transfer-proof.js';
import type { DomainName } from '../values/domain-name.js';
import type { DomainStatus } from '../values/domain-status.js';

// An account can still list a name that it lost, or never got.
const gone: readonly DomainStatus[] = ['transferred_away', 'transfer_failed', 'deleted'];

/**
 * Reads that a domain can be ordered here: it is not here already, and no transfer of it is under way. Answers what a later
 * reading is compared with.
 *
 * @throws InvalidDomainStateError
 */
export async function guardTransfer(
  driver: RegistrarDriver,
  domain: DomainName,
  call: CallContext,
): Promise<Pick<GuardReading, 'transferBefore' | 'ownedBefore'>> {
  const latest = await readTransfer(driver, { domain, transferId: undefined }, call);
  if (latest !== undefined && latest !== 'absent') assertEnded(latest, call.origin);
  const ownedBefore = await readOwnedBefore(driver, domain, call);
  return {
    ...(latest === undefined ? {} : { transferBefore: toBefore(latest) }),
    ...(ownedBefore === undefined ? {} : { ownedBefore }),
  };
}

function assertEnded(latest: Transfer, origin: ErrorOrigin): void {
  if (isUnderWay(latest)) {
    throw new InvalidDomainStateError({
      ...origin,
      detail: 'a transfer of the domain is under way already; getTransfer tells how it stands',
      state: 'transfer_in',
    });
  }
  if (latest.status !== 'unknown') return;
  throw new InvalidDomainStateError({
    ...origin,
    detail:
      'the provider shows a transfer of the domain in a state without a known meaning; look at it with getTransfer and in the panel before ordering another',
  });
}

/** `undefined` when the provider does not say. */
async function readOwnedBefore(
  driver: RegistrarDriver,
  domain: DomainName,
  call: CallContext,
): Promise<false | undefined> {
  let standing: Domain | 'absent' | undefined;
  try {
    standing = await readStanding(driver, domain, call);
  } catch (error) {
    // To some providers a domain of somebody else is one that may not be looked at, for whatever reason.
    if (isRegistrarError(error, 'ACCESS_DENIED') && error.reason === 'unspecified')
      return undefined;
    throw error;
  }
  if (standing === undefined) return undefined;
  if (standing === 'absent' || standing.owned === false || gone.includes(standing.status))
    return false;
  const { status } = standing;
  const detail =
    status === 'transfer_in'
      ? 'a transfer of the domain is under way already'
      : status === 'unknown'
        ? 'the provider lists the domain in this account, in a state without a known meaning; look at it in the panel before ordering a transfer'
        : `the domain is in this account already (${status})`;
  throw new InvalidDomainStateError({ ...call.origin, detail, state: status });
}

function toBefore(latest: Transfer | 'absent'): NonNullable<GuardReading['transferBefore']> {
  if (latest === 'absent') return { status: 'absent' };
  const { status, transferId } = latest;
  return { status, ...(transferId === undefined ? {} : { transferId }) };
}

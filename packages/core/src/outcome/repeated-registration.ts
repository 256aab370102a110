import type { CallContext } from '../driver/call-context.js';
import { offeredMethod } from '../driver/offered-method.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import { ProviderError } from '../errors/provider-error.js';
import { splitDomainName } from '../values/domain-name.js';
import type { Doubt, PurchaseRecord } from './account-journal.js';
import type { PurchaseRow } from './operation-journal.js';
import { outcomeUnknown } from './purchase-errors.js';
import { readStanding } from './read-standing.js';
import { lossOf } from './recorded-orders.js';
import { lostAtOf, repeatableFrom } from './repeat-rule.js';

/** A purchase of unknown outcome that nobody is sending. */
export interface UnknownRow extends PurchaseRow {
  readonly state: Doubt;
}

/** Whether an order may be sent again when nothing shows it; the rule stands in {@link repeatableFrom}. */
export function isRepeatable(row: PurchaseRow, now: number): row is UnknownRow {
  if (row.state.status !== 'unknown') return false;
  const from = repeatableFrom(row.kind, lostAtOf(row, now));
  return from !== undefined && from <= now;
}

/**
 * Where names are not registered at once, an order can lie at the registry for days and show nowhere, and a second one beside it
 * would be taken and charged.
 *
 * @throws OutcomeUnknownError
 */
export async function refuseLateRegistration(
  driver: RegistrarDriver,
  row: UnknownRow,
  call: CallContext,
): Promise<void> {
  const { tld } = splitDomainName(row.operation.domain);
  if (!(await isRegisteredLater(driver, tld, call))) return;
  const because = `${lossOf(row)}; names with .${tld} are not registered at once, so that the order may still wait there, and it is never sent again by itself`;
  throw outcomeUnknown(row, { because }, call);
}

async function isRegisteredLater(
  driver: RegistrarDriver,
  tld: string,
  call: CallContext,
): Promise<boolean> {
  const listTlds = offeredMethod(driver, 'listTlds');
  if (listTlds === undefined) return false;
  let page = await listTlds({}, call);
  // A provider that does not state it for any of the first ones is not asked for the rest.
  while (page.items.some(({ instantRegistration }) => instantRegistration !== undefined)) {
    const row = page.items.find((item) => item.tld === tld);
    if (row !== undefined) return row.instantRegistration === false;
    if (page.next === undefined) return false;
    page = await listTlds({ cursor: page.next }, call);
  }
  return false;
}

/**
 * The last look before an order is sent again, while nobody else can send it: the account must be known not to hold the name. One
 * that could not be asked for it does not count.
 */
export async function assertNotHere(
  driver: RegistrarDriver,
  { operation }: PurchaseRecord,
  call: CallContext,
): Promise<void> {
  const standing = await readStanding(driver, operation.domain, call);
  if (standing === 'absent' || (standing !== undefined && standing.owned === false)) return;
  throw new ProviderError({
    ...call.origin,
    detail:
      standing === undefined
        ? 'the provider cannot be asked whether the name is in this account'
        : `the name is in this account (${standing.status})`,
  });
}

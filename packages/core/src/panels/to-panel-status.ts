import { match } from 'ts-pattern';
import type { DomainSync } from '../operations/sync-domain.js';
import type { DomainStatus } from '../values/domain-status.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quoteValue } from '../values/quote-value.js';
import { panels, type Panel } from './panel.js';
import type { PanelState } from './panel-states.js';

/** A word of the panel, or `keep`: leave the panel's record as it is, and look again at the next run. */
export type PanelStatus<Name extends Panel = Panel> = PanelState<Name> | 'keep';

/**
 * What a panel is to be told after `syncDomain`: one of the few words that it knows, see {@link panelStates}.
 *
 * `keep` is the answer for everything that is not certain, so that a domain which one reading did not find is never cancelled;
 * and for what the panel has no word for, such as a dispute, which a person has to look at.
 *
 * @param sync - as `syncDomain` answered it.
 * @throws {@link InvalidInputError} for a panel that is none of {@link panels}.
 */
export function toPanelStatus<Name extends Panel>(
  sync: Pick<DomainSync, 'status' | 'certain'>,
  panel: Name,
): PanelStatus<Name> {
  if (!Object.hasOwn(translators, panel)) throw unknownPanel(panel);
  if (!sync.certain) return 'keep';
  const translate: Translators[Name] = translators[panel];
  return translate(sync.status);
}

function unknownPanel(panel: unknown): InvalidInputError {
  const problem = `${quoteValue(panel)} is not one of the known panels`;
  return new InvalidInputError({
    provider: 'registrar-kit',
    operation: 'toPanelStatus',
    issues: [{ path: 'panel', problem, cure: `give one of: ${panels.join(', ')}` }],
  });
}

type Translators = { readonly [Name in Panel]: (status: DomainStatus) => PanelStatus<Name> };

/** On its way out a domain is still here, active and to be renewed: the transfer may fail. */
const translators: Translators = {
  // Pending and transferring domains have no field in Sync; TransferSync has its own, which getTransfer fills.
  whmcs: (status) =>
    match(status)
      .returnType<PanelStatus<'whmcs'>>()
      .with('active', 'transfer_out', () => 'active')
      .with('expired', 'redemption', 'deleting', () => 'expired')
      .with('transferred_away', () => 'transferredAway')
      .with('deleted', () => 'cancelled')
      .with('pending', 'transfer_in', 'transfer_failed', 'restoring', () => 'keep')
      .with('on_hold', 'disputed', 'unknown', () => 'keep')
      .exhaustive(),
  wisecp: (status) =>
    match(status)
      .returnType<PanelStatus<'wisecp'>>()
      .with('active', 'transfer_out', () => 'active')
      .with('pending', 'transfer_in', () => 'awaiting')
      .with('expired', 'redemption', 'deleting', 'deleted', () => 'expired')
      .with('transferred_away', () => 'transferred')
      .with('transfer_failed', 'restoring', () => 'keep')
      .with('on_hold', 'disputed', 'unknown', () => 'keep')
      .exhaustive(),
  // HostBill's words for domains that are gone are not sourced; the registrar's own module says Expired.
  hostbill: (status) =>
    match(status)
      .returnType<PanelStatus<'hostbill'>>()
      .with('active', 'transfer_out', () => 'Active')
      .with('pending', () => 'Pending Registration')
      .with('transfer_in', () => 'Pending Transfer')
      .with('expired', 'redemption', 'deleting', () => 'Expired')
      .with('deleted', 'transferred_away', () => 'Expired')
      .with('transfer_failed', 'restoring', () => 'keep')
      .with('on_hold', 'disputed', 'unknown', () => 'keep')
      .exhaustive(),
  // Blesta and FOSSBilling end an expired service by its date; until then the customer can renew it.
  blesta: (status) =>
    match(status)
      .returnType<PanelStatus<'blesta'>>()
      .with('active', 'transfer_out', () => 'active')
      .with('pending', 'transfer_in', () => 'pending')
      .with('deleted', 'transferred_away', () => 'canceled')
      .with('expired', 'redemption', 'deleting', 'restoring', () => 'keep')
      .with('transfer_failed', 'on_hold', 'disputed', 'unknown', () => 'keep')
      .exhaustive(),
  // It has no word for a domain that is gone, nor for one that is not here yet.
  clientexec: (status) =>
    match(status)
      .returnType<PanelStatus<'clientexec'>>()
      .with('active', 'transfer_out', () => 'is_registered')
      .with('expired', 'redemption', () => 'is_expired')
      .with('pending', 'transfer_in', 'transfer_failed', 'restoring', () => 'keep')
      .with('deleting', 'deleted', 'transferred_away', () => 'keep')
      .with('on_hold', 'disputed', 'unknown', () => 'keep')
      .exhaustive(),
  fossbilling: (status) =>
    match(status)
      .returnType<PanelStatus<'fossbilling'>>()
      .with('active', 'transfer_out', () => 'active')
      .with('pending', 'transfer_in', () => 'pending_setup')
      .with('deleted', 'transferred_away', () => 'canceled')
      .with('expired', 'redemption', 'deleting', 'restoring', () => 'keep')
      .with('transfer_failed', 'on_hold', 'disputed', 'unknown', () => 'keep')
      .exhaustive(),
  // Not how it stands, but whether it was read: HostFact knows the state by the date.
  hostfact: (status) =>
    match(status)
      .returnType<PanelStatus<'hostfact'>>()
      .with('active', 'transfer_out', 'on_hold', 'disputed', () => 'success')
      .with('expired', 'redemption', 'restoring', 'deleting', () => 'success')
      .with('deleted', 'transferred_away', () => 'error')
      .with('pending', 'transfer_in', 'transfer_failed', 'unknown', () => 'keep')
      .exhaustive(),
};

import { describe, expect, it } from '@jest/globals';
import {
  panels,
  panelStates,
  toPanelStatus,
  type DomainStatus,
  type Panel,
  type PanelState,
  type PanelStatus,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';

/** What each panel is told, in the order of {@link panels}; every status is here, or this does not compile. */
const told: Readonly<Record<DomainStatus, Readonly<Record<Panel, PanelStatus>>>> = {
  active: row('active', 'active', 'Active', 'active', 'is_registered', 'active', 'success'),
  pending: row(
    'keep',
    'awaiting',
    'Pending Registration',
    'pending',
    'keep',
    'pending_setup',
    'keep',
  ),
  transfer_in: row(
    'keep',
    'awaiting',
    'Pending Transfer',
    'pending',
    'keep',
    'pending_setup',
    'keep',
  ),
  transfer_out: row('active', 'active', 'Active', 'active', 'is_registered', 'active', 'success'),
  transferred_away: row(
    'transferredAway',
    'transferred',
    'Expired',
    'canceled',
    'keep',
    'canceled',
    'error',
  ),
  transfer_failed: row('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'keep'),
  on_hold: row('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'success'),
  disputed: row('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'success'),
  expired: row('expired', 'expired', 'Expired', 'keep', 'is_expired', 'keep', 'success'),
  redemption: row('expired', 'expired', 'Expired', 'keep', 'is_expired', 'keep', 'success'),
  restoring: row('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'success'),
  deleting: row('expired', 'expired', 'Expired', 'keep', 'keep', 'keep', 'success'),
  deleted: row('cancelled', 'expired', 'Expired', 'canceled', 'keep', 'canceled', 'error'),
  unknown: row('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'keep'),
};

const statuses = Object.keys(told) as DomainStatus[];

/** What says that a panel may end the service or take the domain off the list. */
const final: readonly string[] = [
  'cancelled',
  'canceled',
  'transferredAway',
  'transferred',
  'error',
  'expired',
  'Expired',
  'is_expired',
];

describe('toPanelStatus', () => {
  it.each(['WHMCS', 'plesk', 'constructor', undefined])('refuses the panel %p', (panel) => {
    expect(() => toPanelStatus({ status: 'active', certain: true }, panel as never)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        issues: [
          expect.objectContaining({
            path: 'panel',
            cure: expect.stringContaining('give one of: whmcs, '),
          }),
        ],
      }),
    );
  });

  it.each(panels)('has an answer of %s for every status', (panel) => {
    for (const status of statuses) {
      expect([status, toPanelStatus({ status, certain: true }, panel)]).toEqual([
        status,
        told[status][panel],
      ]);
    }
  });

  it.each(panels)('leaves the record of %s as it is while nothing is certain', (panel) => {
    for (const status of statuses)
      expect(toPanelStatus({ status, certain: false }, panel)).toBe('keep');
  });

  it.each(panels)('says only words that %s knows, and each of them for some status', (panel) => {
    const words = new Set(
      statuses.map((status) => toPanelStatus({ status, certain: true }, panel)),
    );
    words.delete('keep');
    expect([...words].sort()).toEqual(Object.keys(panelStates[panel].words).sort());
  });

  it('ends nothing in any panel for a domain that is here, coming, or held', () => {
    const safe = [
      'active',
      'pending',
      'transfer_in',
      'transfer_out',
      'transfer_failed',
      'on_hold',
      'disputed',
      'restoring',
      'unknown',
    ] as const satisfies readonly DomainStatus[];
    const ended = safe.flatMap((status) =>
      panels
        .map((panel) => toPanelStatus({ status, certain: true }, panel))
        .filter((word) => final.includes(word)),
    );
    expect(ended).toEqual([]);
  });

  it('answers the words of the panel that is asked for, and no others', () => {
    const sync = { status: 'active', certain: true } as const;
    expectTypeOf(toPanelStatus(sync, 'blesta')).toEqualTypeOf<
      'active' | 'pending' | 'canceled' | 'keep'
    >();
    expectTypeOf(toPanelStatus(sync, 'whmcs')).toEqualTypeOf<PanelStatus<'whmcs'>>();
    expectTypeOf<PanelState<'hostfact'>>().toEqualTypeOf<'success' | 'error'>();
    expect(toPanelStatus(sync, 'blesta')).toBe('active');
  });
});

function row(
  ...words: readonly [
    PanelStatus<'whmcs'>,
    PanelStatus<'wisecp'>,
    PanelStatus<'hostbill'>,
    PanelStatus<'blesta'>,
    PanelStatus<'clientexec'>,
    PanelStatus<'fossbilling'>,
    PanelStatus<'hostfact'>,
  ]
): Readonly<Record<Panel, PanelStatus>> {
  const [whmcs, wisecp, hostbill, blesta, clientexec, fossbilling, hostfact] = words;
  return { whmcs, wisecp, hostbill, blesta, clientexec, fossbilling, hostfact };
}

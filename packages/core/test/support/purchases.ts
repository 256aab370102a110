import {
  money,
  PortableRegistrar,
  TransportError,
  volatileJournal,
  type CallContext,
  type JournalRow,
  type OperationJournal,
  type RegisterDomainInput,
  type RegistrarEvent,
  type RegistrarRuntime,
  type RenewDomainInput,
  type RestoreDomainInput,
  type TransferDomainInput,
} from '@registrar-kit/core';
import { aContact } from './a-contact.js';
import { lifecycleCapabilities } from './test-capabilities.js';
import { TestClock } from './test-clock.js';
import { TestDriver } from './test-driver.js';

export const registration: RegisterDomainInput = {
  domain: 'example.com',
  years: 1,
  contacts: { registrant: aContact() },
  price: 'listed',
};

export const renewal: RenewDomainInput = {
  domain: 'example.com',
  years: 1,
  expectedExpiresOn: '2026-06-01',
  price: 'listed',
};

export const restore: RestoreDomainInput = {
  domain: 'example.com',
  price: { atMost: money('10.00', 'USD') },
};

/** With an auth code that would be noticed if it turned up where it must not. */
export const transfer: TransferDomainInput = {
  domain: 'example.com',
  authCode: 'CANARY-auth-code',
  price: 'listed',
};

export interface Shop {
  readonly clock: TestClock;
  readonly driver: TestDriver;
  readonly journal: OperationJournal;
  readonly events: RegistrarEvent[];
  readonly registrar: PortableRegistrar;
  /** Another registrar over the same account and journal, as in another process. */
  another(): PortableRegistrar;
  rows(): Promise<readonly JournalRow[]>;
}

/** A registrar that can buy, with everything about it in reach. */
export function aShop(
  changes: Partial<RegistrarRuntime> = {},
  driver: TestDriver = new TestDriver(),
): Shop {
  const clock = new TestClock();
  const { journal = volatileJournal({ now: () => clock.now() }), ...others } = changes;
  const events: RegistrarEvent[] = [];
  const runtime: RegistrarRuntime = {
    clock,
    journal,
    onEvent: (event) => {
      events.push(event);
    },
    ...others,
  };
  return {
    clock,
    driver,
    journal,
    events,
    registrar: new PortableRegistrar(driver, runtime),
    another: () => new PortableRegistrar(driver, runtime),
    rows: () => journal.list('test-registrar api.example.com account-1'),
  };
}

/** A shop at a registrar that restores, transfers and sets what was left open. */
export function aWholeShop(changes: Partial<RegistrarRuntime> = {}): Shop {
  return aShop(changes, new TestDriver({ capabilities: lifecycleCapabilities }));
}

/** The answer did not come; whether the registrar acted is not known. */
export function lostAnswer(call: CallContext): TransportError {
  const detail = 'the connection broke before the answer came';
  return new TransportError({ ...call.origin, detail, phase: 'sent', effect: 'unknown' });
}

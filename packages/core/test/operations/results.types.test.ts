import { describe, expect, it } from '@jest/globals';
import type {
  Availability,
  Capability,
  CapabilityTable,
  DomainNameReading,
  DryRunResult,
  Effect,
  JournalState,
  OperationState,
  PaidCallOptions,
  PaidResult,
  PriceConsent,
  Quote,
  RegisterDomainInput,
  RegisterDomainResult,
  Registrar,
  RenewDomainInput,
  RenewDomainResult,
  RestoreDomainInput,
  UnknownReason,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';
import { match } from 'ts-pattern';

describe('availability', () => {
  it('closes under an exhaustive match', () => {
    const wordOf = (row: Availability): string =>
      match(row.availability)
        .with('available', () => 'free')
        .with('taken', () => 'taken')
        .with('unknown', () => 'ask again')
        .exhaustive();
    const whyOf = (reason: UnknownReason): string =>
      match(reason)
        .with('invalid_name', 'tld_not_sold', () => 'choose another')
        .with('missing_from_answer', 'request_failed', () => 'ask again')
        .exhaustive();
    expect([
      wordOf({ input: 'x', domain: null, availability: 'unknown' }),
      whyOf('invalid_name'),
    ]).toEqual(['ask again', 'choose another']);
  });

  it('does not let the unknown be forgotten', () => {
    const careless = ({ availability }: Availability) =>
      match(availability)
        .with('available', () => true)
        .with('taken', () => false);
    const row: Availability = { input: 'x', domain: null, availability: 'unknown' };
    // @ts-expect-error unknown is not handled
    expect(() => void careless(row).exhaustive()).toThrow();
  });
});

describe('a purchase', () => {
  it('is done or pending, and never anything else', () => {
    expectTypeOf<PaidResult['status']>().toEqualTypeOf<'done' | 'pending'>();
    expectTypeOf<RegisterDomainResult>().toExtend<PaidResult>();
    expectTypeOf<RenewDomainResult>().toExtend<PaidResult>();
    expectTypeOf<DryRunResult['status']>().toEqualTypeOf<'not_sent'>();
    const next = (result: RegisterDomainResult | DryRunResult): string =>
      match(result)
        .with({ status: 'done' }, ({ domain }) => domain)
        .with({ status: 'pending' }, ({ operation }) => operation.id)
        .with({ status: 'not_sent' }, ({ quote }) => quote.price.amount)
        .exhaustive();
    expectTypeOf(next).returns.toBeString();
  });

  it('answers by whether it is dry', () => {
    const register: Registrar['registerDomain'] = () => new Promise<never>(() => undefined);
    const input = {} as RegisterDomainInput;
    const options: PaidCallOptions = {};
    expectTypeOf(register(input)).resolves.toEqualTypeOf<RegisterDomainResult>();
    expectTypeOf(
      register(input, { idempotencyKey: 'order-7' }),
    ).resolves.toEqualTypeOf<RegisterDomainResult>();
    expectTypeOf(register(input, { dryRun: false })).resolves.toEqualTypeOf<RegisterDomainResult>();
    expectTypeOf(register(input, { dryRun: true })).resolves.toEqualTypeOf<DryRunResult>();
    expectTypeOf(register(input, options)).resolves.toEqualTypeOf<
      RegisterDomainResult | DryRunResult
    >();
  });

  it('needs consent to a price', () => {
    expectTypeOf<RegisterDomainInput>().toHaveProperty('price').toEqualTypeOf<PriceConsent>();
    expectTypeOf<RenewDomainInput>().toHaveProperty('price').toEqualTypeOf<PriceConsent>();
    expectTypeOf<Quote>().toExtend<PriceConsent>();
    expectTypeOf<'listed'>().toExtend<PriceConsent>();
    // A restore has no listed price.
    expectTypeOf<'listed'>().not.toExtend<RestoreDomainInput['price']>();
    expectTypeOf<number>().not.toExtend<PriceConsent>();
  });

  it('needs the date for a renewal', () => {
    expectTypeOf<RenewDomainInput>().toHaveProperty('expectedExpiresOn').toBeString();
    expectTypeOf<Omit<RenewDomainInput, 'expectedExpiresOn'>>().not.toExtend<RenewDomainInput>();
  });
});

describe('states', () => {
  it('of operations close', () => {
    const word = (state: OperationState): string =>
      match(state)
        .with({ status: 'done' }, { status: 'pending' }, ({ result }) => result.domain)
        .with({ status: 'failed' }, ({ cause = 'other' }) => cause)
        .with({ status: 'refused' }, () => 'refused')
        .with({ status: 'answered' }, ({ operation }) => operation.command)
        .with({ status: 'unknown' }, () => 'unknown')
        .exhaustive();
    expect(word({ status: 'refused' })).toBe('refused');
  });

  it('of journal rows close', () => {
    const word = (state: JournalState): string =>
      match(state)
        .with({ status: 'started' }, () => 'under way')
        .with({ status: 'unknown' }, ({ because }) => because)
        .with({ status: 'done' }, ({ charged }) => String(charged?.amount))
        .exhaustive();
    expect(word({ status: 'started' })).toBe('under way');
  });

  it('of name readings close', () => {
    const word = (reading: DomainNameReading): string =>
      match(reading)
        .with({ ok: true }, ({ domain }) => domain)
        .with({ ok: false }, ({ problem }) => problem)
        .exhaustive();
    expect(word({ ok: false, problem: 'is empty', cure: 'x' })).toBe('is empty');
  });

  it('of effects close', () => {
    expectTypeOf<Effect>().toEqualTypeOf<'none' | 'applied' | 'unknown'>();
  });
});

describe('capabilities', () => {
  it('close, and carry the limits of their operation', () => {
    const word = (capability: Capability<'checkAvailability'>): string =>
      match(capability)
        .with({ support: 'supported' }, ({ namesPerRequest }) => String(namesPerRequest))
        .with({ support: 'conditional' }, ({ note }) => note)
        .with({ support: 'unsupported' }, ({ reason }) => reason)
        .exhaustive();
    expect(word({ support: 'supported', namesPerRequest: 30 })).toBe('30');
    // @ts-expect-error the limit is missing
    const missing: CapabilityTable['checkAvailability'] = { support: 'supported' };
    expect(missing).toBeDefined();
  });
});

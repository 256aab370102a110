import { describe, it } from '@jest/globals';
import {
  money,
  parseCalendarDate,
  parseDomainName,
  parseNameserver,
  type CalendarDate,
  type DomainName,
  type Money,
  type Nameserver,
  type OperationHandle,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';

describe('values', () => {
  it('are branded text: usable as text, and not to be mistaken for any', () => {
    expectTypeOf(parseDomainName).returns.toEqualTypeOf<DomainName>();
    expectTypeOf<DomainName>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<DomainName>();
    expectTypeOf<Nameserver>().not.toExtend<DomainName>();
    expectTypeOf<DomainName>().not.toExtend<Nameserver>();
    expectTypeOf(parseNameserver).returns.toEqualTypeOf<Nameserver>();
    expectTypeOf(parseCalendarDate).returns.toEqualTypeOf<CalendarDate>();
    expectTypeOf<Date>().not.toExtend<CalendarDate>();
  });

  it('hold amounts as text', () => {
    expectTypeOf(money).parameters.toEqualTypeOf<[amount: string, currency: string]>();
    expectTypeOf<Money['amount']>().toEqualTypeOf<string>();
  });

  it('are readonly data', () => {
    expectTypeOf<Money>().toEqualTypeOf<Readonly<Money>>();
    expectTypeOf<OperationHandle>().toEqualTypeOf<Readonly<OperationHandle>>();
  });
});

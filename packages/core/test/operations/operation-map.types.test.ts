import { describe, expect, it } from '@jest/globals';
import {
  operationGroups,
  operationNames,
  type CallOptions,
  type CapabilityTable,
  type DryRunResult,
  type OperationMap,
  type OperationName,
  type PaidCallOptions,
  type PricedOperation,
  type Registrar,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';

type Properties = 'provider' | 'environment' | 'scope' | 'capabilities' | 'simulated';

/** What a method takes as input; `never` where it takes options only. */
type InputOf<Name extends OperationName> =
  Required<Parameters<Registrar[Name]>> extends [infer Input, unknown]
    ? Extract<Input, object>
    : never;

/** The options are the last parameter of every method. */
type OptionsOf<Name extends OperationName> =
  Required<Parameters<Registrar[Name]>> extends [...unknown[], infer Options] ? Options : never;

type AnswerOf<Name extends OperationName> = ReturnType<Registrar[Name]>;

describe('Registrar', () => {
  it('has exactly the operations of the map, and what says which one it is', () => {
    expectTypeOf<keyof Registrar>().toEqualTypeOf<OperationName | Properties>();
  });

  it('takes the input that the map states', () => {
    type Actual = { [Name in OperationName]: InputOf<Name> };
    type Stated = { [Name in OperationName]: Extract<OperationMap[Name]['input'], object> };
    expectTypeOf<Actual>().toEqualTypeOf<Stated>();
  });

  it('takes the options that the map states', () => {
    type Actual = { [Name in OperationName]: OptionsOf<Name> };
    type Stated = { [Name in OperationName]: OperationMap[Name]['options'] };
    expectTypeOf<Actual>().toEqualTypeOf<Stated>();
    // The comparison sees what differs by optional fields only.
    expectTypeOf<CallOptions>().not.toEqualTypeOf<PaidCallOptions>();
  });

  it('answers what the map states', () => {
    type Actual = { [Name in OperationName]: AnswerOf<Name> };
    type Stated = { [Name in OperationName]: OperationMap[Name]['answer'] };
    expectTypeOf<Actual>().toEqualTypeOf<Stated>();
  });

  it('charges the account by the operations that take paid options, and by no others', () => {
    type Paid = {
      [Name in OperationName]: 'idempotencyKey' extends keyof OperationMap[Name]['options']
        ? Name
        : never;
    }[OperationName];
    expectTypeOf<Paid>().toEqualTypeOf<PricedOperation>();
    expectTypeOf<OperationMap[Paid]['options']>().toEqualTypeOf<PaidCallOptions>();
    expectTypeOf<DryRunResult>().toExtend<Awaited<OperationMap[Paid]['answer']>>();
  });
});

describe('the names', () => {
  it('stand in a group each, and in the capability table', () => {
    type Grouped = (typeof operationGroups)[keyof typeof operationGroups][number];
    expectTypeOf<Grouped>().toEqualTypeOf<OperationName>();
    expectTypeOf<keyof CapabilityTable>().toEqualTypeOf<OperationName>();
  });

  it('are listed once', () => {
    expect(new Set(operationNames).size).toBe(operationNames.length);
    expect(operationNames).toEqual(Object.values(operationGroups).flat());
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  PortableRegistrar,
  type CallContext,
  type Capability,
  type CapabilityTable,
  type Domain,
  type DriverFor,
  type DriverOperations,
  type OperationName,
  type RegistrarDriver,
  type SupportedOperation,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';
import { nothingSupported } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';

interface Unsupported {
  readonly support: 'unsupported';
  readonly reason: string;
}

/** A table in which the given operations are possible, and no others. */
type Only<Possible extends OperationName> = {
  [Name in OperationName]: Name extends Possible
    ? Exclude<Capability<Name>, Unsupported>
    : Unsupported;
};

type Table = Only<'getDomain' | 'checkAvailability' | 'getOperation'>;

declare const identity: Pick<
  RegistrarDriver,
  'contractVersion' | 'provider' | 'environment' | 'scope' | 'capabilities' | 'simulated'
>;
declare const getDomain: (domain: Domain['domain'], call: CallContext) => Promise<Domain>;
declare const checkAvailability: DriverOperations['checkAvailability'];

describe('DriverFor', () => {
  it('wants a method for every operation that the table marks as possible', () => {
    expectTypeOf<SupportedOperation<Table>>().toEqualTypeOf<
      'getDomain' | 'checkAvailability' | 'getOperation'
    >();
    type Driver = DriverFor<Table>;
    expectTypeOf<Driver>()
      .toHaveProperty('getDomain')
      .toEqualTypeOf<DriverOperations['getDomain']>();
    expectTypeOf<Driver['getDomain']>().not.toBeNullable();
    expectTypeOf<Driver['checkAvailability']>().not.toBeNullable();
    // What the table does not offer may be left out, and what the portable part does by itself is nobody else's.
    expectTypeOf<Driver['renewDomain']>().toBeNullable();
    expectTypeOf<Driver>().not.toHaveProperty('getOperation');
  });

  it('does not compile without one', () => {
    const complete = (): DriverFor<Table> => ({ ...identity, getDomain, checkAvailability });
    // @ts-expect-error checkAvailability is missing
    const incomplete = (): DriverFor<Table> => ({ ...identity, getDomain });
    const text = (): string => 'a domain';
    // @ts-expect-error getDomain answers something else
    const wrong = (): DriverFor<Table> => ({ ...identity, checkAvailability, getDomain: text });
    expect([complete, incomplete, wrong]).toHaveLength(3);
  });

  it('takes an entry that is only conditional for possible', () => {
    type Conditional = Omit<Only<never>, 'renewDomain'> & {
      readonly renewDomain: Extract<Capability<'renewDomain'>, { support: 'conditional' }>;
    };
    expectTypeOf<SupportedOperation<Conditional>>().toEqualTypeOf<'renewDomain'>();
    expectTypeOf<DriverFor<Conditional>['renewDomain']>().not.toBeNullable();
  });

  it('wants everything where nothing is known about the table', () => {
    expectTypeOf<SupportedOperation<CapabilityTable>>().toEqualTypeOf<OperationName>();
    expectTypeOf<DriverFor<CapabilityTable>>().toExtend<DriverOperations>();
  });
});

describe('RegistrarDriver', () => {
  it('may be no more than a name and a table', async () => {
    const { scope } = new TestDriver();
    const driver: RegistrarDriver = {
      contractVersion: 1,
      provider: 'test-registrar',
      environment: 'test',
      scope,
      capabilities: nothingSupported,
      simulated: false,
    };
    expect(new PortableRegistrar(driver).provider).toBe('test-registrar');
  });

  it('says for which contract it was written', () => {
    expectTypeOf<RegistrarDriver['contractVersion']>().toEqualTypeOf<1>();
  });
});

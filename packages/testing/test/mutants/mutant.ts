import type {
  CapabilityTable,
  Registrar,
  RegistrarDriver,
  RegistrarRuntime,
} from '@registrar-kit/core';
import type { FakeDriver } from '../../src/fake/fake-driver.js';

/** A registrar with one mistake in it, made of one that has none. */
export interface Mutant {
  /** What it does wrong. */
  readonly mistake: string;
  /** Scenarios about this very mistake: each of them must fail. */
  readonly caughtBy: readonly [title: string, ...titles: string[]];
  /** The mistake, where the author of an adapter makes it. */
  readonly driver?: (driver: FakeDriver) => RegistrarDriver;
  /** The mistake, where the portable part would have prevented it. */
  readonly registrar?: (registrar: Registrar) => Registrar;
  /** The mistake, in what the registrar does with what its caller gave it. */
  readonly runtime?: (runtime: RegistrarRuntime) => RegistrarRuntime;
  /** The table that it offers. @defaultValue everything */
  readonly capabilities?: CapabilityTable;
  /** The table that it states. @defaultValue the one that it offers */
  readonly stated?: CapabilityTable;
}

/** The registrar with some methods of its own. */
export function withMethods(registrar: Registrar, methods: Partial<Registrar>): Registrar {
  return new Proxy(registrar, {
    get: (target, property) => {
      const own = methods[property as keyof Registrar];
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** What a call comes to, unless it fails in a way that `otherwise` knows better. */
export async function unless<Result>(
  call: Promise<Result>,
  otherwise: (error: unknown) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    return otherwise(error);
  }
}

/** A copy without some fields. */
export function without<Value extends object, Key extends keyof Value>(
  value: Value,
  ...keys: readonly Key[]
): Omit<Value, Key> {
  const left = Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key));
  return Object.fromEntries(left) as Omit<Value, Key>;
}

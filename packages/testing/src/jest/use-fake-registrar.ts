import { FakeRegistrar, type FakeRegistrarOptions } from '../fake/fake-registrar.js';
import { assertAllMet } from './assert-all-met.js';
import { endWithTests } from './lifetimes.js';

/** What a fake registrar of a test file works with. */
export interface UseFakeRegistrarOptions extends FakeRegistrarOptions {
  /** What becomes of a test that ends with something planned that no request met. @defaultValue 'fail' */
  readonly unmet?: 'fail' | 'allow';
}

/**
 * A fake registrar that is as new for each test: after each one it is reset, and so it can be made once, at the top of a file or
 * of a `describe`, and be held by the program under test. Made within a test, it ends with it.
 *
 * @throws Error after a test that planned something which never happened
 */
export function useFakeRegistrar(options: UseFakeRegistrarOptions = {}): FakeRegistrar {
  const { unmet = 'fail', ...rest } = options;
  const fake = new FakeRegistrar(rest);
  endWithTests({
    afterTest: () => {
      const left = fake.unmet;
      fake.reset();
      if (unmet === 'fail') assertAllMet(left);
    },
  });
  return fake;
}

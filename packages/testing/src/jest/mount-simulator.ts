import { isTestClock } from '../clock/test-clock.js';
import { planEvents, unstruckEvents } from '../plan/plan-event.js';
import type { PlanEntry } from '../plan/plan-options.js';
import { assertNoFailures } from '../simulator/assert-no-failures.js';
import {
  mountSimulator as mount,
  type MountedSimulator,
  type MountOptions,
} from '../simulator/mount-simulator.js';
import type { NockPort } from '../simulator/nock-port.js';
import type { RegistrarSimulator } from '../simulator/registrar-simulator.js';
import type { RegistryWorld } from '../world/registry-world.js';
import { assertAllMet } from './assert-all-met.js';
import { endWithTests } from './lifetimes.js';

/** What is used of nock 14. The module itself fits: `import nock from 'nock'`. */
export interface NockModule extends NockPort {
  isActive(): boolean;
  activate(): void;
  restore(): void;
}

/** How a simulator is mounted for tests. */
export interface MountForTestsOptions extends MountOptions {
  /** What is planned, for each test anew: names, or `{ name, operation, domain, times, … }` as `FakeRegistrar.plan` takes them. */
  readonly faults?: readonly PlanEntry[];
  /** What becomes of a test that ends with something planned that no request met. @defaultValue 'fail' */
  readonly unmet?: 'fail' | 'allow';
}

/** A simulator that a test reaches by the vendor's real host names. */
export interface SimulatorOfTests extends MountedSimulator {
  /** What really is: its ledger, its balances, its domains. */
  readonly world: RegistryWorld;
}

/**
 * Puts a vendor's simulator behind the vendor's real host names, until the test is over; or, called before the tests (at the top
 * of a file, in a `describe` or in `beforeAll`), for all tests of the file, with the world as it was at the beginning of each.
 *
 * nock is switched on where it is off, and at the end of the file off again.
 *
 * @throws Error after a test in which the simulator failed, or that planned something which never happened
 */
export function mountSimulator(
  nock: NockModule,
  simulator: RegistrarSimulator,
  options: MountForTestsOptions = {},
): SimulatorOfTests {
  const { faults = [], unmet = 'fail', ...rest } = options;
  const { world } = simulator;
  const start = world.toJSON();
  const startedAfterMs = isTestClock(world.clock) ? world.clock.advancedMs : 0;
  planEvents(world, faults);
  if (!nock.isActive()) nock.activate();
  const mounted = mount(nock, simulator, rest);
  let reported = 0;
  const report = (): void => {
    const failures = mounted.failures.slice(reported);
    reported = mounted.failures.length;
    assertNoFailures(simulator.provider, failures);
  };
  const check = (): void => {
    const left = unstruckEvents(world);
    if (isTestClock(world.clock)) world.clock.rewindTo(startedAfterMs);
    world.rewind(start);
    planEvents(world, faults);
    report();
    if (unmet === 'fail') assertAllMet(left);
  };
  const unmount = (): void => {
    mounted.unmount();
  };
  const withinTest = endWithTests({
    afterTest: () => {
      if (withinTest) unmountQuietly(mounted);
      check();
    },
    afterFile: () => {
      unmountQuietly(mounted);
      nock.restore();
    },
  });
  return { ...mounted, world, unmount };
}

/** What failed is reported test by test. */
function unmountQuietly(mounted: MountedSimulator): void {
  try {
    mounted.unmount();
  } catch {
    // Told by the caller, who knows which failures are new.
  }
}

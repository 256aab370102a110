import {
  money,
  type CapabilityTable,
  type Registrar,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { serveSimulator } from '../../simulator/serve-simulator.js';
import type { RegistrarSimulator } from '../../simulator/registrar-simulator.js';
import type { SimulatorResponse } from '../../simulator/simulator-response.js';
import { RegistryWorld } from '../../world/registry-world.js';
import type { NewWorldAccount } from '../../world/world-account.js';
import { faultSituations } from './fault-situations.js';
import { PlantedAnswers } from './planted-answers.js';
import type { RegistrarHarness } from './registrar-harness.js';
import type { Situations } from './situation.js';
import { worldSituations } from './world-situations.js';
import { purchasesIn, type WorldSubject } from './world-subject.js';

/** A subject whose simulator listens on this machine. */
export interface SimulatedSubject extends WorldSubject {
  /** Answers the next request that serves an operation with these words instead of carrying it out. */
  readonly planted: PlantedAnswers;
  /** Closes the door: no connection comes about from now on. */
  readonly shut: () => Promise<void>;
}

/** What {@link simulatorHarness} is made from. */
export interface SimulatorHarnessOptions {
  readonly capabilities: CapabilityTable;
  /** The account that signs in. Its keys are the harness' secrets. @defaultValue balances of 1,000 USD */
  readonly account: NewWorldAccount;
  /** What is secret beside the keys of the account, such as a password of a proxy. */
  readonly secrets?: readonly string[];
  /** The vendor's simulator over a world. Give it a quota that nobody has to wait for. */
  readonly simulator: (world: RegistryWorld) => RegistrarSimulator;
  /** The adapter, as users make it, with the configuration that the simulator gave out. */
  readonly connect: (config: Record<string, unknown>, runtime: RegistrarRuntime) => Registrar;
  /** A refusal in the vendor's form whose code nobody knows. */
  readonly unknownVendorCode: { readonly code: string; readonly answer: SimulatorResponse };
  /** Situations to bring about in another way, or that are impossible at this vendor. */
  readonly situations?: Partial<Situations<SimulatedSubject>>;
}

/**
 * The whole harness for an adapter whose simulator is a {@link RegistrarSimulator} over a `RegistryWorld` and lets the faults of
 * `world.faults` happen. Every subject is served over real sockets in a world of its own.
 */
export function simulatorHarness(
  options: SimulatorHarnessOptions,
): RegistrarHarness<SimulatedSubject> {
  const { capabilities, account, secrets = [], unknownVendorCode, situations } = options;
  const [firstKey, ...otherKeys] = [...Object.values(account.keys ?? {}), ...secrets];
  if (firstKey === undefined)
    throw new Error('give the account of the harness a key, which must then turn up nowhere');
  return {
    capabilities,
    secrets: [firstKey, ...otherKeys],
    open: () => openSubject(options),
    situations: {
      ...worldSituations,
      ...faultSituations,
      'unknown-vendor-code': ({ planted }, wish) => {
        const { code, answer } = unknownVendorCode;
        planted.plant(wish, answer);
        return { code };
      },
      unreachable: ({ shut }) => shut(),
      ...situations,
    },
  };
}

async function openSubject({
  capabilities,
  account,
  simulator,
  connect,
}: SimulatorHarnessOptions): Promise<SimulatedSubject> {
  const world = new RegistryWorld();
  world.addAccount({ balances: [money('1000.00', 'USD')], ...account });
  const vendor = simulator(world);
  const planted = new PlantedAnswers(world);
  let requests = 0;
  const { provider, hosts, basePath } = vendor;
  const served = await serveSimulator({
    ...{ provider, hosts, basePath, world },
    config: (baseUrl) => vendor.config(baseUrl),
    handle: (request) => {
      requests += 1;
      return planted.over(() => vendor.handle(request));
    },
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= served.close());
  return {
    world,
    account: account.id,
    capabilities,
    planted,
    connect: (runtime) => connect(served.config, runtime),
    requests: () => requests,
    purchases: () => purchasesIn(world, account.id),
    unstruck: () => planted.unstruck(),
    shut: close,
    close,
  };
}

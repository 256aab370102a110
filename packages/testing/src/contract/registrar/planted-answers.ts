import type { FaultName } from '../../world/world-fault.js';
import type { RegistryWorld } from '../../world/registry-world.js';
import type { SimulatorResponse } from '../../simulator/simulator-response.js';
import type { UnstruckFailure } from './registrar-harness.js';
import type { FailureWish } from './situation.js';

/** The fault that stands for a planted answer: one that is not executed, and that no scenario strikes the same request with. */
const standIn: FaultName = 'html-page';

/**
 * Answers in a vendor's own words for requests that serve an operation. Which requests do so only the simulator knows, so a fault
 * is planned for them, and whatever the simulator answers when that fault strikes is replaced.
 */
export class PlantedAnswers {
  readonly #world: RegistryWorld;
  #answer: SimulatorResponse | undefined;

  constructor(world: RegistryWorld) {
    this.#world = world;
  }

  /** Plans an answer. From then on every page of HTML that is planned is answered with it. */
  plant(wish: FailureWish, answer: SimulatorResponse): void {
    this.#world.faults.add({ fault: standIn, ...wish });
    this.#answer = answer;
  }

  /** The failures that have met no request, under the names of the situations that planned them. */
  unstruck(): readonly UnstruckFailure[] {
    return this.#world.faults
      .unstruck()
      .map((planned) =>
        planned.fault === standIn && this.#answer !== undefined
          ? { ...planned, fault: 'unknown-vendor-code' }
          : planned,
      );
  }

  /** Lets the simulator answer, and replaces the answer where a planted one was due. */
  async over(handle: () => Promise<SimulatorResponse>): Promise<SimulatorResponse> {
    const before = this.#left();
    const given = await handle();
    return this.#answer !== undefined && this.#left() < before ? this.#answer : given;
  }

  #left(): number {
    return this.#world.faults
      .pending()
      .filter(({ fault }) => fault === standIn)
      .reduce((sum, { times = 1, after = 0 }) => sum + times + after, 0);
  }
}

import {
  isRegistrarError,
  type CapabilityTable,
  type OperationName,
  type RegistrarError,
} from '@registrar-kit/core';

type Act = () => Promise<unknown>;

/** A scene that could not be played: how it was refused, and how that should have been. */
interface RefusedScene {
  readonly title: string;
  readonly error: RegistrarError;
  /** For each operation that its capabilities close; none where it is a limit that the scene exceeds. */
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * What a registrar tells while it plays a chapter: facts by the title of their scene, in the contract's own words. A scene
 * that it does not offer is played too, and must be refused.
 */
export class Story {
  readonly told = new Map<string, unknown>();
  readonly refused: RefusedScene[] = [];
  readonly #capabilities: CapabilityTable;

  constructor(capabilities: CapabilityTable) {
    this.#capabilities = capabilities;
  }

  /** Plays a scene that needs these operations; what it comes to is told. */
  async scene(title: string, needs: readonly OperationName[], act: Act): Promise<void> {
    const reasons = this.#reasonsAgainst(needs);
    if (reasons.size > 0) this.refused.push({ title, reasons, error: await refusalOf(act) });
    else if (this.told.has(title)) throw new Error(`there are two scenes "${title}"`);
    else this.told.set(title, await this.#played(title, act));
  }

  /** The same for a scene that lies within the limits of some providers only. */
  async sceneWithin(
    isWithin: boolean,
    title: string,
    needs: readonly OperationName[],
    act: Act,
  ): Promise<void> {
    const reasons = this.#reasonsAgainst(needs);
    if (isWithin || reasons.size > 0) await this.scene(title, needs, act);
    else this.refused.push({ title, reasons, error: await refusalOf(act) });
  }

  /** Why an operation is closed here; `undefined` where it is not. */
  reasonAgainst(operation: string): string | undefined {
    const capability = this.#capabilities[operation as OperationName];
    return capability.support === 'unsupported' ? capability.reason : undefined;
  }

  async #played(title: string, act: Act): Promise<unknown> {
    try {
      return await act();
    } catch (error) {
      if (!isRegistrarError(error, 'UNSUPPORTED_OPERATION')) throw error;
      const { operation } = error;
      if (this.reasonAgainst(operation) === undefined) throw error;
      throw new Error(
        `scene "${title}" met ${operation}, which is closed: name it among what the scene needs`,
        { cause: error },
      );
    }
  }

  #reasonsAgainst(needs: readonly OperationName[]): ReadonlyMap<string, string> {
    const reasons = new Map<string, string>();
    for (const name of needs) {
      const reason = this.reasonAgainst(name);
      if (reason !== undefined) reasons.set(name, reason);
    }
    return reasons;
  }
}

/** What a call came to, in a word. That it is not offered is for the scene to judge. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (!isRegistrarError(error) || error.code === 'UNSUPPORTED_OPERATION') throw error;
    return error.code;
  }
}

async function refusalOf(act: Act): Promise<RegistrarError> {
  try {
    await act();
  } catch (error) {
    if (isRegistrarError(error)) return error;
    throw error;
  }
  throw new Error('a scene that is not offered was played all the same');
}

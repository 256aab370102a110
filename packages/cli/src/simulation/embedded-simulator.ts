import path from 'node:path';
import type { Environment } from '@registrar-kit/core';
import type { ProviderId } from '../providers.js';
import { createSimulator } from './create-simulator.js';
import { openWorld } from './world-file.js';

/** A simulator inside this process, over real sockets, so that a command goes the whole way that it goes to the registrar. */
export interface EmbeddedSimulator {
  /** A configuration that works against it. */
  readonly config: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/**
 * Starts a simulator over the world that the state directory keeps; both providers share it, as they share the registries.
 *
 * @param access - `write` for commands that change the world: other processes then have to wait.
 * @throws ConfigurationError when the world cannot be opened.
 */
export async function startEmbeddedSimulator(options: {
  readonly provider: ProviderId;
  readonly environment: Environment;
  readonly stateDirectory: string;
  readonly access: 'read' | 'write';
  readonly signal: AbortSignal;
}): Promise<EmbeddedSimulator> {
  const { provider, environment, access, signal } = options;
  const file = path.join(options.stateDirectory, `world-${environment}.json`);
  const kept = await openWorld({ file, access, signal });
  try {
    const { serveSimulator } = await import('@registrar-kit/testing');
    const simulator = await createSimulator(provider, kept.world, environment);
    const served = await serveSimulator(simulator, { onHandled: kept.save });
    return {
      config: served.config,
      close: async () => {
        await served.close();
        kept.release();
      },
    };
  } catch (error) {
    kept.release();
    throw error;
  }
}

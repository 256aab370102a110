import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serverPrograms, type findServer } from '../test-servers/server-programs.js';
import { startPostgres } from '../test-servers/start-postgres.js';
import { startRedis } from '../test-servers/start-redis.js';
import type { JournalPlace } from './panel/panel-job.js';

/** The durable journal engines. */
export const engineNames = ['sqlite', 'postgres', 'redis'] as const;
export type EngineName = (typeof engineNames)[number];

/** An engine that runs, with an empty journal. */
export interface Engine {
  readonly name: EngineName;
  readonly place: JournalPlace;
  stop(): Promise<void>;
}

/** Why an engine cannot be started on this machine, if it cannot. */
export function whatIsMissing(engine: EngineName, find: typeof findServer): string | undefined {
  if (engine === 'sqlite' || find(engine) !== undefined) return undefined;
  return `${engine} (${serverPrograms[engine]}) is not installed`;
}

/** Starts an engine with real durability: what a journal promises is what is tested. */
export async function startEngine(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'sqlite': {
      const folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-crash-'));
      return {
        name,
        place: { engine: name, path: path.join(folder, 'journal.db') },
        stop: () => {
          rmSync(folder, { recursive: true, force: true });
          return Promise.resolve();
        },
      };
    }
    case 'postgres': {
      const server = await startPostgres();
      const place = { engine: name, connectionString: server.url };
      return { name, place, stop: () => server.destroy() };
    }
    case 'redis': {
      const server = await startRedis();
      return { name, place: { engine: name, url: server.url }, stop: () => server.destroy() };
    }
  }
}

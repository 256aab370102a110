import path from 'node:path';
import { readEnvironment } from '../input/read-environment.js';
import { readWhole } from '../input/read-numbers.js';
import { systemCodeOf } from '../input/read-text-file.js';
import { exitCodes } from '../exit-codes.js';
import { providerIds, readProviderId } from '../providers.js';
import { createSimulator } from '../simulation/create-simulator.js';
import { untilAborted } from '../simulation/until-aborted.js';
import { openWorld, type KeptWorld } from '../simulation/world-file.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar simulate`. */
export const simulate: Command = {
  name: 'simulate',
  summary: "serve a registrar's interface on this machine",
  usage: ['simulate <provider> [--port <n>] [--state <file>]'],
  about: [
    'Serves until Ctrl-C. Prints { "baseUrl", "config" }: a configuration that works against it, credentials included, which can be saved as registrar.config.json. With --json it is one line.',
    'The world is a demonstration with accounts, domains and prices that are made up. Transfers are decided after five seconds. With --state it is kept in a file, written after each change.',
  ],
  options: ['provider', 'environment', 'port', 'state'],
  examples: [
    'registrar simulate namecheap',
    'registrar simulate domain-name-api --port 8080 --state world.json --json',
  ],
  async run({ words, values }, session) {
    const [typed = values.provider, extra] = words;
    if (typed === undefined)
      throw new UsageError('simulate needs a provider', `choose one of: ${providerIds.join(', ')}`);
    if (extra !== undefined)
      throw new UsageError(`simulate serves one provider, "${extra}" is one too many`);
    const provider = readProviderId(typed);
    const environment = readEnvironment(values.environment) ?? 'test';
    const port = values.port === undefined ? 0 : readWhole(values.port, '--port', 0, 65_535);
    const { serveSimulator, createDemoWorld } = await import('@registrar-kit/testing');
    const { signal } = session.io;
    const kept: KeptWorld =
      values.state === undefined
        ? { world: createDemoWorld(), save: () => undefined, release: () => undefined }
        : await openWorld({
            file: path.resolve(session.io.workingDirectory, values.state),
            access: 'write',
            signal,
          });
    try {
      // Written at once, so that a file which cannot be written shows before anything depends on it.
      kept.save();
      const simulator = await createSimulator(provider, kept.world, environment);
      const served = await serveSimulator(simulator, { port, onHandled: kept.save }).catch(
        (error: unknown) => {
          throw cannotListen(port, error);
        },
      );
      try {
        session.printer.document(
          { baseUrl: served.baseUrl, config: served.config },
          values.json === true ? 'one-line' : 'indented',
        );
        session.printer.notice(
          `simulated: ${provider} is served on this machine only, nothing here is real; Ctrl-C ends it`,
        );
        await untilAborted(signal);
      } finally {
        await served.close();
      }
      kept.save();
    } finally {
      kept.release();
    }
    return exitCodes.done;
  },
};

function cannotListen(port: number, error: unknown): UsageError {
  const code = systemCodeOf(error);
  const why: Record<string, string> = {
    EADDRINUSE: 'another program uses it',
    EACCES: 'it may not be used without more rights',
  };
  return new UsageError(
    `cannot listen on port ${String(port)}: ${why[code] ?? code}`,
    'choose another with --port, or leave it out for a free one',
  );
}

import { isRegistrarError } from '@registrar-kit/core';
import { version } from '../package.json';
import { parseCommandLine, wantsJson } from './arguments/parse-command-line.js';
import type { CommandIo } from './command-io.js';
import { commandGroups, commands } from './commands/commands.js';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.js';
import { commandText, overviewText } from './output/help.js';
import { Printer } from './output/printer.js';
import { Session } from './session/session.js';
import { realSurroundings, type Surroundings } from './session/surroundings.js';

/**
 * Runs one command line and answers its exit code. Never throws, and never ends the process.
 *
 * @param argv - what follows the program's name.
 */
export function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  return runWithin(realSurroundings, argv, io);
}

/** The same within surroundings that a test chooses. */
export async function runWithin(
  surroundings: Surroundings,
  argv: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  const printer = new Printer(io, wantsJson(argv));
  let session: Session | undefined;
  try {
    const line = parseCommandLine(argv, commands);
    if (line.wants === 'command') {
      session = new Session(io, printer, line.invocation.values, surroundings);
      return await line.command.run(line.invocation, session);
    }
    if (line.wants === 'version') printer.text(`${version}\n`);
    else if (line.wants === 'help') printer.text(commandText(line.command));
    else if (line.asked) printer.text(overviewText(commandGroups));
    else {
      io.stderr.write(overviewText(commandGroups));
      return exitCodes.usage;
    }
    return exitCodes.done;
  } catch (error) {
    if (isPlainStop(error, io.signal)) printer.stopped(session?.simulated === true);
    else
      printer.error(error, {
        configuration: session?.configurationSource,
        simulated: session?.simulated === true,
        next: session?.commandAfter(error),
      });
    return exitCodeOf(error, io.signal);
  } finally {
    await session?.close();
  }
}

/** Ctrl-C needs no explanation, unless the registrar may have acted. */
function isPlainStop(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted && (!isRegistrarError(error) || error.effect === 'none');
}

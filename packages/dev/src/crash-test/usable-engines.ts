import { findServer, isCi } from '../test-servers/server-programs.js';
import { engineNames, whatIsMissing, type EngineName } from './engines.js';

/**
 * The engines that can be started here. Those left out are told loudly on standard error.
 *
 * @param wanted - which of them must be there; left out, all that can be found
 * @param find - where a server's programs are
 * @throws Error when one that was asked for is missing, or any under CI, which must leave nothing out.
 */
export function usableEngines(
  wanted?: readonly EngineName[],
  find: typeof findServer = findServer,
): readonly EngineName[] {
  return (wanted ?? engineNames).filter((engine) => {
    const missing = whatIsMissing(engine, find);
    if (missing === undefined) return true;
    if (wanted !== undefined) throw new Error(missing);
    if (isCi()) throw new Error(`${missing}, and CI must leave nothing out`);
    process.stderr.write(`\n*** LEFT OUT of the crash test: ${missing}\n\n`);
    return false;
  });
}

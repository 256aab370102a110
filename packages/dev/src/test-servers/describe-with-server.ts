import { describe, it } from '@jest/globals';
import { findServer, isCi, serverPrograms, type ServerName } from './server-programs.js';

/** A `describe` for tests that need a real server: without it they are left out loudly, and under CI they fail. */
export function describeWithServer(server: ServerName, title: string, body: () => void): void {
  if (findServer(server) !== undefined) {
    describe(title, body);
    return;
  }
  const missing = `${server} (${serverPrograms[server]}) is not installed`;
  if (isCi()) {
    it(`${title}: needs ${server}`, () => {
      throw new Error(`${missing}, and CI must leave nothing out`);
    });
    return;
  }
  // Past Jest's own console, which would bury it.
  process.stderr.write(`\n*** LEFT OUT: ${title}: ${missing}\n\n`);
  describe.skip(title, body);
}

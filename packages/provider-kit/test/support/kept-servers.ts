import { afterEach } from '@jest/globals';
import type { TestServer } from './http-server.js';

/** Hands through servers, and closes each after the test that started it. */
export function keptServers(): <Server extends Pick<TestServer, 'close'>>(
  starting: Promise<Server>,
) => Promise<Server> {
  const servers: Pick<TestServer, 'close'>[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (starting) => {
    const server = await starting;
    servers.push(server);
    return server;
  };
}

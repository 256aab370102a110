/** What the journal needs of a client; `Redis` and `Cluster` of ioredis 5 and 6 fit. */
export interface RedisConnection {
  call(command: string, ...args: (string | number)[]): Promise<unknown>;
  /** Tells the quota store when the connection is lost and there again. */
  on?(event: 'ready' | 'close', listener: () => void): unknown;
  /** Of several servers, of which none speaks for all. */
  readonly isCluster?: boolean;
}

/** A connection of the journal's own, which it also has to close. */
export interface OwnConnection extends RedisConnection {
  disconnect(): void;
}

/** Loads ioredis when it is first needed; a client that was passed in needs none of it. */
export async function connectRedis(
  url: string,
  timeoutMs: number,
  { longestPauseMs = 2000 }: { readonly longestPauseMs?: number } = {},
): Promise<OwnConnection> {
  const { Redis } = await import('./ioredis.js');
  const connection = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    // One try again over a new connection: every step can be repeated.
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => Math.min(attempt * 50, longestPauseMs),
    // How long a broken connection may hold up the end of the process after `close`.
    disconnectTimeout: 200,
  });
  // Each failure is told by the step that met it; without a listener ioredis would print it.
  connection.on('error', () => undefined);
  return connection;
}

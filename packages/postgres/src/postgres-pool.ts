/** What the journal needs of a connection; `PoolClient` of `pg` 8 fits. */
export interface PostgresConnection {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  removeListener(event: 'error', listener: (error: Error) => void): unknown;
  /** With `true` the connection is closed and not used again. */
  release(destroy?: boolean): void;
}

/** What the journal needs of a pool; `Pool` of `pg` 8 fits. */
export interface PostgresPool {
  connect(): Promise<PostgresConnection>;
}

/** A pool of the journal's own, which it also has to close. */
export interface OwnPool extends PostgresPool {
  end(): Promise<void>;
}

/** Loads `pg` when it is first needed; a pool that was passed in needs none of it. */
export async function createPool(connectionString: string): Promise<OwnPool> {
  const { Pool } = await import('./pg.js');
  const pool = new Pool({
    connectionString,
    max: 5,
    application_name: 'registrar-kit',
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced by the next step; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

import type { PostgresConnection, PostgresPool } from './postgres-pool.js';

/** A transaction under way. */
export interface Transaction {
  readonly rows: <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
}

/** The server did not answer in time, or all connections were in use for that long. */
export class StepTimedOut extends Error {
  override readonly name = 'StepTimedOut';
}

/** Runs work in one transaction, which is on disk when this resolves. */
export async function inTransaction<Result>(
  pool: PostgresPool,
  timeoutMs: number,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const connection = await connectBefore(deadline, pool);
  let released = false;
  const release = (destroy: boolean): void => {
    if (released) return;
    released = true;
    // A destroyed connection may still say that it broke; nobody listening would end the process.
    if (!destroy) connection.removeListener('error', ignore);
    connection.release(destroy);
  };
  const giveUp = (): void => release(true);
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      return (await connection.query(text, [...values])).rows as Row[];
    } catch (error) {
      throw deadline.aborted ? new StepTimedOut() : error;
    }
  };
  connection.on('error', ignore);
  deadline.addEventListener('abort', giveUp);
  try {
    for (const statement of opening(timeoutMs)) await rows(statement);
    const result = await work({ rows });
    await rows('COMMIT');
    return result;
  } catch (error) {
    // If even that fails, closing the connection rolls back.
    await rows('ROLLBACK').catch(giveUp);
    throw error;
  } finally {
    deadline.removeEventListener('abort', giveUp);
    release(false);
  }
}

function opening(timeoutMs: number): readonly string[] {
  return [
    // Whatever the server's default: after waiting for a lock, a statement has to see what its last holder wrote.
    'BEGIN ISOLATION LEVEL READ COMMITTED',
    // Waiting ends before our own patience does, so that it can be told from a server that is gone. And a process that is
    // stopped while it holds the lock must not stop all others.
    `SELECT set_config('lock_timeout', '${Math.ceil(timeoutMs * 0.8)}', true),
            set_config('idle_in_transaction_session_timeout', '${timeoutMs}', true),
            CASE current_setting('synchronous_commit')
              WHEN 'off' THEN set_config('synchronous_commit', 'local', true)
            END`,
  ];
}

async function connectBefore(
  deadline: AbortSignal,
  pool: PostgresPool,
): Promise<PostgresConnection> {
  const connecting = pool.connect();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new StepTimedOut());
      // One that comes too late goes back to the pool.
      connecting.then((connection) => connection.release(), ignore);
    };
    deadline.addEventListener('abort', giveUp);
    const done = (): void => deadline.removeEventListener('abort', giveUp);
    connecting.then(resolve, reject).finally(done);
  });
}

function ignore(): void {
  // What broke is told by the statement that was under way.
}

import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isRegistrarError, type OperationJournal } from '@registrar-kit/core';
import {
  describeWithServer,
  startPostgres,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import {
  postgresJournal,
  type PostgresJournal,
  type PostgresJournalOptions,
} from '@registrar-kit/postgres';
import { aJournalEntry } from '@registrar-kit/testing/contract';
import pg from 'pg';

const done = { status: 'done', result: {} } as const;

describeWithServer('postgres', 'postgresJournal in trouble', () => {
  let server: ServerProcess;
  let admin: pg.Pool;
  let count = 0;
  let schema: string;
  const journals: PostgresJournal[] = [];

  const open = (options: Partial<PostgresJournalOptions> = {}): PostgresJournal => {
    const source = options.pool === undefined ? { connectionString: server.url } : {};
    const journal = postgresJournal({ ...source, schema, timeoutMs: 5000, ...options });
    journals.push(journal);
    return journal;
  };
  /** Why a step was rejected; the password must be nowhere in it. */
  const failureOf = async (step: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await step.then(
      () => {
        throw new Error('the step was not rejected');
      },
      (thrown: unknown) => thrown,
    );
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('CANARY');
    return error;
  };
  const begin = async (
    journal: OperationJournal,
    order = aJournalEntry(),
  ): Promise<typeof order> => {
    expect(await journal.begin(order)).toMatchObject({ status: 'begun' });
    return order;
  };
  const configurationProblem = async (journal: OperationJournal): Promise<string> => {
    const error = await failureOf(journal.begin(aJournalEntry()));
    if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error as Error;
    return error.message;
  };

  beforeAll(async () => {
    server = await startPostgres();
    admin = new pg.Pool({ connectionString: server.url });
    admin.on('error', () => undefined);
  }, 60_000);
  beforeEach(() => {
    schema = `trouble_${++count}`;
  });
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  });
  afterAll(async () => {
    await admin.end();
    await server.destroy();
  });

  describe('a server that cannot write', () => {
    it('refuses an order when the disk is full, and goes on when there is space', async () => {
      const journal = open();
      const { scope, operation } = await begin(journal);
      await admin.query(`CREATE FUNCTION ${schema}.no_space() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$`);
      await admin.query(`CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON ${schema}.operations
        FOR EACH ROW EXECUTE FUNCTION ${schema}.no_space()`);
      const full = {
        name: 'JournalError',
        fault: 'full',
        message: `the journal in PostgreSQL (schema ${schema}) has no space left (53100)`,
      };
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject(full);
      expect(await failureOf(journal.settle(scope, operation.id, done))).toMatchObject(full);
      expect(await journal.list(scope)).toHaveLength(1);
      await admin.query(`DROP TRIGGER no_space ON ${schema}.operations`);
      await begin(journal);
    });

    it('rejects every step that writes when the database can only be read', async () => {
      const { scope, key, operation } = await begin(open());
      await admin.query('ALTER DATABASE postgres SET default_transaction_read_only = on');
      try {
        const journal = open();
        const readOnly = { name: 'JournalError', fault: 'read_only' };
        expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject(readOnly);
        expect(await failureOf(journal.settle(scope, operation.id, done))).toMatchObject(readOnly);
        expect(await failureOf(journal.takeLease(scope, 'zone', 'one'))).toMatchObject(readOnly);
        expect((await journal.find(scope, key))?.state).toEqual({ status: 'started' });
      } finally {
        // The way out of a read-only database, as its own message says.
        await admin.query(
          'BEGIN READ WRITE; ALTER DATABASE postgres RESET default_transaction_read_only; COMMIT',
        );
      }
    });

    it('waits for a lock, and gives up in time', async () => {
      const journal = open({ timeoutMs: 400 });
      await begin(journal);
      const holder = await admin.connect();
      await holder.query(`BEGIN; LOCK TABLE ${schema}.operations`);
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject({ fault: 'locked' });
      const waiting = begin(journal);
      await holder.query('COMMIT');
      holder.release();
      await waiting;
    });
  });

  describe('a server that goes away', () => {
    it('replaces connections that the server closed', async () => {
      const journal = open();
      await begin(journal);
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
        ['registrar-kit'],
      );
      const { scope, key } = await begin(journal);
      expect(await journal.find(scope, key)).toBeDefined();
    });

    it('rejects steps while it is gone, and holds all that it confirmed when it is back', async () => {
      const journal = open();
      const orders = await Promise.all(Array.from({ length: 20 }, () => begin(journal)));
      await server.crash();
      const gone = { name: 'JournalError', fault: 'unreachable' };
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject(gone);
      expect(await failureOf(journal.settle('scope', 'id', done))).toMatchObject(gone);
      expect(await failureOf(journal.takeLease('scope', 'zone', 'one'))).toMatchObject(gone);
      await server.start();
      for (const { scope, key } of orders) {
        expect((await journal.find(scope, key))?.state).toEqual({ status: 'started' });
      }
      await begin(journal);
    }, 30_000);

    it('gives up on a server that does not answer', async () => {
      const journal = open({ timeoutMs: 300 });
      server.freeze();
      try {
        expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject({
          fault: 'unreachable',
          message: `the journal in PostgreSQL (schema ${schema}) did not answer in time`,
        });
      } finally {
        server.thaw();
      }
    });

    it('recognises its own order when the connection broke just after it was recorded', async () => {
      let broken = false;
      const journal = open({
        pool: {
          connect: async () => {
            const connection = await admin.connect();
            return {
              on: (event, listener) => connection.on(event, listener),
              removeListener: (event, listener) => connection.removeListener(event, listener),
              release: (destroy) => connection.release(destroy),
              query: async (text, values) => {
                const answer = await connection.query(text, values);
                if (text !== 'COMMIT' || broken || !(await isRecorded())) return answer;
                broken = true;
                throw new Error('Connection terminated unexpectedly');
              },
            };
          },
        },
      });
      const isRecorded = async (): Promise<boolean> => {
        const { rows } = await admin.query(`SELECT FROM ${schema}.operations`);
        return rows.length > 0;
      };
      const { scope } = await begin(journal);
      expect(broken).toBe(true);
      expect(await journal.list(scope)).toHaveLength(1);
    });

    it('rejects steps when the table is gone, and the end of an order that is no longer there', async () => {
      const journal = open();
      const { scope, operation } = await begin(journal);
      await admin.query(`DELETE FROM ${schema}.operations`);
      const lost = { name: 'JournalError', fault: 'lost' };
      expect(await failureOf(journal.settle(scope, operation.id, done))).toMatchObject(lost);
      await admin.query(`DROP TABLE ${schema}.operations`);
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject(lost);
    });

    it('rejects steps after it was closed, and leaves a pool open that is not its own', async () => {
      const own = open();
      await begin(own);
      await own.close();
      expect(await failureOf(own.begin(aJournalEntry()))).toMatchObject({ fault: 'closed' });
      const borrowed = open({ pool: admin });
      await begin(borrowed);
      await borrowed.close();
      expect((await admin.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    });
  });

  describe('a server that is not as it should be', () => {
    it('says where it looked when nothing is there', async () => {
      const connectionString = server.url.replace(/:\d+\//, ':1/');
      const journal = open({ connectionString });
      expect(await failureOf(journal.begin(aJournalEntry()))).toMatchObject({
        fault: 'unreachable',
      });
    });

    it.each([
      [
        'a wrong password',
        (url: string) => url.replace(':CANARY', ':wrong-CANARY'),
        /user or the password \(28P01\)/,
      ],
      [
        'an unknown database',
        (url: string) => url.replace(/postgres$/, 'none'),
        /no such database/,
      ],
      [
        'a text that is no address',
        () => 'postgres://u:CANARY@[:/',
        /connectionString: cannot be read/,
      ],
    ])('names %s', async (_what, change, problem) => {
      expect(await configurationProblem(open({ connectionString: change(server.url) }))).toMatch(
        problem,
      );
    });

    it('names a right that is missing, and needs none to create a schema that is there', async () => {
      await admin.query(`CREATE ROLE clerk_${count} LOGIN PASSWORD 'CANARY-clerk'`);
      const connectionString = server.url.replace(/\/\/.*@/, `//clerk_${count}:CANARY-clerk@`);
      const journal = open({ connectionString });
      expect(await configurationProblem(journal)).toMatch(/grant CREATE and USAGE/);
      await admin.query(`CREATE SCHEMA ${schema} AUTHORIZATION clerk_${count}`);
      await begin(journal);
    });

    it('refuses the schema of a newer version', async () => {
      await begin(open());
      await admin.query(`UPDATE ${schema}.journal_version SET version = 99`);
      expect(await configurationProblem(open())).toMatch(
        /has version 99, this package knows 2; update @registrar-kit\/postgres/,
      );
    });

    it('sets the schema up once when several start at the same moment', async () => {
      const started = Array.from({ length: 6 }, () => open());
      await Promise.all(started.map((journal) => begin(journal)));
      expect(await started[0]?.list(aJournalEntry().scope)).toHaveLength(6);
    });

    it('lets one order begin where transactions do not see each other by default', async () => {
      await admin.query(
        `ALTER DATABASE postgres SET default_transaction_isolation = 'repeatable read'`,
      );
      try {
        const journal = open();
        // Connections first, so that the transactions really overlap.
        await Promise.all(Array.from({ length: 8 }, () => begin(journal)));
        const attempts = Array.from({ length: 12 }, () =>
          journal.begin(aJournalEntry({ key: 'one' })),
        );
        const begun = (await Promise.all(attempts)).filter(({ status }) => status === 'begun');
        expect(begun).toHaveLength(1);
      } finally {
        await admin.query('ALTER DATABASE postgres RESET default_transaction_isolation');
      }
    });

    it('waits for the disk where the server would not', async () => {
      await begin(open());
      await admin.query(`ALTER TABLE ${schema}.operations ADD COLUMN durable text
        DEFAULT current_setting('synchronous_commit')`);
      await admin.query('ALTER DATABASE postgres SET synchronous_commit = off');
      try {
        const { operation } = await begin(open());
        const { rows } = await admin.query<{ durable: string }>(
          `SELECT durable FROM ${schema}.operations WHERE operation_id = $1`,
          [operation.id],
        );
        expect(rows).toEqual([{ durable: 'local' }]);
      } finally {
        await admin.query('ALTER DATABASE postgres RESET synchronous_commit');
      }
    });

    it('says that rows may be lost when the server does not flush', async () => {
      const journal = open();
      expect(await journal.guarantees()).toEqual({ survives: 'power_loss', shared: true });
      await admin.query('ALTER SYSTEM SET fsync = off');
      await admin.query('SELECT pg_reload_conf()');
      try {
        let guarantees = await journal.guarantees();
        // A reload reaches the connections one after the other.
        for (let tries = 0; guarantees.survives === 'power_loss' && tries < 100; tries++) {
          await delay(20);
          guarantees = await journal.guarantees();
        }
        expect(guarantees).toEqual({
          survives: 'process_exit',
          shared: true,
          note: 'fsync of the server is off: a power cut may lose or damage rows',
        });
      } finally {
        await admin.query('ALTER SYSTEM RESET fsync');
        await admin.query('SELECT pg_reload_conf()');
      }
    });
  });
});

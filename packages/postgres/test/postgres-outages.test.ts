import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { journalScopeOf, money, systemClock } from '@registrar-kit/core';
import {
  describeOutages,
  describeWithServer,
  startPostgres,
  type OutageStore,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { postgresJournal, type PostgresJournal } from '@registrar-kit/postgres';
import { FakeRegistrar, RegistryWorld } from '@registrar-kit/testing';
import pg from 'pg';

interface SchemaStore extends OutageStore {
  readonly journal: PostgresJournal;
  readonly schema: string;
}

describeWithServer('postgres', 'postgresJournal under a paid call', () => {
  let server: ServerProcess;
  let admin: pg.Pool;
  let count = 0;
  const journals: PostgresJournal[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    admin = new pg.Pool({ connectionString: server.url });
    admin.on('error', () => undefined);
  }, 60_000);
  afterAll(async () => {
    await admin.end();
    await server.destroy();
  });

  const openStore = async (): Promise<SchemaStore> => {
    const schema = `outage_${String(++count)}`;
    const open = (): PostgresJournal => {
      const journal = postgresJournal({
        connectionString: server.url,
        schema,
        leaseMs: 500,
        timeoutMs: 1500,
      });
      journals.push(journal);
      return journal;
    };
    const journal = open();
    await journal.guarantees();
    const raw = async (): Promise<string> =>
      JSON.stringify((await admin.query(`SELECT * FROM ${schema}.operations`)).rows);
    return { schema, journal, another: open, raw };
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  };
  const dropConnections = (): Promise<unknown> =>
    admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'registrar-kit'`,
    );

  describeOutages(openStore, closeAll, {
    'a server that is gone': () => {
      let gone = false;
      return {
        strike: async () => {
          gone = true;
          await server.crash();
        },
        mend: async () => {
          if (gone) await server.start();
          gone = false;
        },
        told: /cannot be reached|closed the connection/,
      };
    },
    'a server that does not answer': () => ({
      strike: async () => {
        // Only the process that lets clients in stands still.
        await dropConnections();
        server.freeze();
      },
      mend: () => server.thaw(),
      told: /did not answer in time/,
    }),
    'a disk that is full': ({ schema }) => ({
      strike: async () => {
        await admin.query(`CREATE FUNCTION ${schema}.no_space() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$`);
        await admin.query(`CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON ${schema}.operations
          FOR EACH ROW EXECUTE FUNCTION ${schema}.no_space()`);
      },
      mend: async () => {
        await admin.query(`DROP FUNCTION IF EXISTS ${schema}.no_space CASCADE`);
      },
      told: /has no space left \(53100\)/,
    }),
    'a database that can only be read': () => ({
      strike: async () => {
        await admin.query('ALTER DATABASE postgres SET default_transaction_read_only = on');
        await dropConnections();
      },
      mend: async () => {
        await admin.query(
          'BEGIN READ WRITE; ALTER DATABASE postgres RESET default_transaction_read_only; COMMIT',
        );
        await dropConnections();
      },
      told: /can only be read \(25006\)/,
    }),
    'a table that somebody locks': ({ schema }) => {
      let holder: pg.PoolClient | undefined;
      return {
        strike: async () => {
          holder = await admin.connect();
          await holder.query(`BEGIN; LOCK TABLE ${schema}.operations`);
        },
        mend: async () => {
          await holder?.query('COMMIT');
          holder?.release();
          holder = undefined;
        },
        told: /is locked by another process/,
      };
    },
  });

  it('does not notice that its connections were cut while an order was under way', async () => {
    const { journal } = await openStore();
    const world = new RegistryWorld({ clock: systemClock });
    world.addAccount({ id: 'harbourbooks', balances: [money('1000.00', 'USD')] });
    const registrar = new FakeRegistrar({ world, runtime: { journal, clock: systemClock } });
    const domain = 'harbour-books.com';
    registrar.seed({ domain });
    const expectedExpiresOn = world.find(domain)?.expiresOn ?? '';
    const begin = journal.begin.bind(journal);
    journal.begin = async (entry) => {
      const outcome = await begin(entry);
      await dropConnections();
      return outcome;
    };
    const renewed = await registrar.renewDomain({
      domain,
      years: 1,
      expectedExpiresOn,
      price: { atMost: money('500.00', 'USD') },
    });
    expect(renewed).toMatchObject({ status: 'done', recovered: false });
    const rows = await journal.list(journalScopeOf(registrar.scope));
    expect(rows).toMatchObject([{ state: { status: 'done' } }]);
    expect(world.ledger()).toHaveLength(1);
    await closeAll();
  });
});

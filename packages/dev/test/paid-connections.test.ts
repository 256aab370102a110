import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRegistrar, money, volatileJournal, type Registrar } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { RegistryWorld, serveSimulator } from '@registrar-kit/testing';
import nock from 'nock';
import {
  recordingProxy,
  type RecordedConnection,
  type RecordingProxy,
} from './support/recording-proxy.js';

const domain = 'harbour-books.com';
const vendors = {
  namecheap: { account: 'harbourbooks', simulate: createNamecheapSimulator },
  'domain-name-api': {
    account: '0c0ffee0-1111-4222-8333-444455556666',
    simulate: createDomainNameApiSimulator,
  },
} as const;
type VendorName = keyof typeof vendors;

/** The paid request in the words of either vendor. */
const paidRequest = /Command=namecheap\.domains\.renew\b|^POST \S*\/domains\/renew\b/m;
const isPaid = ({ requests }: RecordedConnection): boolean =>
  requests.some((request) => paidRequest.test(request));

// It would open a connection for each request.
beforeAll(() => nock.restore());

describe.each(Object.keys(vendors) as VendorName[])(
  'a paid call to %s over real sockets',
  (vendor) => {
    const cleanUps: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
    });

    /** A registrar that reaches the vendor only through a proxy which notes the connections. */
    const open = async (
      cuts?: (connection: RecordedConnection) => boolean,
    ): Promise<{
      readonly world: RegistryWorld;
      readonly registrar: Registrar;
      readonly proxy: RecordingProxy;
      readonly renew: () => Promise<unknown>;
    }> => {
      const { account, simulate } = vendors[vendor];
      const world = new RegistryWorld();
      const key = '0ca9a4c0ffee4f1d7b90ca9a40000001';
      world.addAccount({ id: account, keys: { test: key }, balances: [money('1000.00', 'USD')] });
      const { expiresOn } = world.putDomain({ domain, account });
      const served = await serveSimulator(simulate({ world, quota: { speed: 1000 } }));
      cleanUps.push(() => served.close());
      const proxy = await recordingProxy(served.baseUrl, cuts);
      cleanUps.push(() => proxy.close());
      const config = { ...served.config, baseUrl: proxy.baseUrl };
      const registrar = createRegistrar(config, [namecheap, domainNameApi], {
        journal: volatileJournal(),
        random: () => 0,
      });
      const price = { atMost: money('500.00', 'USD') };
      const order = { domain, years: 1, expectedExpiresOn: expiresOn, price };
      return { world, registrar, proxy, renew: () => registrar.renewDomain(order) };
    };

    it('goes over a connection of its own, while reads share theirs', async () => {
      const { proxy, renew, world } = await open();
      expect(await renew()).toMatchObject({ status: 'done', recovered: false });
      const paid = proxy.connections.filter(isPaid);
      expect(paid.map(({ requests }) => requests.length)).toEqual([1]);
      expect(paid[0]?.requests[0]).toContain('"connection":"close"');
      const reads = proxy.connections.filter((connection) => !isPaid(connection));
      expect(Math.max(...reads.map(({ requests }) => requests.length))).toBeGreaterThan(1);
      expect(world.ledger()).toHaveLength(1);
    });

    it('is not touched by a server that cuts every kept connection', async () => {
      // What a balancer does to connections that it takes for idle; a read is asked again.
      const { renew, world } = await open(({ requests }) => requests.length > 1);
      expect(await renew()).toMatchObject({ status: 'done', recovered: false });
      expect(world.ledger()).toHaveLength(1);
    });

    it('is sent once when its connection breaks, whatever may be read afterwards', async () => {
      const { proxy, renew, world } = await open(isPaid);
      await expect(renew()).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', effect: 'unknown' });
      expect(proxy.connections.filter(isPaid)).toHaveLength(1);
      await expect(renew()).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      expect(proxy.connections.filter(isPaid)).toHaveLength(1);
      expect(world.ledger()).toHaveLength(0);
    });
  },
);

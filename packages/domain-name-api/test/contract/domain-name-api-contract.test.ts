import { beforeAll, describe, test } from '@jest/globals';
import { domainNameApi, domainNameApiCapabilities } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { registrarContract, simulatorHarness } from '@registrar-kit/testing/contract';
import nock from 'nock';
import { resellerId, testKey } from '../support/credentials.js';

// Subjects listen on real sockets.
beforeAll(() => nock.restore());

/** Nobody should have to wait for the quota, nor for the pause after a refusal. */
const quota = { windows: [{ limit: 100_000, windowMs: 8 }] };

registrarContract(
  { describe, test },
  'Domain Name API',
  simulatorHarness({
    capabilities: domainNameApiCapabilities,
    account: { id: resellerId, keys: { test: testKey } },
    simulator: (world) => createDomainNameApiSimulator({ world, quota }),
    connect: (config, runtime) => domainNameApi.create(config, runtime),
    situations: {
      'balance-beyond-floats': {
        impossible: 'Domain Name API states amounts as JSON numbers, which are floats',
      },
      'name-early-access': { impossible: 'Domain Name API states early-access fees nowhere' },
    },
    unknownVendorCode: {
      code: 'Harbour:98765',
      answer: {
        kind: 'reply',
        status: 400,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          error: { code: 'Harbour:98765', message: 'Something that nobody knows', details: null },
        }),
      },
    },
  }),
);

import { describe, test } from '@jest/globals';
import { createRegistrar } from '@registrar-kit/core';
import { registrarContract, simulatorHarness } from '@registrar-kit/testing/contract';
import { harbourNames, harbourNamesCapabilities } from '../src/index.js';
import { createHarbourNamesSimulator } from '../src/simulator/index.js';
import { refusal } from '../src/simulator/vendor-reply.js';
import { token } from './support/credentials.js';

const code = 'NOBODY-KNOWS-THIS';

/** The specification that runs: what this adapter has to do is what fails here. */
registrarContract(
  { describe, test },
  'harbour-names',
  simulatorHarness({
    capabilities: harbourNamesCapabilities,
    account: { id: 'example-account', keys: { test: token } },
    // So many that nobody has to wait.
    simulator: (world) =>
      createHarbourNamesSimulator({
        world,
        quota: { windows: [{ limit: 10_000, windowMs: 1000 }] },
      }),
    situations: {
      'balance-beyond-floats': {
        impossible: 'Harbour Names states amounts as JSON numbers, which are floats',
      },
    },
    connect: (config, runtime) => createRegistrar(config, [harbourNames], runtime),
    unknownVendorCode: { code, answer: refusal(409, code, 'nobody knows this') },
  }),
);

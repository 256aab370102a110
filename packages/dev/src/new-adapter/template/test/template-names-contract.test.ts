import { describe, test } from '@jest/globals';
import { createRegistrar } from '@registrar-kit/core';
import { registrarContract, simulatorHarness } from '@registrar-kit/testing/contract';
import { templateNames, templateNamesCapabilities } from '../src/index.js';
import { createTemplateNamesSimulator } from '../src/simulator/index.js';
import { refusal } from '../src/simulator/vendor-reply.js';
import { token } from './support/credentials.js';

const code = 'NOBODY-KNOWS-THIS';

/** The specification that runs: what this adapter has to do is what fails here. */
registrarContract(
  { describe, test },
  'template-names',
  simulatorHarness({
    capabilities: templateNamesCapabilities,
    account: { id: 'example-account', keys: { test: token } },
    // So many that nobody has to wait.
    simulator: (world) =>
      createTemplateNamesSimulator({
        world,
        quota: { windows: [{ limit: 10_000, windowMs: 1000 }] },
      }),
    connect: (config, runtime) => createRegistrar(config, [templateNames], runtime),
    unknownVendorCode: { code, answer: refusal(409, 'nobody knows this', code) },
  }),
);

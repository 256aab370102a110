import { describe, test } from '@jest/globals';
import { registrarContract } from '@registrar-kit/testing/contract';
import { fakeHarness, openFakeRegistrar } from '../support/fake-harness';
import { vendorTables } from '../support/vendor-tables';

registrarContract({ describe, test }, 'FakeRegistrar', fakeHarness());

for (const [vendor, table] of Object.entries(vendorTables))
  registrarContract(
    { describe, test },
    `FakeRegistrar as ${vendor}`,
    fakeHarness(openFakeRegistrar(table), table),
  );

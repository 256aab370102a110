import { describe, expect, it } from '@jest/globals';
import { aContactSet, type DriverOperation } from '@registrar-kit/testing';
import { busyRegistrar } from './support/busy-registrar.js';
import { attempts, type Attempt } from './support/operation-attempts.js';
import { vendorTables } from './support/vendor-tables.js';

const all = Object.entries(attempts) as [DriverOperation, Attempt][];

describe.each(Object.entries(vendorTables))('%s', (_what, capabilities) => {
  it.each(all)('%s', async (operation, attempt) => {
    const { registrar, plan } = await busyRegistrar({ capabilities });
    expect(registrar.capabilities).toBe(capabilities);
    const capability = capabilities[operation];
    if (capability.support !== 'unsupported') {
      await attempt(registrar, plan);
      expect(registrar.calls.map((call) => call.operation)).toContain(operation);
      return;
    }
    await expect(attempt(registrar, plan)).rejects.toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      operation,
      reason: capability.reason,
      effect: 'none',
    });
    expect(registrar.calls).toEqual([]);
  });

  it('keeps to its own limits', async () => {
    const { registrar } = await busyRegistrar({ capabilities });
    const { createHost, updateHost } = capabilities;
    if (createHost.support === 'unsupported' || updateHost.support === 'unsupported')
      throw new Error('the table has no hosts');
    const domain = 'own-bakery.com';
    const addresses = ['192.0.2.54', '192.0.2.55'];
    const created = registrar.createHost({ domain, host: `ns2.${domain}`, addresses });
    const renamed = created
      .catch(() => undefined)
      .then(() =>
        registrar.updateHost({ domain, host: `ns1.${domain}`, newHost: `ns3.${domain}` }),
      );
    const refused = { code: 'INVALID_INPUT', effect: 'none' };
    if (createHost.maxAddresses > 1) await expect(created).resolves.toMatchObject({ addresses });
    else await expect(created).rejects.toMatchObject(refused);
    if (updateHost.rename) await expect(renamed).resolves.toMatchObject({ host: `ns3.${domain}` });
    else await expect(renamed).rejects.toMatchObject(refused);
  });
});

it('a purchase stands although the table closes what was wished beside it', async () => {
  const { registrar } = await busyRegistrar({
    capabilities: {
      ...vendorTables['a provider without mail forwards']!,
      setPrivacy: { support: 'unsupported', reason: 'not here' },
    },
  });
  const result = await registrar.registerDomain({
    domain: 'new-bakery.us',
    years: 1,
    contacts: aContactSet(),
    price: 'listed',
    privacy: true,
    tldAttributes: { RegistrantNexus: 'C11', RegistrantPurpose: 'P1' },
  });
  expect(result).toMatchObject({
    status: 'done',
    incomplete: [{ setting: 'privacy', error: { code: 'UNSUPPORTED_OPERATION' } }],
  });
});

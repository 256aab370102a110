import { expect, test } from '@jest/globals';
import { namecheapCapabilities } from '@registrar-kit/namecheap';
import { useFakeRegistrar } from '@registrar-kit/testing/jest';
import { syncDomains } from '../src/sync-domains.js';

// Behaves as Namecheap does, as far as a panel can tell.
const fake = useFakeRegistrar({ capabilities: namecheapCapabilities });

test('the night brings what time has brought', async () => {
  const [seeded] = fake.seed('own-bakery.com');
  const known = [{ name: 'own-bakery.com', status: 'active' }] as const;
  await fake.advanceTime({ days: 400 });
  const [row] = await syncDomains(fake, known);
  expect(row?.status).not.toBe('active');
  expect(row?.expiresOn).toBe(seeded?.expiresOn);
});

test('a domain that is not found once is not believed to be gone', async () => {
  const known = [{ name: 'odd-bakery.com', status: 'active' }] as const;
  expect(await syncDomains(fake, known)).toEqual(known);
});

test('the job stops when the registrar has enough of it', async () => {
  fake.seed('a-bakery.com', 'b-bakery.com', 'c-bakery.com');
  fake.plan('rate-limited', { operation: 'syncDomain', after: 1 });
  const known = ['a-bakery.com', 'b-bakery.com', 'c-bakery.com'].map((name) => ({
    name,
    status: 'pending' as const,
  }));
  const rows = await syncDomains(fake, known);
  expect(rows.map(({ status }) => status)).toEqual(['active', 'pending', 'pending']);
  expect(fake).not.toHaveAskedFor('syncDomain', { domain: 'c-bakery.com' });
});

test('what Namecheap cannot do is refused', async () => {
  await expect(fake.getAuthCode({ domain: 'own-bakery.com' })).rejects.toBeRegistrarError(
    'UNSUPPORTED_OPERATION',
  );
});

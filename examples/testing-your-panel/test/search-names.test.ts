import { expect, test } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { anAvailability, aRegistrarError, stubRegistrar } from '@registrar-kit/testing';
import { searchNames } from '../src/search-names.js';

test('the page offers what is free, and nothing that could not be checked', async () => {
  const registrar = stubRegistrar({
    checkAvailability: [
      anAvailability({ input: 'new-bakery.com' }),
      anAvailability({ input: 'example.com', availability: 'taken' }),
      anAvailability({
        input: 'gold.com',
        premium: { registration: money('990.00', 'USD'), renewal: money('20.00', 'USD') },
      }),
      anAvailability({ input: 'odd.com', availability: 'unknown', reason: 'request_failed' }),
    ],
  });

  expect(await searchNames(registrar, ['new-bakery.com', 'example.com'])).toEqual([
    { name: 'new-bakery.com', buyable: true, text: 'free' },
    { name: 'example.com', buyable: false, text: 'taken' },
    { name: 'gold.com', buyable: true, text: 'free, a premium name: 990.00 USD' },
    { name: 'odd.com', buyable: false, text: 'could not be checked' },
  ]);
  expect(registrar).toHaveAskedFor('checkAvailability', { domain: 'example.com', times: 1 });
});

test('a search that fails as a whole is not an empty page', async () => {
  const registrar = stubRegistrar({ checkAvailability: aRegistrarError('ACCESS_DENIED') });
  await expect(searchNames(registrar, ['a.com'])).rejects.toBeRegistrarError('ACCESS_DENIED');
});

test('a stub says what it was not told', async () => {
  const registrar = stubRegistrar({ getBalance: { available: [] } });
  await expect(searchNames(registrar, ['a.com'])).rejects.toThrow('add checkAvailability');
});

import { expect, it } from '@jest/globals';
import { journalScopeOf } from '@registrar-kit/core';
import { aShop, renewal } from '../support/purchases.js';

it('finds the orders of one account in a journal', async () => {
  const shop = aShop();
  shop.driver.own('example.com');
  const { operation } = await shop.registrar.renewDomain(renewal);
  const rows = await shop.journal.list(journalScopeOf(shop.registrar.scope));
  expect(rows.map((row) => row.operation.id)).toEqual([operation.id]);
  const another = { ...shop.registrar.scope, account: 'another' };
  expect(await shop.journal.list(journalScopeOf(another))).toEqual([]);
});

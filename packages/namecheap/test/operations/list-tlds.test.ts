import { describe, expect, it } from '@jest/globals';
import { answerWith, fixture, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, globals } from '../support/test-driver.js';

describe('listTlds', () => {
  it('answers every ending on one page', async () => {
    const sent = answerWith([fixture('get-tld-list')]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.listTlds({}, read('listTlds'))).toEqual({
      total: 3,
      items: [
        {
          tld: 'com',
          registrable: true,
          instantRegistration: true,
          renewable: true,
          transferable: true,
          registrationYears: { min: 1, max: 10 },
          renewalYears: { min: 1, max: 10 },
          needsAuthCode: true,
          supportsIdn: true,
          supportsLock: true,
          supportsPrivacy: true,
        },
        {
          tld: 'co.uk',
          registrable: true,
          instantRegistration: true,
          renewable: false,
          transferable: false,
          registrationYears: { min: 1, max: 10 },
          renewalYears: { min: 1, max: 10 },
          needsAuthCode: false,
          supportsIdn: false,
          supportsLock: false,
          supportsPrivacy: false,
        },
        { tld: 'xn--p1ai', registrable: false, instantRegistration: false },
      ],
    });
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      globals('namecheap.domains.getTldList'),
    ]);
    // One row that cannot be read costs that row.
    expect(driftOf(events)).toEqual([expect.stringContaining('Tlds.Tld[3].IsApiRegisterable')]);
  });

  it('reads 5,000 endings', async () => {
    const row = (index: number): string =>
      `<Tld Name="ending${index}" IsApiRegisterable="true" Type="GTLD">An ending &amp; more<Categories><TldCategory Name="popular" SequenceNumber="10" /></Categories></Tld>\r\n`;
    const rows = Array.from({ length: 5000 }, (_, index) => row(index)).join('');
    answerWith([okBody(`<Tlds>${rows}</Tlds>`)]);
    const { driver, read } = createTestDriver();
    const { items } = await driver.listTlds({}, read('listTlds'));
    expect(items).toHaveLength(5000);
    expect(items[4999]).toEqual({ tld: 'ending4999', registrable: true });
  });
});

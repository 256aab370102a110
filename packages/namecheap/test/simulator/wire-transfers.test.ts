import { describe, expect, it } from '@jest/globals';
import type { TransferCause } from '@registrar-kit/core';
import type { TransferStage, WorldTransfer } from '@registrar-kit/testing';
import { inside, simulatedWire, type SimulatedWire } from '../support/simulated-wire.js';

const account = 'demopanel';
const here = 'elsewhere-bakery.com';
const code = 'Demo-Code!1';
const encoded = `base64:${Buffer.from(code).toString('base64')}`;
const order = { DomainName: here, Years: '1', EPPCode: encoded };
const create = 'namecheap.domains.transfer.create';
const getStatus = 'namecheap.domains.transfer.getStatus';
const updateStatus = 'namecheap.domains.transfer.updateStatus';
const getList = 'namecheap.domains.transfer.getList';

async function ordered(
  { wire, world }: SimulatedWire,
  changes: Record<string, string> = {},
): Promise<WorldTransfer> {
  const parameters = { ...order, ...changes };
  expect(await wire.errors(create, parameters)).toEqual([]);
  const transfer = world.transfers.latest(account, parameters.DomainName);
  if (transfer === undefined) throw new Error('no transfer was ordered');
  return transfer;
}

describe('an order to the simulated vendor to transfer a domain', () => {
  it('is taken and charged, with two decimals', async () => {
    const { wire, world } = simulatedWire();
    const body = await wire.body(create, { ...order, WGenable: 'yes' });
    expect(inside(body)).toMatch(
      /^<DomainTransferCreateResult DomainName="elsewhere-bakery\.com" Transfer="true" TransferID="\d+" StatusID="-1" OrderID="\d+" TransactionID="\d+" ChargedAmount="10\.48" StatusCode="" \/>$/,
    );
    expect(world.transfers.latest(account, here)).toMatchObject({
      stage: 'submitted',
      authCode: code,
      privacy: true,
    });
    expect(world.ledger().map(({ kind, amount }) => `${kind} ${amount.amount}`)).toEqual([
      'transferDomain 10.48',
    ]);
    world.transfers.settle(here);
    const info = await wire.body('namecheap.domains.getInfo', { DomainName: here });
    expect(info).toContain('<Whoisguard Enabled="True">');
  });

  it('takes codes as they are and encoded, and loses special characters of the former', async () => {
    const codes = { 'Plain-Code_1.x': 'Plain-Code_1.x', [code]: 'Demo-Code1', [encoded]: code };
    for (const [EPPCode, understood] of Object.entries(codes)) {
      const { authCode } = await ordered(simulatedWire(), { EPPCode });
      expect(authCode).toBe(understood);
    }
  });

  it.each([
    ['a wrong code', { EPPCode: 'wrong' }, '32'],
    ['a code with characters lost', { EPPCode: code }, '32'],
    ['a locked domain', { DomainName: 'elsewhere-harbour.org' }, '22'],
    ['a domain that is not registered', { DomainName: 'free-name.com' }, '20'],
    ['a domain that is here', { DomainName: 'demo-bakery.com' }, '21'],
  ])('fails for %s only later', async (_what, changes, statusId) => {
    const simulated = simulatedWire();
    const { wire, world } = simulated;
    const { id, domain } = await ordered(simulated, changes);
    expect(await wire.body(getStatus, { TransferID: String(id) })).toContain('StatusID="-1"');
    world.transfers.settle(domain);
    const status = await wire.body(getStatus, { TransferID: String(id) });
    expect(status).toContain(`Status="CANCELED" StatusID="${statusId}"`);
    expect(world.ledger()).toHaveLength(1);
  });

  it('waits where no code is given', async () => {
    const simulated = simulatedWire();
    const { id } = await ordered(simulated, { EPPCode: '' });
    expect(await simulated.wire.body(getStatus, { TransferID: String(id) })).toContain(
      'Status="WAITINGFOREPP" StatusID="-22"',
    );
  });

  it.each([
    ['two years', { Years: '2' }, /^5050900 /],
    ['no name', { DomainName: '' }, /^5050900 /],
    ['an ending that is not known', { DomainName: 'name.zz' }, /^2011280 /],
    ['a premium name', { DomainName: 'demo-premium.com' }, /^2528166 /],
    ['a promotion code', { PromotionCode: 'HALF' }, /^2011170 /],
  ])('is refused for %s, and charges nothing', async (_what, changes, error) => {
    const { wire, world } = simulatedWire();
    const body = await wire.body(create, { ...order, ...changes });
    const [, number = '', text = ''] = /<Error Number="(\d+)">([^<]+)</.exec(body) ?? [];
    expect(`${number} ${text}`).toMatch(error);
    expect(body).toContain('Transfer="false" TransferID="0"');
    expect(world.ledger()).toEqual([]);
  });

  it('is refused for an ending that is not transferred, twice at once, and without money', async () => {
    const simulated = simulatedWire();
    const { wire, world } = simulated;
    const com = world.tld('com');
    if (com === undefined) throw new Error('the demonstration has no .com');
    world.setTld({ ...com, transferable: false });
    expect(await wire.errors(create, order)).toEqual([expect.stringMatching(/^2030280 /)]);
    world.setTld(com);
    await ordered(simulated);
    expect(await wire.errors(create, order)).toEqual([
      '2528166 Order creation failed: a transfer is already in progress',
    ]);
    world.transfers.fail(here, 'registry');
    world.deposit(account, { amount: '-985.00', currency: 'USD' });
    expect(await wire.errors(create, order)).toEqual([
      '2528166 Order creation failed: insufficient funds',
    ]);
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('the status of a transfer at the simulated vendor', () => {
  const stages: readonly (readonly [TransferStage, TransferCause | undefined, string, string])[] = [
    ['waiting_auth_code', 'auth_code_missing', '-22', 'WAITINGFOREPP'],
    ['submitted', undefined, '-2', 'QUEUED'],
    ['submitted', 'charge', '7', 'INPROGRESS'],
    ['waiting_approval', undefined, '14', 'INPROGRESS'],
    ['waiting_approval', 'approval_missing', '11', 'INPROGRESS'],
    ['waiting_approval', 'registrant_data', '10', 'INPROGRESS'],
    ['waiting_approval', 'locked', '3', 'INPROGRESS'],
    ['done', undefined, '5', 'COMPLETED'],
    ['failed', 'auth_code_missing', '-22', 'CANCELED'],
    ['failed', 'auth_code_wrong', '32', 'CANCELED'],
    ['failed', 'locked', '22', 'CANCELED'],
    ['failed', 'too_young', '-4', 'CANCELED'],
    ['failed', 'approval_missing', '16', 'CANCELED'],
    ['failed', 'approval_refused', '17', 'CANCELED'],
    ['failed', 'registrant_data', '51', 'CANCELED'],
    ['failed', 'losing_registrar', '25', 'CANCELED'],
    ['failed', 'registry', '8', 'CANCELED'],
    ['failed', 'already_here', '21', 'CANCELED'],
    ['failed', 'already_started', '23', 'CANCELED'],
    ['failed', 'not_registered', '20', 'CANCELED'],
    ['failed', 'not_transferable', '4', 'CANCELED'],
    ['failed', 'charge', '7', 'CANCELED'],
    ['failed', 'cancelled', '45', 'CANCELED'],
    ['failed', undefined, '24', 'CANCELED'],
    ['cancelled', undefined, '27', 'CANCELLED'],
  ];

  it.each(stages)('of stage %s with cause %s is %s %s', async (stage, cause, number, word) => {
    const simulated = simulatedWire();
    const { wire, world, clock } = simulated;
    const { id } = await ordered(simulated);
    await clock.advance(86_400_000);
    world.transfers.advance(id, stage, cause);
    expect(inside(await wire.body(getStatus, { TransferID: String(id) }))).toBe(
      `<DomainTransferGetStatusResult TransferID="${id}" Status="${word}" StatusID="${number}" StatusDate="01/16/2026" TransferOrderDate="01/15/2026" />`,
    );
    const list = await wire.body(getList);
    expect(list).toMatch(
      new RegExp(
        `<Transfer ID="${id}" DomainName="elsewhere-bakery.com" User="demopanel" TransferDate="01/15/2026" OrderID="\\d*" StatusID="${number}" Status="${word}" StatusDate="01/16/2026" StatusDescription="[^"]+" />`,
      ),
    );
  });

  it('tells the two meanings of one number by its words', async () => {
    const said = async (stage: TransferStage): Promise<string> => {
      const simulated = simulatedWire();
      const { id } = await ordered(simulated, { EPPCode: '' });
      simulated.world.transfers.advance(id, stage, 'auth_code_missing');
      const list = await simulated.wire.body(getList);
      return /StatusID="-22" (Status="\w+")[^>]* (StatusDescription="[^"]+")/.exec(list)?.[0] ?? '';
    };
    expect(await said('waiting_auth_code')).toMatch(/Status="WAITINGFOREPP".*Waiting for EPP/);
    expect(await said('failed')).toMatch(/Status="CANCELED".*invalid entry/);
  });

  it.each(['1', '', 'abc'])('is unknown for the number %p', async (TransferID) => {
    const { wire } = simulatedWire();
    const body = await wire.body(getStatus, { TransferID });
    expect(body).toMatch(/<Error Number="(?:4019329|5050900)">/);
    expect(inside(body)).toBe(
      '<DomainTransferGetStatusResult TransferID="0" Status="" StatusID="0" StatusDate="0001-01-01T00:00:00" TransferOrderDate="0001-01-01T00:00:00" />',
    );
  });

  it('is not told to others', async () => {
    const simulated = simulatedWire();
    const { world, wire } = simulated;
    const { transfer } = world.transfers.start({
      account: 'demofriend',
      domain: here,
      failLater: true,
    });
    expect(await wire.errors(getStatus, { TransferID: String(transfer.id) })).toEqual([
      '4019329 Transfer ID is not available',
    ]);
    expect(await wire.body(getList)).toContain('<TransferGetListResult />');
  });
});

describe('a transfer that is submitted again', () => {
  it('goes on without another charge', async () => {
    const simulated = simulatedWire();
    const { wire, world, clock } = simulated;
    const { id } = await ordered(simulated);
    world.transfers.fail(here, 'losing_registrar');
    await clock.advance(60_000);
    const again = { TransferID: String(id), Resubmit: 'true' };
    expect(inside(await wire.body(updateStatus, again))).toBe(
      `<DomainTransferUpdateStatusResult TransferID="${id}" Resubmit="true" />`,
    );
    expect(await wire.body(getStatus, { TransferID: String(id) })).toContain(
      'Status="QUEUED" StatusID="-2"',
    );
    // It is under way, so that there is nothing to submit again.
    const twice = await wire.body(updateStatus, again);
    expect(twice).toContain('Status="OK"');
    expect(twice).toContain('Resubmit="false"');
    expect(world.ledger()).toHaveLength(1);
    expect(await wire.errors(updateStatus, { TransferID: String(id) })).toEqual([
      '2010293 Parameter Action is Missing',
    ]);
    expect(await wire.errors(updateStatus, { ...again, TransferID: '1' })).toEqual([
      '4019329 Transfer ID is not available',
    ]);
  });
});

describe('the list of transfers at the simulated vendor', () => {
  async function withSix(): Promise<SimulatedWire> {
    const simulated = simulatedWire();
    const { world, clock } = simulated;
    world.deposit(account, { amount: '1000.00', currency: 'USD' });
    for (const index of [1, 2, 3, 4, 5, 6]) {
      const domain = `moving-${7 - index}.com`;
      world.putForeignDomain({ domain, authCode: code });
      const { id } = await ordered(simulated, { DomainName: domain });
      await clock.advance(86_400_000);
      if (index > 4) world.transfers.advance(id, 'failed', 'registry');
    }
    await clock.advance(86_400_000);
    world.transfers.complete('moving-6.com');
    return simulated;
  }

  const names = async (
    { wire }: SimulatedWire,
    parameters: Record<string, string>,
  ): Promise<string> => {
    const body = await wire.body(getList, parameters);
    return [...body.matchAll(/DomainName="moving-(\d)\.com"/g)].map(([, digit]) => digit).join('');
  };

  it('is filtered, sorted and searched', async () => {
    const simulated = await withSix();
    expect(await names(simulated, {})).toBe('654321');
    expect(await names(simulated, { ListType: 'INPROGRESS' })).toBe('543');
    expect(await names(simulated, { ListType: 'CANCELLED' })).toBe('21');
    expect(await names(simulated, { ListType: 'COMPLETED' })).toBe('6');
    expect(await names(simulated, { SortBy: 'DOMAINNAME' })).toBe('123456');
    expect(await names(simulated, { SortBy: 'TRANSFERDATE_DESC' })).toBe('123456');
    expect(await names(simulated, { SortBy: 'STATUSDATE_DESC' })).toBe('612345');
    expect(await names(simulated, { SearchTerm: 'ING-3' })).toBe('3');
  });

  it('has 10 to 100 rows a page, and 10 unless asked', async () => {
    const simulated = await withSix();
    const { wire, world } = simulated;
    for (let index = 10; index < 16; index += 1)
      world.transfers.start({ account, domain: `other-${index}.com`, failLater: true });
    const body = await wire.body(getList);
    expect(body.split('<Transfer ').length - 1).toBe(10);
    expect(body).toContain('<TotalItems>12</TotalItems>');
    expect(body).toContain('<PageSize>10</PageSize>');
    const second = await wire.body(getList, { Page: '2', PageSize: '10' });
    expect(second.split('<Transfer ').length - 1).toBe(2);
    for (const PageSize of ['9', '101'])
      expect(await wire.errors(getList, { PageSize })).toEqual([
        '2013275 Parameter PageSize is OutOfRange',
      ]);
  });
});

describe('a domain that is reactivated at the simulated vendor', () => {
  const reactivate = 'namecheap.domains.reactivate';

  it.each(['demo-late.com', 'demo-later.net', 'demo-gone.info'])(
    'comes back: %s',
    async (DomainName) => {
      const { wire, world } = simulatedWire();
      const body = await wire.body(reactivate, { DomainName });
      if (DomainName === 'demo-gone.info') {
        // Too late: the registry is about to delete it.
        expect(body).toContain('<Error Number="3024510">');
        expect(world.ledger()).toEqual([]);
        return;
      }
      expect(body).toContain('<CommandResponse Type="namecheap.domains.reActivate">');
      expect(body).toContain('<RequestedCommand>namecheap.domains.reactivate<');
      expect(inside(body)).toMatch(
        /^<DomainReactivateResult Domain="demo-late\w*\.\w+" IsSuccess="true" ChargedAmount="88\.0000" OrderID="\d+" TransactionID="\d+" \/>$/,
      );
      expect(world.find(DomainName)?.status).toBe('active');
      expect(world.ledger().map(({ kind }) => kind)).toEqual(['restoreDomain']);
    },
  );

  it.each([
    ['has not expired', { DomainName: 'demo-bakery.com' }, /^2020166 /],
    ['is another account’s', { DomainName: 'ornek-late.com' }, /^2016166 /],
    ['is nowhere', { DomainName: 'unknown-name.com' }, /^2019166 /],
    ['is to get more than its year', { DomainName: 'demo-late.com', YearsToAdd: '2' }, /^2015167 /],
    [
      'is ordered with a promotion',
      { DomainName: 'demo-late.com', PromotionCode: 'X' },
      /^2011170 /,
    ],
    [
      'is ordered as a premium name',
      { DomainName: 'demo-late.com', IsPremiumDomain: 'true', PremiumPrice: '1' },
      /^2515623 /,
    ],
  ])('is refused where it %s', async (_what, parameters, error) => {
    const { wire, world } = simulatedWire();
    const body = await wire.body(reactivate, parameters);
    const [, number = '', text = ''] = /<Error Number="(\d+)">([^<]+)</.exec(body) ?? [];
    expect(`${number} ${text}`).toMatch(error);
    expect(inside(body)).toBe(
      '<DomainReactivateResult Domain="" ChargedAmount="0" OrderID="0" TransactionID="0" />',
    );
    expect(world.ledger()).toEqual([]);
  });

  it('wants the very price of a premium name', async () => {
    const { wire, world } = simulatedWire();
    world.putDomain({ domain: 'harbour.io', account, expiresOn: '2025-12-20' });
    const send = (PremiumPrice: string): Promise<readonly string[]> =>
      wire.errors(reactivate, { DomainName: 'harbour.io', IsPremiumDomain: 'true', PremiumPrice });
    expect(await send('0')).toEqual(['2015610 Premium price must not be zero']);
    expect(await send('179.99')).toEqual([expect.stringMatching(/^2515610 /)]);
    expect(await send('180.0000')).toEqual([]);
    expect(world.ledger().map(({ amount }) => amount.amount)).toEqual(['180.00']);
  });
});

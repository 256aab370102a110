import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  Secret,
  type DomainName,
  type Transfer,
} from '@registrar-kit/core';
import { collect } from '../support/collect.js';
import { scriptedDriver } from '../support/scripted-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com' as DomainName;
const transfer: Transfer = { domain, transferId: '15', status: 'pending' };

function setUp() {
  const driver = scriptedDriver({
    checkTransfer: async () => ({ domain, transferable: true }),
    getTransfer: async () => transfer,
    resubmitTransfer: async () => transfer,
    listTransfers: async ({ cursor }) =>
      cursor === undefined
        ? { items: [transfer, { ...transfer, transferId: '16' }], total: 3, next: '2' }
        : { items: [{ ...transfer, transferId: '17' }], total: 3 },
  });
  return { driver, registrar: new PortableRegistrar(driver) };
}

describe('checkTransfer', () => {
  it('takes the auth code open or closed, and hands it on closed', async () => {
    const { driver, registrar } = setUp();
    await registrar.checkTransfer({ domain, authCode: ' CANARY-1 ' });
    await registrar.checkTransfer({ domain, authCode: new Secret('CANARY-2') });
    await registrar.checkTransfer({ domain });
    const codes = driver.log.map(({ request }) => (request as { authCode?: Secret }).authCode);
    expect(codes.map((code) => code?.reveal())).toEqual(['CANARY-1', 'CANARY-2', undefined]);
    expect(JSON.stringify(driver.log)).not.toContain('CANARY');
  });

  test.each([[''], ['CANARY\n1'], ['CANARY'.repeat(50)], [42]])(
    'refuses %j as an auth code, and does not show it',
    async (authCode) => {
      const { driver, registrar } = setUp();
      const error = await rejectionOf(
        registrar.checkTransfer({ domain, authCode: authCode as string }),
      );
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain('authCode: ');
      expect(JSON.stringify(error)).not.toContain('CANARY');
      expect(driver.log).toEqual([]);
    },
  );
});

describe('a transfer', () => {
  it('is read and started again by its number, or as the latest of the domain', async () => {
    const { driver, registrar } = setUp();
    expect(await registrar.getTransfer({ domain, transferId: '15' })).toEqual(transfer);
    expect(await registrar.resubmitTransfer({ domain })).toEqual(transfer);
    expect(driver.log).toEqual([
      { operation: 'getTransfer', request: { domain, transferId: '15' }, retry: 'read' },
      {
        operation: 'resubmitTransfer',
        request: { domain, transferId: undefined },
        retry: 'never',
      },
    ]);
  });

  it('is listed over all pages, several of one domain too', async () => {
    const { driver, registrar } = setUp();
    const rows = await collect(registrar.listTransfers({ status: 'pending', search: 'exam' }));
    expect(rows.map((row) => row.transferId)).toEqual(['15', '16', '17']);
    expect(driver.log.map(({ request }) => request)).toEqual([
      { status: 'pending', search: 'exam' },
      { status: 'pending', search: 'exam', cursor: '2' },
    ]);
  });

  it('cannot be listed by an unknown status', async () => {
    const { registrar } = setUp();
    const error = await rejectionOf(registrar.listTransfers({ status: 'lost' as never }).page());
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain('status: ');
  });
});

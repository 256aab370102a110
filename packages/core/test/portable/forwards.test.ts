import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError } from '@registrar-kit/core';
import { aZone } from '../support/a-zone.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';

describe('forwards', () => {
  it('are written once each, as changes', async () => {
    const { registrar, driver } = aZone([]);
    const forwards = [{ mailbox: 'INFO', forwardTo: 'person@example.net' }];
    expect(await registrar.setEmailForwards({ domain: 'Example.com', forwards })).toEqual({
      domain,
      forwards: [{ mailbox: 'info', forwardTo: 'person@example.net' }],
    });
    const target = 'https://example.net/page';
    await registrar.setUrlForward({ domain, target });
    await registrar.deleteUrlForward({ domain });
    expect(driver.log).toEqual([
      {
        operation: 'setEmailForwards',
        request: { domain, forwards: [{ mailbox: 'info', forwardTo: 'person@example.net' }] },
        retry: 'never',
      },
      {
        operation: 'setUrlForward',
        request: { domain, target, kind: 'redirect' },
        retry: 'never',
      },
      { operation: 'deleteUrlForward', request: domain, retry: 'never' },
    ]);
  });

  it('are not so many that nobody has them', async () => {
    const { registrar, driver } = aZone([]);
    const forwards = Array.from({ length: 1_000_000 }, () => ({ mailbox: '', forwardTo: '' }));
    const error = await rejectionOf(registrar.setEmailForwards({ domain, forwards }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toEqual([
      {
        path: 'forwards',
        problem: 'has more than 1000 entries',
        cure: 'give at most 1000 entries',
      },
    ]);
    expect(driver.log).toEqual([]);
  });

  test.each(['', 'example.net', 'ftp://example.net', 'https://user@example.net', 'https://a b'])(
    'go to no %j',
    async (target) => {
      const { registrar, driver } = aZone([]);
      const error = await rejectionOf(registrar.setUrlForward({ domain, target }));
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
        { path: 'target' },
      ]);
      expect(driver.log).toEqual([]);
    },
  );
});

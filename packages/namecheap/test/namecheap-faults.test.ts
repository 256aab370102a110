import { describe, expect, it } from '@jest/globals';
import { errorStatus, type ErrorCode } from '@registrar-kit/core';
import * as fc from 'fast-check';
import { namecheapFaults, type FaultRow } from '@registrar-kit/namecheap';
import { findFault } from '../src/faults/find-fault.js';

const rowName = ({ number, commands }: FaultRow): string => `${number} ${commands[0] ?? ''}`;

describe('the table of Namecheap faults', () => {
  it('holds every number that is known, one row for each meaning', () => {
    // 163 entries of the reference; 2020166 means opposite things to its two commands and has two rows here, and the words
    // beside 3031510 are read differently for locks and for name servers.
    expect(namecheapFaults).toHaveLength(166);
    expect(new Set(namecheapFaults.map(({ number }) => number)).size).toBe(158);
  });

  it.each(namecheapFaults.map((row) => [rowName(row), row] as const))(
    'has a sound row %s',
    (_name, row) => {
      expect(row.number).toMatch(/^\d{1,7}$/);
      expect(row.commands.length).toBeGreaterThan(0);
      expect(new Set(row.commands).size).toBe(row.commands.length);
      for (const command of row.commands)
        expect(command).toMatch(/^(?:\*|(?:domains|users|whoisguard|ssl)\.[\w.]*[\w*])$/);
      for (const { means, source, certainty, becomes } of [row, ...(row.whenText ?? [])]) {
        expect(means).toMatch(/^[a-z].*[^.]$/);
        expect(source.length).toBeGreaterThan(10);
        expect(['documented', 'observed', 'assumed']).toContain(certainty);
        expect(Object.keys(errorStatus)).toContain(becomes.code satisfies ErrorCode);
      }
    },
  );

  it('names no command twice for one number', () => {
    const named = namecheapFaults.flatMap(({ number, commands }) =>
      commands.map((command) => `${number} ${command}`),
    );
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  it.each(namecheapFaults.map((row) => [rowName(row), row] as const))(
    'finds %s by each of its commands',
    (_name, row) => {
      for (const command of row.commands) {
        const asked = command === '*' ? 'domains.check' : command.replace(/\*$/, 'anything');
        const found = findFault(row.number, asked.toUpperCase(), '');
        expect(found).toMatchObject({ means: row.means, becomes: row.becomes, by: 'command' });
      }
    },
  );

  it.each([
    ['2019166', 'domains.renew', 'DOMAIN_NOT_FOUND'],
    ['2019166', 'users.login', 'AUTHENTICATION_FAILED'],
    ['2030166', 'domains.getInfo', 'DOMAIN_NOT_FOUND'],
    ['2030166', 'domains.dns.setHosts', 'ACCESS_DENIED'],
    ['2011166', 'domains.getTldList', 'AUTHENTICATION_FAILED'],
    ['2011166', 'ssl.getApproverEmailList', 'INVALID_INPUT'],
    ['3031166', 'domains.create', 'PROVIDER_ERROR'],
    ['3031166', 'domains.dns.setCustom', 'INVALID_INPUT'],
    ['5050900', 'users.getBalances', 'PROVIDER_ERROR'],
  ])('tells %s of %s apart', (number, command, code) => {
    expect(findFault(number, command, '')).toMatchObject({ becomes: { code }, by: 'command' });
  });

  it('falls back on the number alone, and says so', () => {
    expect(findFault('2019166', 'domains.somethingNew', '')).toMatchObject({
      becomes: { code: 'DOMAIN_NOT_FOUND' },
      by: 'number',
    });
  });

  it.each([
    ['1011147', 'ACCESS_DENIED'],
    ['1011148', 'ACCESS_DENIED'],
    ['1011151', 'ACCESS_DENIED'],
    ['1011101', 'AUTHENTICATION_FAILED'],
    ['1017102', 'ACCESS_DENIED'],
    ['1016101', 'ACCESS_DENIED'],
    ['1050999', 'AUTHENTICATION_FAILED'],
    ['2011999', 'INVALID_INPUT'],
    ['2010999', 'INVALID_INPUT'],
    ['2017999', 'ACCESS_DENIED'],
    ['2099999', 'PROVIDER_ERROR'],
    ['3099999', 'PROVIDER_ERROR'],
    ['4099999', 'PROVIDER_ERROR'],
    ['5099999', 'PROVIDER_ERROR'],
    ['9999999', 'PROVIDER_ERROR'],
    ['', 'PROVIDER_ERROR'],
    ['abc', 'PROVIDER_ERROR'],
  ])('reads the digits of the unlisted %j as %s', (number, code) => {
    expect(findFault(number, 'domains.check', '')).toMatchObject({
      becomes: { code },
      by: 'anatomy',
      certainty: 'assumed',
    });
  });

  it.each([
    ['2019999', 'refused'],
    ['2020999', 'refused'],
    ['2029999', 'refused'],
    ['2030999', 'refused'],
    ['2033999', 'refused'],
    ['2511999', 'refused'],
    ['2515999', 'refused'],
    ['2023166', 'open'],
    ['2024166', 'open'],
    ['2026312', 'open'],
    ['2028166', 'open'],
    ['2528999', 'open'],
    ['2031166', 'open'],
    ['2050999', 'open'],
    ['2099999', 'open'],
    ['3019999', 'open'],
    ['4010999', 'open'],
    ['5099999', 'open'],
    ['42', 'open'],
  ])('takes the unlisted %s for %s, since money may hang on it', (number, outcome) => {
    expect(findFault(number, 'domains.create', '').becomes).toMatchObject({
      code: 'PROVIDER_ERROR',
      outcome,
    });
  });

  it('takes nothing that starts with 10111 for a fault of the provider', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('domains.create', 'users.getBalances', 'ssl.create', 'anything'),
        fc.string(),
        (object, command, text) => {
          const number = `10111${String(object).padStart(2, '0')}`;
          const { code } = findFault(number, command, text).becomes;
          expect(['AUTHENTICATION_FAILED', 'ACCESS_DENIED']).toContain(code);
        },
      ),
    );
  });

  it('answers something for every number and text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (number, command, text) => {
        expect(findFault(number, command, text).means).not.toBe('');
      }),
    );
  });

  it('reads the words only where the number is generic, or the page and the wire give it different ones', () => {
    const generic = namecheapFaults.filter(({ whenText }) => whenText !== undefined);
    expect(generic.map(({ number }) => number)).toEqual([
      '1011102',
      '2528166',
      '5050900',
      '3031166',
      '3031510',
      '3031510',
    ]);
    expect(findFault('3031166', 'domains.create', 'Domain name not available')).toMatchObject({
      becomes: { code: 'DOMAIN_UNAVAILABLE' },
      certainty: 'observed',
    });
    for (const words of ['Insufficient funds', 'order failed: not enough balance', 'low balance']) {
      expect(findFault('2528166', 'domains.create', words)).toMatchObject({
        becomes: { code: 'INSUFFICIENT_FUNDS' },
        certainty: 'assumed',
      });
    }
    expect(findFault('2528166', 'domains.create', 'Order creation failed')).toMatchObject({
      becomes: { code: 'PROVIDER_ERROR', outcome: 'refused' },
      certainty: 'documented',
    });
  });

  it('never lets words move a reply to or from the rate limit', () => {
    for (const { becomes, whenText = [] } of namecheapFaults) {
      for (const text of whenText) {
        expect(text.becomes.code === 'RATE_LIMITED').toBe(becomes.code === 'RATE_LIMITED');
      }
    }
  });
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@registrar-kit/core';
import { findFault } from '../src/faults/find-fault.js';
import { namecheapFaults } from '../src/faults/namecheap-faults.js';

/*
 * Every number that the reference lists, against the table. The reference is not part of this project:
 * REGISTRAR_REFERENCE_DIR names its folder, or it stands beside the samples that REGISTRAR_SAMPLES_DIR names.
 */
const file = referenceFile();

interface Entry {
  readonly number: string;
  readonly meaning: string;
  readonly category: keyof typeof classes;
  readonly commands: readonly string[];
  readonly source: string;
}

/** What a number of each category becomes. */
const classes = {
  auth: ['AUTHENTICATION_FAILED'],
  permission: ['ACCESS_DENIED'],
  ip: ['ACCESS_DENIED'],
  rate: ['RATE_LIMITED'],
  balance: ['INSUFFICIENT_FUNDS'],
  validation: ['INVALID_INPUT'],
  not_found: ['DOMAIN_NOT_FOUND'],
  conflict: ['INVALID_DOMAIN_STATE'],
  unavailable: ['DOMAIN_UNAVAILABLE'],
  provider: ['PROVIDER_ERROR'],
  unknown: ['PROVIDER_ERROR'],
} as const satisfies Record<string, readonly ErrorCode[]>;

/** Where the category is too coarse for a caller, and why; by number and first command. */
const exceptions: Readonly<Record<string, readonly [code: ErrorCode, why: string]>> = {
  '2011294 ssl.activate': ['INVALID_INPUT', 'it is no domain that was not found'],
  '4011294 ssl.activate': ['INVALID_INPUT', 'it is no domain that was not found'],
  '2012342 users.getAddFundsStatus': ['INVALID_INPUT', 'it is no domain that was not found'],
  '4019329 domains.transfer.getStatus': ['INVALID_INPUT', 'it is no domain that was not found'],
  '2011331 whoisguard.allot': ['INVALID_DOMAIN_STATE', 'most of its meanings are states'],
  '2013410 users.login': ['ACCESS_DENIED', 'the account is locked; its balance plays no part'],
  '2029341 users.createaddfundsrequest': ['PROVIDER_ERROR', 'a card was refused, not a balance'],
  '2030280 domains.create': ['DOMAIN_UNAVAILABLE', 'nothing in the request can be mended'],
  '2033153 users.create': ['INVALID_INPUT', 'another value helps'],
  '4023103 users.create': ['INVALID_INPUT', 'another value helps'],
  '2511623 domains.renew': ['PRICE_CHANGED', 'the name was premium when it was quoted'],
  '2515610 domains.create': ['PRICE_CHANGED', 'the price is not the quoted one'],
  '2515623 domains.create': ['PRICE_CHANGED', 'the price is not the quoted one'],
  '3031166 domains.create': ['PROVIDER_ERROR', 'only its words say that the name is taken'],
  '3530407 whoisguard.discard': ['UNSUPPORTED_OPERATION', 'it is the command that is gone'],
};

if (file === undefined) {
  process.stderr.write(
    'the list of Namecheap errors was not given; set REGISTRAR_REFERENCE_DIR to compare with it\n',
  );
  it.todo('knows every number of the reference, once REGISTRAR_REFERENCE_DIR names its folder');
} else {
  compareWith(JSON.parse(readFileSync(file, 'utf8')) as readonly Entry[]);
}

function referenceFile(): string | undefined {
  const { REGISTRAR_REFERENCE_DIR: named, REGISTRAR_SAMPLES_DIR: samples } = process.env;
  const folders = [
    ...(named === undefined ? [] : [named]),
    ...(samples === undefined ? [] : [path.join(samples, '..', 'reference')]),
  ];
  return folders
    .map((folder) => path.join(folder, 'namecheap-errors.json'))
    .find((candidate) => existsSync(candidate));
}

function compareWith(entries: readonly Entry[]): void {
  const named = entries.map(
    (entry) => [`${entry.number} ${entry.commands[0] ?? ''}`, entry] as const,
  );

  describe('the table of Namecheap faults, beside the reference', () => {
    it('has the entries and the numbers of the reference, and no others', () => {
      expect(entries).toHaveLength(163);
      const pairs = (rows: readonly Pick<Entry, 'number' | 'commands'>[]): readonly string[] =>
        rows
          .flatMap(({ number, commands }) => commands.map((command) => `${number} ${command}`))
          .sort();
      expect(pairs(namecheapFaults)).toEqual(pairs(entries));
    });

    it.each(named)('reads %s in its category', (name, { number, category, commands }) => {
      for (const command of commands) {
        const asked = command === '*' ? 'domains.check' : command.replace(/\*$/, 'anything');
        const { becomes, by } = findFault(number, asked, '');
        const exception = exceptions[name];
        expect(by).toBe('command');
        expect(exception === undefined ? classes[category] : [exception[0]]).toContain(
          becomes.code,
        );
      }
    });

    it('has no exception that is none', () => {
      const needless = named.filter(([name, { category }]) => {
        const exception = exceptions[name];
        return (
          exception !== undefined && (classes[category] as readonly string[]).includes(exception[0])
        );
      });
      expect(needless).toEqual([]);
      expect(
        Object.keys(exceptions).filter((name) => !named.some(([other]) => other === name)),
      ).toEqual([]);
    });

    it.each(named)('marks %s as the reference does', (_name, { number, commands, source }) => {
      const [command = ''] = commands;
      const { certainty } = findFault(number, command === '*' ? 'any' : command, '');
      expect(certainty).toBe(/^Namecheap docs\b/.test(source) ? 'documented' : 'observed');
    });
  });
}

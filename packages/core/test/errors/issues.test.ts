import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, InvalidInputError, type InputIssue } from '@registrar-kit/core';
import { origin } from '../support/every-error.js';

const issue = (path: string, cause?: InputIssue['cause']): InputIssue => ({
  path,
  problem: 'is missing',
  cure: 'give it',
  ...(cause === undefined ? {} : { cause }),
});

describe.each([InvalidInputError, ConfigurationError])('%p', (IssueError) => {
  it('lists every fault with its cure in the message', () => {
    const error = new IssueError({ ...origin, issues: [issue('years'), issue('price')] });
    expect(error.message).toBe(
      'namecheap: registerDomain (example.com): years: is missing; give it | price: is missing; give it',
    );
  });

  it('keeps the message short and the list whole', () => {
    const issues = Array.from({ length: 40 }, (_, index) => issue(`domains.${String(index)}`));
    const error = new IssueError({ ...origin, issues });
    expect(error.message).toMatch(/domains\.4: is missing; give it \| and 35 more$/);
    expect(error.issues).toHaveLength(40);
    expect(error.toJSON()).toMatchObject({ issues });
  });

  it('lets a caller put it in its own words', () => {
    const error = new IssueError({ ...origin, issues: [issue('years')], detail: 'no years' });
    expect(error.message).toBe('namecheap: registerDomain (example.com): no years');
  });

  it('diagnoses the causes that the faults name, each once', () => {
    const issues = [
      issue('resellerId', 'email_as_account_id'),
      issue('apiKey', 'invisible_character'),
      issue('apiKeys.test', 'invisible_character'),
      issue('environment'),
    ];
    const { diagnosis } = new IssueError({ ...origin, issues });
    expect(diagnosis.map(({ cause }) => cause)).toEqual([
      'email_as_account_id',
      'invisible_character',
    ]);
  });
});

it('is certain of everything that a check of the configuration found', () => {
  const issues = [issue('apiKey', 'missing_credentials'), issue('clientIp', 'client_ip_missing')];
  const { diagnosis } = new ConfigurationError({ ...origin, issues });
  expect(diagnosis.map(({ likelihood }) => likelihood)).toEqual(['confirmed', 'confirmed']);
});

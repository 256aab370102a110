import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { operationNames, type Capability } from '@registrar-kit/core';
import { domainNameApiCapabilities } from '../src/index.js';

const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');

/** The row that the README must have for an operation. */
function rowOf(operation: string, capability: Capability): string {
  if (capability.support === 'unsupported') {
    const { reason, alternative } = capability;
    return [operation, 'no', alternative === undefined ? reason : `${reason}; ${alternative}`].join(
      ' | ',
    );
  }
  const { support, ...limits } = capability;
  const shown = Object.entries(limits).map(([limit, value]) => `${limit} ${value}`);
  return [operation, support === 'supported' ? 'yes' : 'depends', shown.join(', ')].join(' | ');
}

describe('the README', () => {
  it('shows the capability table as the code has it', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)`\s*\| (yes|no|depends)\s*\| *(.*?) *\|$/gm)].map(
      ([, operation, support, text]) => [operation, support, text].join(' | '),
    );
    expect(rows).toEqual(
      operationNames.map((operation) => rowOf(operation, domainNameApiCapabilities[operation])),
    );
  });

  it('names every field of the configuration', () => {
    const fields = [
      'environment',
      'resellerId',
      'apiKey',
      'apiKeys',
      'currency',
      'baseUrl',
      'apiPrefix',
      'bulkPrefix',
      'version',
      'timeoutMs',
      'proxy',
      'quota',
    ];
    for (const field of fields) expect(readme).toContain(`\`${field}\``);
  });
});

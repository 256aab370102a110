import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');

describe('the README', () => {
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
      'namesPerRequest',
      'timeoutMs',
      'proxy',
      'quota',
    ];
    for (const field of fields) expect(readme).toContain(`\`${field}\``);
  });
});

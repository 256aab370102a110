import { describe, expect, it } from '@jest/globals';
import { parseDomainName, type RecordPlan } from '@registrar-kit/core';
import { displayWidth } from '../../src/output/display-width.js';
import { planText } from '../../src/records/plan-text.js';

const plain = { width: undefined, paint: (_style: unknown, text: string) => text };
const plan: RecordPlan = {
  domain: parseDomainName('xn--mnchen-3ya.de'),
  added: [
    { type: 'TXT', name: '@', value: 'v=spf1 -all' },
    { type: 'A', name: 'www', value: '192.0.2.2', ttlSeconds: 300 },
  ],
  removed: [{ type: 'A', name: 'www', value: '192.0.2.1', ttlSeconds: 1800 }],
  kept: [{ type: 'MX', name: '@', value: 'mail.example.net', priority: 10 }],
  losses: ['the switch "dynamic DNS" of www'],
  zoneFingerprint: '0'.repeat(64),
};

describe('a plan for a person', () => {
  it('sets the new record below the old one, and names the losses', () => {
    expect(planText(plan, plain)).toBe(
      [
        'münchen.de: 2 records to add, 1 record to remove, 1 record stays as it is',
        '   NAME   TTL  TYPE  VALUE',
        '+  @           TXT   v=spf1 -all',
        '-  www   1800  A     192.0.2.1',
        '+  www    300  A     192.0.2.2',
        'The write also loses:',
        '- the switch "dynamic DNS" of www',
        '',
      ].join('\n'),
    );
  });

  it('without a difference says so', () => {
    const empty = { ...plan, added: [], removed: [], losses: [] };
    expect(planText(empty, plain)).toBe('münchen.de: nothing to change, 1 record stays as it is\n');
  });

  it('fits the terminal and steers it nowhere', () => {
    const long = {
      ...plan,
      added: [{ type: 'TXT' as const, name: '@', value: `\u001b[2J${'x'.repeat(300)}` }],
      losses: [`\u001b[2J${'a loss that is long '.repeat(10)}`],
    };
    const text = planText(long, { ...plain, width: 60 });
    expect(text).not.toContain('\u001b');
    const widths = text.split('\n').map((line) => displayWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });
});

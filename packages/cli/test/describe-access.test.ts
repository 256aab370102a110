import { describe, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  diagnoseRegistrar,
  TransportError,
  type RegistrarProbe,
} from '@registrar-kit/core';
import { namecheap } from '@registrar-kit/namecheap';
import { accessLines } from '../src/output/describe-access.js';

const config = {
  provider: 'namecheap',
  environment: 'test',
  apiUser: 'panel',
  apiKey: '0123456789abcdef0123456789abcdef',
  clientIp: '203.0.113.9',
};
const origin = {
  provider: 'namecheap',
  environment: 'test',
  operation: 'diagnoseRegistrar',
} as const;

async function linesOf(...probes: readonly RegistrarProbe[]): Promise<string> {
  const report = await diagnoseRegistrar(config, [{ ...namecheap, probes }]);
  const layout = { width: 80, paint: (_: unknown, text: string) => text };
  return accessLines(report, 'panel.json', layout).join('\n');
}

const checkOf = (id: string, run: RegistrarProbe['run']): RegistrarProbe => ({
  id,
  title: id,
  run,
});

const noticed = checkOf('Second look', async () => ({
  outcome: 'noticed',
  checked: 'something',
  shows: ['it is odd', 'and \u001b[2Jstrange'],
  next: ['Look twice.'],
}));
const broken = checkOf('Way', async () => ({
  outcome: 'failed',
  checked: 'the way',
  shows: ['it is shut'],
  error: new TransportError({
    ...origin,
    detail: 'the way is shut',
    phase: 'not_sent',
    causes: ['proxy_failure'],
  }),
}));
const refused = checkOf('Door', async () => ({
  outcome: 'failed',
  checked: 'the door',
  shows: ['it is shut too'],
  error: new AccessDeniedError({
    ...origin,
    detail: 'the door is shut',
    reason: 'unspecified',
    causes: ['account_locked', 'operation_not_allowed'],
    vendor: { code: '1', message: 'no', httpStatus: 403 },
  }),
}));

describe('an examination for a person', () => {
  it('leads with what must be mended first, whichever check found it, and its tie', async () => {
    const text = await linesOf(broken, refused, noticed);
    expect(text.split('\n').slice(0, 9)).toEqual([
      'access to namecheap, environment "test", configuration: panel.json',
      '',
      'First of all: Door',
      '  namecheap: diagnoseRegistrar: the door is shut',
      '  namecheap answered: 1: no, HTTP 403',
      '',
      '2 causes are equally likely: account locked, operation not allowed. What is',
      'known cannot tell them apart.',
      '',
    ]);
    expect(text).toContain('\nDoor: FAILED\n  checked: the door\n');
    expect(text).toContain('  next:    as the first lines of this report say');
  });

  it('says of each other failure what to do about it', async () => {
    const text = await linesOf(broken, refused);
    expect(text).toContain(
      '\nWay: FAILED\n  checked: the way\n  shows:   it is shut\n  next:    Check that the proxy runs',
    );
    const doors = [refused, { ...refused, id: 'other', title: 'Other door' }];
    expect((await linesOf(...doors)).replace(/\s+/g, ' ')).toContain(
      'Other door: FAILED checked: the door shows: it is shut too next: if it is account locked: Ask the registrar why',
    );
  });

  it('says when nothing failed, and what is worth a look', async () => {
    const text = await linesOf(noticed);
    expect(text).toContain('\nNothing failed; some checks found something that is worth a look.\n');
    expect(text).toContain(
      '\nSecond look: worth a look\n  checked: something\n  shows:   it is odd\n           and \ufffd[2Jstrange\n  next:    Look twice.',
    );
    expect(await linesOf()).toContain('\nNothing is wrong: every check passed.\n');
  });
});

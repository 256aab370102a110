import { describe, expect, it } from '@jest/globals';
import {
  answerUnderFaults,
  faultNames,
  RegistryWorld,
  type FaultName,
  type SimulatorResponse,
  type VendorRefusals,
} from '@registrar-kit/testing';

const refusal = (status: number) => (): SimulatorResponse => reply('', status);
const refusals: VendorRefusals = {
  keyRejected: refusal(401),
  addressRefused: refusal(403),
  accountLocked: refusal(423),
  tooManyRequests: refusal(429),
  brokenDown: refusal(503),
};
const rows = { lists: ['names', 'items'], name: 'domain' };
const answer = { items: [{ domain: 'a.com' }, { domain: 'b.com' }] };

function reply(body: string, status = 200): SimulatorResponse {
  return { kind: 'reply', status, headers: {}, body };
}

/** One request about b.com that meets a fault: the answer, and whether it was carried out. */
function struck(fault: FaultName, { domain, body = JSON.stringify(answer) }: Given = {}) {
  const world = new RegistryWorld();
  world.faults.add({ fault, ...(domain === undefined ? {} : { domain }) });
  let executed = 0;
  const subject = {
    operations: ['setLock'],
    domains: ['a.com', 'b.com'],
    writes: true,
  } as const;
  const carryOut = (): SimulatorResponse => {
    executed += 1;
    return reply(body);
  };
  const given = answerUnderFaults(world, subject, carryOut, { refusals, rows });
  return { given, world, executed: () => executed };
}

interface Given {
  readonly domain?: string;
  readonly body?: string;
}

const notExecuted: readonly FaultName[] = [
  'answer-lost-before-commit',
  'commit-after-reconcile-read',
  'html-page',
  'login-redirect',
  'other-redirect',
  'rate-limited',
  'server-error',
  'ip-not-allowed',
  'key-rejected',
  'account-locked',
];

describe('answerUnderFaults', () => {
  it.each(faultNames)('keeps to what %s says of the order', (fault) => {
    expect(struck(fault).executed()).toBe(notExecuted.includes(fault) ? 0 : 1);
  });

  it.each([
    ['key-rejected', 401],
    ['ip-not-allowed', 403],
    ['account-locked', 423],
    ['rate-limited', 429],
    ['server-error', 503],
  ] as const)('refuses %s in the words of the vendor', (fault, status) => {
    expect(struck(fault).given).toMatchObject({ kind: 'reply', status });
  });

  it('carries an order out late, after the domain has been read', () => {
    const { given, world, executed } = struck('commit-after-reconcile-read');
    expect(given).toEqual({ kind: 'drop' });
    world.find('a.com');
    world.runDueCommits();
    expect(executed()).toBe(1);
  });

  it('leaves out the row of the domain, or the first', () => {
    const left = (domain?: string): unknown => {
      const { given } = struck('missing-row', domain === undefined ? {} : { domain });
      return given.kind === 'reply' && JSON.parse(given.body);
    };
    expect(left('b.com')).toEqual({ items: [{ domain: 'a.com' }] });
    expect(left()).toEqual({ items: [{ domain: 'b.com' }] });
  });

  it('cuts an answer, one without a body too', () => {
    for (const body of [JSON.stringify(answer), '']) {
      const { given } = struck('truncated-answer', { body });
      if (given.kind !== 'truncate') throw new Error(`it was ${given.kind}`);
      expect(given.bytes).toBeGreaterThan(0);
      expect(given.bytes).toBeLessThan(Buffer.byteLength(given.body));
    }
    expect(struck('empty-answer').given).toMatchObject({ kind: 'reply', status: 200, body: '' });
  });

  it('answers as usual where nothing is planned', () => {
    const subject = { operations: [], domains: [], writes: false };
    const given = answerUnderFaults(new RegistryWorld(), subject, () => reply('{}'), {
      refusals,
      rows,
    });
    expect(given).toEqual(reply('{}'));
  });
});

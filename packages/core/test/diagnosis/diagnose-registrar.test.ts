import { describe, expect, it } from '@jest/globals';
import {
  AuthenticationError,
  diagnoseRegistrar,
  RateLimitError,
  TransportError,
  type ProbeContext,
  type ProbeResult,
  type RegistrarProbe,
  type RegistrarProvider,
} from '@registrar-kit/core';
import { aProvider } from '../support/a-provider.js';

const origin = { provider: 'example', operation: 'diagnoseRegistrar' } as const;
const passed: ProbeResult = { outcome: 'passed', checked: 'it', shows: ['it is fine'] };

function probe(
  id: string,
  run: (context: ProbeContext) => ProbeResult | undefined,
  needs: readonly string[] = [],
): RegistrarProbe {
  return { id, title: `The ${id}`, needs, run: async (context) => run(context) };
}

function providerWith(...probes: readonly RegistrarProbe[]): RegistrarProvider {
  return { ...aProvider('example'), probes };
}

const config = { provider: 'example', environment: 'test' };
const refused = new AuthenticationError({
  ...origin,
  reason: 'unauthorized',
  detail: 'the credentials were not accepted',
  causes: ['wrong_key', 'environment_mismatch'],
});

describe('diagnoseRegistrar', () => {
  it('runs the checks in order, each with what the earlier ones found', async () => {
    const seen: unknown[] = [];
    const report = await diagnoseRegistrar(
      config,
      [
        providerWith(
          probe('first', ({ provider, settings, registrar, timeoutMs }) => {
            seen.push(provider, settings, registrar?.provider, timeoutMs);
            return { ...passed, evidence: { clientIp: '192.0.2.1' }, facts: { figure: 7 } };
          }),
          probe('second', ({ evidence, resultOf }) => {
            seen.push(evidence, resultOf('first')?.facts, resultOf('third'));
            return undefined;
          }),
          probe('third', () => passed),
        ),
      ],
      {},
      { platform: 'AWS Lambda', timeoutMs: 500 },
    );
    expect(seen).toEqual([
      'example',
      config,
      'example',
      500,
      { platform: 'AWS Lambda', clientIp: '192.0.2.1' },
      { figure: 7 },
      undefined,
    ]);
    expect(report).toMatchObject({
      provider: 'example',
      environment: 'test',
      simulated: false,
      outcome: 'passed',
      worst: undefined,
      exitCode: 0,
    });
    expect(report.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['configuration', 'passed'],
      ['first', 'passed'],
      ['third', 'passed'],
    ]);
  });

  it('ranks a failure with everything that was found before and after it', async () => {
    const report = await diagnoseRegistrar(config, [
      providerWith(
        probe('access', () => ({ ...passed, outcome: 'failed', error: refused })),
        probe('other', () => ({
          ...passed,
          outcome: 'noticed',
          evidence: { otherEnvironment: 'accepted' },
        })),
      ),
    ]);
    expect(report.exitCode).toBe(3);
    expect(report.worst).toMatchObject({ check: 'access', code: 'AUTHENTICATION_FAILED' });
    expect(report.worst?.leading.map(({ cause, likelihood }) => [cause, likelihood])).toEqual([
      ['environment_mismatch', 'confirmed'],
    ]);
    // The error itself knew less.
    expect(refused.diagnosis[0].likelihood).toBe('possible');
  });

  it('keeps a tie a tie', async () => {
    const report = await diagnoseRegistrar(config, [
      providerWith(probe('access', () => ({ ...passed, outcome: 'failed', error: refused }))),
    ]);
    expect(report.worst?.leading.map(({ cause }) => cause)).toEqual([
      'wrong_key',
      'environment_mismatch',
    ]);
  });

  it('does not check what needs a check that failed, and says so', async () => {
    const unreachable = new TransportError({ ...origin, detail: 'no network', phase: 'not_sent' });
    const never = (): never => {
      throw new Error('it must not run');
    };
    const report = await diagnoseRegistrar(config, [
      providerWith(
        probe('network', () => ({ ...passed, outcome: 'failed', error: unreachable })),
        probe('access', never, ['network']),
        probe('balance', never, ['access']),
        probe('else', () => passed),
      ),
    ]);
    expect(report.checks.map(({ id, outcome, shows }) => [id, outcome, shows])).toEqual([
      ['configuration', 'passed', expect.anything()],
      ['network', 'failed', ['it is fine']],
      ['access', 'not_checked', ['not checked: "The network" comes first and did not succeed']],
      ['balance', 'not_checked', ['not checked: "The access" comes first and did not succeed']],
      ['else', 'passed', ['it is fine']],
    ]);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 9 });
  });

  it('examines a faulty configuration as far as it goes', async () => {
    const report = await diagnoseRegistrar({ provider: 'example', environment: 'prod' }, [
      providerWith(
        probe('settings', () => passed, ['configuration']),
        probe('address', ({ settings, registrar, config: given }) => {
          expect([registrar, given]).toEqual([
            undefined,
            { provider: 'example', environment: 'prod' },
          ]);
          expect(settings).toBeDefined();
          return passed;
        }),
      ),
    ]);
    expect(report.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['configuration', 'failed'],
      ['settings', 'not_checked'],
      ['address', 'passed'],
    ]);
    expect(report.checks[0]).toMatchObject({
      shows: ['environment is neither test nor live'],
      next: ['In environment: give test or live.'],
    });
    expect(report).toMatchObject({
      exitCode: 2,
      worst: { check: 'configuration', code: 'CONFIGURATION_INVALID' },
    });
  });

  it.each([[undefined], ['text'], [{}], [{ provider: 'nobody' }]])(
    'reports %j and throws nothing',
    async (input) => {
      const report = await diagnoseRegistrar(input, [providerWith(probe('any', () => passed))]);
      expect(report).toMatchObject({ provider: 'registrar-kit', exitCode: 2 });
      expect(report.checks.map(({ id }) => id)).toEqual(['configuration']);
    },
  );

  it('mends the configuration first, then the door, then the way', async () => {
    const failing = (id: string, error: NonNullable<ProbeResult['error']>): RegistrarProbe =>
      probe(id, () => ({ ...passed, outcome: 'failed', error }));
    const busy = new RateLimitError({
      ...origin,
      detail: 'too many requests',
      reason: 'minute',
      source: 'registrar',
    });
    const lost = new TransportError({ ...origin, detail: 'reset', phase: 'sent' });
    const report = await diagnoseRegistrar(config, [
      providerWith(failing('way', lost), failing('rate', busy), failing('door', refused)),
    ]);
    expect(report).toMatchObject({ exitCode: 3, worst: { check: 'door' } });
  });

  it('turns what a check throws into a failure, and repeats none of its words', async () => {
    const report = await diagnoseRegistrar(config, [
      providerWith(
        probe('broken', () => {
          throw new Error('CANARY');
        }),
        probe('refused', () => {
          throw refused;
        }),
      ),
    ]);
    expect(report.checks.slice(1)).toMatchObject([
      { outcome: 'failed', error: { code: 'PROVIDER_ERROR' } },
      { outcome: 'failed', error: { code: 'AUTHENTICATION_FAILED' } },
    ]);
    expect(JSON.stringify(report)).not.toContain('CANARY');
  });

  it('stops when it is told to, and says what is left', async () => {
    const controller = new AbortController();
    const report = await diagnoseRegistrar(
      config,
      [
        providerWith(
          probe('first', () => {
            controller.abort();
            return passed;
          }),
          probe('second', () => passed),
        ),
      ],
      {},
      { signal: controller.signal },
    );
    expect(report.checks.map(({ outcome }) => outcome)).toEqual([
      'passed',
      'passed',
      'not_checked',
    ]);
    expect(report).toMatchObject({ outcome: 'not_checked', exitCode: 0 });
  });

  it('waits for no check that does not listen when it is told to stop', async () => {
    const controller = new AbortController();
    const hangs: RegistrarProbe = {
      id: 'hangs',
      title: 'Hangs',
      run: () => {
        controller.abort();
        return new Promise(() => undefined);
      },
    };
    const report = await diagnoseRegistrar(
      config,
      [
        providerWith(
          hangs,
          probe('later', () => passed),
        ),
      ],
      {},
      { signal: controller.signal },
    );
    expect(report.checks.slice(1)).toMatchObject([
      { outcome: 'not_checked', shows: ['not checked: the examination was ended meanwhile'] },
      { outcome: 'not_checked', shows: ['not checked: the examination was ended before'] },
    ]);
  });

  it('throws nothing for a configuration that cannot be read, and repeats none of its words', async () => {
    const hostile = {
      get provider(): string {
        throw new Error('CANARY');
      },
    };
    const report = await diagnoseRegistrar(hostile, [providerWith(probe('any', () => passed))]);
    expect(report).toMatchObject({ exitCode: 2, worst: { code: 'CONFIGURATION_INVALID' } });
    const own = {
      ...config,
      proxy: new Proxy(
        {},
        {
          get: () => {
            throw new Error('CANARY');
          },
        },
      ),
    };
    const provider = providerWith(probe('any', () => passed));
    const strict: RegistrarProvider = {
      ...provider,
      parseConfig: (given) => Object(JSON.parse(JSON.stringify(given))) as object,
    };
    const other = await diagnoseRegistrar(own, [strict]);
    expect(other.exitCode).toBe(2);
    expect(JSON.stringify([report, other.worst])).not.toContain('CANARY');
  });
});

import { isRegistrarError, type ProbeResult, type RegistrarProbe } from '@registrar-kit/core';
import type { ProbeAccess } from './probe-access.js';

/**
 * The same read with the same credentials in the other environment, when the configured one does not accept them. It tells a key
 * of the wrong environment from a wrong key. The key goes to the registrar's other host, so it is asked for permission.
 */
export function otherEnvironmentProbe<Settings extends object>(
  access: ProbeAccess<Settings>,
): RegistrarProbe {
  return {
    id: 'other-environment',
    title: 'Other environment',
    needs: ['configuration', 'reachability'],
    run: async (context) => {
      const { options, signal, timeoutMs, create, resultOf } = context;
      if (resultOf('access')?.error?.code !== 'AUTHENTICATION_FAILED') return undefined;
      const settings = access.parseConfig(context.config);
      const other = access.endpoint(settings).environment === 'live' ? 'test' : 'live';
      const checked = `one read with the same credentials in the environment "${other}"`;
      const notChecked = (because: string, next: readonly string[] = []): ProbeResult => ({
        outcome: 'not_checked',
        checked,
        shows: [`not checked: ${because}`],
        next,
      });
      const { otherEnvironment = false } = options;
      if (otherEnvironment === false)
        return notChecked('it needs your permission', [
          `Permit one read in the environment "${other}": it tells a key of the wrong environment from a wrong key.`,
        ]);
      const baseUrl = otherEnvironment === true ? undefined : otherEnvironment.baseUrl;
      const config = access.inOtherEnvironment(settings, baseUrl);
      if (config === undefined)
        return notChecked(
          'the configuration has a baseUrl of its own, and nobody says where the other one is',
        );
      try {
        await create(config).verifyAccess({ signal, timeoutMs });
        return {
          outcome: 'noticed',
          checked,
          shows: [`the environment "${other}" accepts them: they belong there`],
          evidence: { otherEnvironment: 'accepted' },
        };
      } catch (error) {
        if (!isRegistrarError(error)) throw error;
        if (error.code !== 'AUTHENTICATION_FAILED') return notChecked(error.message);
        return {
          outcome: 'passed',
          checked,
          shows: [`the environment "${other}" refuses them too`],
          evidence: { otherEnvironment: 'refused' },
        };
      }
    },
  };
}

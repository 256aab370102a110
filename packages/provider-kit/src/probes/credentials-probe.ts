import { diagnosisRules, type Evidence, type RegistrarProbe } from '@registrar-kit/core';
import type { ProbeAccess } from './probe-access.js';

/** Looks at what is odd in a configuration that is well-formed: a key of another shape, the host of the other environment. */
export function credentialsProbe<Settings extends object>(
  access: ProbeAccess<Settings>,
): RegistrarProbe {
  return {
    id: 'credentials',
    title: 'Credentials and environment',
    needs: ['configuration'],
    run: (context) => {
      const settings = access.parseConfig(context.config);
      const evidence = access.evidence(settings);
      const odd = oddities(evidence);
      const { url, environment } = access.endpoint(settings);
      return Promise.resolve({
        outcome: odd.length === 0 ? 'passed' : 'noticed',
        checked: `the shape of the credentials, and the environment "${environment}" against the host ${url.host}`,
        shows: odd.length === 0 ? ['nothing looks odd'] : odd.map(({ says }) => says),
        next: [...new Set(odd.flatMap(({ steps }) => steps))],
        evidence,
      });
    },
  };
}

/** What the rules of the diagnosis make of the settings alone. */
function oddities({
  credentials = [],
  environment,
  remedies = {},
}: Evidence): readonly { readonly says: string; readonly steps: readonly string[] }[] {
  const seen: Evidence = { credentials, ...(environment === undefined ? {} : { environment }) };
  return diagnosisRules.flatMap((rule) => {
    const says = rule.weight === 'points' ? rule.evidence(seen) : undefined;
    return says === undefined ? [] : [{ says, steps: remedies[rule.cause]?.steps ?? [] }];
  });
}

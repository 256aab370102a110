import type { RegistrarProbe } from '@registrar-kit/core';
import type { ProbeAccess } from './probe-access.js';

/** Whether the address that the configuration tells the registrar is the one that echo services see. */
export function clientAddressProbe<Settings extends object>(
  access: ProbeAccess<Settings>,
): RegistrarProbe {
  return {
    id: 'client-address',
    title: 'Configured address',
    needs: ['configuration'],
    run: (context) => {
      const clientIp = access.clientIp?.(access.parseConfig(context.config));
      const seen = context.evidence.egress?.addresses ?? [];
      // Detected when it is needed: then it is what the echo services say.
      if (clientIp === undefined) return Promise.resolve(undefined);
      const checked = 'clientIp against the address that echo services see';
      if (seen.length === 0)
        return Promise.resolve({
          outcome: 'not_checked',
          checked,
          shows: ['not checked: the outgoing address is not known'],
        });
      const agree = seen.length === 1 && seen[0] === clientIp;
      const shown = seen.join(' and ');
      return Promise.resolve({
        outcome: agree ? 'passed' : 'noticed',
        checked,
        shows: [
          agree ? `both are ${clientIp}` : `clientIp is ${clientIp}, echo services see ${shown}`,
        ],
        next: agree
          ? []
          : [`If the registrar refuses the address: set clientIp to ${shown}, and allow it there.`],
      });
    },
  };
}

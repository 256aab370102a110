import type { RegistrarProbe } from '@registrar-kit/core';

/** More than rounding to seconds and a slow answer can explain. */
const NOTICED_FROM_MS = 30_000;

/** How far this machine's clock is from the registrar's, by the Date header of its answer. */
export function clockProbe(): RegistrarProbe {
  return {
    id: 'clock',
    title: 'Clock',
    needs: ['reachability'],
    run: ({ resultOf }) => {
      const checked = "this machine's clock against the registrar's";
      const ahead = resultOf('reachability')?.facts?.['clockAheadMs'];
      if (typeof ahead !== 'number')
        return Promise.resolve({
          outcome: 'not_checked',
          checked,
          shows: ['not checked: the answer of the registrar names no time'],
        });
      const far = Math.abs(ahead) >= NOTICED_FROM_MS;
      return Promise.resolve({
        outcome: far ? 'noticed' : 'passed',
        checked,
        shows: [
          far
            ? `it is ${String(Math.round(Math.abs(ahead) / 1000))} s ${ahead > 0 ? 'ahead' : 'behind'}`
            : 'they agree',
        ],
        next: far ? ["Set the server's clock, and let it be kept by a time service."] : [],
        facts: { clockAheadMs: ahead },
        evidence: { clockAheadMs: ahead },
      });
    },
  };
}

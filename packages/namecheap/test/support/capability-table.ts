import { operationNames, type Capability, type CapabilityTable } from '@registrar-kit/core';

/** The table of the README, made from what the code says. */
export function capabilityTable(capabilities: CapabilityTable): string {
  const rows = operationNames.map((operation) => {
    const [support, note] = describe(capabilities[operation]);
    return `| \`${operation}\` | ${support} | ${note} |`;
  });
  return ['| operation | | |', '| --- | --- | --- |', ...rows].join('\n');
}

function describe(capability: Capability): readonly [support: string, note: string] {
  if (capability.support === 'unsupported') {
    const { reason, alternative } = capability;
    return ['no', alternative === undefined ? reason : `${reason}; ${alternative}`];
  }
  const { support, ...limits } = capability;
  const note = Object.entries(limits)
    .map(([limit, value]) => `${limit} ${value}`)
    .join(', ');
  return [support === 'supported' ? 'yes' : 'conditional', note];
}

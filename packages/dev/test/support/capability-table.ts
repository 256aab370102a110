import { operationGroups, type Capability, type CapabilityTable } from '@registrar-kit/core';
import { alignedTable } from './aligned-table.js';

/** The table of an adapter's README, made from what its code says. */
export function capabilityTable(capabilities: CapabilityTable): string {
  const rows = Object.values(operationGroups).flatMap((group) =>
    group.map((operation) => {
      const [support, note] = describe(capabilities[operation]);
      return [`\`${operation}\``, support, note];
    }),
  );
  return alignedTable([['operation', '', ''], ...rows]);
}

function describe(capability: Capability): readonly [support: string, note: string] {
  if (capability.support === 'unsupported') {
    const { reason, alternative } = capability;
    return ['no', alternative === undefined ? reason : `${reason}; ${alternative}`];
  }
  if (capability.support === 'supported') return ['yes', limitsOf(capability)];
  const condition = `by ${capability.on}: ${capability.note}`;
  const texts = [condition, limitsOf(capability)].filter((text) => text !== '');
  return ['depends', texts.join('; ')];
}

function limitsOf(capability: Capability): string {
  return Object.entries(capability)
    .filter(([name]) => !['support', 'on', 'note'].includes(name))
    .map(([limit, value]: [string, unknown]) => `${limit} ${textOf(value)}`)
    .join(', ');
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]: [string, unknown]) => `${name} ${String(inner)}`)
    .join(' ');
}

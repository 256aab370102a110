import type { OptionValues } from '../arguments/invocation.js';

const plain = /^[\w./:@%+=,-]+$/;

/** A command about an order, with the options that lead to the same account. */
export function operationsCommand(
  action: 'show' | 'reconcile',
  operationId: string,
  values: OptionValues,
): string {
  const { provider, config, environment, simulate } = values;
  const options = Object.entries({ provider, config, environment }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, plain.test(value) ? value : quoted(value)],
  );
  return [
    ...['registrar', 'operations', action, operationId],
    ...options,
    ...(simulate === true ? ['--simulate'] : []),
  ].join(' ');
}

/** As a shell reads it: everything between single quotes is itself. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

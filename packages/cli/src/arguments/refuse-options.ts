import { UsageError } from '../usage-error.js';
import type { OptionValues } from './invocation.js';
import type { OptionName } from './option-table.js';

/** Options that the command has and this use of it has not: they would do nothing. @throws UsageError */
export function refuseOptions(
  values: OptionValues,
  names: readonly OptionName[],
  use: string,
): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined)
    throw new UsageError(
      `${use} has no option --${given}`,
      `registrar help ${use.split(' ')[0] ?? ''} shows where it belongs`,
    );
}

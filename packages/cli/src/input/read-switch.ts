import { UsageError } from '../usage-error.js';

/** A wish with three states: yes, no, or left to the registrar. @throws UsageError when both are given. */
export function readSwitch(
  name: string,
  on: boolean | undefined,
  off: boolean | undefined,
): boolean | undefined {
  if (on === true && off === true)
    throw new UsageError(`--${name} and --no-${name} exclude each other`, 'give one of the two');
  return on === true ? true : off === true ? false : undefined;
}

import {
  createRegistrar,
  isRegistrarError,
  type AnyRegistrarError,
  type ErrorCode,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { report } from './report.js';

/** What is done wrong on purpose: a configuration that a registrar refuses, called as often as it takes. */
interface Mistake {
  readonly config: Record<string, unknown>;
  /** Calls at once. @defaultValue 1 */
  readonly calls?: number;
}

/** A door of the taxonomy, with a mistake for each registrar that leads to it. */
export interface Door {
  readonly code: ErrorCode;
  readonly title: string;
  readonly mistakes: readonly [Mistake, Mistake];
}

/** Makes each mistake and shows both answers side by side, with what to do. */
export async function showDoors(doors: readonly Door[]): Promise<void> {
  for (const { code, title, mistakes } of doors) {
    report.heading(title);
    const errors = await Promise.all(mistakes.map((mistake) => provoke(mistake, code)));
    const [left, right] = errors.map(describe);
    report.sideBySide(left ?? [], right ?? []);
  }
}

async function provoke(
  { config, calls = 1 }: Mistake,
  code: ErrorCode,
): Promise<AnyRegistrarError> {
  const registrar = createRegistrar(config, [namecheap, domainNameApi]);
  const answers = await Promise.allSettled(
    // verifyAccess asks each time; identical reads of other kinds would share one request.
    Array.from({ length: calls }, () => registrar.verifyAccess()),
  );
  const errors = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as unknown] : [],
  );
  const expected = errors.find((error): error is AnyRegistrarError =>
    isRegistrarError(error, code),
  );
  if (expected !== undefined) return expected;
  throw new Error(`${registrar.provider} should have answered with ${code}`, { cause: errors[0] });
}

function describe(error: AnyRegistrarError): string[] {
  const { provider, status, code } = error;
  const reason = 'reason' in error ? [`reason: ${error.reason}`] : [];
  const vendor = error.vendor?.code === undefined ? [] : [`vendor code: ${error.vendor.code}`];
  const findings = error.diagnosis
    .slice(0, 3)
    .flatMap(({ likelihood, cause, remedy }) => [
      `${likelihood}: ${cause}`,
      `  who acts: ${remedy.actor}`,
      ...remedy.steps.slice(0, 2).map((step) => `  - ${step}`),
    ]);
  const more =
    error.diagnosis.length > 3
      ? [`and ${String(error.diagnosis.length - 3)} more in error.diagnosis`]
      : [];
  return [provider, `${String(status)} ${code}`, ...reason, ...vendor, '', ...findings, ...more];
}

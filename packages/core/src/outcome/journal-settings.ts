import { ConfigurationError } from '../errors/configuration-error.js';
import type { InputIssue } from '../errors/input-issue.js';
import { isMoney } from '../values/money.js';
import type { SpendLimit } from './operation-journal.js';

/** Settings that every journal engine has. */
export interface JournalSettings {
  /** How long a sender, or the holder of a lease, is believed to be alive after its last sign. @defaultValue 30,000 */
  readonly leaseMs?: number;
  /** How much all orders of this journal may cost in any stretch of `periodMs`. @defaultValue no limit */
  readonly spendLimit?: SpendLimit;
}

/** Faults in the common settings, for an engine that reports its own beside them. */
export function journalSettingIssues({ leaseMs, spendLimit }: JournalSettings): InputIssue[] {
  const issues: InputIssue[] = [];
  const addUnlessDuration = (path: string, value: unknown): void => {
    if (Number.isSafeInteger(value) && Number(value) > 0) return;
    issues.push({
      path,
      problem: 'is not a duration',
      cure: 'give whole milliseconds, more than 0',
    });
  };
  if (leaseMs !== undefined) addUnlessDuration('leaseMs', leaseMs);
  if (spendLimit !== undefined) {
    addUnlessDuration('spendLimit.periodMs', spendLimit.periodMs);
    if (!isMoney(spendLimit.amount)) {
      issues.push({
        path: 'spendLimit.amount',
        problem: 'is not an amount of money',
        cure: 'give money("100.00", "USD")',
      });
    }
  }
  return issues;
}

/** A journal that cannot work as it is set up; `path` is the setting to look at. */
export function journalMisconfigured(issues: readonly InputIssue[]): ConfigurationError {
  return new ConfigurationError({
    provider: 'registrar-kit',
    operation: 'openJournal',
    issues: issues.map((issue) => ({ ...issue, path: `journal.${issue.path}` })),
  });
}

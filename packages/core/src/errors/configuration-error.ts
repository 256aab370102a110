import { causesOf, describeIssues, type InputIssue } from './input-issue.js';
import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The configuration or the runtime given cannot work. Every fault is listed at once in `issues`; nothing was sent. */
export class ConfigurationError extends RegistrarError {
  override readonly name = 'ConfigurationError';
  override readonly code = 'CONFIGURATION_INVALID';
  readonly issues: readonly InputIssue[];

  constructor(
    init: Omit<RegistrarErrorInit, 'detail'> & {
      readonly detail?: string;
      readonly issues: readonly InputIssue[];
    },
  ) {
    super('CONFIGURATION_INVALID', {
      ...init,
      detail: init.detail ?? describeIssues(init.issues),
      causes: init.causes ?? causesOf(init.issues),
    });
    this.issues = init.issues;
  }

  protected override details(): Record<string, unknown> {
    return { issues: this.issues };
  }
}

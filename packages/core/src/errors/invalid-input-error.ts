import { causesOf, describeIssues, type InputIssue } from './input-issue.js';
import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** The caller's input cannot be used. Every fault is listed at once in `issues`; nothing was sent, or the registrar refused it. */
export class InvalidInputError extends RegistrarError {
  override readonly name = 'InvalidInputError';
  override readonly code = 'INVALID_INPUT';
  readonly issues: readonly InputIssue[];

  constructor(
    init: Omit<RegistrarErrorInit, 'detail'> & {
      readonly detail?: string;
      readonly issues: readonly InputIssue[];
    },
  ) {
    super('INVALID_INPUT', {
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

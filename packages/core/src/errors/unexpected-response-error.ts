import { RegistrarError, type RegistrarErrorInit } from './registrar-error.js';

/** What came instead of the vendor's answer. */
export type UnexpectedResponseKind =
  | 'empty'
  | 'html'
  | 'redirect'
  | 'truncated'
  | 'not_parsable'
  | 'wrong_shape'
  | 'too_large'
  | 'wrong_status';

/** Something answered that is not the vendor's interface, or its answer cannot be read. */
export class UnexpectedResponseError extends RegistrarError {
  override readonly name = 'UnexpectedResponseError';
  override readonly code = 'UNEXPECTED_RESPONSE';
  readonly kind: UnexpectedResponseKind;
  /** The beginning of the body with secrets removed, at most 200 characters. */
  readonly snippet: string | undefined;

  constructor(
    init: RegistrarErrorInit & {
      readonly kind: UnexpectedResponseKind;
      readonly snippet?: string | undefined;
    },
  ) {
    super('UNEXPECTED_RESPONSE', init);
    this.kind = init.kind;
    this.snippet = init.snippet;
  }

  protected override details(): Record<string, unknown> {
    return { kind: this.kind, snippet: this.snippet };
  }
}

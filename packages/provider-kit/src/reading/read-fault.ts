import type { UnexpectedResponseKind } from '@registrar-kit/core';

/** Why a body cannot be read. Knows no call; `toUnexpectedResponse` makes the error of one from it. */
export class ReadFault extends Error {
  override readonly name = 'ReadFault';
  readonly kind: UnexpectedResponseKind;
  /** Lower case, no full stop, nothing of the body in it. */
  readonly detail: string;

  constructor(kind: UnexpectedResponseKind, detail: string) {
    super(detail);
    this.kind = kind;
    this.detail = detail;
  }
}

/** Across copies of this package, unlike `instanceof`. */
export function isReadFault(error: unknown): error is ReadFault {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as { name?: unknown }).name === 'ReadFault' &&
    typeof (error as { kind?: unknown }).kind === 'string'
  );
}

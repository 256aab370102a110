import type { EmailForward, UrlForwardKind } from '@registrar-kit/core';

/** Where visitors of a domain are sent on to. */
export interface WorldUrlForward {
  /** A whole `http` or `https` address. */
  readonly target: string;
  readonly kind: UrlForwardKind;
}

/** What is sent on to elsewhere for one domain. */
export interface WorldForwards {
  readonly url?: WorldUrlForward;
  readonly emails: readonly EmailForward[];
}

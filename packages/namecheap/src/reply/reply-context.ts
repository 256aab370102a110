import type { CallContext, Evidence } from '@registrar-kit/core';
import type { Redact, VendorReply } from '@registrar-kit/provider-kit';

/** What is known about a reply beside its contents. */
export interface ReplyContext {
  readonly call: CallContext;
  /** With its `namecheap.` prefix. */
  readonly command: string;
  readonly reply: VendorReply;
  readonly redact: Redact;
  /** Whether nothing of the answer may be quoted. @defaultValue false */
  readonly confidential?: boolean | undefined;
  /** What the diagnosis may weigh; `observedAddress` is what the vendor said it saw. */
  readonly evidence: (observedAddress?: string) => Evidence;
  /** Epoch milliseconds. */
  readonly now: number;
}

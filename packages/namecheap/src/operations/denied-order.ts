import { isZeroMoney, type Money, type ProviderError } from '@registrar-kit/core';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** What a purchase is answered with beside a flag that says no. */
interface DeniedOrder {
  /** What the flag denies, such as `the domain is not renewed`. */
  readonly otherwise: string;
  readonly charged: Money | undefined;
  /** Whether something else says that the order was taken. */
  readonly taken?: boolean;
}

/** The error of status OK beside a flag that says no. An order that was paid or taken is not a plain no. */
export function deniedOrder(
  reply: NamecheapReply,
  { otherwise, charged, taken = false }: DeniedOrder,
): ProviderError {
  return reply.refused(
    `Namecheap answered OK and that ${otherwise}`,
    taken || isPaid(charged) ? 'unknown' : 'none',
  );
}

/** Whether money was taken, as far as the answer states it. */
export function isPaid(charged: Money | undefined): boolean {
  return charged !== undefined && !isZeroMoney(charged);
}

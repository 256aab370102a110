import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** A result element that says by a flag whether the command was carried out. */
interface FlaggedResult {
  /** The name of the element. */
  readonly result: string;
  /** @defaultValue 'IsSuccess' */
  readonly flag?: string;
  /** What the flag denies, such as `the lock is not changed`. */
  readonly otherwise: string;
}

/** Status OK is not enough: a flag of the result decides whether anything was done. */
export function assertDone(
  reply: NamecheapReply,
  { result, flag = 'IsSuccess', otherwise }: FlaggedResult,
): void {
  const schema = z.object({ [flag]: xmlBoolean });
  const { [flag]: done } = reply.required(reply.result(result), schema);
  if (done !== true) throw reply.refused(`Namecheap answered OK and that ${otherwise}`, 'none');
}

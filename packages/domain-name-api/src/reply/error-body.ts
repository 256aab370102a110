import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** What an error body says, whatever its shape. */
export interface ErrorBody {
  readonly code: string | undefined;
  /** The reason in the vendor's words, English or Turkish. */
  readonly message: string | undefined;
  /** All words in it, for finding a known text. */
  readonly texts: readonly string[];
  readonly validation: readonly FieldFault[];
}

/** One field that the vendor refused, by its own path. */
interface FieldFault {
  readonly member: string | undefined;
  readonly message: string;
}

/** An error body is read as far as it goes: a field of another type says nothing, and the others still do. */
const field = <Schema extends z.ZodType>(schema: Schema) => wireField(schema).catch(undefined);

const text = field(z.string().trim().min(1));
const code = field(z.union([z.string().trim().min(1), z.number().transform(String)]));
const validationSchema = field(
  z.array(
    z.union([
      z.object({ message: text, members: field(z.array(z.string())) }),
      z.string().transform((message) => ({ message, members: undefined })),
    ]),
  ),
);
const faultSchema = z.object({
  code,
  message: text,
  details: text,
  validationErrors: validationSchema,
});
const bodySchema = z.object({
  ...faultSchema.shape,
  error: field(faultSchema),
  operationMessage: text,
  reason: text,
  title: text,
  errors: field(z.record(z.string(), z.union([z.array(z.string()), z.string()]))),
});

/**
 * Reads the shapes in which failures come: ABP's `{ error: { … } }`, the same without the wrapper, `{ success: false, … }` and
 * ASP.NET's `{ title, errors }`. `undefined` when the value is none of them.
 */
export function readErrorBody(value: unknown): ErrorBody | undefined {
  const parsed = bodySchema.safeParse(value);
  if (!parsed.success) return undefined;
  const body = parsed.data;
  const fault = body.error ?? body;
  const { details } = fault;
  const notice = fault.message ?? body.operationMessage ?? body.reason ?? body.title;
  const message = reasonIn(fault.code, notice, details);
  const validation = [...fromAbp(fault.validationErrors ?? []), ...fromAspNet(body.errors ?? {})];
  if (fault.code === undefined && message === undefined && validation.length === 0)
    return undefined;
  const words = [notice, details, ...validation.map((fault) => fault.message)];
  return {
    code: fault.code,
    message,
    texts: words.flatMap((text) => text ?? []),
    validation,
  };
}

/** Whether a body of HTTP 200 reports a failure. */
export function reportsFailure(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { success, error } = value as { success?: unknown; error?: unknown };
  return success === false || (typeof error === 'object' && error !== null);
}

/** The message, unless it only repeats the code or is the notice of a .NET exception: then the reason stands in `details`. */
function reasonIn(
  code: string | undefined,
  message: string | undefined,
  details: string | undefined,
): string | undefined {
  const says = message !== undefined && message !== code && !/exception of type/i.test(message);
  if (says || details === undefined) return message;
  return details.replace(/^Dna\s+/, '');
}

function fromAbp(
  errors: readonly {
    readonly message: string | undefined;
    readonly members: readonly string[] | undefined;
  }[],
): FieldFault[] {
  return errors.flatMap(({ message = 'is invalid', members = [] }): FieldFault[] =>
    members.length === 0
      ? [{ member: undefined, message }]
      : members.map((member) => ({ member, message })),
  );
}

function fromAspNet(errors: Readonly<Record<string, string | string[]>>): FieldFault[] {
  return Object.entries(errors).flatMap(([member, messages]) =>
    [messages].flat().map((message) => ({ member, message })),
  );
}

import type { SimulatorResponse } from '@registrar-kit/testing';
import type * as z from 'zod';

/** How an order that breaks a rule of business is refused. */
export type RefusalForm =
  /** HTTP 403 or 400 with the reason as message. */
  | 'plain'
  /** The message is the notice of a .NET exception; the reason stands in `details` behind `Dna `. */
  | 'exception-notice'
  /** HTTP 200 with `success: false`. */
  | 'success-false';

/** What .NET says of an exception that nobody has put into words. */
export const exceptionNotice = "Exception of type 'Volo.Abp.BusinessException' was thrown.";

/** One field that is refused, by the path of the vendor's own types. */
export interface InvalidMember {
  readonly member: string;
  readonly message: string;
}

/** A successful answer. */
export function json(value: unknown, status = 200): SimulatorResponse {
  return {
    kind: 'reply',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** A status without a body: 204, the 429, a breakdown behind the gateway. */
export function empty(status: number): SimulatorResponse {
  return { kind: 'reply', status, headers: {}, body: '' };
}

export function text(status: number, body: string): SimulatorResponse {
  return { kind: 'reply', status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** A failure in ABP's form. */
export function failure(
  status: number,
  error: {
    readonly code?: string;
    readonly message: string;
    readonly details?: string;
    readonly validationErrors?: readonly {
      readonly message: string;
      readonly members: readonly string[];
    }[];
  },
): SimulatorResponse {
  const { code = null, message, details = null, validationErrors = null } = error;
  return json({ error: { code, message, details, data: {}, validationErrors } }, status);
}

/** A refused form: the message is the same for all, the fields stand in the members. */
export function invalid(members: readonly InvalidMember[]): SimulatorResponse {
  return failure(400, {
    message: 'Validation failed. Please check the provided information.',
    validationErrors: members.map(({ member, message }) => ({ message, members: [member] })),
  });
}

/** A body whose fields have other types than the vendor's own. */
export function unconvertible(error: z.ZodError): SimulatorResponse {
  return invalid(
    error.issues.map(({ path }) => ({
      member: ['$', ...path.map(String)].join('.'),
      message: 'The JSON value could not be converted.',
    })),
  );
}

/** A refused order. 403 is the framework's status for all of them. */
export function refusal(form: RefusalForm, message: string, status = 403): SimulatorResponse {
  if (form === 'success-false') return json({ success: false, message });
  if (form === 'plain') return failure(status, { message });
  return failure(status, {
    message: exceptionNotice,
    details: `Dna ${message}`,
  });
}

/** Where the gateway sends whoever it does not know. */
export function loginRedirect(path: string): SimulatorResponse {
  const location = `/Account/Login?ReturnUrl=${encodeURIComponent(path)}`;
  return { kind: 'reply', status: 302, headers: { location }, body: '' };
}

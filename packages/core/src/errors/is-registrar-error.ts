import type { AnyRegistrarError } from './any-registrar-error.js';
import type { ErrorCode } from './error-code.js';
import { errorBrand } from './registrar-error.js';

/**
 * Whether a caught value is an error of this library, and of one code when that is given. Works across copies of the package.
 */
export function isRegistrarError(error: unknown): error is AnyRegistrarError;
export function isRegistrarError<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is Extract<AnyRegistrarError, { readonly code: Code }>;
export function isRegistrarError(error: unknown, code?: ErrorCode): boolean {
  if (typeof error !== 'object' || error === null) return false;
  try {
    const { [errorBrand]: branded, code: actual } = error as {
      [errorBrand]?: unknown;
      code?: unknown;
    };
    return branded === true && (code === undefined || actual === code);
  } catch {
    // Anything can be thrown, also what throws when it is looked at.
    return false;
  }
}

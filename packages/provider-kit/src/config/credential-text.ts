import type { Secret } from '@registrar-kit/core';

/** A credential of a configuration that was not checked yet, as text; `undefined` when it is neither text nor a secret. */
export function credentialText(value: unknown): string | undefined {
  if (isSecret(value)) return value.reveal();
  return typeof value === 'string' ? value : undefined;
}

/** By its shape: the value may come from another copy of core. */
export function isSecret(value: unknown): value is Secret {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { reveal?: unknown }).reveal === 'function'
  );
}

/** Codes that axios makes up; they tell nothing about the connection. */
const ownCodesOfAxios = new Set([
  'ERR_BAD_RESPONSE',
  'ERR_BAD_REQUEST',
  'ERR_NETWORK',
  'ERR_CANCELED',
]);

/** A name that cannot be looked up. */
const lookUpFailures = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA']);

/** The checks of a certificate, which Node makes before anything is sent. A peer's alert about ours (ERR_SSL_…) can come later. */
const certificateFaults =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH$|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$)/;

/** Node's code of a failure; the thrown value is not looked at beyond it. */
export function systemCodeOf(thrown: unknown): string | undefined {
  const { code, message } = Object(thrown) as { code?: unknown; message?: unknown };
  // The answer broke off; axios hides Node's code for that.
  if (message === 'stream has been aborted') return 'ECONNRESET';
  return typeof code === 'string' &&
    /^[A-Z][A-Z0-9_]{2,60}$/.test(code) &&
    !ownCodesOfAxios.has(code)
    ? code
    : undefined;
}

/** Whether a failure came before a connection stood, which proves that nothing was sent. */
export function isNeverSent(systemCode: string | undefined): boolean {
  return (
    isLookUpFailure(systemCode) || systemCode === 'ECONNREFUSED' || isCertificateFault(systemCode)
  );
}

export function isLookUpFailure(systemCode: string | undefined): boolean {
  return systemCode !== undefined && lookUpFailures.has(systemCode);
}

export function isCertificateFault(systemCode: string | undefined): boolean {
  return systemCode !== undefined && certificateFaults.test(systemCode);
}

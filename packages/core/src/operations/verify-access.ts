import type { Environment } from '../values/environment.js';

/** Proof that the credentials, the address and the account are accepted. */
export interface AccessReport {
  /** The account that the registrar took us for. */
  readonly account: string;
  readonly environment: Environment;
}

import type { DiagnosisCause } from './diagnosis-cause.js';
import type { Remedy } from './diagnosis.js';

/** Something odd about a credential that shows without asking the registrar. */
export type CredentialOddity =
  | 'email_address'
  | 'white_space'
  | 'invisible_character'
  | 'wrong_shape'
  | 'equals_other_environment_key';

/** What is known about a call beside the registrar's answer. All of it is fit to print. */
export interface Evidence {
  /** Odd credentials, by configuration field. */
  readonly credentials?: readonly { readonly field: string; readonly oddity: CredentialOddity }[];
  /** The address that the configuration tells the registrar. */
  readonly clientIp?: string;
  /** The address that the registrar says it saw. */
  readonly observedAddress?: string;
  /** The environment that the configuration names, beside the one that the host belongs to. */
  readonly environment?: {
    readonly configured: string;
    readonly host: string;
    readonly hostBelongsTo?: string;
  };
  /** Whether requests go through a proxy. */
  readonly proxied?: boolean;
  /** Whether an earlier call with the same credentials succeeded in this process. */
  readonly succeededBefore?: boolean;
  /** Whether the account's own standing can close the interface (Namecheap: 20 domains or USD 50). */
  readonly standingMatters?: boolean;
  /** Node's code of a connection failure. */
  readonly systemCode?: string;
  /** This provider's own steps and pages, instead of the general ones. */
  readonly remedies?: RemedyBook;
}

/** A provider's remedies by cause. */
export type RemedyBook = { readonly [Cause in DiagnosisCause]?: Remedy };

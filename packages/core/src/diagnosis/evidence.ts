import type { DiagnosisCause } from './diagnosis-cause.js';
import type { Remedy } from './diagnosis.js';

/** Something odd about a credential that shows without asking the registrar. */
export type CredentialOddity =
  | 'email_address'
  | 'white_space'
  | 'invisible_character'
  | 'full_width_character'
  | 'wrong_shape'
  | 'wrong_length'
  /** The text of an example, such as `YOUR_API_KEY`. */
  | 'placeholder'
  /** It looks like what belongs into the field beside it. */
  | 'swapped'
  | 'equals_other_environment_key';

/** One odd credential. Never its value. */
export interface OddCredential {
  /** The configuration field, parameter or header that holds it. */
  readonly field: string;
  readonly oddity: CredentialOddity;
  /** Whether it opens the account or names it. @defaultValue 'key' */
  readonly kind?: 'key' | 'account_id';
  /** What may be shown of it, such as `j…@example.com`; never of a key. */
  readonly shown?: string;
}

/** Something telling about a request that another program made. */
export type RequestOddity =
  /** Both credentials, in the place and form that the registrar documents. */
  | 'as_documented'
  | 'bearer_instead'
  /** A Bearer header beside the credentials, where it does nothing. */
  | 'bearer_beside'
  | 'basic_instead'
  | 'credential_header_missing'
  | 'credential_missing'
  | 'credentials_elsewhere'
  | 'key_in_url'
  | 'url_too_long'
  | 'content_type_missing'
  | 'content_type_mismatch'
  /** A parameter, path or host that only older programs use. */
  | 'outdated_form';

/** One finding in such a request. */
export interface RequestFinding {
  readonly oddity: RequestOddity;
  /** A clause in lower case that says what was seen where; without any value of a secret. */
  readonly seen: string;
}

/** What is known about a call beside the registrar's answer. All of it is fit to print. */
export interface Evidence {
  /** Odd credentials, by configuration field. */
  readonly credentials?: readonly OddCredential[];
  /** The address that the configuration tells the registrar. */
  readonly clientIp?: string;
  /** The address that the registrar says it saw. */
  readonly observedAddress?: string;
  /** The environment that the configuration names, beside the one that the host belongs to. */
  readonly environment?: {
    readonly configured: string;
    readonly host: string;
    readonly hostBelongsTo?: string;
    /** Test and live have accounts of their own, so that a user name of the one is unknown to the other. */
    readonly separateAccounts?: boolean;
  };
  /** Whether requests go through a proxy. */
  readonly proxied?: boolean;
  /** Whether an earlier call with the same credentials succeeded in this process. */
  readonly succeededBefore?: boolean;
  /** The last success with the same credentials, where somebody remembers more than that there was one. */
  readonly lastSuccess?: { readonly agoMs?: number; readonly address?: string };
  /** What echo services say of the address from which this server reaches the internet. A hint, never more. */
  readonly egress?: {
    /** Each once; more than one means that it changes from call to call. */
    readonly addresses: readonly string[];
    /** The addresses of the machine's own interfaces. */
    readonly ownAddresses?: readonly string[];
  };
  /** A place to run programs where the outgoing address changes, such as `AWS Lambda`. */
  readonly platform?: string;
  /** Whether the registrar takes IPv4 addresses only. */
  readonly ipv4Only?: boolean;
  /** What the other environment says to the same credentials. */
  readonly otherEnvironment?: 'accepted' | 'refused';
  /** How other calls with the same credentials fare at the same time. */
  readonly otherCalls?: 'succeed' | 'fail';
  /** Whether the account's own standing can close the interface (Namecheap: 20 domains or USD 50). */
  readonly standingMatters?: boolean;
  /** That condition in words, and whether the account meets it, where that is known. */
  readonly standing?: { readonly rule: string; readonly met?: boolean };
  /** Milliseconds since the registrar last refused a call for its frequency. */
  readonly sinceRateLimitMs?: number;
  /** What this process itself sent within the window that the registrar counts. */
  readonly ownRequests?: {
    readonly count: number;
    readonly limit: number;
    readonly windowMs: number;
    /** The most that were under way at once. */
    readonly atOnce: number;
  };
  /** What shows in the request of another program; empty when it was looked at and nothing is telling. */
  readonly request?: readonly RequestFinding[];
  /** Causes that only the request could show, where nobody showed it. */
  readonly unexamined?: readonly DiagnosisCause[];
  /** Whether other hosts can be reached while the registrar's cannot. */
  readonly othersReachable?: boolean;
  /** Milliseconds by which this machine's clock is ahead of the registrar's. */
  readonly clockAheadMs?: number;
  /** Node's code of a connection failure. */
  readonly systemCode?: string;
  /** This provider's own steps and pages, instead of the general ones. */
  readonly remedies?: RemedyBook;
}

/** A provider's remedies by cause. */
export type RemedyBook = { readonly [Cause in DiagnosisCause]?: Remedy };

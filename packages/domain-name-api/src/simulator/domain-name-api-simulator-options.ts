import type { Environment } from '@registrar-kit/core';
import type { RegistryWorld, SimulatorQuota } from '@registrar-kit/testing';
import type { GateOptions } from './gate.js';
import type { VendorBehaviour } from './vendor-call.js';

/** How the simulated vendor behaves. Where nobody knows, a default stands for the likelier way. */
export interface DomainNameApiSimulatorOptions {
  readonly world: RegistryWorld;
  /** Which of an account's keys opens it. @defaultValue 'test' */
  readonly environment?: Environment;
  /** The account that `config()` signs in with. @defaultValue the demonstration reseller, or the first account with a key */
  readonly account?: string;
  /** The rate limit of a key, on each of the two routes. @defaultValue 1 a second, 1 at once */
  readonly quota?: SimulatorQuota;
  /**
   * Whether the gateway knows `/api-bulk/v1/…`. The vendor's guide names the route and its limit, and no public client uses it.
   * `known`: every call is there too, with a limit of its own. `unknown`: 404 without a body. @defaultValue 'known'
   */
  readonly bulkRoute?: 'known' | 'unknown';
  /** How credentials are refused: by a redirect to a login page, or by a bare 401. @defaultValue 'login-redirect' */
  readonly rejection?: GateOptions['rejection'];
  /** How long the search takes for each name; about 500 ms were measured. @defaultValue 0 */
  readonly searchMsPerName?: number;
  /** How an order that breaks a rule is refused. @defaultValue 'plain' */
  readonly refusalForm?: VendorBehaviour['refusalForm'];
  /** Whether lock and privacy in a registration take effect; nobody knows. @defaultValue 'ignored' */
  readonly orderSettings?: VendorBehaviour['orderSettings'];
  /** Endings whose names the search silently leaves out; OT&E was seen to do so with `uk` and `co.uk`. @defaultValue none */
  readonly omittedTlds?: readonly string[];
  /** What reading a zone tells of changes that are not applied yet. @defaultValue 'marked' */
  readonly stagedSets?: VendorBehaviour['stagedSets'];
  /** With what the name and the value of a record set to delete are compared. @defaultValue 'any-form' */
  readonly recordMatch?: VendorBehaviour['recordMatch'];
  /** What a restore is answered with; both were seen in third-party code. @defaultValue 'empty' */
  readonly restoreReply?: VendorBehaviour['restoreReply'];
}

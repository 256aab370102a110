import type { OperationName } from '../operations/operation-map.js';
import type { Environment } from '../values/environment.js';

/** What was being done when an error arose: an operation of the contract, or one of the functions beside it. */
export type ErrorOperation =
  | OperationName
  | 'raw'
  | 'createRegistrar'
  | 'createRegistrars'
  | 'chooseRegistrar'
  | 'locateDomain'
  | 'diagnoseRegistrar'
  | 'explainFailure'
  | 'registrarConfigFromEnv'
  | 'parseConfig'
  | 'openJournal'
  | 'openQuotaStore'
  | 'parseDomainName'
  | 'parseNameserver'
  | 'parseMoney'
  | 'parseCalendarDate'
  | 'toPanelStatus';

/** Where an error belongs; the same for every error of one call. */
export interface ErrorOrigin {
  /** A provider's id, or `registrar-kit` where none is involved. */
  readonly provider: string;
  readonly environment?: Environment;
  readonly operation: ErrorOperation;
  readonly domain?: string;
  /** Finds the call in events and logs. */
  readonly requestId?: string;
}

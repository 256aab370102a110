import type { RegistrarEvent } from '../events/registrar-event.js';
import type { OperationJournal } from '../outcome/operation-journal.js';
import type { QuotaStore } from '../quota/quota-store.js';
import type { Clock } from './clock.js';

/** Where warnings go, such as a `console` or a pino logger. */
export interface RegistrarLogger {
  debug(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
}

/** The objects that a registrar works with, beside its configuration. */
export interface RegistrarRuntime {
  /** Remembers paid operations. Without one they are refused. */
  readonly journal?: OperationJournal;
  /** Shares the quota between processes. @defaultValue one quota per process */
  readonly quotaStore?: QuotaStore;
  /** Hears every event; what it throws is swallowed. */
  readonly onEvent?: (event: RegistrarEvent) => void;
  /** @defaultValue the machine's clock */
  readonly clock?: Clock;
  /** A number in [0, 1) for jitter. @defaultValue Math.random */
  readonly random?: () => number;
  readonly logger?: RegistrarLogger;
}

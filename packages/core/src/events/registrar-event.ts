import type { ErrorCode } from '../errors/error-code.js';
import type { ErrorOperation } from '../errors/error-origin.js';
import type { Lane } from '../operations/call-options.js';
import type { Environment } from '../values/environment.js';

/** The fields of every event. */
interface EventBase {
  readonly provider: string;
  /** The account's name in the configuration, where it is one of several: see `createRegistrars`. */
  readonly registrar?: string;
  readonly environment: Environment;
  /** ISO instant. */
  readonly at: string;
  readonly operation: ErrorOperation;
  /** Joins the events of one call. */
  readonly requestId?: string;
}

/** What happens inside a call, for logs and metrics. Holds no secret and no personal data. */
export type RegistrarEvent =
  | (EventBase & { readonly type: 'operation.started'; readonly domain?: string })
  | (EventBase & {
      readonly type: 'operation.succeeded';
      readonly domain?: string;
      readonly durationMs: number;
    })
  | (EventBase & {
      readonly type: 'operation.failed';
      readonly domain?: string;
      readonly durationMs: number;
      readonly code: ErrorCode;
      readonly message: string;
    })
  /** `target` is the vendor's command or path, without its parameters. */
  | (EventBase & {
      readonly type: 'request.sent';
      readonly target: string;
      readonly attempt: number;
    })
  | (EventBase & {
      readonly type: 'request.answered';
      readonly target: string;
      readonly httpStatus: number;
      readonly durationMs: number;
      readonly bytes: number;
    })
  | (EventBase & {
      readonly type: 'retry.scheduled';
      readonly target: string;
      readonly attempt: number;
      readonly delayMs: number;
      readonly because: string;
    })
  | (EventBase & {
      readonly type: 'quota.waiting';
      readonly bucket: string;
      readonly lane: Lane;
      readonly waitMs: number;
    })
  | (EventBase & {
      readonly type: 'quota.paused';
      readonly bucket: string;
      readonly pauseMs: number;
    })
  | (EventBase & { readonly type: 'quota.resumed'; readonly bucket: string })
  | (EventBase & {
      readonly type: 'quota.degraded';
      readonly bucket: string;
      readonly note: string;
    })
  | (EventBase & {
      readonly type: 'journal.recovered';
      readonly operationId: string;
      readonly note: string;
    })
  /** The vendor's answer departs from what is documented; the adapter coped. */
  | (EventBase & {
      readonly type: 'drift';
      readonly target: string;
      readonly path: string;
      readonly note: string;
      readonly sample?: string;
    })
  | (EventBase & { readonly type: 'egress.changed'; readonly from: string; readonly to: string });

export interface SimulatorHeaders {
  readonly [name: string]: string;
}

/** What the vendor does with a request. */
export type SimulatorResponse =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: SimulatorHeaders;
      readonly body: string;
      /** Milliseconds before the answer begins. @defaultValue 0 */
      readonly delayMs?: number;
    }
  /** Closes the connection without an answer. */
  | { readonly kind: 'drop'; readonly delayMs?: number }
  /** Sends the body in pieces; `stopAfterBytes` leaves the connection open and silent from there. */
  | {
      readonly kind: 'drip';
      readonly status: number;
      readonly headers: SimulatorHeaders;
      readonly body: string;
      readonly bytesPerPiece: number;
      readonly pauseMs: number;
      readonly stopAfterBytes?: number;
    }
  /** Announces the whole body, sends the first `bytes` of it and closes the connection. */
  | {
      readonly kind: 'truncate';
      readonly status: number;
      readonly headers: SimulatorHeaders;
      readonly body: string;
      readonly bytes: number;
    };

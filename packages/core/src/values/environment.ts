/** `live` spends real money; `test` is the vendor's sandbox or OT&E. */
export type Environment = 'test' | 'live';

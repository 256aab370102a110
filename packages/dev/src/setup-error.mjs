/** A failure that its message explains; the stack would only hide it. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/** A token that must never come back in anything: the common part is looked for. */
export const token = 'CANARY-token-7d1f0b4e9c';

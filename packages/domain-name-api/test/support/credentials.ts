/** Well-formed credentials that must never come back in anything. */
export const resellerId = '0c0ffee0-1111-4222-8333-444455556666';
export const testKey = 'CANARY-test-key-7d1f0b4e9c';
export const liveKey = 'CANARY-live-key-93ab20c6d8';

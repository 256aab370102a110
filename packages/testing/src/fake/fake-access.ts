import type { FakeOperations } from './fake-operation.js';

export const fakeAccess: FakeOperations<'verifyAccess' | 'getBalance'> = {
  verifyAccess: (_, { account }) => ({ account }),
  getBalance: (_, { world, account }) => ({ available: world.balanceOf(account) }),
};

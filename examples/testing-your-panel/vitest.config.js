export default { test: { include: ['other-runners/vitest.test.mjs'] } };

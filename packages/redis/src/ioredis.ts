import { Redis } from 'ioredis';

// A file of its own, so that it can be loaded late: CommonJS then gets a `require`, which works in every test runner.
export { Redis };

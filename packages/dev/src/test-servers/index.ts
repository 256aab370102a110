export { describeWithServer } from './describe-with-server.js';
export { describeOutages, type Outage, type OutageStore } from './journal-outages.js';
export { startDante, type DanteSettings } from './start-dante.js';
export { startPostgres } from './start-postgres.js';
export { startRedis } from './start-redis.js';
export type { ServerProcess } from './server-process.js';

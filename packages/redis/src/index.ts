export type { RedisConnection } from './redis-connection.js';
export { redisJournal, type RedisJournal } from './redis-journal.js';
export type { RedisJournalOptions } from './redis-journal-options.js';
export type { RedisQuotaOptions } from './redis-quota-options.js';
export { redisQuotaStore, type RedisQuotaStore } from './redis-quota-store.js';

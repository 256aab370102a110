import type { QuotaWindow } from '@registrar-kit/core';
import { sendTo } from './counting-vendor.js';
import { sharedSchedulers, type SharedName } from './shared-schedulers.js';

/** What one of the processes of a run does. */
export interface SharedJob {
  readonly scheduler: SharedName;
  readonly redisUrl: string;
  readonly vendorUrl: string;
  readonly run: string;
  readonly window: QuotaWindow;
  readonly calls: number;
}

const { scheduler, redisUrl, vendorUrl, run, window, calls } = JSON.parse(
  process.argv[2] ?? '',
) as SharedJob;
const schedule = await sharedSchedulers[scheduler].create(redisUrl, run, window);
process.once('message', () => {
  const tasks = Array.from({ length: calls }, () =>
    schedule((sent) => sendTo(vendorUrl, run, 5, sent), 'bulk'),
  );
  void Promise.all(tasks).then(() => process.send?.('done', () => process.exit(0)));
});
process.send?.('ready');

import type { Benchmark } from '../benchmark.js';
import { download } from '../price-list/download.js';
import { measurePriceList } from '../price-list/measure-price-list.js';
import { preparePriceLists, type PriceListSetting } from '../price-list/price-list-stage.js';
import { readByHand } from '../price-list/read-by-hand.js';
import { readByRegistrar } from '../price-list/read-by-registrar.js';

const BYTES = 2 * 1024 * 1024;
const QUICK_BYTES = 60 * 1024;

export const benchmark: Benchmark<PriceListSetting> = {
  title:
    'a price list of 2 MB from Namecheap over a local connection, read, validated and turned into prices',
  metrics: {
    firstStallMs: { title: 'longest stall, first time', unit: 'ms', must: 15, aim: 5 },
    firstOwnStallMs: { title: '– of its own', unit: 'ms', must: 15, aim: 5 },
    stallMs: { title: 'longest stall, repeated', unit: 'ms', must: 15, aim: 5 },
    ownStallMs: { title: '– of its own', unit: 'ms', must: 15, aim: 5 },
    extraRssMb: { title: 'extra memory (RSS) at its peak', unit: 'MB', must: 120, aim: 60 },
    extraHeapMb: { title: 'extra heap as seen between turns', unit: 'MB' },
    firstDurationMs: { title: 'duration, first time', unit: 'ms' },
    durationMs: { title: 'duration, repeated', unit: 'ms' },
  },
  contenders: {
    'registrar-kit': {
      title: 'registrar-kit',
      measure: (setting) => measurePriceList(setting, readByRegistrar),
    },
    'by-hand': {
      title: 'by hand',
      measure: (setting) => measurePriceList(setting, readByHand),
    },
    download: {
      title: 'download only',
      measure: (setting) => measurePriceList(setting, download),
    },
  },
  subject: 'registrar-kit',
  peer: 'by-hand',
  prepare: (quick) => preparePriceLists(quick ? QUICK_BYTES : BYTES),
};

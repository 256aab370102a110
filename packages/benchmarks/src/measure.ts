import { loadBenchmark } from './list-benchmarks.js';
import type { Measurement } from './measuring/measure-in-child.js';

// One measurement: started by the command in a process of its own, which hears nothing else and ends with it.
const { benchmark, contender, setting } = JSON.parse(process.argv[2] ?? '') as Measurement;
const chosen = (await loadBenchmark(benchmark)).contenders[contender];
if (chosen === undefined) throw new Error(`${benchmark} has no contender ${contender}`);
const figures = await chosen.measure(setting);
// Connections that are kept open must not keep the process.
process.send?.(figures, () => process.exit(0));

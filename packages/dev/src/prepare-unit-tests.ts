import { compileNativeModules } from './native-modules.js';
import type { Counts } from './outcome.js';
import { installTestServers } from './test-servers/install-test-servers.js';

/** Gets ready what only the unit tests need. Never rejects, so that it can go on beside the checks before them. */
export async function prepareUnitTests(): Promise<Counts> {
  try {
    const [faults, missing] = await Promise.all([compileNativeModules(), installTestServers()]);
    const all = [...faults, ...missing.map((name) => `${name} could not be installed`)];
    for (const fault of all) console.error(fault);
    return { passed: all.length === 0 ? 1 : 0, failed: all.length, skipped: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

import type { Environment } from '@registrar-kit/core';
import type { RegistryWorld, SimulatorQuota } from '@registrar-kit/testing';
import type { UnsoldEnding } from './command.js';
import type { NamecheapQuirks } from './namecheap-quirks.js';

/** How the simulated vendor behaves. */
export interface NamecheapSimulatorOptions {
  readonly world: RegistryWorld;
  /** Which keys it accepts, and how its servers are called. @defaultValue 'test' */
  readonly environment?: Environment;
  /** The account that `config()` signs in with. @defaultValue the demonstration's user where the world has it, else the first account with a key */
  readonly account?: string;
  /** The rate limit. @defaultValue 20 a minute, 700 an hour, 8000 a day */
  readonly quota?: SimulatorQuota;
  /**
   * Where a request comes from. On loopback every caller has the same address, so that there `auto` believes the ClientIp
   * parameter. @defaultValue 'auto'
   */
  readonly sourceAddress?: 'auto' | 'connection';
  /** What one ending that is not sold does to a check of several names. @defaultValue 'others-answered' */
  readonly unsoldEnding?: UnsoldEnding;
  /** Where answers are to differ from the usual ones. @defaultValue as live answers are */
  readonly quirks?: Partial<NamecheapQuirks>;
}

import {
  PortableRegistrar,
  type DnsRecord,
  type DriverOperations,
  type DriverZone,
  type RegistrarDriver,
  type RegistrarRuntime,
  type ZoneLimits,
} from '@registrar-kit/core';
import { scriptedDriver, type ScriptedCall } from './scripted-driver.js';
import { settled } from './test-clock.js';

export const zoneLimits: ZoneLimits = {
  recordTypes: [
    'A',
    'AAAA',
    'ALIAS',
    'CAA',
    'CNAME',
    'DS',
    'MX',
    'MXE',
    'NAPTR',
    'PTR',
    'SRV',
    'TLSA',
    'TXT',
    'URL',
    'URL301',
    'FRAME',
  ],
  maxRecords: 150,
  ttlSeconds: { min: 60, max: 60_000 },
};

/** A registrar whose zone is replaced as a whole with every write, as some real ones do it. */
export interface ZoneShop {
  /** What stands; tests change it behind the registrar's back. */
  zone: DriverZone;
  /** Answers in the place of the registrar's own, by the number of the call from 1 on. */
  readonly instead: {
    listRecords?: (count: number, zone: DriverZone) => Promise<DriverZone>;
    planRecords?: DriverOperations['planRecords'];
    applyRecords?: DriverOperations['applyRecords'];
  };
  readonly driver: RegistrarDriver & { readonly log: readonly ScriptedCall[] };
  readonly registrar: PortableRegistrar;
  /** Another registrar over the same account. */
  another(runtime?: RegistrarRuntime): PortableRegistrar;
  /** The operations that reached the driver, in order. */
  operations(): readonly string[];
}

/** A zone with these records and everything about it in reach. */
export function aZone(
  records: readonly DnsRecord[],
  runtime: RegistrarRuntime = {},
  limits: ZoneLimits = zoneLimits,
): ZoneShop {
  let reads = 0;
  const instead: ZoneShop['instead'] = {};
  const driver = scriptedDriver(
    {
      listRecords: async () => {
        const read = instead.listRecords;
        reads += 1;
        const zone = read === undefined ? shop.zone : await read(reads, shop.zone);
        // The answer travels; whoever is faster gets in between.
        await settled();
        return zone;
      },
      planRecords: async (change, call) =>
        (await instead.planRecords?.(change, call)) ?? { losses: [], issues: [] },
      applyRecords: async (change, call) => {
        await settled();
        if (instead.applyRecords !== undefined) {
          await instead.applyRecords(change, call);
          return;
        }
        shop.zone = { ...shop.zone, records: change.target };
      },
      setEmailForwards: async (request) => request.forwards,
      setUrlForward: async (request) => request,
      deleteUrlForward: async () => undefined,
    },
    { planRecords: limits },
  );
  const shop: ZoneShop = {
    zone: { records },
    instead,
    driver,
    registrar: new PortableRegistrar(driver, runtime),
    another: (other = runtime) => new PortableRegistrar(driver, other),
    operations: () => driver.log.map(({ operation }) => operation),
  };
  return shop;
}

import type { HostRow } from './host-row.js';

/** The numbered parameters of setHosts, from 1 without a gap. */
export function toHostParameters(rows: readonly HostRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.flatMap(({ hostName, recordType, address, ttl, mxPref }, index) => {
      const number = index + 1;
      return [
        [`HostName${number}`, hostName],
        [`RecordType${number}`, recordType],
        [`Address${number}`, address],
        [`TTL${number}`, String(ttl)],
        ...(mxPref === undefined ? [] : [[`MXPref${number}`, String(mxPref)]]),
      ];
    }),
  ) as Record<string, string>;
}

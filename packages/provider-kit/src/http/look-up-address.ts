import dns from 'node:dns';
import { isIP } from 'node:net';

/** The address of a host, of the family wanted (0: whichever the system names first). An address stands for itself. */
export function lookUpAddress(host: string, family: 0 | 4): Promise<string> {
  if (isIP(host) !== 0) return Promise.resolve(host);
  return new Promise((resolve, reject) => {
    dns.lookup(host, { family }, (error, address) => {
      if (error === null) resolve(address);
      else reject(error);
    });
  });
}

import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { lookUpAddress } from './look-up-address.js';
import type { ProxyErrand, ProxyFault } from './proxy-fault.js';
import { tunnelWatchOf, type TunnelWatch } from './tunnel-watch.js';

/** What an agent is asked to connect to. */
interface Destination {
  readonly host?: string | undefined;
  readonly port?: number | string | null | undefined;
  readonly servername?: string | undefined;
}

/** The part of a tunnel that its kind of proxy decides. */
export interface TunnelPlan<Options extends Destination> {
  readonly errand: Omit<ProxyErrand, 'target'>;
  /** The family of the address that the proxy gets; without one it gets the name, and looks that up itself. */
  readonly family: 0 | 4 | undefined;
  /** Asks the proxy. Throws what its library throws, or a {@link RefusedByProxy}. */
  dial(destination: Options, over: AbortSignal | undefined): Promise<Socket>;
  /** `undefined` where the proxy was silent for longer than its library waits. */
  toFault(thrown: unknown, errand: ProxyErrand): ProxyFault | undefined;
}

/** Looks the vendor up where that is not left to the proxy, asks the proxy, and reports how that went. */
export async function openTunnel<Options extends Destination>(
  request: ClientRequest,
  options: Options,
  plan: TunnelPlan<Options>,
): Promise<Socket> {
  const { host = '', port } = options;
  const destination =
    plan.family === undefined ? options : await withAddress(options, host, plan.family);
  const watch = tunnelWatchOf(request);
  if (isOver(watch)) throw new Error('the exchange is over');
  watch?.asked();
  try {
    const socket = await plan.dial(destination, watch?.over);
    watch?.opened();
    return socket;
  } catch (error) {
    // What we ended ourselves is no fault of the proxy.
    if (watch === undefined || isOver(watch)) throw error;
    const name = `${host}:${String(port)}`;
    const target =
      destination.host === host ? name : `${name} (given as ${destination.host ?? ''})`;
    const errand = { ...plan.errand, target };
    const fault =
      error instanceof RefusedByProxy ? error.fault(errand) : plan.toFault(error, errand);
    if (fault !== undefined) watch.failed(fault);
    throw error;
  }
}

function isOver(watch: TunnelWatch | undefined): boolean {
  return watch?.over.aborted === true;
}

/** The proxy answered, and said no. */
export class RefusedByProxy extends Error {
  readonly fault: (errand: ProxyErrand) => ProxyFault;
  constructor(fault: (errand: ProxyErrand) => ProxyFault) {
    super('the proxy refused');
    this.fault = fault;
  }
}

/** The address instead of the name, which TLS still asks for and verifies. */
async function withAddress<Options extends Destination>(
  options: Options,
  host: string,
  family: 0 | 4,
): Promise<Options> {
  const address = await lookUpAddress(host, family);
  const servername = options.servername ?? (isIP(host) === 0 ? host : undefined);
  return { ...options, host: address, ...(servername === undefined ? {} : { servername }) };
}

import http from 'node:http';
import { MemorySocket, type WireServer } from './memory-socket.js';

const created = 'createConnection';

/** Where plain requests of this process go while the wire is laid; nothing listens there. */
export const memoryOrigin = 'http://127.0.0.1:9';

/**
 * Puts functions in the place of servers: node:http and axios run as always, with a connection that stays in this process.
 * Everything from the request line to the last byte is real, at a small part of the price of a socket.
 */
export class MemoryWire {
  readonly #original = Object.getOwnPropertyDescriptor(http.Agent.prototype, created);
  #server: WireServer | undefined;

  /** From now on connections of this process lead to `serve`. */
  lay(): void {
    const connect = (): MemorySocket => {
      const server = this.#server;
      if (server === undefined) throw new Error('nothing is served over the wire');
      return new MemorySocket(server);
    };
    Object.defineProperty(http.Agent.prototype, created, { ...this.#original, value: connect });
  }

  serve(server: WireServer): void {
    this.#server = server;
  }

  remove(): void {
    if (this.#original !== undefined)
      Object.defineProperty(http.Agent.prototype, created, this.#original);
  }
}

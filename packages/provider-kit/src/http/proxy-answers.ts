import net from 'node:net';
import tls from 'node:tls';

/** No proxy does anything about them, and each one that runs answers them at once. */
const greetings = {
  http: 'OPTIONS * HTTP/1.1\r\nHost: proxy\r\nConnection: close\r\n\r\n',
  socks5: Buffer.from([5, 2, 0, 2]),
};

/**
 * Whether anything answers at a proxy. One that opens no connection may be dead, or wait for a host that does not answer;
 * knocking at its own door tells which.
 */
export function proxyAnswers(proxy: string, signal: AbortSignal): Promise<boolean> {
  const url = new URL(proxy);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || defaultPorts[url.protocol] || 0;
  const socket =
    url.protocol === 'https:'
      ? tls.connect({ host, port, ...(net.isIP(host) === 0 ? { servername: host } : {}) })
      : net.connect({ host, port });
  return new Promise((resolve) => {
    const answer = (alive: boolean): void => {
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(alive);
    };
    const giveUp = (): void => answer(false);
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('data', () => answer(true));
    socket.once('end', () => answer(true));
    socket.once('close', () => answer(false));
    // Stays on: what comes late must not end the process.
    socket.on('error', () => answer(false));
    socket.write(url.protocol === 'socks5:' ? greetings.socks5 : greetings.http);
    if (signal.aborted) giveUp();
  });
}

/** What a proxy URL without a port means. */
const defaultPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'socks5:': 1080,
};

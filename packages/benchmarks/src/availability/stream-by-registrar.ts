import { NamecheapRegistrar } from '@registrar-kit/namecheap';
import type { Stream } from './measure-stream.js';

export function streamByNamecheap(url: string): Stream {
  const registrar = new NamecheapRegistrar({
    provider: 'namecheap',
    environment: 'test',
    baseUrl: `${url}/xml.response`,
    apiUser: 'benchmark',
    apiKey: '0123456789abcdef0123456789abcdef',
    clientIp: '192.0.2.1',
    quota: { api: { windows: [] } },
  });
  return async function* (domains) {
    for await (const { input, availability } of registrar.streamAvailability({ domains }))
      yield [input, availability === 'available'];
  };
}

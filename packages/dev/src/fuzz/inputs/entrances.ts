import {
  createRegistrar,
  explainFailure,
  isRegistrarError,
  money,
  parseCalendarDate,
  parseDomainName,
  parseNameserver,
  readDomainName,
  registrarConfigFromEnv,
  type ErrorCode,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import type { Shop } from '../shop.js';
import { plainConfig } from './plain-inputs.js';

/** A function of the library that takes what a caller gives, apart from the operations. */
interface Entrance {
  sound(shop: Shop): unknown;
  enter(given: unknown, shop: Shop): unknown;
  /** With which code it may refuse; none: it must not throw. */
  readonly refuses?: ErrorCode;
}

const providers = [namecheap, domainNameApi];
const providerOf = ({ provider }: Shop) => (provider === 'namecheap' ? namecheap : domainNameApi);

const entrances = {
  createRegistrar: {
    sound: plainConfig,
    enter: (given) => createRegistrar(given, providers),
    refuses: 'CONFIGURATION_INVALID',
  },
  parseConfig: {
    sound: plainConfig,
    enter: (given, shop) => providerOf(shop).parseConfig(given),
    refuses: 'CONFIGURATION_INVALID',
  },
  registrarConfigFromEnv: {
    sound: () => ({
      REGISTRAR_PROVIDER: 'namecheap',
      REGISTRAR_ENVIRONMENT: 'test',
      REGISTRAR_PROXY_URL: 'http://127.0.0.1:8',
      NAMECHEAP_API_USER: 'harbourbooks',
    }),
    enter: (given) => registrarConfigFromEnv(providers, given as Record<string, string>),
    refuses: 'CONFIGURATION_INVALID',
  },
  explainFailure: {
    sound: () => ({
      request: {
        method: 'POST',
        url: 'https://example.com/xml.response',
        headers: {},
        body: 'a=b',
      },
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: '<ApiResponse Status="ERROR"/>',
    }),
    enter: (given, shop) => explainFailure(providerOf(shop), given as never),
    refuses: 'CONFIGURATION_INVALID',
  },
  parseDomainName: {
    sound: () => 'example.com',
    enter: (given) => parseDomainName(given as string),
    refuses: 'INVALID_INPUT',
  },
  parseNameserver: {
    sound: () => 'ns1.example.com',
    enter: (given) => parseNameserver(given as string),
    refuses: 'INVALID_INPUT',
  },
  parseCalendarDate: {
    sound: () => '2026-01-15',
    enter: (given) => parseCalendarDate(given as string),
    refuses: 'INVALID_INPUT',
  },
  money: {
    sound: () => '10.98',
    enter: (given) => [
      money('1', 'USD'),
      money(given as string, 'USD'),
      money('1', given as string),
    ],
    refuses: 'INVALID_INPUT',
  },
  readDomainName: { sound: () => 'example.com', enter: (given) => readDomainName(given as string) },
  isRegistrarError: {
    sound: () => ({ code: 'TIMEOUT', message: 'x' }),
    enter: (given) => isRegistrarError(given),
  },
} as const satisfies Record<string, Entrance>;

export type EntranceName = keyof typeof entrances;
export const entranceNames = Object.keys(entrances) as readonly EntranceName[];

export function isEntrance(name: string): name is EntranceName {
  return Object.hasOwn(entrances, name);
}

export function entranceOf(name: EntranceName): Entrance {
  return entrances[name];
}

import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import type { Check } from './measure-checks.js';

const require = createRequire(import.meta.url);

interface RqtClient {
  readonly domains: {
    check(options: {
      readonly domains: readonly string[];
    }): Promise<readonly { readonly Domain: string; readonly Available: boolean }[]>;
  };
}

/** @rqt/namecheap, which knows the vendor's address only. */
export function checkByRqt(url: string): Check {
  redirectHttps(url);
  const NameCheap = require('@rqt/namecheap') as new (options: object) => RqtClient;
  const client = new NameCheap({
    ...{ user: 'benchmark', key: '0123456789abcdef0123456789abcdef', ip: '192.0.2.1' },
    sandbox: true,
  });
  return async (domains) => {
    const rows = await client.domains.check({ domains });
    return new Map(rows.map(({ Domain, Available }) => [Domain, Available]));
  };
}

interface NamecheapApi {
  readonly config: { set(name: string, value: string): void };
  apiCall(
    command: string,
    parameters: object,
    sandbox: boolean,
  ): Promise<{
    readonly response: readonly [
      {
        readonly DomainCheckResult: readonly {
          readonly $: { readonly Domain: string; readonly Available: string };
        }[];
      },
    ];
  }>;
}

/** namecheap-api, which knows the vendor's address only. */
export function checkByNamecheapApi(url: string): Check {
  redirectHttps(url);
  const client = require('namecheap-api') as NamecheapApi;
  client.config.set('ApiUser', 'benchmark');
  client.config.set('ApiKey', '0123456789abcdef0123456789abcdef');
  client.config.set('ClientIp', '192.0.2.1');
  return async (domains) => {
    const command = 'namecheap.domains.check';
    const { response } = await client.apiCall(command, { DomainList: domains.join(',') }, true);
    return new Map(
      response[0].DomainCheckResult.map(({ $ }) => [$.Domain, $.Available === 'true']),
    );
  };
}

interface AfoClient {
  readonly domains: {
    check(
      domains: readonly string[],
      callback: (error: unknown, found: Readonly<Record<string, boolean>>) => void,
    ): void;
  };
}

/** afo-namecheap-api, without its own limit. */
export function checkByAfo(url: string): Check {
  const NamecheapAPI = require('afo-namecheap-api') as new (options: object) => AfoClient;
  const client = new NamecheapAPI({
    ...{ apiUser: 'benchmark', userName: 'benchmark', apiKey: '0123456789abcdef0123456789abcdef' },
    ...{ clientIP: '192.0.2.1', rateLimiter: false },
    endPoints: { production: `${url}/xml.response` },
  });
  return (domains) =>
    new Promise((resolve, reject) => {
      client.domains.check([...domains], (error, found) => {
        if (error === null) resolve(new Map(Object.entries(found)));
        else reject(error instanceof Error ? error : new Error('it failed without an error'));
      });
    });
}

/** For clients that know the vendor's address only: what they send by TLS goes to the server of the benchmark without it. */
function redirectHttps(url: string): void {
  const { hostname, port } = new URL(url);
  const redirected = (
    { method = 'GET', path = '/', headers = {}, agent }: http.RequestOptions,
    answered?: (response: http.IncomingMessage) => void,
  ): http.ClientRequest =>
    http.request(
      { method, path, headers, hostname, port, agent: agent === false ? false : http.globalAgent },
      answered,
    );
  Reflect.set(https, 'request', redirected);
}

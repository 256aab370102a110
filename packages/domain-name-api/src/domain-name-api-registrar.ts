import { PortableRegistrar, type RawCallOptions, type RegistrarRuntime } from '@registrar-kit/core';
import { DomainNameApiClient } from './domain-name-api-client.js';
import { parseDomainNameApiConfig, type DomainNameApiConfig } from './domain-name-api-config.js';
import { DomainNameApiDriver } from './domain-name-api-driver.js';
import type { DomainNameApiRawParameters } from './raw-parameters.js';
import { readRawRequest, type DomainNameApiMethod } from './raw-request.js';

/** A reseller account at Domain Name API (REST interface). */
export class DomainNameApiRegistrar extends PortableRegistrar {
  readonly #client: DomainNameApiClient;

  /** @throws ConfigurationError with every fault at once */
  constructor(config: DomainNameApiConfig, runtime: RegistrarRuntime = {}) {
    const settings = parseDomainNameApiConfig(config);
    const client = new DomainNameApiClient(settings, runtime);
    super(new DomainNameApiDriver(client), runtime);
    this.#client = client;
  }

  /**
   * Any call of the gateway, for what the contract does not cover, with the same credentials, quota, errors and redaction as
   * everything else.
   *
   * What only reads may be sent again after a passing failure; everything else is sent once. Orders (`domains/register…`,
   * `renew`, `restore`, `transfer`) and whatever is not known need `acceptCharge: true` and `runtime.journal`: they are recorded before they are sent and
   * never sent a second time under the same key; no price is checked.
   *
   * @param method - GET, POST, PUT or DELETE
   * @param path - below prefix and version, such as `deposit/transactions`; no public manual describes them
   * @returns the JSON of the answer as it came, `undefined` where there is none. It can hold auth codes and personal data.
   * @throws InvalidInputError for a path with parameters in it, or an order without `acceptCharge`
   */
  // Async, so that a fault of the input rejects like any other.
  async raw(
    method: DomainNameApiMethod,
    path: string,
    parameters: DomainNameApiRawParameters = {},
    options?: RawCallOptions,
  ): Promise<unknown> {
    const { provider, environment } = this;
    const { raw, request } = readRawRequest(method, path, parameters, { provider, environment });
    return this.rawCall(raw, options, (call) => this.#client.sendRaw(request, call));
  }
}

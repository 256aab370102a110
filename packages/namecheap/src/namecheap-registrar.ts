import { PortableRegistrar, type RawCallOptions, type RegistrarRuntime } from '@registrar-kit/core';
import { NamecheapClient } from './namecheap-client.js';
import { parseNamecheapConfig, type NamecheapConfig } from './namecheap-config.js';
import { NamecheapDriver } from './namecheap-driver.js';
import { readRawCommand, type NamecheapRawParameters } from './raw/raw-command.js';
import type { NamecheapRawElement } from './raw/raw-element.js';
import { sendRaw } from './raw/send-raw.js';

/** One Namecheap account. To choose the registrar by configuration, use `createRegistrar` with {@link namecheap} instead. */
export class NamecheapRegistrar extends PortableRegistrar {
  readonly #client: NamecheapClient;

  /** @throws ConfigurationError with every fault at once. */
  constructor(config: NamecheapConfig, runtime: RegistrarRuntime = {}) {
    const client = new NamecheapClient(parseNamecheapConfig(config), runtime);
    super(new NamecheapDriver(client), runtime);
    this.#client = client;
  }

  /**
   * Sends any command of the Namecheap API with this account's credentials and quota, and answers its `CommandResponse` as plain
   * JSON. What the contract has an operation for is better done with that operation.
   *
   * Commands that the vendor lists as reading are sent again after a passing failure; all others are sent once, and where
   * the answer is lost the error's effect is `unknown`. Those that charge the account, and those not documented, need `acceptCharge` and a journal. A result
   * that says no beside status OK is an error.
   *
   * @param command - with or without the `namecheap.` prefix, in any case
   * @param parameters - the command's own; ApiUser, ApiKey, UserName, ClientIp and Command are set here
   * @throws InvalidInputError for a command or parameter that cannot be sent, and without the consent to a charge
   * @see https://www.namecheap.com/support/api/methods/
   */
  async raw(
    command: string,
    parameters: NamecheapRawParameters = {},
    options?: RawCallOptions,
  ): Promise<NamecheapRawElement> {
    const { provider, environment } = this;
    const raw = readRawCommand(command, parameters, { provider, environment, operation: 'raw' });
    // Without the parameters, since it may be kept in a journal; in one case, since two spellings are one command.
    const request = {
      command: raw.command.toLowerCase(),
      effect: raw.effect,
      fingerprint: raw.fingerprint,
    };
    return this.rawCall(request, options, (call) => sendRaw(this.#client, raw, call));
  }
}

import { parseXml, type XmlElement } from '@registrar-kit/provider-kit';
import type { RegistrarSimulator, SimulatorResponse } from '@registrar-kit/testing';

/** Talks to a simulator in the vendor's own format, as another program would. */
export class WireClient {
  readonly #simulator: RegistrarSimulator;
  readonly #credentials: Readonly<Record<string, string>>;
  readonly remoteAddress: string;

  constructor(simulator: RegistrarSimulator, remoteAddress = '192.0.2.1') {
    this.#simulator = simulator;
    this.remoteAddress = remoteAddress;
    const config = simulator.config('http://127.0.0.1') as Record<string, string>;
    this.#credentials = {
      ApiUser: config['apiUser'] ?? '',
      ApiKey: config['apiKey'] ?? '',
      UserName: config['apiUser'] ?? '',
      ClientIp: config['clientIp'] ?? '',
    };
  }

  /** Sends a command; a parameter that is `undefined` is left out. */
  send(
    command: string | undefined,
    parameters: Readonly<Record<string, string | undefined>> = {},
  ): Promise<SimulatorResponse> {
    const all = { ...this.#credentials, Command: command, ...parameters };
    const given = Object.entries(all).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return this.#simulator.handle({
      method: 'POST',
      path: '/xml.response',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(given).toString(),
      remoteAddress: this.remoteAddress,
    });
  }

  /** The text of an answer that must come with HTTP 200. */
  async body(...request: Parameters<WireClient['send']>): Promise<string> {
    const answer = await this.send(...request);
    if (answer.kind !== 'reply' || answer.status !== 200) {
      throw new Error(`expected an answer, got ${JSON.stringify(answer)}`);
    }
    return answer.body;
  }

  async document(...request: Parameters<WireClient['send']>): Promise<XmlElement> {
    return parseXml(await this.body(...request));
  }

  /** The numbers and the words of an answer that fails. */
  async errors(...request: Parameters<WireClient['send']>): Promise<readonly string[]> {
    const document = await this.document(...request);
    const errors = document.child('Errors')?.children('Error') ?? [];
    return errors.map((error) => `${error.attribute('Number') ?? ''} ${error.text}`);
  }
}
